CREATE SCHEMA notebook;
GRANT USAGE ON SCHEMA notebook TO konak_app;

CREATE TABLE notebook.entry (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_id uuid,
    title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 120),
    body text CHECK (char_length(body) <= 4000),
    email text CHECK (char_length(email) <= 254),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    announced_at timestamptz,
    is_kept boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX entry_owner ON notebook.entry (tenant_id, owner_id);
CREATE INDEX entry_words ON notebook.entry USING gin (tenant_id, title extension.gin_trgm_ops);

CREATE FUNCTION notebook.search_entry(needle text, most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT e.id FROM notebook.entry AS e
    WHERE e.tenant_id = kernel.tenant() AND (e.is_kept AND e.title ILIKE '%' || needle || '%')
    ORDER BY e.title LIMIT most
$$;
SELECT guard.adopt_search('notebook.search_entry(text, integer)');
GRANT SELECT, INSERT, UPDATE, DELETE ON notebook.entry TO konak_app;
