-- Lints on: who may what, and what surrounds the walls.

-- Rights.
CREATE VIEW lint."grant.truncate" AS
SELECT g.relation::regclass::text AS object, format('%s may %s it', g.holder, lower(g.privilege)) AS reason
FROM guard.granted g WHERE g.privilege IN ('TRUNCATE', 'REFERENCES', 'TRIGGER');
COMMENT ON VIEW lint."grant.truncate" IS
    'nobody but the owner empties a table, points at it or hangs a trigger on it: those ways know no walls';

CREATE VIEW lint."grant.public" AS
SELECT g.relation::regclass::text AS object, format('everybody may %s it', lower(g.privilege)) AS reason
FROM guard.granted g WHERE g.holder = 'everybody'
UNION ALL
SELECT p.oid::regprocedure::text, 'everybody may call it'
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE (guard.is_house(n.nspname) OR guard.is_walled(n.nspname) OR n.nspname IN ('guard', 'lint'))
  AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) acl WHERE acl.grantee = 0))
UNION ALL
SELECT format('schema %I', n.nspname), format('everybody may %s it', lower(acl.privilege_type))
FROM pg_catalog.pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) acl
WHERE acl.grantee = 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';
COMMENT ON VIEW lint."grant.public" IS 'nothing of house and modules is granted to everybody';

CREATE VIEW lint."grant.option" AS
SELECT g.relation::regclass::text AS object, format('%s may grant %s on', g.holder, lower(g.privilege)) AS reason
FROM guard.granted g WHERE g.is_grantable;
COMMENT ON VIEW lint."grant.option" IS 'who was granted something cannot grant it on';

CREATE VIEW lint."sequence.granted" AS
SELECT g.relation::regclass::text AS object, format('%s may use it', g.holder) AS reason
FROM guard.granted g JOIN guard.relation r ON r.oid = g.relation
WHERE r.kind = 'S' AND g.holder IN ('konak_app', 'konak_portal', 'everybody')
UNION ALL
SELECT format('%s.%s', w.oid::regclass, a.attname), 'a sequence numbers it across tenants'
FROM guard.walled w JOIN pg_catalog.pg_attribute a ON a.attrelid = w.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) ~ '\mnextval\(';
COMMENT ON VIEW lint."sequence.granted" IS
    'no sequence is granted to those who serve tenants, and none numbers rows with walls';

CREATE VIEW lint."search.function" AS
SELECT p.oid::regprocedure::text AS object, coalesce(guard.search_fault(p.oid), CASE
    WHEN NOT p.prosecdef THEN 'it does not run as konak_search' ELSE 'others than konak_app may call it' END) AS reason
FROM pg_catalog.pg_proc p
WHERE p.proowner = to_regrole('konak_search')
  AND (guard.search_fault(p.oid) IS NOT NULL OR NOT p.prosecdef OR p.proacl IS NULL OR EXISTS (
    SELECT FROM aclexplode(p.proacl) acl
    WHERE acl.grantee <> p.proowner AND acl.grantee IS DISTINCT FROM to_regrole('konak_app')::oid))
UNION ALL
SELECT c.oid::regclass::text, 'it belongs to konak_search'
FROM pg_catalog.pg_class c WHERE c.relowner = to_regrole('konak_search');
COMMENT ON VIEW lint."search.function" IS
    'whatever runs as konak_search is of the reviewed form, and only konak_app calls it';

CREATE VIEW lint."default_privileges" AS
SELECT format('default privileges of %s', o.rolname) AS object,
    format('%s would get %s', coalesce(g.rolname, 'everybody'), lower(acl.privilege_type)) AS reason
FROM pg_catalog.pg_default_acl d
CROSS JOIN LATERAL aclexplode(d.defaclacl) acl
JOIN pg_catalog.pg_roles o ON o.oid = d.defaclrole
LEFT JOIN pg_catalog.pg_roles g ON g.oid = acl.grantee
WHERE acl.grantee <> d.defaclrole
UNION ALL
SELECT format('default privileges of %s', r.name), 'everybody would get to call new functions'
FROM (VALUES ('konak_owner'), ('konak_definer')) AS r (name)
WHERE NOT EXISTS (
    SELECT FROM pg_catalog.pg_default_acl d
    WHERE d.defaclrole = to_regrole(r.name) AND d.defaclobjtype = 'f' AND d.defaclnamespace = 0);
COMMENT ON VIEW lint."default_privileges" IS 'what is new is closed until a migration opens it';


-- Around the walls.
CREATE VIEW lint."function.closed" AS
SELECT f.signature AS object, format('%s may call it', coalesce(g.rolname, 'everybody')) AS reason
FROM guard.closed_function f
JOIN pg_catalog.pg_proc p ON p.oid = f.oid
CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
LEFT JOIN pg_catalog.pg_roles g ON g.oid = acl.grantee
WHERE acl.grantee = 0 OR g.rolname IN ('konak_app', 'konak_portal')
   OR f.name = 'set_config' AND g.rolname IN ('konak_owner', 'konak_control', 'konak_search');
COMMENT ON VIEW lint."function.closed" IS
    'functions of PostgreSQL that lead around the walls are closed to those who serve';

CREATE VIEW lint."language.open" AS
SELECT l.lanname::text AS object, format('%s may write functions in it', r.rolname) AS reason
FROM pg_catalog.pg_language l CROSS JOIN pg_catalog.pg_roles r
WHERE l.lanpltrusted AND r.rolname IN ('konak_app', 'konak_portal', 'konak_control')
  AND has_language_privilege(r.oid, l.oid, 'USAGE');
COMMENT ON VIEW lint."language.open" IS 'those who serve write no functions and run no DO';

CREATE VIEW lint."latch.tenant" AS
SELECT format('kernel.%s()', f.name) AS object, 'it is missing or not of the form that inlines'::text AS reason
FROM (VALUES ('tenant'), ('customer')) AS f (name)
WHERE NOT EXISTS (
    SELECT FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang
    WHERE p.oid = to_regprocedure(format('kernel.%s()', f.name)) AND l.lanname = 'sql' AND p.provolatile = 's'
      AND NOT p.prosecdef AND p.proconfig IS NULL AND btrim(p.prosrc, E' \n') = format(
        'SELECT nullif(pg_catalog.current_setting(%L, true), '''')::pg_catalog.uuid', 'konak.' || f.name));
COMMENT ON VIEW lint."latch.tenant" IS 'kernel.tenant() and kernel.customer() are of the form that inlines';

CREATE VIEW lint."latch.enter" AS
SELECT f.signature AS object, 'it is missing, another''s, or open to the wrong role'::text AS reason
FROM (VALUES ('kernel.enter(uuid)', ARRAY['konak_app', 'konak_definer', 'konak_owner']),
    ('kernel.enter(uuid,uuid)', ARRAY['konak_definer', 'konak_portal']),
    ('kernel.enter(uuid,uuid,uuid[],text)', ARRAY['konak_app', 'konak_definer'])) AS f (signature, callers)
WHERE NOT EXISTS (
    SELECT FROM pg_catalog.pg_proc p
    WHERE p.oid = to_regprocedure(f.signature) AND p.proowner = to_regrole('konak_definer') AND p.prosecdef
      AND f.callers = ARRAY(
        SELECT acl.grantee::regrole::text FROM aclexplode(p.proacl) acl
        WHERE acl.privilege_type = 'EXECUTE' AND NOT acl.is_grantable ORDER BY 1)
      AND NOT EXISTS (SELECT FROM aclexplode(p.proacl) acl WHERE acl.is_grantable));
COMMENT ON VIEW lint."latch.enter" IS 'the latch belongs to konak_definer, and each may call only its own form';

CREATE VIEW lint."guard.off" AS
SELECT t.name AS object, 'it is missing or switched off'::text AS reason
FROM (VALUES ('konak_guard_command'), ('konak_guard_drop')) AS t (name)
WHERE NOT EXISTS (
    SELECT FROM pg_catalog.pg_event_trigger e WHERE e.evtname = t.name AND e.evtenabled IN ('O', 'A'));
COMMENT ON VIEW lint."guard.off" IS 'the guard is awake';

CREATE VIEW lint."guard.changed" AS
SELECT coalesce(s.object, n.object) AS object, CASE WHEN s.object IS NULL THEN 'the preparation did not make it'
    ELSE 'it is not as the preparation made it' END AS reason
FROM guard.sealed s FULL JOIN guard.now n ON n.object = s.object
WHERE s.seal IS DISTINCT FROM n.seal;
COMMENT ON VIEW lint."guard.changed" IS 'latch, guard and lints are as the preparation made them';


-- The roles.
CREATE VIEW lint."role.attributes" AS
SELECT e.name AS object, 'it is missing or has other attributes than it should'::text AS reason
FROM guard.expected_role e LEFT JOIN pg_catalog.pg_roles r ON r.rolname = e.name
WHERE r.oid IS NULL OR r.rolsuper OR r.rolcreatedb OR r.rolcreaterole OR r.rolreplication
   OR r.rolcanlogin <> e.logs_in OR r.rolbypassrls <> e.sees_all;
COMMENT ON VIEW lint."role.attributes" IS 'each role has the attributes it should';

CREATE VIEW lint."role.member" AS
SELECT e.name AS object, format('it could become %s', held.rolname) AS reason
FROM guard.expected_role e
JOIN pg_catalog.pg_roles r ON r.rolname = e.name
JOIN pg_catalog.pg_auth_members m ON m.member = r.oid
JOIN pg_catalog.pg_roles held ON held.oid = m.roleid
WHERE (e.name, held.rolname) <> ('konak_backup', 'pg_read_all_data');
COMMENT ON VIEW lint."role.member" IS 'no role can become another';

CREATE VIEW lint."role.setting" AS
SELECT coalesce(r.rolname::text, 'database ' || d.datname, 'every role') AS object,
    format('it starts with %s', setting) AS reason
FROM pg_catalog.pg_db_role_setting s
LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
LEFT JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
CROSS JOIN LATERAL unnest(s.setconfig) AS setting
WHERE (s.setdatabase = 0 OR d.datname = current_database())
  AND (setting ~ '^konak\.' OR setting ~ '^session_replication_role='
    OR setting ~ '^row_security=' AND setting !~ '=(on|true|1|yes)$');
COMMENT ON VIEW lint."role.setting" IS 'no setting binds a tenant or switches walls off before anybody has entered';

CREATE VIEW lint."role.database" AS
SELECT format('database %I', current_database()) AS object,
    format('%s may %s in it', r.rolname, lower(p.privilege)) AS reason
FROM pg_catalog.pg_roles r CROSS JOIN (VALUES ('CREATE'), ('TEMPORARY')) AS p (privilege)
WHERE r.rolname IN ('konak_app', 'konak_portal', 'konak_control')
  AND has_database_privilege(r.oid, current_database(), p.privilege)
UNION ALL
SELECT format('schema %I', n.nspname), format('%s may create in it', r.rolname)
FROM pg_catalog.pg_namespace n CROSS JOIN pg_catalog.pg_roles r
WHERE r.rolname IN ('konak_app', 'konak_portal', 'konak_control') AND n.nspname !~ '^pg_(toast|temp)'
  AND has_schema_privilege(r.oid, n.oid, 'CREATE');
COMMENT ON VIEW lint."role.database" IS 'those who serve make no tables, not even temporary ones, and no schemas';
