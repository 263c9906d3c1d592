-- Every hole, of every lint, or those of one share of the lints: who asks for all shares has asked for all. Dynamic, so that
-- no lint can be forgotten here. To plan the lints takes longer than to run them, so that several who share them are done sooner.
CREATE FUNCTION guard.holes(share integer DEFAULT 0, shares integer DEFAULT 1)
RETURNS TABLE (code text, object text, reason text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF share NOT BETWEEN 0 AND shares - 1 THEN
        RAISE EXCEPTION 'there is no share % of %', share, shares USING ERRCODE = 'invalid_parameter_value';
    END IF;
    FOR code IN
        SELECT l.name FROM (
            SELECT c.relname AS name, row_number() OVER (ORDER BY c.relname) AS place FROM pg_class c
            WHERE c.relnamespace = 'lint'::regnamespace AND c.relkind = 'v') l
        WHERE l.place % shares = share ORDER BY l.name
    LOOP
        RETURN QUERY EXECUTE format('SELECT %L::text, object, reason FROM lint.%I ORDER BY 2, 3', code, code);
    END LOOP;
END $$;

-- The codes and what each holds to.
CREATE FUNCTION guard.lints() RETURNS TABLE (code text, says text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.relname::text, obj_description(c.oid, 'pg_class') FROM pg_class c
    WHERE c.relnamespace = 'lint'::regnamespace AND c.relkind = 'v' ORDER BY 1
$$;

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

-- Definitions are printed as the lints will print them, whatever path this session came with.
SET LOCAL search_path = pg_catalog, pg_temp;
DELETE FROM guard.sealed;
INSERT INTO guard.sealed (object, seal) SELECT object, seal FROM guard.now;
