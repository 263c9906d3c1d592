// Long: six statements that together are the list of all that can be weakened.
import Kernel
import Postgres

/// One way to weaken the database as it is, made up from its catalogue.
struct Mutant: Sendable, Hashable {
    /// What sort of weakness.
    let kind: String
    /// What a superuser would run.
    let script: String
    /// The lints of which one must see it.
    let codes: Set<String>
}

/// Reads `pg_catalog` of a migrated database and makes a mutant of everything that could be weakened there. It uses none
/// of the guard's own views, so what those overlook is still put to them.
enum Mutants {
    static func all(on connection: borrowing ScriptConnection) throws -> [Mutant] {
        var found: [[String?]] = []
        for part in [policies, tables, keys, rights, functions, house] { found += try connection.rows(part) }
        return found.compactMap { row in
            guard row.count == 3, let kind = row[0], let script = row[1], let codes = row[2] else { return nil }
            return Mutant(kind: kind, script: script, codes: Set(codes.split(separator: " ").map(String.init)))
        }
    }

    private static let policies: StaticString = """
        WITH p AS (
            SELECT polname AS name, polrelid::regclass::text AS place, polroles, pg_get_expr(polqual, polrelid) AS test
            FROM pg_policy)
        SELECT 'policy dropped', format('DROP POLICY %I ON %s', name, place),
            'wall.policy bridge.control_reads portal.customer' FROM p
        UNION ALL
        SELECT 'policy widened ' || how.words, format('ALTER POLICY %I ON %s %s', name, place, how.words),
            'wall.policy portal.customer'
        FROM p, unnest(ARRAY['USING (true)', 'WITH CHECK (true)', 'USING (true) WITH CHECK (true)']) AS how (words)
        WHERE test <> 'true'
        UNION ALL
        SELECT 'policy loosened by OR', format('ALTER POLICY %I ON %s USING (%s OR current_user = ''x'')', name, place, test),
            'wall.policy portal.customer'
        FROM p WHERE test <> 'true'
        UNION ALL
        SELECT 'policy for others', format('ALTER POLICY %I ON %s TO %s', name, place, other),
            'wall.policy wall.extra_permissive bridge.control_reads portal.customer'
        FROM p, unnest(ARRAY['konak_app', 'konak_backup']) AS other
        UNION ALL
        SELECT 'policy renamed', format('ALTER POLICY %I ON %s RENAME TO other', name, place),
            'wall.policy wall.extra_permissive bridge.control_reads portal.customer' FROM p
        """

    private static let tables: StaticString = """
        WITH t AS (
            SELECT c.oid, c.oid::regclass::text AS place, n.nspname IN ('kernel', 'security', 'delivery', 'records') AS house,
                coalesce(obj_description(c.oid, 'pg_class') ~ '^reference', false) AS reference,
                coalesce(obj_description(c.oid, 'pg_class'), 'tenant') !~ '^control' AND EXISTS (
                    SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id') AS walled
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_'
              AND n.nspname NOT IN ('guard', 'lint', 'extension', 'information_schema'))
        SELECT 'FORCE off', format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', place), 'wall.not_forced' FROM t WHERE walled
        UNION ALL
        SELECT 'row-level security off', format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', place), 'wall.not_enabled'
        FROM t WHERE walled
        UNION ALL
        SELECT 'tenant_id renamed', format('ALTER TABLE %s RENAME tenant_id TO other', place), 'wall.no_tenant_id'
        FROM t WHERE walled
        UNION ALL
        SELECT 'permissive policy added', format('CREATE POLICY other ON %s %s', place, to_whom), 'wall.extra_permissive'
        FROM t, unnest(ARRAY['USING (true)', 'FOR SELECT TO konak_app USING (true)']) AS to_whom WHERE walled
        UNION ALL
        SELECT 'owner changed', format('ALTER TABLE %s OWNER TO konak_app', place), 'wall.owner' FROM t
        UNION ALL
        SELECT 'class taken away', format('COMMENT ON TABLE %s IS NULL', place), 'class.missing' FROM t WHERE house
        UNION ALL
        SELECT 'class changed to control', format('COMMENT ON TABLE %s IS ''control: x''', place),
            'class.wrong class.control_granted'
        FROM t WHERE walled
        UNION ALL
        SELECT 'class changed to reference', format('COMMENT ON TABLE %s IS ''reference: x''', place),
            'class.wrong class.reference'
        FROM t WHERE walled
        UNION ALL
        SELECT 'a tenant''s column in what all read', format('ALTER TABLE %s ADD tenant_id uuid', place), 'class.reference'
        FROM t WHERE reference
        UNION ALL
        SELECT 'what all read hidden', format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', place), 'class.reference'
        FROM t WHERE reference
        UNION ALL
        SELECT 'what all read points to control',
            format('ALTER TABLE %s ADD other uuid REFERENCES kernel.landlord (id)', place), 'key.foreign'
        FROM t WHERE reference
        UNION ALL
        SELECT 'child added', format('CREATE TABLE kernel.child () INHERITS (%s)', place), 'wall.inheritance' FROM t
        UNION ALL
        SELECT 'rule added', format('CREATE RULE other AS ON DELETE TO %s DO INSTEAD NOTHING', place), 'wall.rule' FROM t
        UNION ALL
        SELECT 'trigger with another''s rights', format(
            'CREATE FUNCTION kernel.other() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
                SET search_path = pg_catalog, pg_temp AS ''BEGIN RETURN NULL; END'';
            CREATE TRIGGER other AFTER INSERT ON %s EXECUTE FUNCTION kernel.other()', place), 'wall.trigger'
        FROM t WHERE walled
        UNION ALL
        SELECT 'serial added', format('ALTER TABLE %s ADD other bigserial', place), 'sequence.granted' FROM t WHERE walled
        UNION ALL
        SELECT 'view without its caller''s rights',
            format('CREATE VIEW kernel.other AS SELECT * FROM %s', place), 'wall.view' FROM t
        UNION ALL
        SELECT 'materialized view', format('CREATE MATERIALIZED VIEW kernel.other AS SELECT * FROM %s', place),
            'wall.matview' FROM t
        """

    private static let keys: StaticString = """
        WITH t AS (
            SELECT c.oid, c.oid::regclass::text AS place FROM pg_class c
            WHERE c.relkind IN ('r', 'p') AND coalesce(obj_description(c.oid, 'pg_class'), 'tenant') !~ '^control'
              AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')
        ), i AS (
            SELECT t.*, x.indexrelid::regclass::text AS index, x.indisunique, x.indisprimary, m.amname,
                obj_description(t.oid, 'pg_class') ~ '^bridge' AS bridge,
                (SELECT string_agg(format('%I', a.attname), ', ' ORDER BY key.place)
                 FROM unnest(x.indkey::smallint[]) WITH ORDINALITY AS key (number, place)
                 JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = key.number
                 WHERE a.attname <> 'tenant_id') AS rest
            FROM t JOIN pg_index x ON x.indrelid = t.oid JOIN pg_class c ON c.oid = x.indexrelid
            JOIN pg_am m ON m.oid = c.relam
        ), k AS (
            SELECT k.conname, k.conrelid::regclass::text AS place, k.confrelid::regclass::text AS target,
                (SELECT a.attname FROM pg_attribute a
                 WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[cardinality(k.conkey)]) AS near,
                (SELECT a.attname FROM pg_attribute a
                 WHERE a.attrelid = k.confrelid AND a.attnum = k.confkey[cardinality(k.confkey)]) AS far
            FROM pg_constraint k JOIN t ON t.oid = k.conrelid WHERE k.contype = 'f' AND cardinality(k.conkey) > 1)
        SELECT 'primary key of the id alone', format(
            'ALTER TABLE %s DROP CONSTRAINT %I CASCADE; ALTER TABLE %s ADD PRIMARY KEY (%s)', place,
            (SELECT c.conname FROM pg_constraint c WHERE c.conrelid = i.oid AND c.contype = 'p'), place, rest), 'key.primary'
        FROM i WHERE indisprimary
        UNION ALL
        SELECT 'no primary key', format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', place,
            (SELECT c.conname FROM pg_constraint c WHERE c.conrelid = i.oid AND c.contype = 'p')), 'key.primary'
        FROM i WHERE indisprimary
        UNION ALL
        SELECT 'unique across tenants', format('CREATE UNIQUE INDEX ON %s (%s)', place, rest), 'key.unique'
        FROM i WHERE indisunique
        UNION ALL
        SELECT 'index across tenants', format('CREATE INDEX ON %s (%s)', place, rest), 'index.leading'
        FROM i WHERE amname = 'btree' AND bridge IS NOT TRUE
        UNION ALL
        SELECT 'index of what leaks', format(
            'ALTER TABLE %s ADD other numeric; CREATE INDEX ON %s (tenant_id, other)', place, place), 'type.not_leakproof'
        FROM i WHERE indisprimary AND bridge IS NOT TRUE
        UNION ALL
        SELECT 'foreign key of the id alone', format(
            'ALTER TABLE %s DROP CONSTRAINT %I; ALTER TABLE %s ADD UNIQUE (%I);
            ALTER TABLE %s ADD FOREIGN KEY (%I) REFERENCES %s (%I)', place, conname, target, far, place, near, target, far),
            'key.foreign'
        FROM k
        UNION ALL
        SELECT 'foreign key that sets the tenant null', format(
            'ALTER TABLE %s DROP CONSTRAINT %I;
            ALTER TABLE %s ADD FOREIGN KEY (tenant_id, %I) REFERENCES %s (tenant_id, %I) ON DELETE SET NULL',
            place, conname, place, near, target, far), 'key.foreign'
        FROM k
        UNION ALL
        SELECT 'key to what all read that acts ' || how, format(
            'ALTER TABLE %s DROP CONSTRAINT %I; ALTER TABLE %s ADD FOREIGN KEY (%I) REFERENCES %s (%I) %s',
            c.conrelid::regclass, c.conname, c.conrelid::regclass, a.attname, c.confrelid::regclass, b.attname, how),
            'key.foreign'
        FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1],
            unnest(ARRAY['ON DELETE CASCADE', 'ON DELETE SET NULL', 'ON UPDATE CASCADE']) AS how
        WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND obj_description(c.confrelid, 'pg_class') ~ '^reference'
        UNION ALL
        SELECT 'search function gone from under its index', format('DROP FUNCTION %s', p.oid::regprocedure),
            'type.not_leakproof'
        FROM pg_proc p WHERE p.proowner = 'konak_search'::regrole
        """

    private static let rights: StaticString = """
        WITH t AS (
            SELECT c.oid, c.oid::regclass::text AS place, c.relkind, n.nspname,
                coalesce(obj_description(c.oid, 'pg_class'), 'tenant') ~ '^control' AS control,
                coalesce(obj_description(c.oid, 'pg_class') ~ '^reference', false) AS reference
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname !~ '^pg_'
              AND n.nspname NOT IN ('guard', 'lint', 'extension', 'information_schema'))
        SELECT 'granted to everybody', format('GRANT %s ON %s TO PUBLIC', word, place), 'grant.public'
        FROM t, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS word
        UNION ALL
        SELECT 'granted beyond the walls', format('GRANT %s ON %s TO %s', word, place, role), 'grant.truncate'
        FROM t, unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) AS word, unnest(ARRAY['konak_app', 'konak_portal']) AS role
        WHERE relkind <> 'v'
        UNION ALL
        SELECT 'granted to be granted on', format('GRANT SELECT ON %s TO konak_app WITH GRANT OPTION', place), 'grant.option'
        FROM t
        UNION ALL
        SELECT 'control granted to who serves', format('GRANT %s ON %s TO %s', word, place, role), 'class.control_granted'
        FROM t, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS word, unnest(ARRAY['konak_app', 'konak_portal']) AS role
        WHERE control AND relkind <> 'v'
        UNION ALL
        SELECT 'what all read granted to be written', format('GRANT %s ON %s TO %s', word, place, role), 'class.reference'
        FROM t, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) AS word,
            unnest(ARRAY['konak_app', 'konak_portal', 'konak_control', 'konak_definer']) AS role
        WHERE reference
        UNION ALL
        SELECT 'a column of control granted', format('GRANT SELECT (%I) ON %s TO konak_app', a.attname, place),
            'class.control_granted'
        FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = 1 WHERE control AND relkind <> 'v'
        UNION ALL
        SELECT 'opened to the portal by grant alone', format('GRANT SELECT ON %s TO konak_portal', place), 'portal.customer'
        FROM t WHERE NOT control AND NOT reference AND relkind <> 'v'
          AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'portal')
        UNION ALL
        SELECT 'view without its caller''s rights', format('ALTER VIEW %s %s', place, how), 'wall.view'
        FROM t, unnest(ARRAY['SET (security_invoker = false)', 'RESET (security_invoker)']) AS how WHERE relkind = 'v'
        UNION ALL
        SELECT 'schema opened', format('GRANT %s', how), 'grant.public role.database'
        FROM (SELECT DISTINCT nspname FROM t) s,
            unnest(ARRAY[format('USAGE ON SCHEMA %I TO PUBLIC', nspname), format('CREATE ON SCHEMA %I TO konak_app', nspname)])
                AS how
        UNION ALL
        SELECT 'table without walls', format('CREATE TABLE %I.other (x integer)', nspname), 'wall.no_tenant_id class.missing'
        FROM (SELECT DISTINCT nspname FROM t) s
        UNION ALL
        SELECT 'default privilege', format('ALTER DEFAULT PRIVILEGES FOR ROLE konak_owner IN SCHEMA %I GRANT %s', nspname, how),
            'default_privileges'
        FROM (SELECT DISTINCT nspname FROM t) s,
            unnest(ARRAY['SELECT ON TABLES TO konak_app', 'EXECUTE ON FUNCTIONS TO PUBLIC', 'USAGE ON SEQUENCES TO konak_app'])
                AS how
        """

    private static let functions: StaticString = """
        WITH f AS (
            SELECT p.oid, p.oid::regprocedure::text AS signature, n.nspname, p.prosecdef, p.proowner::regrole::text AS owner
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('extension', 'information_schema'))
        SELECT 'definer''s search path reset', format('ALTER FUNCTION %s RESET search_path', signature), 'wall.search_path'
        FROM f WHERE prosecdef
        UNION ALL
        SELECT 'definer''s search path widened', format('ALTER FUNCTION %s SET search_path = crm, pg_catalog', signature),
            'wall.search_path'
        FROM f WHERE prosecdef
        UNION ALL
        SELECT 'definer given to a superuser', format('ALTER FUNCTION %s OWNER TO konak_test', signature),
            'wall.definer latch.enter'
        FROM f WHERE prosecdef AND owner <> 'konak_test'
        UNION ALL
        SELECT 'definer that is none any more', format('ALTER FUNCTION %s SECURITY INVOKER', signature),
            'latch.enter search.function guard.changed'
        FROM f WHERE prosecdef
        UNION ALL
        SELECT 'caller''s rights given up', format('ALTER FUNCTION %s SECURITY DEFINER', signature),
            'wall.definer wall.search_path latch.tenant guard.changed'
        FROM f WHERE NOT prosecdef
        UNION ALL
        SELECT 'function opened', format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', signature), 'grant.public' FROM f
        UNION ALL
        SELECT 'search in another form', format('ALTER FUNCTION %s %s', signature, how), 'search.function'
        FROM f, unnest(ARRAY['VOLATILE', 'IMMUTABLE', 'RENAME TO other']) AS how WHERE owner = 'konak_search'
        UNION ALL
        SELECT 'policy''s function volatile', format('ALTER FUNCTION %s VOLATILE', signature), 'latch.tenant'
        FROM f WHERE signature IN ('kernel.tenant()', 'kernel.customer()')
        UNION ALL
        SELECT 'latch made repeatable', format(
            'CREATE OR REPLACE FUNCTION kernel.enter(%s) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
                SET search_path = pg_catalog, pg_temp
                AS ''BEGIN PERFORM set_config(''''konak.tenant'''', tenant::text, true); END''',
            pg_get_function_arguments(oid)), 'guard.changed'
        FROM f WHERE signature LIKE 'kernel.enter(%'
        UNION ALL
        SELECT 'latch open to the wrong role', format('GRANT EXECUTE ON FUNCTION %s TO %s', signature, role), 'latch.enter'
        FROM f, unnest(ARRAY['konak_app', 'konak_portal', 'konak_control', 'konak_backup']) AS role
        WHERE signature LIKE 'kernel.enter(%' AND NOT has_function_privilege(role, oid, 'EXECUTE')
        UNION ALL
        SELECT 'closed function given back', format('GRANT EXECUTE ON FUNCTION pg_catalog.%s TO konak_app', min(p.oid)::regprocedure),
            'function.closed'
        FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND NOT has_function_privilege('konak_app', p.oid, 'EXECUTE')
          AND p.proname ~ '^(set_config|.*_to_xml.*|ts_stat|ts_rewrite|lo_.*|loread|lowrite|pg_.*advisory.*)$'
        GROUP BY p.proname
        """

    private static let house: StaticString = """
        SELECT 'language given back', format('GRANT USAGE ON LANGUAGE %I TO %s', l.lanname, role), 'language.open'
        FROM pg_language l, unnest(ARRAY['PUBLIC', 'konak_app', 'konak_portal', 'konak_control']) AS role WHERE l.lanpltrusted
        UNION ALL
        SELECT 'guard put to sleep', format(how, evtname), 'guard.off'
        FROM pg_event_trigger, unnest(ARRAY['ALTER EVENT TRIGGER %I DISABLE', 'DROP EVENT TRIGGER %I']) AS how
        UNION ALL
        SELECT 'lint blinded', format(
            'CREATE OR REPLACE VIEW lint.%I AS SELECT * FROM (%s) seen WHERE false', relname,
            rtrim(pg_get_viewdef(oid), ';')),
            'guard.changed'
        FROM pg_class WHERE relnamespace = 'lint'::regnamespace AND relkind = 'v' AND relname <> 'guard.changed'
        UNION ALL
        SELECT 'role raised', format('ALTER ROLE %I %s', rolname, how), 'role.attributes'
        FROM pg_roles, unnest(ARRAY['SUPERUSER', 'CREATEROLE', 'CREATEDB', 'REPLICATION']) AS how
        WHERE rolname ~ '^konak_' AND rolname <> 'konak_test'
        UNION ALL
        SELECT 'role above the walls', format('ALTER ROLE %I BYPASSRLS', rolname), 'role.attributes'
        FROM pg_roles WHERE rolname ~ '^konak_' AND NOT rolbypassrls AND NOT rolsuper
        UNION ALL
        SELECT 'role that becomes another', format('GRANT %I TO %I', held.rolname, holder.rolname), 'role.member'
        FROM pg_roles held, pg_roles holder
        WHERE held.rolname IN ('konak_owner', 'konak_search', 'konak_definer')
          AND holder.rolname IN ('konak_app', 'konak_portal', 'konak_control') AND held.oid <> holder.oid
        UNION ALL
        SELECT 'tenant bound beforehand', format('ALTER ROLE %I SET konak.tenant = %L', rolname, 'x'), 'role.setting'
        FROM pg_roles WHERE rolname IN ('konak_app', 'konak_portal', 'konak_owner')
        UNION ALL
        SELECT 'tables of one''s own', format('GRANT %s ON DATABASE %I TO %I', how, current_database(), rolname), 'role.database'
        FROM pg_roles, unnest(ARRAY['CREATE', 'TEMPORARY']) AS how
        WHERE rolname IN ('konak_app', 'konak_portal', 'konak_control')
        """
}
