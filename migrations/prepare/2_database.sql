-- What everybody may do in a database by default, taken back. Run by a superuser in Konak's database.
DO $$
DECLARE
    base text := quote_ident(current_database());
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %s FROM PUBLIC', base);
    EXECUTE format('REVOKE ALL ON DATABASE %s FROM konak_app, konak_portal, konak_control, konak_definer', base);
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %s TO konak_owner, konak_control, konak_app, konak_portal, konak_backup', base);
    EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %s TO konak_owner', base);
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- Without usage of a language there is no DO and no new function. Functions that exist run as before.
REVOKE ALL ON LANGUAGE plpgsql, sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql, sql TO konak_owner;

-- New functions of the owner are closed until a migration opens them.
ALTER DEFAULT PRIVILEGES FOR ROLE konak_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE konak_definer REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Operators for search. Only who builds indexes and who searches may name them: `set_limit` outlives a transaction.
CREATE SCHEMA IF NOT EXISTS extension;
REVOKE ALL ON SCHEMA extension FROM PUBLIC;
GRANT USAGE ON SCHEMA extension TO konak_owner, konak_search;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extension;
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA extension;

CREATE SCHEMA IF NOT EXISTS guard;
REVOKE ALL ON SCHEMA guard FROM PUBLIC;
GRANT USAGE ON SCHEMA guard TO konak_owner, konak_control, konak_app, konak_portal;

-- Functions of PostgreSQL that would lead around the wall; by name, because some have many signatures.
CREATE OR REPLACE VIEW guard.closed_function AS
SELECT p.oid, p.oid::regprocedure::text AS signature, p.proname::text AS name
FROM pg_catalog.pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace
  AND (
    p.proname IN (
        -- sets the tenant
        'set_config',
        -- runs a statement that is only a text, where SET would pass as harmless
        'query_to_xml', 'query_to_xmlschema', 'query_to_xml_and_xmlschema', 'cursor_to_xml', 'cursor_to_xmlschema',
        'table_to_xml', 'table_to_xmlschema', 'table_to_xml_and_xmlschema', 'schema_to_xml', 'schema_to_xmlschema',
        'schema_to_xml_and_xmlschema', 'database_to_xml', 'database_to_xmlschema', 'database_to_xml_and_xmlschema',
        'ts_stat', 'ts_rewrite',
        -- large objects know no tenant
        'loread', 'lowrite',
        -- sees, stops or blocks other tenants' work: their sessions carry the same role
        'pg_cancel_backend', 'pg_terminate_backend', 'pg_stat_get_activity', 'pg_lock_status', 'pg_blocking_pids',
        'pg_export_snapshot', 'pg_logical_emit_message',
        -- every node reads its sites anew at a word of it
        'pg_notify')
    OR p.proname ~ '^lo_' OR p.proname ~ '^pg_stat_get_backend' OR p.proname ~ '^pg_(try_)?advisory_');
REVOKE ALL ON guard.closed_function FROM PUBLIC;
GRANT SELECT ON guard.closed_function TO konak_owner, konak_control, konak_app, konak_portal;

DO $$
DECLARE
    f text;
BEGIN
    FOR f IN SELECT signature FROM guard.closed_function LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION pg_catalog.%s FROM PUBLIC', f);
    END LOOP;
    FOR f IN SELECT signature FROM guard.closed_function WHERE name ~ 'advisory' OR name = 'pg_notify' LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION pg_catalog.%s TO konak_owner, konak_control', f);
    END LOOP;
    FOR f IN SELECT signature FROM guard.closed_function WHERE name ~ '^pg_(stat|lock|blocking)' LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION pg_catalog.%s TO pg_monitor', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO konak_definer;
-- pg_dump calls both; for a role that sees every row there is no tenant to forge.
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean), pg_catalog.pg_export_snapshot() TO konak_backup;

-- What prepared this database, so that `konak doctor` can tell an old preparation from a new one.
CREATE TABLE IF NOT EXISTS guard.prepared (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    checksum text NOT NULL,
    prepared_at timestamptz NOT NULL DEFAULT now()
);
REVOKE ALL ON guard.prepared FROM PUBLIC;
GRANT SELECT ON guard.prepared TO konak_owner, konak_control, konak_app, konak_portal;

-- What must not change between two preparations, as it was at the last one; and where the catalog stood when the walls
-- were last found whole.
CREATE TABLE IF NOT EXISTS guard.sealed (object text PRIMARY KEY, seal text NOT NULL);
CREATE TABLE IF NOT EXISTS guard.sound (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    state text NOT NULL,
    found_at timestamptz NOT NULL DEFAULT now()
);
REVOKE ALL ON guard.sealed, guard.sound FROM PUBLIC;
