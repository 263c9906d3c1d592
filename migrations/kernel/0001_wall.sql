-- The tenant of the transaction, or null when none is bound: then no row is seen and none is written.
-- STABLE and without SET clause, so that it inlines into the policies: as VOLATILE it would cost a thousand times more.
-- The empty text is what a transaction-local setting leaves behind on its connection.
CREATE FUNCTION kernel.tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(pg_catalog.current_setting('konak.tenant', true), '')::pg_catalog.uuid
$$;
GRANT EXECUTE ON FUNCTION kernel.tenant() TO konak_app, konak_portal, konak_control, konak_search, konak_backup;

-- The customer whom the portal serves, by the same rules.
CREATE FUNCTION kernel.customer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(pg_catalog.current_setting('konak.customer', true), '')::pg_catalog.uuid
$$;
GRANT EXECUTE ON FUNCTION kernel.customer() TO konak_portal, konak_backup;

CREATE TABLE kernel.migration (
    folder text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    name text NOT NULL,
    checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (folder, number)
);
COMMENT ON TABLE kernel.migration IS 'control: what has been applied';
GRANT SELECT ON kernel.migration TO konak_control;
