-- The guard: no table with walls comes into being without them, and none is taken down. Run by a superuser: the owner
-- of the tables must not be able to switch it off.

CREATE FUNCTION guard.refuse(object text, reason text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'the wall refuses %: %', object, reason USING ERRCODE = 'insufficient_privilege';
END $$;

-- What is wrong with the shape of a relation, or null.
CREATE FUNCTION guard.shape_fault(relation oid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN r.kind = 'm' THEN 'a materialized view knows no row-level security'
        WHEN r.kind = 'f' THEN 'a foreign table knows no row-level security'
        WHEN r.kind = 'v' AND NOT guard.is_invoker_view(r.oid) THEN 'a view needs WITH (security_invoker = true)'
        WHEN r.kind IN ('r', 'p') AND r.class IN ('tenant', 'bridge')
            AND NOT EXISTS (SELECT FROM guard.walled w WHERE w.oid = r.oid AND w.tenant IS NOT NULL)
            THEN 'a table needs tenant_id uuid NOT NULL'
        WHEN guard.is_walled(r.schema) AND guard.declared_class(r.oid) <> 'tenant'
            THEN 'every table of a module is of class tenant'
        WHEN guard.reference_fault(r.oid) IS NOT NULL THEN guard.reference_fault(r.oid)
        WHEN EXISTS (
            SELECT FROM pg_inherits i JOIN pg_class parent ON parent.oid = i.inhparent
            WHERE i.inhrelid = r.oid AND (parent.relkind = 'r'
                OR r.class IS DISTINCT FROM (SELECT p.class FROM guard.relation p WHERE p.oid = i.inhparent)))
            THEN 'a table inherits only as a partition, and from one of its own class'
    END
    FROM guard.relation r WHERE r.oid = relation
$$;

-- Shape, and whether the wall is switched on. The policies are judged apart: a wall is built one step at a time.
CREATE FUNCTION guard.fault(relation oid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(guard.shape_fault(relation), CASE
        WHEN r.kind IN ('r', 'p') AND r.class IN ('tenant', 'bridge') AND NOT (r.is_enabled AND r.is_forced)
            THEN 'row-level security must be enabled and forced'
    END)
    FROM guard.relation r WHERE r.oid = relation
$$;

-- Policies first, the switches last: a table is never enabled without its policies.
CREATE FUNCTION guard.build_wall(relation oid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place text := relation::regclass::text;
    class text := (SELECT r.class FROM guard.relation r WHERE r.oid = relation);
    policy record;
BEGIN
    FOR policy IN SELECT * FROM guard.expected_policy(class) LOOP
        IF NOT EXISTS (SELECT FROM guard.policy p WHERE p.relation = build_wall.relation AND p.name = policy.name) THEN
            EXECUTE format(
                'CREATE POLICY %I ON %s AS %s FOR ALL TO %s USING (%s) WITH CHECK (%s)', policy.name, place,
                CASE WHEN policy.is_permissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                array_to_string(policy.roles, ', '), policy.test, policy.test);
        END IF;
    END LOOP;
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', place);
    IF class = 'bridge' THEN EXECUTE format('GRANT SELECT ON %s TO konak_control', place); END IF;
END $$;

-- Builds the walls of a table that is to have some, and has the shape for them.
CREATE FUNCTION guard.wall_if_due(place oid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM guard.walled w
        WHERE w.oid = place AND w.tenant IS NOT NULL AND guard.missing_policy(place, w.class) IS NOT NULL)
    THEN
        PERFORM guard.build_wall(place);
    END IF;
END $$;

-- True for a permissive policy that is not one of the wall's own.
CREATE FUNCTION guard.widens(place oid, policy text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM guard.policy p JOIN guard.walled w ON w.oid = p.relation
        WHERE p.relation = place AND p.name = policy AND p.is_permissive AND NOT EXISTS (
            SELECT FROM guard.expected_policy(w.class) e
            WHERE e.name = p.name AND e.is_permissive AND guard.has_policy(place, e.name, true, e.roles, e.test)))
$$;

-- Why the policies of a table cannot stand, or null: all of the wall in their exact form, and none beside them that
-- lets anybody see more.
CREATE FUNCTION guard.policy_fault(place oid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN guard.missing_policy(place, w.class) IS NOT NULL THEN 'the policies of the wall stay as they were built'
        WHEN EXISTS (SELECT FROM guard.policy p WHERE p.relation = place AND guard.widens(place, p.name))
            THEN 'a policy of a module is RESTRICTIVE'
        ELSE guard.portal_fault(place)
    END
    FROM guard.walled w WHERE w.oid = place
$$;

-- Why a function must not stand as it is, or null. A module's runs with its caller's rights, but for the search.
CREATE FUNCTION guard.function_fault(function oid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN p.proowner = 'konak_search'::regrole THEN guard.search_fault(function)
        WHEN NOT p.prosecdef THEN NULL
        WHEN guard.is_walled(n.nspname) THEN 'a function runs with its caller''s rights'
        WHEN p.proconfig IS DISTINCT FROM ARRAY['search_path=pg_catalog, pg_temp']
            THEN 'a function with its owner''s rights has SET search_path = pg_catalog, pg_temp'
    END
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = function
$$;

-- Why a finished command on a relation must not stand, or null. Builds the wall of a new table on the way.
CREATE FUNCTION guard.relation_fault(place oid, tag text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    schema_name text := (SELECT r.schema FROM guard.relation r WHERE r.oid = place);
BEGIN
    IF tag IN ('CREATE TABLE AS', 'SELECT INTO') AND guard.is_walled(schema_name) THEN
        RETURN 'a table is created by its columns, not from a query';
    END IF;
    IF tag IN ('CREATE TABLE', 'COMMENT') THEN PERFORM guard.wall_if_due(place); END IF;
    IF tag = 'COMMENT' AND EXISTS (SELECT FROM guard.exposed_control e WHERE e.relation = place) THEN
        RETURN 'a table of class control is nothing to those who serve tenants';
    END IF;
    IF tag IN ('COMMENT', 'ALTER TABLE') AND guard.fault(place) IS NULL THEN
        RETURN coalesce(guard.policy_fault(place), (
            -- ATTACH PARTITION names the parent only.
            SELECT min(guard.shape_fault(i.inhrelid)) FROM pg_inherits i WHERE i.inhparent = place), (
            SELECT 'house and modules belong to konak_owner'
            FROM guard.relation r WHERE r.oid = place AND r.owner <> 'konak_owner'::regrole AND tag = 'ALTER TABLE'));
    END IF;
    RETURN guard.fault(place);
END $$;

-- Why a finished command must not stand, or null.
CREATE FUNCTION guard.command_fault(class oid, object oid, tag text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE class
        WHEN 'pg_class'::regclass THEN guard.relation_fault(object, tag)
        WHEN 'pg_proc'::regclass THEN guard.function_fault(object)
        WHEN 'pg_rewrite'::regclass THEN 'a rule runs with its owner''s rights'
        WHEN 'pg_trigger'::regclass THEN (
            SELECT 'a trigger runs with the rights of who changes the row'
            FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.oid = object AND p.prosecdef)
        WHEN 'pg_policy'::regclass THEN (
            SELECT CASE
                WHEN guard.widens(p.polrelid, p.polname) THEN 'a policy of a module is RESTRICTIVE'
                WHEN tag = 'ALTER POLICY' THEN guard.policy_fault(p.polrelid)
            END
            FROM pg_policy p WHERE p.oid = object)
    END;
END $$;

-- The schema of a command's object. Policies, rules and triggers have none of their own: it is that of their table.
CREATE FUNCTION guard.schema_of(class oid, object oid, schema_name text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(schema_name, (
        SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
        WHERE c.oid = CASE class
            WHEN 'pg_policy'::regclass THEN (SELECT p.polrelid FROM pg_policy p WHERE p.oid = object)
            WHEN 'pg_rewrite'::regclass THEN (SELECT r.ev_class FROM pg_rewrite r WHERE r.oid = object)
            WHEN 'pg_trigger'::regclass THEN (SELECT t.tgrelid FROM pg_trigger t WHERE t.oid = object)
        END))
$$;

-- A grant names no object here; so all grants are looked at, by the lints' own eyes.
CREATE FUNCTION guard.refuse_bad_grants() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    hole record;
BEGIN
    FOR hole IN
        SELECT * FROM lint."class.control_granted" UNION ALL SELECT * FROM lint."class.reference"
        UNION ALL SELECT * FROM lint."grant.truncate"
        UNION ALL SELECT * FROM lint."grant.public" UNION ALL SELECT * FROM lint."grant.option"
        UNION ALL SELECT * FROM lint."portal.customer" UNION ALL SELECT * FROM lint."sequence.granted"
        UNION ALL SELECT * FROM lint."default_privileges"
    LOOP
        PERFORM guard.refuse(hole.object, hole.reason);
    END LOOP;
END $$;

CREATE FUNCTION guard.after_command() RETURNS event_trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    step record;
    reason text;
BEGIN
    -- The superuser grants where roles and languages are prepared; there the walls may be in the making.
    IF tg_tag IN ('GRANT', 'ALTER DEFAULT PRIVILEGES')
        AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
    THEN
        PERFORM guard.refuse_bad_grants();
    END IF;
    FOR step IN
        SELECT c.classid, c.objid, c.command_tag, c.object_identity, s.schema_name
        FROM pg_event_trigger_ddl_commands() c
        CROSS JOIN LATERAL guard.schema_of(c.classid, c.objid, c.schema_name) AS s (schema_name)
        WHERE NOT c.in_extension AND (guard.is_walled(s.schema_name) OR guard.is_house(s.schema_name))
    LOOP
        reason := guard.command_fault(step.classid, step.objid, step.command_tag);
        IF reason IS NOT NULL THEN PERFORM guard.refuse(step.object_identity, reason); END IF;
    END LOOP;
END $$;

CREATE FUNCTION guard.after_drop() RETURNS event_trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone record;
    reason text;
BEGIN
    FOR gone IN SELECT * FROM pg_event_trigger_dropped_objects() WHERE object_type = 'policy' LOOP
        -- The policies of a dropped table go with it; what must not be is the table without them.
        reason := guard.policy_fault(to_regclass(format('%I.%I', gone.address_names[1], gone.address_names[2])));
        IF reason IS NOT NULL THEN PERFORM guard.refuse(gone.object_identity, reason); END IF;
    END LOOP;
END $$;

CREATE EVENT TRIGGER konak_guard_command ON ddl_command_end EXECUTE FUNCTION guard.after_command();
CREATE EVENT TRIGGER konak_guard_drop ON sql_drop EXECUTE FUNCTION guard.after_drop();
