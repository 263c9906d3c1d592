CREATE SCHEMA visits;
GRANT USAGE ON SCHEMA visits TO konak_app, konak_portal;

CREATE TABLE visits.visit (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_id uuid,
    customer_id uuid,
    place text NOT NULL CHECK (char_length(place) BETWEEN 1 AND 120),
    email text CHECK (char_length(email) <= 254),
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX visit_owner ON visits.visit (tenant_id, owner_id);
CREATE INDEX visit_customer ON visits.visit (tenant_id, customer_id);
CREATE INDEX visit_words ON visits.visit USING gin (tenant_id, place extension.gin_trgm_ops);

CREATE FUNCTION visits.search_visit(needle text, most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT v.id FROM visits.visit AS v
    WHERE v.tenant_id = kernel.tenant() AND (v.place ILIKE '%' || needle || '%')
    ORDER BY v.place LIMIT most
$$;
SELECT guard.adopt_search('visits.search_visit(text, integer)');
SELECT guard.open_to_portal('visits.visit', 'customer_id');
GRANT SELECT, INSERT, UPDATE, DELETE ON visits.visit TO konak_app;
