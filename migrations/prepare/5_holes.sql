-- What boot, `konak doctor` and the tests ask: is there a hole in the walls? Empty answers mean no.

CREATE OR REPLACE FUNCTION guard.table_holes() RETURNS TABLE (object text, reason text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH walled AS (
        SELECT c.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE guard.is_walled(n.nspname) AND c.relkind IN ('r', 'p', 'v', 'm', 'f'))
    SELECT w.oid::regclass::text, guard.fault(w.oid) FROM walled w WHERE guard.fault(w.oid) IS NOT NULL
    UNION ALL
    SELECT w.oid::regclass::text, 'its policies are not those of the wall'
    FROM walled w WHERE w.relkind IN ('r', 'p') AND guard.policy_is_missing(w.oid)
    UNION ALL
    SELECT w.oid::regclass::text, format('%s may %s it', coalesce(r.rolname, 'everybody'), lower(acl.privilege_type))
    FROM walled w CROSS JOIN LATERAL aclexplode(w.relacl) acl LEFT JOIN pg_roles r ON r.oid = acl.grantee
    WHERE acl.grantee <> w.relowner AND (acl.grantee = 0 OR acl.privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER'))
$$;

CREATE OR REPLACE FUNCTION guard.function_holes() RETURNS TABLE (object text, reason text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.oid::regprocedure::text, 'it runs with its owner''s rights'
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE guard.is_walled(n.nspname) AND p.prosecdef
    UNION ALL
    SELECT p.oid::regprocedure::text, 'it runs with its owner''s rights on a search path of the caller''s choice'
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('kernel', 'guard') AND p.prosecdef
      AND NOT coalesce(p.proconfig && ARRAY['search_path=pg_catalog, pg_temp'], false)
    UNION ALL
    SELECT f.signature, 'everybody may call it'
    FROM guard.closed_function f JOIN pg_proc p ON p.oid = f.oid
    WHERE p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) acl WHERE acl.grantee = 0)
    UNION ALL
    SELECT l.lanname::text, format('%s may write functions in it', r.rolname)
    FROM pg_language l CROSS JOIN pg_roles r
    WHERE l.lanpltrusted AND r.rolname IN ('konak_app', 'konak_portal', 'konak_control')
      AND has_language_privilege(r.oid, l.oid, 'USAGE')
$$;

CREATE OR REPLACE FUNCTION guard.latch_holes() RETURNS TABLE (object text, reason text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'kernel.tenant()', 'it is missing or not of the form that inlines'
    WHERE NOT EXISTS (
        SELECT FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
        WHERE p.oid = to_regprocedure('kernel.tenant()') AND l.lanname = 'sql' AND p.provolatile = 's'
          AND NOT p.prosecdef AND p.proconfig IS NULL
          AND btrim(p.prosrc, E' \n')
              = 'SELECT nullif(pg_catalog.current_setting(''konak.tenant'', true), '''')::pg_catalog.uuid')
    UNION ALL
    SELECT 'kernel.enter(uuid)', 'it is missing or not the latch'
    WHERE NOT EXISTS (
        SELECT FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
        WHERE p.oid = to_regprocedure('kernel.enter(uuid)') AND r.rolname = 'konak_definer' AND p.prosecdef)
    UNION ALL
    SELECT t.name, 'it is missing or switched off'
    FROM (VALUES ('konak_guard_command'), ('konak_guard_drop')) AS t (name)
    WHERE NOT EXISTS (SELECT FROM pg_event_trigger e WHERE e.evtname = t.name AND e.evtenabled IN ('O', 'A'))
$$;

CREATE OR REPLACE FUNCTION guard.role_holes() RETURNS TABLE (object text, reason text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH expected (name, logs_in, sees_all) AS (VALUES
        ('konak_owner', true, false), ('konak_definer', false, false), ('konak_control', true, false),
        ('konak_app', true, false), ('konak_portal', true, false), ('konak_search', false, true),
        ('konak_backup', true, true))
    SELECT e.name, 'it is missing or has other attributes than it should'
    FROM expected e LEFT JOIN pg_roles r ON r.rolname = e.name
    WHERE r.oid IS NULL OR r.rolsuper OR r.rolcreatedb OR r.rolcreaterole OR r.rolreplication
       OR r.rolcanlogin <> e.logs_in OR r.rolbypassrls <> e.sees_all
    UNION ALL
    SELECT e.name, format('it could become %s', held.rolname)
    FROM expected e
    JOIN pg_roles r ON r.rolname = e.name
    JOIN pg_auth_members m ON m.member = r.oid
    JOIN pg_roles held ON held.oid = m.roleid
    WHERE (e.name, held.rolname) <> ('konak_backup', 'pg_read_all_data')
    UNION ALL
    SELECT format('database %I', current_database()), format('%s may %s in it', r.rolname, lower(p.privilege))
    FROM pg_roles r CROSS JOIN (VALUES ('CREATE'), ('TEMPORARY')) AS p (privilege)
    WHERE r.rolname IN ('konak_app', 'konak_portal', 'konak_control')
      AND has_database_privilege(r.oid, current_database(), p.privilege)
    UNION ALL
    SELECT format('schema %I', n.nspname), format('%s may create in it', r.rolname)
    FROM pg_namespace n CROSS JOIN pg_roles r
    WHERE r.rolname IN ('konak_app', 'konak_portal', 'konak_control') AND n.nspname !~ '^pg_(toast|temp)'
      AND has_schema_privilege(r.oid, n.oid, 'CREATE')
$$;

CREATE OR REPLACE FUNCTION guard.holes() RETURNS TABLE (object text, reason text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT * FROM guard.table_holes()
    UNION ALL SELECT * FROM guard.function_holes()
    UNION ALL SELECT * FROM guard.latch_holes()
    UNION ALL SELECT * FROM guard.role_holes()
    ORDER BY 1, 2
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA guard TO konak_owner;
GRANT EXECUTE ON FUNCTION guard.holes(), guard.table_holes(), guard.function_holes(), guard.latch_holes(),
    guard.role_holes(), guard.is_walled(text), guard.shape_fault(oid), guard.fault(oid), guard.policy_is_missing(oid)
    TO konak_control, konak_app, konak_portal;
