-- What spares a start the look for holes: nothing that a lint reads was changed since the walls were last found whole.

-- Where the catalog stands: each row's place and the transaction that wrote it, so that no change leaves it as it was. What
-- the lints read and more; of the roles what may be seen, for their table is the superuser's.
CREATE FUNCTION guard.state() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT md5(string_agg(concat_ws(':', s.name, s.count, s.sum), ' ' ORDER BY s.name)) FROM (
        SELECT 'class' AS name, count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_class
        UNION ALL SELECT 'attribute', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_attribute
        UNION ALL SELECT 'attrdef', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_attrdef
        UNION ALL SELECT 'constraint', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_constraint
        UNION ALL SELECT 'index', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_index
        UNION ALL SELECT 'inherits', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_inherits
        UNION ALL SELECT 'policy', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_policy
        UNION ALL SELECT 'rewrite', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_rewrite
        UNION ALL SELECT 'trigger', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_trigger
        UNION ALL SELECT 'event_trigger', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_event_trigger
        UNION ALL SELECT 'proc', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_proc
        UNION ALL SELECT 'type', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_type
        UNION ALL SELECT 'operator', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_operator
        UNION ALL SELECT 'am', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_am
        UNION ALL SELECT 'amop', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_amop
        UNION ALL SELECT 'amproc', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_amproc
        UNION ALL SELECT 'opclass', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_opclass
        UNION ALL SELECT 'cast', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_cast
        UNION ALL SELECT 'language', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_language
        UNION ALL SELECT 'namespace', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_namespace
        UNION ALL SELECT 'default_acl', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_default_acl
        UNION ALL SELECT 'extension', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_extension
        UNION ALL SELECT 'description', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_description
        UNION ALL SELECT 'database', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_database
        UNION ALL SELECT 'setting', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_db_role_setting
        UNION ALL SELECT 'member', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_auth_members
        UNION ALL SELECT 'sealed', count(*), sum(hash_record_extended(ROW(ctid, xmin), 0)) FROM guard.sealed
        UNION ALL SELECT 'role', count(*), sum(hashtextextended(r::text, 0)) FROM pg_roles r
    ) s
$$;

CREATE FUNCTION guard.is_sound() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM guard.sound s WHERE s.state = guard.state())
$$;

-- Looks, and keeps where the catalog stood if there is no hole. With a superuser's rights, because nobody else may say so;
-- it says nothing but what it finds. State and holes are of one snapshot: between two of them a hole might come back.
CREATE FUNCTION guard.keep_sound() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    seen text;
    is_torn boolean;
BEGIN
    -- The caller's session reads the lints' patterns; with this one off they would say something else.
    IF current_setting('standard_conforming_strings') <> 'on' THEN RETURN false; END IF;
    IF guard.is_sound() THEN RETURN true; END IF;
    SELECT guard.state(), EXISTS (SELECT FROM guard.holes()) INTO seen, is_torn;
    IF is_torn THEN RETURN false; END IF;
    INSERT INTO guard.sound (state) VALUES (seen)
    ON CONFLICT (only_row) DO UPDATE SET state = excluded.state, found_at = now();
    RETURN true;
END $$;
