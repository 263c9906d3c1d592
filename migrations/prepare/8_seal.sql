-- Who may ask what, and the seal on it all. The last file: whatever changes after it is noticed.
DO $$
DECLARE
    routine record;
BEGIN
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC;
    -- What only looks may be asked by all: a view's functions are called with the rights of who asks.
    FOR routine IN SELECT oid::regprocedure::text AS name, provolatile FROM pg_catalog.pg_proc
        WHERE pronamespace = 'guard'::regnamespace
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', routine.name, CASE routine.provolatile
            WHEN 'v' THEN 'konak_owner' ELSE 'konak_owner, konak_control, konak_app, konak_portal' END);
    END LOOP;
    REVOKE ALL ON ALL TABLES IN SCHEMA guard, lint FROM PUBLIC;
    GRANT SELECT ON ALL TABLES IN SCHEMA guard, lint TO konak_owner, konak_control, konak_app, konak_portal;
END $$;

DELETE FROM guard.sealed;
INSERT INTO guard.sealed (object, seal) SELECT object, seal FROM guard.now;
