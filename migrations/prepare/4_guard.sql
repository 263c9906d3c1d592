-- The guard: no table of a module comes into being without its wall, and no wall is taken down. Run by a superuser:
-- the owner of the tables must not be able to switch it off.

-- The schemas without walls: PostgreSQL's own, this one, and the kernel's, whose tables are of class bridge or control.
CREATE OR REPLACE FUNCTION guard.is_walled(schema_name text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT schema_name NOT IN ('kernel', 'guard', 'information_schema') AND schema_name !~ '^pg_'
$$;

-- What is wrong with the shape of a relation of a walled schema, or null.
CREATE OR REPLACE FUNCTION guard.shape_fault(relation oid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN c.relkind = 'm' THEN 'a materialized view knows no row-level security'
        WHEN c.relkind = 'f' THEN 'a foreign table knows no row-level security'
        WHEN c.relkind = 'v' AND NOT coalesce(c.reloptions::text[] && ARRAY[
            'security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'], false)
            THEN 'a view needs WITH (security_invoker = true)'
        WHEN c.relkind IN ('r', 'p') AND NOT EXISTS (
            SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull
                AND a.atttypid = 'uuid'::regtype AND NOT a.attisdropped)
            THEN 'a table needs tenant_id uuid NOT NULL'
    END
    FROM pg_class c WHERE c.oid = relation
$$;

-- Shape, and whether the wall is switched on. The policies are judged apart: a wall is built one step at a time.
CREATE OR REPLACE FUNCTION guard.fault(relation oid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(guard.shape_fault(relation), CASE
        WHEN c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            THEN 'row-level security must be enabled and forced'
    END)
    FROM pg_class c WHERE c.oid = relation
$$;

-- True when a walled table lacks one of the two policies in their exact form.
CREATE OR REPLACE FUNCTION guard.policy_is_missing(relation oid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*) <> 2
    FROM pg_policy p
    WHERE p.polrelid = relation AND p.polcmd = '*' AND p.polroles = ARRAY[0::oid]
      AND (p.polname, p.polpermissive) IN (('wall', true), ('wall_always', false))
      AND pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = kernel.tenant())'
      AND pg_get_expr(p.polwithcheck, p.polrelid) = '(tenant_id = kernel.tenant())'
$$;

-- True for a table (its sequences and indexes come with it under the same command) that has the shape for a wall.
CREATE OR REPLACE FUNCTION guard.needs_wall(relation oid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.relkind IN ('r', 'p') AND guard.shape_fault(relation) IS NULL FROM pg_class c WHERE c.oid = relation
$$;

CREATE OR REPLACE FUNCTION guard.refuse(object text, reason text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'the wall refuses %: %', object, reason USING ERRCODE = 'insufficient_privilege';
END $$;

-- Policies first, the switches last: a table is never enabled without its policies.
CREATE OR REPLACE FUNCTION guard.build_wall(relation oid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place text := relation::regclass::text;
    test text := 'USING (tenant_id = kernel.tenant()) WITH CHECK (tenant_id = kernel.tenant())';
BEGIN
    EXECUTE format('CREATE POLICY wall ON %s AS PERMISSIVE FOR ALL TO PUBLIC %s', place, test);
    EXECUTE format('CREATE POLICY wall_always ON %s AS RESTRICTIVE FOR ALL TO PUBLIC %s', place, test);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', place);
END $$;

-- Why a finished command must not stand, or null. Builds the wall of a new table on the way.
CREATE OR REPLACE FUNCTION guard.command_fault(class oid, object oid, tag text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF class = 'pg_class'::regclass THEN
        IF tag IN ('CREATE TABLE AS', 'SELECT INTO') THEN
            RETURN 'a table is created by its columns, not from a query';
        ELSIF tag = 'CREATE TABLE' AND guard.needs_wall(object) THEN
            PERFORM guard.build_wall(object);
        END IF;
        RETURN guard.fault(object);
    ELSIF class = 'pg_proc'::regclass THEN
        RETURN (SELECT 'a function runs with its caller''s rights' FROM pg_proc p WHERE p.oid = object AND p.prosecdef);
    ELSIF class = 'pg_rewrite'::regclass THEN
        RETURN 'a rule runs with its owner''s rights';
    ELSIF class = 'pg_policy'::regclass AND tag = 'ALTER POLICY' THEN
        RETURN (
            SELECT 'the policies of the wall stay as they were built'
            FROM pg_policy p WHERE p.oid = object AND guard.policy_is_missing(p.polrelid));
    END IF;
    RETURN NULL;
END $$;

-- The schema of a command's object. Policies and rules have none of their own: it is that of their table.
CREATE OR REPLACE FUNCTION guard.schema_of(class oid, object oid, schema_name text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(schema_name, (
        SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
        WHERE c.oid = CASE class
            WHEN 'pg_policy'::regclass THEN (SELECT p.polrelid FROM pg_policy p WHERE p.oid = object)
            WHEN 'pg_rewrite'::regclass THEN (SELECT r.ev_class FROM pg_rewrite r WHERE r.oid = object)
        END))
$$;

CREATE OR REPLACE FUNCTION guard.after_command() RETURNS event_trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    step record;
    reason text;
BEGIN
    FOR step IN
        SELECT classid, objid, command_tag, object_identity FROM pg_event_trigger_ddl_commands()
        WHERE NOT in_extension AND guard.is_walled(guard.schema_of(classid, objid, schema_name))
    LOOP
        reason := guard.command_fault(step.classid, step.objid, step.command_tag);
        IF reason IS NOT NULL THEN PERFORM guard.refuse(step.object_identity, reason); END IF;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION guard.after_drop() RETURNS event_trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone record;
BEGIN
    FOR gone IN
        SELECT * FROM pg_event_trigger_dropped_objects()
        WHERE object_type = 'policy' AND address_names[3] IN ('wall', 'wall_always')
    LOOP
        -- The policies of a dropped table go with it; what must not be is the table without them.
        IF to_regclass(format('%I.%I', gone.address_names[1], gone.address_names[2])) IS NOT NULL THEN
            PERFORM guard.refuse(gone.object_identity, 'the policies of the wall stay as they were built');
        END IF;
    END LOOP;
END $$;

DROP EVENT TRIGGER IF EXISTS konak_guard_command;
CREATE EVENT TRIGGER konak_guard_command ON ddl_command_end EXECUTE FUNCTION guard.after_command();
DROP EVENT TRIGGER IF EXISTS konak_guard_drop;
CREATE EVENT TRIGGER konak_guard_drop ON sql_drop EXECUTE FUNCTION guard.after_drop();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA guard TO konak_owner;
