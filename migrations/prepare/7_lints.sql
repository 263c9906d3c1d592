-- What boot, `konak doctor`, `konak migrate` and the tests ask: is there a hole in the walls? Empty answers mean no.
-- Each lint is a view named by its code; its comment says what holds. So the list of lints is the schema itself.
DROP SCHEMA IF EXISTS lint CASCADE;
CREATE SCHEMA lint;
REVOKE ALL ON SCHEMA lint FROM PUBLIC;
GRANT USAGE ON SCHEMA lint TO konak_owner, konak_control, konak_app, konak_portal;

-- The roles and what they may be.
CREATE OR REPLACE VIEW guard.expected_role (name, logs_in, sees_all) AS VALUES
    ('konak_owner', true, false), ('konak_definer', false, false), ('konak_control', true, false),
    ('konak_app', true, false), ('konak_portal', true, false), ('konak_search', false, true),
    ('konak_backup', true, true);

-- What must not change between two preparations, each thing as a checksum; and as it was at the last one.
CREATE OR REPLACE VIEW guard.now (object, seal) AS
SELECT p.oid::regprocedure::text, md5(concat_ws(
    '|', p.prosrc, p.proconfig, p.prosecdef, p.provolatile, p.proowner::regrole, p.prolang, p.prorettype::regtype))
FROM pg_catalog.pg_proc p
WHERE p.pronamespace = 'guard'::regnamespace OR p.pronamespace = 'kernel'::regnamespace AND p.proname = 'enter'
UNION ALL
SELECT c.oid::regclass::text, md5(concat_ws('|', pg_get_viewdef(c.oid), c.relowner::regrole))
FROM pg_catalog.pg_class c WHERE c.relnamespace IN ('guard'::regnamespace, 'lint'::regnamespace) AND c.relkind = 'v'
UNION ALL
SELECT e.evtname::text, md5(concat_ws('|', e.evtevent, e.evtfoid::regprocedure, e.evttags, e.evtowner::regrole))
FROM pg_catalog.pg_event_trigger e WHERE e.evtname ~ '^konak_';

CREATE TABLE IF NOT EXISTS guard.sealed (object text PRIMARY KEY, seal text NOT NULL);
REVOKE ALL ON guard.sealed FROM PUBLIC;

-- The walls themselves.
CREATE VIEW lint."wall.no_tenant_id" AS
SELECT w.oid::regclass::text AS object, 'it lacks tenant_id uuid NOT NULL'::text AS reason
FROM guard.walled w WHERE w.tenant IS NULL;
COMMENT ON VIEW lint."wall.no_tenant_id" IS 'a table with walls has tenant_id uuid NOT NULL';

CREATE VIEW lint."wall.not_enabled" AS
SELECT w.oid::regclass::text AS object, 'row-level security is not enabled'::text AS reason
FROM guard.walled w WHERE NOT w.is_enabled;
COMMENT ON VIEW lint."wall.not_enabled" IS 'a table with walls has row-level security enabled';

CREATE VIEW lint."wall.not_forced" AS
SELECT w.oid::regclass::text AS object, 'row-level security is not forced upon its owner'::text AS reason
FROM guard.walled w WHERE NOT w.is_forced;
COMMENT ON VIEW lint."wall.not_forced" IS 'row-level security binds the owner too';

CREATE VIEW lint."wall.policy" AS
SELECT w.oid::regclass::text AS object, format('its policy %s is missing or changed', e.name) AS reason
FROM guard.walled w CROSS JOIN LATERAL guard.expected_policy(w.class) e
WHERE e.name <> 'control' AND NOT guard.has_policy(w.oid, e.name, e.is_permissive, e.roles, e.test);
COMMENT ON VIEW lint."wall.policy" IS 'the policies of the wall are those that were built';

CREATE VIEW lint."wall.extra_permissive" AS
SELECT p.relation::regclass::text AS object, format('its policy %s shows more than the wall', p.name) AS reason
FROM guard.policy p WHERE guard.widens(p.relation, p.name);
COMMENT ON VIEW lint."wall.extra_permissive" IS 'no permissive policy stands beside those of the wall';

CREATE VIEW lint."wall.volatile_policy" AS
SELECT DISTINCT p.relation::regclass::text AS object,
    format('its policy %s calls %s, which is volatile', p.name, f.oid::regprocedure) AS reason
FROM guard.policy p JOIN guard.walled w ON w.oid = p.relation
CROSS JOIN LATERAL regexp_matches(p.tree, ':(?:func|opfunc)id (\d+)', 'g') AS called
JOIN pg_catalog.pg_proc f ON f.oid = called[1]::oid
WHERE f.provolatile = 'v';
COMMENT ON VIEW lint."wall.volatile_policy" IS 'no policy calls a volatile function: it would be asked for every row';

CREATE VIEW lint."wall.view" AS
SELECT r.oid::regclass::text AS object, 'it lacks security_invoker'::text AS reason
FROM guard.relation r WHERE r.kind = 'v' AND NOT guard.is_invoker_view(r.oid);
COMMENT ON VIEW lint."wall.view" IS 'a view reads with the rights of who asks it';

CREATE VIEW lint."wall.matview" AS
SELECT r.oid::regclass::text AS object, 'a materialized view knows no tenants'::text AS reason
FROM guard.relation r WHERE r.kind = 'm';
COMMENT ON VIEW lint."wall.matview" IS 'there is no materialized view: it knows no tenants';

CREATE VIEW lint."wall.foreign_table" AS
SELECT r.oid::regclass::text AS object, 'a foreign table knows no tenants'::text AS reason
FROM guard.relation r WHERE r.kind = 'f';
COMMENT ON VIEW lint."wall.foreign_table" IS 'there is no foreign table: it knows no tenants';

CREATE VIEW lint."wall.inheritance" AS
SELECT child.oid::regclass::text AS object, format('it inherits from %s', i.inhparent::regclass) AS reason
FROM pg_catalog.pg_inherits i
JOIN guard.relation child ON child.oid = i.inhrelid
LEFT JOIN guard.relation parent ON parent.oid = i.inhparent
WHERE parent.oid IS NULL OR parent.kind = 'r' OR parent.class IS DISTINCT FROM child.class;
COMMENT ON VIEW lint."wall.inheritance" IS 'a table inherits only as a partition, and from its own class';

CREATE VIEW lint."wall.owner" AS
SELECT r.oid::regclass::text AS object, format('it belongs to %s', o.rolname) AS reason
FROM guard.relation r JOIN pg_catalog.pg_roles o ON o.oid = r.owner
WHERE r.kind <> 'S' AND o.rolname <> 'konak_owner';
COMMENT ON VIEW lint."wall.owner" IS 'house and modules belong to konak_owner, whom the walls bind';

CREATE VIEW lint."wall.rule" AS
SELECT r.oid::regclass::text AS object, format('its rule %s runs with its owner''s rights', w.rulename) AS reason
FROM pg_catalog.pg_rewrite w JOIN guard.relation r ON r.oid = w.ev_class
WHERE w.rulename <> '_RETURN';
COMMENT ON VIEW lint."wall.rule" IS 'there is no rule: it writes with its owner''s rights';

CREATE VIEW lint."wall.trigger" AS
SELECT w.oid::regclass::text AS object, format('its trigger %s runs with another''s rights', t.tgname) AS reason
FROM pg_catalog.pg_trigger t
JOIN guard.walled w ON w.oid = t.tgrelid
JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
WHERE NOT t.tgisinternal AND f.prosecdef;
COMMENT ON VIEW lint."wall.trigger" IS 'a trigger of a table with walls runs with the rights of who changes the row';

CREATE VIEW lint."wall.definer" AS
SELECT p.oid::regprocedure::text AS object, format('it runs with the rights of %s', o.rolname) AS reason
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_roles o ON o.oid = p.proowner
WHERE p.prosecdef AND o.rolname <> 'konak_search'
  AND (guard.is_walled(n.nspname)
    OR guard.is_house(n.nspname) AND o.rolname NOT IN ('konak_owner', 'konak_definer')
    OR n.nspname IN ('guard', 'lint') AND p.oid <> 'guard.adopt_search(regprocedure)'::regprocedure);
COMMENT ON VIEW lint."wall.definer" IS
    'a function of a module runs with its caller''s rights, and no superuser''s function serves anybody';

CREATE VIEW lint."wall.search_path" AS
SELECT p.oid::regprocedure::text AS object,
    'it runs with its owner''s rights on a search path of the caller''s choice'::text AS reason
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.prosecdef AND (guard.is_house(n.nspname) OR guard.is_walled(n.nspname) OR n.nspname IN ('guard', 'lint'))
  AND p.proconfig IS DISTINCT FROM ARRAY['search_path=pg_catalog, pg_temp'];
COMMENT ON VIEW lint."wall.search_path" IS 'a function with another''s rights has its search path pinned';

CREATE VIEW lint."wall.extension" AS
SELECT e.extname::text AS object, 'the preparation does not know this extension'::text AS reason
FROM pg_catalog.pg_extension e
WHERE e.extname NOT IN ('plpgsql', 'pg_trgm', 'btree_gin', 'pg_stat_statements');
COMMENT ON VIEW lint."wall.extension" IS
    'no extension is there but those of the preparation: others read files, call out or keep state';


-- The classes.
CREATE VIEW lint."class.missing" AS
SELECT r.oid::regclass::text AS object, 'its comment begins with none of control:, bridge:, tenant:'::text AS reason
FROM guard.relation r WHERE guard.is_house(r.schema) AND r.kind IN ('r', 'p') AND r.class IS NULL;
COMMENT ON VIEW lint."class.missing" IS 'a table of the house declares its class in its comment';

CREATE VIEW lint."class.wrong" AS
SELECT r.oid::regclass::text AS object, format('it declares class %s', guard.declared_class(r.oid)) AS reason
FROM guard.relation r WHERE guard.is_walled(r.schema) AND guard.declared_class(r.oid) <> 'tenant';
COMMENT ON VIEW lint."class.wrong" IS 'every table of a module is of class tenant';

CREATE VIEW lint."class.control_granted" AS
SELECT e.relation::regclass::text AS object,
    format('it is of class control, and %s may %s', e.holder, lower(e.privilege)) AS reason
FROM guard.exposed_control e;
COMMENT ON VIEW lint."class.control_granted" IS 'nothing of class control is granted to those who serve tenants';

CREATE VIEW lint."bridge.control_reads" AS
SELECT w.oid::regclass::text AS object, 'konak_control lacks its policy or the right to read'::text AS reason
FROM guard.walled w
WHERE w.class = 'bridge' AND (
    NOT guard.has_policy(w.oid, 'control', true, ARRAY['konak_control'], 'true')
    OR NOT EXISTS (
        SELECT FROM guard.granted g
        WHERE g.relation = w.oid AND g.holder = 'konak_control' AND g.privilege = 'SELECT' AND g.column IS NULL));
COMMENT ON VIEW lint."bridge.control_reads" IS 'konak_control reads all of a bridge';

CREATE VIEW lint."portal.customer" AS
SELECT w.oid::regclass::text AS object, guard.portal_fault(w.oid) AS reason
FROM guard.walled w WHERE guard.portal_fault(w.oid) IS NOT NULL;
COMMENT ON VIEW lint."portal.customer" IS 'what the portal reaches has the policy that names kernel.customer()';


-- Keys and indexes: what would tell of others or be of no use.
CREATE VIEW lint."key.primary" AS
SELECT w.oid::regclass::text AS object, 'its primary key is missing or does not begin with tenant_id'::text AS reason
FROM guard.walled w
WHERE NOT EXISTS (
    SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = w.oid AND i.indisprimary AND i.indkey[0] = w.tenant);
COMMENT ON VIEW lint."key.primary" IS 'a primary key begins with tenant_id';

CREATE VIEW lint."key.unique" AS
SELECT i.indexrelid::regclass::text AS object, format('it is unique on %s across tenants', w.oid::regclass) AS reason
FROM guard.walled w JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
WHERE (i.indisunique OR i.indisexclusion) AND NOT i.indisprimary AND i.indkey[0] IS DISTINCT FROM w.tenant;
COMMENT ON VIEW lint."key.unique" IS 'every unique index begins with tenant_id: else it tells what others have';

CREATE VIEW lint."key.foreign" AS
SELECT format('%s of %s', k.conname, k.conrelid::regclass) AS object,
    CASE WHEN tenants.are_paired THEN 'it would set tenant_id null' ELSE 'it leads across tenants' END AS reason
FROM pg_catalog.pg_constraint k
JOIN guard.relation child ON child.oid = k.conrelid
JOIN guard.relation parent ON parent.oid = k.confrelid
LEFT JOIN guard.walled w ON w.oid = k.conrelid
CROSS JOIN LATERAL (
    SELECT EXISTS (
        SELECT FROM unnest(k.conkey, k.confkey) AS pair (near, far)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.near AND a.attname = 'tenant_id'
        JOIN pg_catalog.pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.far
        -- The table of tenants itself has it under the name of id.
        WHERE b.attname = 'tenant_id' OR parent.class = 'control' AND cardinality(k.conkey) = 1
    ) AS are_paired
) tenants
WHERE k.contype = 'f' AND (child.class IN ('tenant', 'bridge') OR parent.class IN ('tenant', 'bridge'))
  AND (NOT tenants.are_paired
    OR k.confupdtype IN ('n', 'd')
    OR k.confdeltype IN ('n', 'd') AND (k.confdelsetcols IS NULL OR w.tenant = ANY (k.confdelsetcols)));
COMMENT ON VIEW lint."key.foreign" IS 'a foreign key carries tenant_id along, and never sets it null';

CREATE VIEW lint."index.leading" AS
SELECT i.indexrelid::regclass::text AS object,
    format('it does not begin with tenant_id of %s', w.oid::regclass) AS reason
FROM guard.walled w JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
-- konak_control looks through a bridge across tenants: for a queue that is the point.
WHERE w.class = 'tenant' AND NOT i.indisunique AND i.indkey[0] IS DISTINCT FROM w.tenant;
COMMENT ON VIEW lint."index.leading" IS 'every index of a table with walls begins with tenant_id';

CREATE VIEW lint."type.not_leakproof" AS
SELECT i.indexrelid::regclass::text AS object, 'behind the wall the planner may not use it'::text AS reason
FROM guard.walled w
JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = c.relam
WHERE w.class = 'tenant' AND CASE WHEN m.amname IN ('btree', 'hash') THEN EXISTS (
        SELECT FROM unnest(i.indclass::oid[]) AS class (oid)
        JOIN pg_catalog.pg_opclass o ON o.oid = class.oid
        JOIN pg_catalog.pg_amop a ON a.amopfamily = o.opcfamily AND a.amoplefttype = o.opcintype
            AND a.amoprighttype = o.opcintype
        JOIN pg_catalog.pg_operator op ON op.oid = a.amopopr
        JOIN pg_catalog.pg_proc f ON f.oid = op.oprcode
        WHERE NOT f.proleakproof)
      OR EXISTS (
        SELECT FROM regexp_matches(i.indexprs::text, ':(?:func|opfunc)id (\d+)', 'g') AS called
        JOIN pg_catalog.pg_proc f ON f.oid = called[1]::oid
        WHERE NOT f.proleakproof)
    ELSE NOT EXISTS (
        SELECT FROM pg_catalog.pg_proc s
        WHERE s.proowner = to_regrole('konak_search') AND guard.search_place(s.oid) = w.schema || '.' || w.name)
    END;
COMMENT ON VIEW lint."type.not_leakproof" IS
    'an index serves behind the wall: no numeric, enum, jsonb, array; gin, gist for a search only';

CREATE VIEW lint."type.money" AS
SELECT format('%s.%s', w.oid::regclass, a.attname) AS object,
    format('it is %s, money is bigint', a.atttypid::regtype) AS reason
FROM guard.walled w JOIN pg_catalog.pg_attribute a ON a.attrelid = w.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE a.atttypid = 'money'::regtype
   OR a.attname ~ '(^|_)(amount|price|total|cost|balance|fee|budget|revenue)$'
    AND a.atttypid IN ('numeric'::regtype, 'real'::regtype, 'double precision'::regtype);
COMMENT ON VIEW lint."type.money" IS 'money is bigint minor units';


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
    ('kernel.enter(uuid,uuid)', ARRAY['konak_definer', 'konak_portal'])) AS f (signature, callers)
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
SELECT s.object, 'it is not as the preparation made it'::text AS reason
FROM guard.sealed s
WHERE s.seal IS DISTINCT FROM (SELECT n.seal FROM guard.now n WHERE n.object = s.object)
UNION ALL
SELECT n.object, 'the preparation did not make it' FROM guard.now n
WHERE NOT EXISTS (SELECT FROM guard.sealed s WHERE s.object = n.object);
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

-- Every hole, of every lint. Dynamic, so that no lint can be forgotten here.
CREATE FUNCTION guard.holes() RETURNS TABLE (code text, object text, reason text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    FOR code IN
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'lint'::regnamespace AND c.relkind = 'v' ORDER BY c.relname
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
