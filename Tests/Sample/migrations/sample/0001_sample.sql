CREATE SCHEMA sample;
GRANT USAGE ON SCHEMA sample TO konak_app, konak_portal;

CREATE TABLE sample.customer (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_id uuid,
    team_id uuid,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    email text NOT NULL CHECK (char_length(email) <= 254),
    phone text CHECK (char_length(phone) <= 40),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, email)
);
CREATE INDEX customer_newest ON sample.customer (tenant_id, created_at DESC, id);
CREATE INDEX customer_owner ON sample.customer (tenant_id, owner_id, id);
CREATE INDEX customer_team ON sample.customer (tenant_id, team_id, id);
CREATE INDEX customer_words ON sample.customer USING gin (tenant_id, name extension.gin_trgm_ops);

CREATE TABLE sample.task (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid,
    title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES sample.customer (tenant_id, id) ON DELETE SET NULL (customer_id)
);
CREATE INDEX task_customer ON sample.task (tenant_id, customer_id);

CREATE TABLE sample.invoice (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    number text NOT NULL CHECK (char_length(number) BETWEEN 1 AND 40),
    total bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, number),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES sample.customer (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX invoice_customer ON sample.invoice (tenant_id, customer_id);

CREATE FUNCTION sample.search_customer(needle text, most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.id FROM sample.customer AS c
    WHERE c.tenant_id = kernel.tenant()
        AND (c.name ILIKE '%' || needle || '%' AND kernel.reaches('sample.customer', c.owner_id, c.team_id))
    ORDER BY c.name LIMIT most
$$;
SELECT guard.adopt_search('sample.search_customer(text, integer)');
SELECT guard.keep_scope('sample.customer', 'owner_id', 'team_id');
SELECT guard.open_to_portal('sample.invoice', 'customer_id');
GRANT SELECT, INSERT, UPDATE, DELETE ON sample.customer, sample.task, sample.invoice TO konak_app;
