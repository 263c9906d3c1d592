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
