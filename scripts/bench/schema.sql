-- The data of `konak bench`: customers of many tenants behind the wall, and their audit rows. Run as konak_owner.
-- psql variables or the runner's own replacement: {tenants}, {customers}.
CREATE SCHEMA bench;
GRANT USAGE ON SCHEMA bench TO konak_app;

CREATE TABLE bench.customer (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    stage text NOT NULL CHECK (stage IN ('open', 'won', 'lost')),
    amount bigint NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX customer_recent ON bench.customer (tenant_id, updated_at DESC, id);

CREATE TABLE bench.audit (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    action text NOT NULL,
    subject uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);

GRANT SELECT, INSERT ON bench.customer, bench.audit TO konak_app;

-- What the pages for tests show (`TrialPages`).
CREATE SCHEMA trial_pages;
GRANT USAGE ON SCHEMA trial_pages TO konak_app;
CREATE TABLE trial_pages.record (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 120),
    note text CHECK (char_length(note) <= 4000),
    is_kept boolean NOT NULL DEFAULT true,
    PRIMARY KEY (tenant_id, id)
);
GRANT SELECT, INSERT, UPDATE ON trial_pages.record TO konak_app;
