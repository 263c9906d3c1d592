-- What each relation is, and how its walls must look. The guard builds by this page and the lints judge by it.

-- Everything of an older preparation goes: what this one does not make again, nobody shall rely on.
DROP EVENT TRIGGER IF EXISTS konak_guard_command;
DROP EVENT TRIGGER IF EXISTS konak_guard_drop;
DO $$
DECLARE
    routine text;
BEGIN
    FOR routine IN SELECT oid::regprocedure::text FROM pg_catalog.pg_proc WHERE pronamespace = 'guard'::regnamespace
    LOOP
        EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', routine);
    END LOOP;
END $$;

-- The house's own schemas, where each table declares its class.
CREATE FUNCTION guard.is_house(schema_name text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT schema_name IN ('kernel', 'security', 'delivery', 'records')
$$;

-- A module's schema, where every table is a tenant's: whatever is neither the house's nor PostgreSQL's.
CREATE FUNCTION guard.is_walled(schema_name text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT guard.is_house(schema_name) AND schema_name !~ '^pg_'
        AND schema_name NOT IN ('guard', 'lint', 'extension', 'information_schema')
$$;

-- The class that a comment declares: 'bridge: jobs and their leases' says bridge. Null when it declares none.
CREATE FUNCTION guard.declared_class(relation oid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT substring(obj_description(relation, 'pg_class') FROM '^(control|bridge|tenant|reference):[[:space:]]*[^[:space:]]')
$$;

-- Every relation of house and modules with its class; null is a table of the house that declares none.
CREATE OR REPLACE VIEW guard.relation AS
SELECT c.oid, n.nspname::text AS schema, c.relname::text AS name, c.relkind AS kind, c.relowner AS owner,
    c.relacl AS acl, c.relrowsecurity AS is_enabled, c.relforcerowsecurity AS is_forced,
    CASE WHEN guard.is_walled(n.nspname) THEN 'tenant' ELSE guard.declared_class(c.oid) END AS class
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND (guard.is_walled(n.nspname) OR guard.is_house(n.nspname));

-- The tables with walls, and the number of the column that the walls are made of.
CREATE OR REPLACE VIEW guard.walled AS
SELECT r.*, a.attnum AS tenant
FROM guard.relation r
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    AND a.attnotnull AND a.atttypid = 'pg_catalog.uuid'::regtype
WHERE r.kind IN ('r', 'p') AND r.class IN ('tenant', 'bridge');

-- The policies as they are, readable.
CREATE OR REPLACE VIEW guard.policy AS
SELECT p.polrelid AS relation, p.polname::text AS name, p.polpermissive AS is_permissive, p.polcmd AS command,
    ARRAY(
        SELECT CASE member WHEN 0 THEN 'public' ELSE member::regrole::text END FROM unnest(p.polroles) member ORDER BY 1
    ) AS roles,
    pg_get_expr(p.polqual, p.polrelid) AS reads, pg_get_expr(p.polwithcheck, p.polrelid) AS writes,
    p.polqual::text || coalesce(p.polwithcheck::text, '') AS tree
FROM pg_catalog.pg_policy p;

-- The policies as they must be. konak_control passes a bridge's walls; its grants say what it may do there. The owner
-- and the servers of tenants are named where PUBLIC would bind konak_control as well.
CREATE FUNCTION guard.expected_policy(class text)
RETURNS TABLE (name text, is_permissive boolean, roles text[], test text) LANGUAGE sql IMMUTABLE AS $$
    VALUES ('wall', true, ARRAY['public'], '(tenant_id = kernel.tenant())'),
        ('wall_always', false, CASE class WHEN 'bridge' THEN ARRAY['konak_app', 'konak_owner', 'konak_portal']
            ELSE ARRAY['public'] END, '(tenant_id = kernel.tenant())')
    UNION ALL SELECT 'control', true, ARRAY['konak_control'], 'true' WHERE class = 'bridge'
$$;

-- True when the relation has this policy in its exact form.
CREATE FUNCTION guard.has_policy(
    relation oid, policy text, permissive boolean, policy_roles text[], test text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM guard.policy p
        WHERE p.relation = $1 AND p.name = $2 AND p.is_permissive = $3 AND p.command = '*' AND p.roles = $4
          AND p.reads = $5 AND p.writes = $5)
$$;

-- The name of a policy that the class asks for and the table has not, or not in the exact form.
CREATE FUNCTION guard.missing_policy(relation oid, class text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT min(e.name) FROM guard.expected_policy(class) e
    WHERE NOT guard.has_policy(relation, e.name, e.is_permissive, e.roles, e.test)
$$;

-- What the guard and the lints may say of a view: whether it reads with its caller's rights.
CREATE FUNCTION guard.is_invoker_view(relation oid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(c.reloptions::text[] && ARRAY[
        'security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'], false)
    FROM pg_catalog.pg_class c WHERE c.oid = relation
$$;

-- Who of those that serve tenants, or the world, holds a right on a relation or on one of its columns.
CREATE OR REPLACE VIEW guard.granted AS
SELECT r.oid AS relation, a.grantee, coalesce(g.rolname::text, 'everybody') AS holder, a.privilege_type AS privilege,
    a.is_grantable, a.column
FROM guard.relation r
CROSS JOIN LATERAL (
    SELECT acl.grantee, acl.privilege_type, acl.is_grantable, NULL::name AS column FROM aclexplode(r.acl) acl
    UNION ALL
    SELECT acl.grantee, acl.privilege_type, acl.is_grantable, t.attname
    FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) acl
    WHERE t.attrelid = r.oid AND NOT t.attisdropped
) a
LEFT JOIN pg_catalog.pg_roles g ON g.oid = a.grantee
WHERE a.grantee <> r.owner;

-- Why a table of class reference is none, or null: everybody may read all of it, and only a migration writes it.
CREATE FUNCTION guard.reference_fault(place oid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN EXISTS (
            SELECT FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = place AND a.attname = 'tenant_id' AND NOT a.attisdropped)
            THEN 'what all tenants read has no tenant_id'
        WHEN r.is_enabled THEN 'what all tenants read has no row-level security'
        WHEN EXISTS (
            SELECT FROM guard.granted g
            WHERE g.relation = place AND g.holder <> 'everybody' AND g.privilege IN ('INSERT', 'UPDATE', 'DELETE'))
            THEN 'what all tenants read is written by migrations alone'
    END
    FROM guard.relation r WHERE r.oid = place AND r.kind IN ('r', 'p') AND r.class = 'reference'
$$;

-- What is granted of the house's tables to those who serve tenants, though it is not theirs to see. A view that reads
-- with its caller's rights shows nothing that they could not see without it.
CREATE OR REPLACE VIEW guard.exposed_control AS
SELECT g.relation, g.holder, g.privilege
FROM guard.granted g JOIN guard.relation r ON r.oid = g.relation
WHERE guard.is_house(r.schema) AND r.kind NOT IN ('v', 'S') AND coalesce(r.class, 'control') = 'control'
  AND g.holder IN ('konak_app', 'konak_portal', 'everybody');

-- Why a table that the portal reaches does not keep each customer to what is theirs, or null.
CREATE FUNCTION guard.portal_fault(place oid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN EXISTS (
            SELECT FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = place AND a.atttypid = 'pg_catalog.uuid'::regtype AND NOT a.attisdropped
              AND guard.has_policy(
                place, 'portal', false, ARRAY['konak_portal'], format('(%I = kernel.customer())', a.attname)))
            THEN NULL
        WHEN NOT guard.has_policy(
            place, 'portal', false, ARRAY['konak_portal'], '(kernel.customer() IS NOT NULL)')
            THEN 'the portal reaches it without the policy that names kernel.customer()'
        WHEN EXISTS (
            SELECT FROM guard.granted g
            WHERE g.relation = place AND g.holder = 'konak_portal' AND g.privilege <> 'SELECT')
            THEN 'what all customers of a tenant share, none of them may change'
    END
    WHERE EXISTS (SELECT FROM guard.granted g WHERE g.relation = place AND g.holder = 'konak_portal')
$$;

-- The table that a search function reads, by its text in the reviewed form; null when the form is another.
-- Parentheses are taken away from the inside out, so that what is left is the statement's skeleton.
CREATE FUNCTION guard.search_place(function oid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    body text := (SELECT lower(p.prosrc) FROM pg_proc p WHERE p.oid = function);
    bare text;
BEGIN
    IF body ~ '--|/\*|\\|"|\$[a-z$]|;|¤' THEN RETURN NULL; END IF;
    body := regexp_replace(body, '''[^'']*''', '''''', 'g');
    IF regexp_count(body, '\m(select|from|join|union|intersect|except|values|table|with|into)\M') <> 2 THEN
        RETURN NULL;
    END IF;
    -- Another function could do anything with rows it is shown before the tenant's test.
    bare := replace(replace(body, 'kernel.tenant()', ''), 'kernel.reaches(', 'reaches(');
    IF bare ~ '[a-z0-9_]\s*\.\s*[a-z0-9_]+\s*\(' AND regexp_replace(bare, '(pg_catalog|extension)\.', '', 'g')
        ~ '[a-z0-9_]\s*\.\s*[a-z0-9_]+\s*\(' THEN RETURN NULL; END IF;
    LOOP
        bare := regexp_replace(body, '\([^()]*\)', '¤', 'g');
        EXIT WHEN bare = body;
        body := bare;
    END LOOP;
    RETURN (regexp_match(body,
        '^\s*select\s+[a-z_][a-z0-9_.]*\s+from\s+([a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*)(?:\s+(?:as\s+)?[a-z_][a-z0-9_]*)?'
        || '\s+where\s+(?:[a-z_][a-z0-9_]*\.)?tenant_id\s*=\s*kernel\.tenant¤\s+and\s+¤'
        || '(?:\s+order\s+by\s+.+)?\s+limit\s+(?:most|\$2|least\s*¤)\s*$'))[1];
END $$;

-- Why a function is not a search function of the reviewed form, or null. Ownership and grants are judged apart.
CREATE FUNCTION guard.search_fault(function oid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN p.prolang <> (SELECT l.oid FROM pg_language l WHERE l.lanname = 'sql') OR p.prosqlbody IS NOT NULL
            THEN 'a search function is LANGUAGE sql with its text in quotes'
        WHEN p.proname !~ '^search_[a-z0-9_]+$' THEN 'a search function is named search_<entity>'
        WHEN p.provolatile <> 's' THEN 'a search function is STABLE'
        WHEN NOT p.proretset OR p.prorettype <> 'uuid'::regtype OR p.proallargtypes IS NOT NULL
            THEN 'a search function RETURNS SETOF uuid'
        WHEN p.proargtypes::text <> '25 23' THEN 'a search function takes (needle text, most integer)'
        WHEN p.proconfig IS DISTINCT FROM ARRAY['search_path=pg_catalog, pg_temp']
            THEN 'a search function has SET search_path = pg_catalog, pg_temp'
        WHEN guard.search_place(p.oid) IS NULL
            THEN 'a search function reads: SELECT id FROM schema.table WHERE tenant_id = kernel.tenant() AND ('
                || 'condition) [ORDER BY …] LIMIT most'
        WHEN NOT EXISTS (SELECT FROM guard.walled w WHERE w.schema || '.' || w.name = guard.search_place(p.oid))
            THEN 'a search function reads one table with walls'
        WHEN EXISTS (
            SELECT FROM guard.walled w JOIN pg_policy s ON s.polrelid = w.oid AND s.polname = 'scope_read'
            WHERE w.schema || '.' || w.name = guard.search_place(p.oid)
              AND lower(p.prosrc) NOT LIKE '%and kernel.reaches(''' || w.schema || '.' || w.name || ''', %')
            THEN format('people reach some rows of this table: its search function adds AND kernel.reaches(%L, owner, '
                || 'team) to its condition, or the best hits of all rows are what is shown', guard.search_place(p.oid))
    END
    FROM pg_proc p WHERE p.oid = function
$$;
