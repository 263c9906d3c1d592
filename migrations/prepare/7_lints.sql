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

-- What must not change between two preparations, each thing as a checksum; guard.sealed has it as it was at the last one.
CREATE OR REPLACE VIEW guard.now (object, seal) AS
SELECT p.oid::regprocedure::text, md5(concat_ws(
    '|', p.prosrc, p.proconfig, p.prosecdef, p.provolatile, p.proowner::regrole, p.prolang, p.prorettype::regtype))
FROM pg_catalog.pg_proc p
WHERE p.pronamespace = 'guard'::regnamespace
   OR p.pronamespace = 'kernel'::regnamespace AND p.proname IN ('enter', 'hold_lease')
UNION ALL
SELECT c.oid::regclass::text, md5(concat_ws('|', pg_get_viewdef(c.oid), c.relowner::regrole))
FROM pg_catalog.pg_class c WHERE c.relnamespace IN ('guard'::regnamespace, 'lint'::regnamespace) AND c.relkind = 'v'
UNION ALL
SELECT e.evtname::text, md5(concat_ws('|', e.evtevent, e.evtfoid::regprocedure, e.evttags, e.evtowner::regrole))
FROM pg_catalog.pg_event_trigger e WHERE e.evtname ~ '^konak_';

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
    OR guard.is_house(n.nspname) AND o.rolname <> 'konak_definer'
    OR n.nspname IN ('guard', 'lint')
        AND p.oid NOT IN ('guard.adopt_search(regprocedure)'::regprocedure, 'guard.keep_sound()'::regprocedure));
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
SELECT r.oid::regclass::text AS object, 'its comment begins with none of control:, bridge:, tenant:, reference:'::text AS reason
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

CREATE VIEW lint."class.reference" AS
SELECT r.oid::regclass::text AS object, fault AS reason
FROM guard.relation r CROSS JOIN LATERAL (SELECT guard.reference_fault(r.oid) OFFSET 0) AS judged (fault)
WHERE fault IS NOT NULL;
COMMENT ON VIEW lint."class.reference" IS 'what all tenants read alike is written by migrations alone, and is no tenant''s';

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
SELECT w.oid::regclass::text AS object, fault AS reason
FROM guard.walled w CROSS JOIN LATERAL (SELECT guard.portal_fault(w.oid) OFFSET 0) AS judged (fault)
WHERE fault IS NOT NULL;
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
    CASE WHEN parent.class = 'reference' THEN 'it would change rows of all tenants'
        WHEN child.class = 'reference' THEN 'what all tenants read points to nothing but its like'
        WHEN tenants.are_paired THEN 'it would set tenant_id null' ELSE 'it leads across tenants' END AS reason
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
WHERE k.contype = 'f' AND CASE
    -- A code that all know; what points to it stays as it is.
    WHEN parent.class = 'reference' THEN k.confupdtype NOT IN ('a', 'r') OR k.confdeltype NOT IN ('a', 'r')
    WHEN child.class = 'reference' THEN true
    WHEN child.class IN ('tenant', 'bridge') OR parent.class IN ('tenant', 'bridge') THEN NOT tenants.are_paired
        OR k.confupdtype IN ('n', 'd')
        OR k.confdeltype IN ('n', 'd') AND (k.confdelsetcols IS NULL OR w.tenant = ANY (k.confdelsetcols))
    ELSE false
END;
COMMENT ON VIEW lint."key.foreign" IS
    'a foreign key carries tenant_id along and never sets it null, or points to a code that all know';

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
