-- The roles of the house, with exactly the rights each needs. Run by a superuser, as often as one likes.
-- Passwords are not set here: the private cluster knows people by peer, others set theirs with \password.
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY[
        'konak_owner', 'konak_definer', 'konak_control', 'konak_app', 'konak_portal', 'konak_search', 'konak_backup']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I', role);
        END IF;
    END LOOP;
END $$;

-- owner: migrations. definer: owns the latch, and alone may call set_config. search: owns only search functions.
ALTER ROLE konak_owner   LOGIN   NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE konak_definer NOLOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE konak_control LOGIN   NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE konak_app     LOGIN   NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE konak_portal  LOGIN   NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE konak_search  NOLOGIN NOINHERIT NOSUPERUSER BYPASSRLS   NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE konak_backup  LOGIN   INHERIT   NOSUPERUSER BYPASSRLS   NOCREATEDB NOCREATEROLE NOREPLICATION;

-- A role that belongs to another could become it. Only the backup belongs to one: that of reading everything.
DO $$
DECLARE
    pair record;
BEGIN
    FOR pair IN
        SELECT held.rolname AS held, holder.rolname AS holder
        FROM pg_catalog.pg_auth_members m
        JOIN pg_catalog.pg_roles held ON held.oid = m.roleid
        JOIN pg_catalog.pg_roles holder ON holder.oid = m.member
        WHERE holder.rolname IN (
            'konak_owner', 'konak_definer', 'konak_control', 'konak_app', 'konak_portal', 'konak_search',
            'konak_backup')
    LOOP
        EXECUTE format('REVOKE %I FROM %I', pair.held, pair.holder);
    END LOOP;
END $$;
GRANT pg_read_all_data TO konak_backup;

-- The server sets tighter limits on its own connections; these hold for whoever comes in by another way.
-- An empty search path: every name is written with its schema, so nobody can slip another table under it.
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['konak_control', 'konak_app', 'konak_portal'] LOOP
        EXECUTE format('ALTER ROLE %I RESET ALL', role);
        EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', role, '30s');
        EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', role, '5s');
        EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', role, '10s');
        EXECUTE format('ALTER ROLE %I SET temp_file_limit = %L', role, '1GB');
        EXECUTE format('ALTER ROLE %I SET search_path = %L', role, '');
        EXECUTE format('ALTER ROLE %I SET row_security = on', role);
        EXECUTE format('ALTER ROLE %I SET timezone = %L', role, 'UTC');
        EXECUTE format('ALTER ROLE %I SET jit = off', role);
        -- A node that lost its network in the middle of its words holds its locks until the server notices.
        EXECUTE format('ALTER ROLE %I SET tcp_keepalives_idle = %L', role, '10s');
        EXECUTE format('ALTER ROLE %I SET tcp_keepalives_interval = %L', role, '5s');
        EXECUTE format('ALTER ROLE %I SET tcp_keepalives_count = %L', role, '3');
        EXECUTE format('ALTER ROLE %I SET tcp_user_timeout = %L', role, '20s');
    END LOOP;
END $$;
ALTER ROLE konak_owner RESET ALL;
ALTER ROLE konak_owner SET lock_timeout = '2s';
ALTER ROLE konak_owner SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE konak_owner SET search_path = '';
ALTER ROLE konak_owner SET timezone = 'UTC';
ALTER ROLE konak_backup RESET ALL;
ALTER ROLE konak_backup SET default_transaction_read_only = on;
