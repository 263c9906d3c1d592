-- Who may come, who came in another's place, who left and what went to whom.

-- What people are searched by: letters without case, dots and marks, as both sides of a search fold them.
CREATE FUNCTION security.fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp AS $$
    SELECT lower(translate(words, 'İIıŞşĞğÇçÖöÜüÂâÎîÛûÉé', 'iiissggccoouuaaiiuuee') COLLATE "C")
$$;
GRANT EXECUTE ON FUNCTION security.fold(text) TO konak_control;

-- A table of people is rewritten in a moment.
-- squawk-ignore adding-field-with-default
ALTER TABLE security.person ADD COLUMN search_key text GENERATED ALWAYS AS (security.fold(name || ' ' || address)) STORED;

-- Ended: the row stays, because leaving can be taken back. Memberships are checked in a moment, and the wider rule takes
-- the place of the narrower.
-- squawk-ignore ban-drop-constraint
ALTER TABLE security.membership DROP CONSTRAINT membership_state_check;
-- As above: the table is checked in a moment.
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE security.membership ADD CONSTRAINT membership_state_check
    CHECK (state IN ('active', 'suspended', 'ended'));
ALTER TABLE security.membership ADD COLUMN invited_by uuid, ADD COLUMN invited_at timestamptz;

-- Somebody of the agency or the operator who works as one of a tenant's people, for a reason and a while. Both sides
-- read it, so names stand in it as they were.
CREATE TABLE security.impersonation (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    -- Whose person came; null: the operator's.
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    by_id uuid NOT NULL REFERENCES security.person (id) ON DELETE CASCADE,
    by_name text NOT NULL CHECK (char_length(by_name) BETWEEN 1 AND 120),
    as_id uuid NOT NULL REFERENCES security.person (id) ON DELETE CASCADE,
    as_name text NOT NULL CHECK (char_length(as_name) BETWEEN 1 AND 120),
    reason text NOT NULL CHECK (char_length(btrim(reason)) BETWEEN 10 AND 500),
    -- The impersonator's own session: when it ends, this ends.
    session_id uuid REFERENCES security.session (id) ON DELETE SET NULL,
    -- The way in, once and soon.
    token_hash bytea UNIQUE CHECK (octet_length(token_hash) = 32),
    host text NOT NULL CHECK (char_length(host) <= 253),
    started_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    entered_at timestamptz,
    ended_at timestamptz,
    CHECK (ends_at > started_at AND ends_at <= started_at + interval '60 minutes')
);
CREATE INDEX impersonation_by_tenant ON security.impersonation (tenant_id, id);
CREATE INDEX impersonation_by_agency ON security.impersonation (agency_id, id);
CREATE INDEX impersonation_by_session ON security.impersonation (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX impersonation_by_who ON security.impersonation (by_id);
COMMENT ON TABLE security.impersonation IS 'control: who worked as whom, why, and how long';
GRANT SELECT, INSERT, UPDATE, DELETE ON security.impersonation TO konak_control;

-- No session has it yet, so there is nothing to check and nothing to wait for.
-- squawk-ignore adding-foreign-key-constraint
ALTER TABLE security.session ADD COLUMN impersonation_id uuid REFERENCES security.impersonation (id) ON DELETE CASCADE;
-- Empty, for the same reason.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX session_by_impersonation ON security.session (impersonation_id) WHERE impersonation_id IS NOT NULL;

-- Whoever is logged out of the console, or is nobody there any more, is nobody's double either: with the same statement,
-- wherever it is written.
CREATE FUNCTION security.end_impersonations() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    WITH ended AS (
        UPDATE security.impersonation i SET ended_at = least(clock_timestamp(), i.ends_at)
        WHERE CASE WHEN TG_TABLE_NAME = 'session' THEN i.session_id = NEW.id ELSE i.by_id = NEW.id END
          AND i.ended_at IS NULL RETURNING i.id)
    UPDATE security.session s SET revoked_at = clock_timestamp() FROM ended
    WHERE s.impersonation_id = ended.id AND s.revoked_at IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER impersonations_end AFTER UPDATE OF revoked_at ON security.session FOR EACH ROW
    WHEN (NEW.kind = 'house' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
    EXECUTE FUNCTION security.end_impersonations();
CREATE TRIGGER impersonations_end AFTER UPDATE OF state, house_role ON security.person FOR EACH ROW
    WHEN (NEW.state <> 'active' OR NEW.house_role IS NULL) EXECUTE FUNCTION security.end_impersonations();

-- Somebody leaves a tenant: what they were there, and to whom their records went.
CREATE TABLE security.offboarding (
    tenant_id uuid NOT NULL REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES security.person (id) ON DELETE CASCADE,
    successor_id uuid NOT NULL REFERENCES security.person (id) ON DELETE CASCADE,
    by_id uuid NOT NULL,
    person_name text NOT NULL CHECK (char_length(person_name) BETWEEN 1 AND 120),
    successor_name text NOT NULL CHECK (char_length(successor_name) BETWEEN 1 AND 120),
    -- What they were, for taking it back. The role may be gone by then.
    built_in text,
    role_id uuid,
    membership_state text NOT NULL,
    teams uuid[] NOT NULL DEFAULT '{}',
    sessions integer NOT NULL,
    keys integer NOT NULL,
    state text NOT NULL CHECK (state IN ('moving', 'done', 'returning', 'undone')),
    begun_at timestamptz NOT NULL,
    undo_until timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX offboarding_by_person ON security.offboarding (person_id);
CREATE INDEX offboarding_by_successor ON security.offboarding (successor_id);
-- Of one person one at a time is under way.
CREATE UNIQUE INDEX offboarding_open ON security.offboarding (tenant_id, person_id)
    WHERE state IN ('moving', 'returning');
COMMENT ON TABLE security.offboarding IS 'control: who left a tenant, and to whom their records went';
GRANT SELECT, INSERT, UPDATE, DELETE ON security.offboarding TO konak_control;

-- Each record that went to another, written in the transaction that moved it.
CREATE TABLE security.handed_record (
    tenant_id uuid NOT NULL,
    offboarding_id uuid NOT NULL,
    -- Table and column, `crm.customer.owner_id`.
    place text NOT NULL CHECK (octet_length(place) BETWEEN 5 AND 200),
    record_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'moved' CHECK (state IN ('moved', 'returned')),
    moved_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, offboarding_id, place, record_id)
);
CREATE INDEX handed_record_by_time ON security.handed_record (tenant_id, moved_at);
COMMENT ON TABLE security.handed_record IS 'bridge: records that went from somebody who left to somebody who stays';
GRANT USAGE ON SCHEMA security TO konak_app;
GRANT SELECT, INSERT, DELETE ON security.handed_record TO konak_app;
GRANT UPDATE (state) ON security.handed_record TO konak_app;
GRANT SELECT ON security.handed_record TO konak_control;
