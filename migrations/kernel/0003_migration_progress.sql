-- A migration that no single transaction holds, from its beginning to its end: a row that is still there when nobody
-- migrates was left by a run that was killed.
CREATE TABLE kernel.migration_start (
    folder text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
    -- Indexes that were invalid before: what is invalid later and not among them was left behind.
    invalid_before oid[] NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (folder, number)
);
COMMENT ON TABLE kernel.migration_start IS 'control: what was begun and is not finished';

-- The tenants that a data migration is done for, each noted in the transaction that did it.
CREATE TABLE kernel.migration_tenant (
    folder text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    tenant_id uuid NOT NULL,
    checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
    row_count bigint NOT NULL CHECK (row_count >= 0),
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (folder, number, tenant_id)
);
COMMENT ON TABLE kernel.migration_tenant IS 'control: the tenants that a data migration is done for';
GRANT SELECT ON kernel.migration_start, kernel.migration_tenant TO konak_control;
