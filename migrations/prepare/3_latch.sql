-- The latch. It binds a tenant to the transaction, once. Run by a superuser, because its owner is nobody's to become.
CREATE SCHEMA IF NOT EXISTS kernel;
REVOKE ALL ON SCHEMA kernel FROM PUBLIC;
-- The owner builds here, but the schema is not the owner's: whoever owns a schema may drop what is in it.
GRANT USAGE, CREATE ON SCHEMA kernel TO konak_owner;
GRANT USAGE ON SCHEMA kernel TO konak_app, konak_portal, konak_control, konak_definer, konak_search;

-- Measured against four other forms: an assignment is a simple expression, which PL/pgSQL evaluates without a query.
CREATE OR REPLACE FUNCTION kernel.enter(tenant uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    bound text;
BEGIN
    IF tenant IS NULL OR current_setting('konak.tenant', true) <> '' THEN
        RAISE EXCEPTION 'the tenant is missing or already bound' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    bound := set_config('konak.tenant', tenant::text, true);
END $$;
ALTER FUNCTION kernel.enter(uuid) OWNER TO konak_definer;
REVOKE ALL ON FUNCTION kernel.enter(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION kernel.enter(uuid) FROM konak_portal;
GRANT EXECUTE ON FUNCTION kernel.enter(uuid) TO konak_app, konak_owner;

-- The portal's form: a customer of the tenant, and never the tenant alone.
CREATE OR REPLACE FUNCTION kernel.enter(tenant uuid, customer uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    bound text;
BEGIN
    IF tenant IS NULL OR customer IS NULL
        OR current_setting('konak.tenant', true) <> '' OR current_setting('konak.customer', true) <> ''
    THEN
        RAISE EXCEPTION 'the tenant or the customer is missing or already bound'
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    bound := set_config('konak.tenant', tenant::text, true);
    bound := set_config('konak.customer', customer::text, true);
END $$;
ALTER FUNCTION kernel.enter(uuid, uuid) OWNER TO konak_definer;
REVOKE ALL ON FUNCTION kernel.enter(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kernel.enter(uuid, uuid) TO konak_portal;

-- The form for one of the tenant's people who does not reach every row: who, their teams, and of which tables they reach
-- how much. Whoever reaches all, and work that is nobody's, enters by the tenant alone.
CREATE OR REPLACE FUNCTION kernel.enter(tenant uuid, person uuid, teams uuid[], reach text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    bound text;
BEGIN
    IF tenant IS NULL OR person IS NULL OR teams IS NULL OR reach IS NULL
        OR current_setting('konak.tenant', true) <> ''
    THEN
        RAISE EXCEPTION 'the tenant or the person is missing or already bound'
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    bound := set_config('konak.tenant', tenant::text, true);
    bound := set_config('konak.person', person::text, true);
    bound := set_config('konak.teams', teams::text, true);
    bound := set_config('konak.reach', reach, true);
END $$;
ALTER FUNCTION kernel.enter(uuid, uuid, uuid[], text) OWNER TO konak_definer;
REVOKE ALL ON FUNCTION kernel.enter(uuid, uuid, uuid[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kernel.enter(uuid, uuid, uuid[], text) TO konak_app;

-- What the policies of scope ask: who it is, their teams, and how much of a table they reach; null is all of it. Asked
-- once for a statement, in a sub-select.
CREATE OR REPLACE FUNCTION kernel.person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(pg_catalog.current_setting('konak.person', true), '')::pg_catalog.uuid
$$;
CREATE OR REPLACE FUNCTION kernel.teams() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(pg_catalog.current_setting('konak.teams', true), '')::pg_catalog.uuid[]
$$;
CREATE OR REPLACE FUNCTION kernel.reach(place text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(pg_catalog.split_part(pg_catalog.split_part(
        pg_catalog.current_setting('konak.reach', true), ';' || place || '=', 2), ';', 1), '')
$$;
-- The same test for search functions, which look above the walls: their best hits are then among what somebody reaches.
-- Without a sub-select, so that the planner writes it into their statement.
CREATE OR REPLACE FUNCTION kernel.reaches(place text, owner uuid, team uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE kernel.reach(place OPERATOR(pg_catalog.||) ':read')
        WHEN 'own' THEN owner OPERATOR(pg_catalog.=) kernel.person()
        WHEN 'team' THEN owner OPERATOR(pg_catalog.=) kernel.person() OR team OPERATOR(pg_catalog.=) ANY (kernel.teams())
        WHEN 'none' THEN false ELSE true END
$$;
ALTER FUNCTION kernel.reaches(text, uuid, uuid) OWNER TO konak_definer;
ALTER FUNCTION kernel.person() OWNER TO konak_definer;
ALTER FUNCTION kernel.teams() OWNER TO konak_definer;
ALTER FUNCTION kernel.reach(text) OWNER TO konak_definer;
REVOKE ALL ON FUNCTION kernel.person(), kernel.teams(), kernel.reach(text), kernel.reaches(text, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kernel.person(), kernel.teams(), kernel.reach(text) TO konak_app, konak_search;
GRANT EXECUTE ON FUNCTION kernel.reaches(text, uuid, uuid) TO konak_search;

-- Holds a lease for the rest of the transaction, or ends the transaction: a node that was frozen past its lease writes
-- nothing in a tenant. It runs with rights of its own because leases are no tenant's to read: of one it says yes or no, to
-- who names its holder and its term. The weakest lock, so that the lease is kept meanwhile; whoever takes it over asks for
-- the strongest.
CREATE OR REPLACE FUNCTION kernel.hold_lease(lease text, lease_holder uuid, lease_term bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM kernel.lease l
    WHERE l.name = lease AND l.holder = lease_holder AND l.term = lease_term AND l.lease_until > clock_timestamp()
    FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the lease is no longer held' USING ERRCODE = 'KJ002';
    END IF;
END $$;
ALTER FUNCTION kernel.hold_lease(text, uuid, bigint) OWNER TO konak_definer;
REVOKE ALL ON FUNCTION kernel.hold_lease(text, uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kernel.hold_lease(text, uuid, bigint) TO konak_app;
