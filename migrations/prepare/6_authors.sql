-- What migrations call. The walls of a module's table need no call: they come with CREATE TABLE.

-- Builds the walls of a table of the house whose comment says 'bridge: …', if the comment has not built them already.
CREATE FUNCTION guard.bridge(place regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF guard.declared_class(place) IS DISTINCT FROM 'bridge' THEN
        PERFORM guard.refuse(place::text, 'its comment does not begin with bridge:');
    END IF;
    PERFORM guard.build_wall(place);
END $$;

-- Opens a table to the portal: each customer sees the rows in which `customer` is their id. The rights are those of
-- GRANT, with columns where not all are meant: '{SELECT,INSERT (tenant_id, id, text)}'.
CREATE FUNCTION guard.open_to_portal(place regclass, customer name, VARIADIC rights text[] DEFAULT ARRAY['SELECT'])
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    test text := format('%I = kernel.customer()', customer);
    allowed text;
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_attribute a
        WHERE a.attrelid = place AND a.attname = customer AND a.atttypid = 'uuid'::regtype AND NOT a.attisdropped)
    THEN
        PERFORM guard.refuse(place::text, format('it has no column %I uuid', customer));
    END IF;
    EXECUTE format(
        'CREATE POLICY portal ON %s AS RESTRICTIVE FOR ALL TO konak_portal USING (%s) WITH CHECK (%s)',
        place, test, test);
    FOREACH allowed IN ARRAY rights LOOP
        IF allowed !~ '^(SELECT|INSERT|UPDATE|DELETE)( \([a-z_][a-z0-9_]*(, ?[a-z_][a-z0-9_]*)*\))?$' THEN
            PERFORM guard.refuse(place::text, format('%s is no right of the portal', allowed));
        END IF;
        EXECUTE format('GRANT %s ON %s TO konak_portal', allowed, place);
    END LOOP;
END $$;

-- Shows a table to all customers of its tenant alike, to read only: articles, price lists.
CREATE FUNCTION guard.share_with_portal(place regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format(
        'CREATE POLICY portal ON %s AS RESTRICTIVE FOR ALL TO konak_portal USING (%s) WITH CHECK (%s)', place,
        'kernel.customer() IS NOT NULL', 'kernel.customer() IS NOT NULL');
    EXECUTE format('GRANT SELECT ON %s TO konak_portal', place);
END $$;

-- Keeps people to the rows of a table that their role reaches: their own, or their teams' too. `owner` and `team` are the
-- columns with the ids of a person and a team. What a row becomes is not judged, so that it can be given away within what
-- its giver sees.
CREATE FUNCTION guard.keep_scope(place regclass, owner name, team name DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    own text := format('%I = (SELECT kernel.person())', owner);
    theirs text := own;
    step record;
    test text;
BEGIN
    IF EXISTS (
        SELECT FROM unnest(ARRAY[owner, team]) AS wanted (name) WHERE wanted.name IS NOT NULL AND NOT EXISTS (
            SELECT FROM pg_attribute a
            WHERE a.attrelid = place AND a.attname = wanted.name AND a.atttypid = 'uuid'::regtype
              AND NOT a.attisdropped))
    THEN
        PERFORM guard.refuse(place::text, format('it has no columns %I and %I of type uuid', owner, team));
    END IF;
    IF team IS NOT NULL THEN
        theirs := format('(%s OR %I = ANY ((SELECT kernel.teams())::uuid[]))', own, team);
    END IF;
    FOR step IN VALUES ('scope_read', 'SELECT', 'read', ''), ('scope_change', 'UPDATE', 'change', 'WITH CHECK (true)'),
        ('scope_remove', 'DELETE', 'change', '')
    LOOP
        test := format(
            'CASE (SELECT kernel.reach(%L)) WHEN ''own'' THEN %s WHEN ''team'' THEN %s WHEN ''none'' THEN false '
            || 'ELSE true END', format('%s:%s', place, step.column3), own, theirs);
        EXECUTE format(
            'CREATE POLICY %I ON %s AS RESTRICTIVE FOR %s TO konak_app USING (%s) %s', step.column1, place,
            step.column2, test, step.column4);
    END LOOP;
END $$;

-- Makes a function of the reviewed form a search function: it then runs as konak_search, above the walls, on the one
-- table it names. The owner cannot do this alone, because nobody may become konak_search.
CREATE FUNCTION guard.adopt_search(search regprocedure) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    reason text := guard.search_fault(search);
    place regclass := to_regclass(guard.search_place(search));
    held record;
BEGIN
    SELECT p.proowner, n.nspname INTO held
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = search;
    IF reason IS NULL AND (held.proowner <> 'konak_owner'::regrole
        OR NOT EXISTS (SELECT FROM guard.walled w WHERE w.oid = place AND w.schema = held.nspname))
    THEN
        reason := 'a search function belongs to konak_owner and searches a table of its own schema';
    END IF;
    IF reason IS NOT NULL THEN PERFORM guard.refuse(search::text, reason); END IF;
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', search);
    EXECUTE format('ALTER FUNCTION %s OWNER TO konak_search', search);
    -- The planner takes a function for a thousand rows, and would join the whole tenant to a handful of ids.
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER ROWS 50', search);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO konak_app', search);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO konak_search', held.nspname);
    EXECUTE format('GRANT SELECT ON %s TO konak_search', place);
END $$;
