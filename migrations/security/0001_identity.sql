-- People and the doors they come through. Identity belongs to an agency, and to the operator where there is none, so all
-- of it is class control: no tenant's role reads a word of it, the house asks as konak_control.
-- Secrets stand here hashed (tokens: 32 random bytes, SHA-256) or sealed (one-time codes), passwords under a pepper.
CREATE SCHEMA security;
GRANT USAGE ON SCHEMA security TO konak_control;

CREATE TABLE security.person (
    id uuid PRIMARY KEY,
    -- Null: the operator's own.
    agency_id uuid REFERENCES kernel.agency (id),
    address text NOT NULL CHECK (char_length(address) BETWEEN 3 AND 254),
    -- The address as it is compared.
    address_key text NOT NULL CHECK (char_length(address_key) BETWEEN 3 AND 254),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    language text NOT NULL DEFAULT 'tr' CHECK (language IN ('tr', 'en')),
    time_zone text NOT NULL DEFAULT 'Europe/Istanbul' CHECK (char_length(time_zone) BETWEEN 1 AND 64),
    -- PHC form; null while a person has none, invited or with passkeys alone.
    password_hash text CHECK (password_hash ~ '^\$argon2id\$v=19\$' AND char_length(password_hash) <= 256),
    password_changed_at timestamptz,
    state text NOT NULL DEFAULT 'active' CHECK (state IN ('invited', 'active', 'disabled')),
    address_verified_at timestamptz,
    -- What a person is in the agency itself, or at the operator's; null for those who only have tenants.
    house_role text CHECK (house_role IN ('owner', 'admin', 'member')),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (agency_id, address_key)
);
COMMENT ON TABLE security.person IS 'control: people, by agency';

-- A tenant's own roles. The built-in ones are rules of the program and have no row.
CREATE TABLE security.role (
    tenant_id uuid NOT NULL REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);
COMMENT ON TABLE security.role IS 'control: roles that tenants made';

CREATE TABLE security.role_permission (
    tenant_id uuid NOT NULL,
    role_id uuid NOT NULL,
    permission text NOT NULL CHECK (permission ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){1,2}$'),
    scope text NOT NULL DEFAULT 'all' CHECK (scope IN ('own', 'team', 'all')),
    PRIMARY KEY (tenant_id, role_id, permission),
    FOREIGN KEY (tenant_id, role_id) REFERENCES security.role (tenant_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE security.role_permission IS 'control: what a role may do, and with whose records';

CREATE TABLE security.role_field (
    tenant_id uuid NOT NULL,
    role_id uuid NOT NULL,
    field text NOT NULL CHECK (field ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){2}$'),
    rule text NOT NULL CHECK (rule IN ('hidden', 'read_only')),
    PRIMARY KEY (tenant_id, role_id, field),
    FOREIGN KEY (tenant_id, role_id) REFERENCES security.role (tenant_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE security.role_field IS 'control: fields that a role does not see, or does not change';

CREATE TABLE security.membership (
    tenant_id uuid NOT NULL REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES security.person (id) ON DELETE CASCADE,
    built_in text CHECK (built_in IN ('owner', 'admin', 'manager', 'member', 'read_only')),
    role_id uuid,
    state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, person_id),
    FOREIGN KEY (tenant_id, role_id) REFERENCES security.role (tenant_id, id),
    CHECK ((built_in IS NULL) <> (role_id IS NULL))
);
CREATE INDEX membership_by_person ON security.membership (person_id);
CREATE INDEX membership_by_role ON security.membership (tenant_id, role_id) WHERE role_id IS NOT NULL;
COMMENT ON TABLE security.membership IS 'control: who belongs to which tenant, and as what';

CREATE TABLE security.team_member (
    tenant_id uuid NOT NULL,
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, team_id, person_id),
    FOREIGN KEY (tenant_id, team_id) REFERENCES kernel.team (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, person_id) REFERENCES security.membership (tenant_id, person_id) ON DELETE CASCADE
);
CREATE INDEX team_member_by_person ON security.team_member (tenant_id, person_id);
COMMENT ON TABLE security.team_member IS 'control: who is in which team';

-- How strict a tenant is with its doors.
CREATE TABLE security.tenant_policy (
    tenant_id uuid PRIMARY KEY REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    second_factor text NOT NULL DEFAULT 'optional' CHECK (second_factor IN ('optional', 'admins', 'required')),
    grace_ends_at timestamptz,
    -- Blocks of addresses; none means from anywhere.
    allowed_addresses text[] NOT NULL DEFAULT '{}' CHECK (cardinality(allowed_addresses) <= 500)
);
COMMENT ON TABLE security.tenant_policy IS 'control: second factors and addresses that a tenant demands';

-- A browser that somebody has logged in from. It is never locked out by what strangers try.
CREATE TABLE security.device (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES security.person (id) ON DELETE CASCADE,
    token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    label text NOT NULL CHECK (char_length(label) <= 120),
    first_seen_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL
);
CREATE INDEX device_by_person ON security.device (person_id);
COMMENT ON TABLE security.device IS 'control: browsers that people have logged in from';

CREATE TABLE security.session (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    kind text NOT NULL CHECK (kind IN ('staff', 'customer', 'house')),
    person_id uuid REFERENCES security.person (id) ON DELETE CASCADE,
    customer_id uuid,
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    tenant_id uuid REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    -- A session is good on the one host that it was opened on.
    host text NOT NULL CHECK (char_length(host) <= 253),
    device_id uuid REFERENCES security.device (id) ON DELETE SET NULL,
    label text NOT NULL CHECK (char_length(label) <= 120),
    -- Half open: the password was right, the second factor is still to come.
    stage text NOT NULL CHECK (stage IN ('half', 'open')),
    second_factor_at timestamptz,
    -- When the person last proved who they are; dangerous acts ask for it to be recent.
    proved_at timestamptz NOT NULL,
    rotated_from uuid,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    idle_seconds integer NOT NULL CHECK (idle_seconds BETWEEN 60 AND 2592000),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CHECK ((kind = 'customer') = (customer_id IS NOT NULL)),
    CHECK ((kind <> 'customer') = (person_id IS NOT NULL)),
    CHECK ((kind = 'house') = (tenant_id IS NULL)),
    CHECK (expires_at > created_at AND expires_at <= created_at + interval '90 days')
);
CREATE INDEX session_by_person ON security.session (person_id) WHERE revoked_at IS NULL;
CREATE INDEX session_by_customer ON security.session (tenant_id, customer_id) WHERE revoked_at IS NULL;
CREATE INDEX session_by_end ON security.session (expires_at);
COMMENT ON TABLE security.session IS 'control: who is logged in, where, until when';

-- A half-open session's tries at the second factor are counted by the throttle, like everything that is guessed at.
CREATE TABLE security.throttle (
    key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
    -- The theoretical arrival time of the cell rate algorithm: how far ahead of the clock the tries are.
    arrives_at timestamptz NOT NULL
);
CREATE INDEX throttle_by_time ON security.throttle (arrives_at);
COMMENT ON TABLE security.throttle IS 'control: how often was tried, by hashed key';

CREATE TABLE security.totp (
    person_id uuid PRIMARY KEY REFERENCES security.person (id) ON DELETE CASCADE,
    sealed_secret bytea NOT NULL CHECK (octet_length(sealed_secret) BETWEEN 40 AND 200),
    -- The step whose code was taken last: no code of it or of an earlier one is taken again.
    last_step bigint NOT NULL DEFAULT 0 CHECK (last_step >= 0),
    confirmed_at timestamptz,
    created_at timestamptz NOT NULL
);
COMMENT ON TABLE security.totp IS 'control: secrets of authenticator apps, sealed';

CREATE TABLE security.passkey (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES security.person (id) ON DELETE CASCADE,
    relying_party text NOT NULL CHECK (char_length(relying_party) <= 253),
    credential bytea NOT NULL CHECK (octet_length(credential) BETWEEN 1 AND 1023),
    public_key bytea NOT NULL CHECK (octet_length(public_key) BETWEEN 32 AND 1200),
    aaguid bytea NOT NULL CHECK (octet_length(aaguid) = 16),
    sign_count bigint NOT NULL CHECK (sign_count BETWEEN 0 AND 4294967295),
    is_backup_eligible boolean NOT NULL,
    is_backed_up boolean NOT NULL,
    has_verified_user boolean NOT NULL,
    transports text[] NOT NULL DEFAULT '{}' CHECK (cardinality(transports) <= 8),
    attestation text NOT NULL CHECK (attestation IN ('none', 'self')),
    label text NOT NULL CHECK (char_length(label) BETWEEN 1 AND 80),
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    -- Over all relying parties: an id of a key that is somebody's is nobody else's.
    UNIQUE (credential)
);
CREATE INDEX passkey_by_person ON security.passkey (person_id);
COMMENT ON TABLE security.passkey IS 'control: passkeys, by person and domain';

CREATE TABLE security.recovery_code (
    person_id uuid NOT NULL REFERENCES security.person (id) ON DELETE CASCADE,
    code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, code_hash)
);
COMMENT ON TABLE security.recovery_code IS 'control: codes for who lost the second factor; a used one is gone';

-- A challenge that waits for a passkey's answer. It is read by deleting it.
CREATE TABLE security.ceremony (
    challenge bytea PRIMARY KEY CHECK (octet_length(challenge) = 32),
    purpose text NOT NULL CHECK (purpose IN ('registration', 'authentication')),
    person_id uuid REFERENCES security.person (id) ON DELETE CASCADE,
    relying_party text NOT NULL CHECK (char_length(relying_party) <= 253),
    allowed bytea[] NOT NULL DEFAULT '{}' CHECK (cardinality(allowed) <= 64),
    expires_at timestamptz NOT NULL
);
CREATE INDEX ceremony_by_end ON security.ceremony (expires_at);
COMMENT ON TABLE security.ceremony IS 'control: challenges for passkeys';

-- Invitations, proofs of an address, resets, changes of address: each once, soon, and on one host.
CREATE TABLE security.link (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    purpose text NOT NULL CHECK (purpose IN ('invitation', 'verification', 'reset', 'address_change', 'portal')),
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    tenant_id uuid REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    -- A person, or a customer in a portal.
    subject_id uuid NOT NULL,
    host text NOT NULL CHECK (char_length(host) <= 253),
    -- The new address, for a change of it.
    address text CHECK (char_length(address) <= 254),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CHECK (expires_at > created_at AND expires_at <= created_at + interval '15 minutes')
);
CREATE INDEX link_by_subject ON security.link (subject_id);
CREATE INDEX link_by_end ON security.link (expires_at);
COMMENT ON TABLE security.link IS 'control: single-use links; a used one is gone';

-- From one of an agency's tenants to another without a new log-in, for one session and towards one host.
CREATE TABLE security.handover (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    session_id uuid NOT NULL REFERENCES security.session (id) ON DELETE CASCADE,
    tenant_id uuid NOT NULL REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    host text NOT NULL CHECK (char_length(host) <= 253),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CHECK (expires_at > created_at AND expires_at <= created_at + interval '30 seconds')
);
CREATE INDEX handover_by_session ON security.handover (session_id);
CREATE INDEX handover_by_end ON security.handover (expires_at);
COMMENT ON TABLE security.handover IS 'control: moves between hosts; a used one is gone';

CREATE TABLE security.api_key (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL,
    -- It can never do more than the one who made it may at that moment.
    person_id uuid NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
    prefix text NOT NULL UNIQUE CHECK (prefix ~ '^[a-z0-9]{12}$'),
    secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
    permissions text[] NOT NULL CHECK (cardinality(permissions) BETWEEN 1 AND 500),
    addresses text[] NOT NULL DEFAULT '{}' CHECK (cardinality(addresses) <= 100),
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    FOREIGN KEY (tenant_id, person_id) REFERENCES security.membership (tenant_id, person_id) ON DELETE CASCADE
);
CREATE INDEX api_key_by_person ON security.api_key (tenant_id, person_id);
COMMENT ON TABLE security.api_key IS 'control: keys of programs, hashed';

-- The seam for single sign-on: where an agency's or tenant''s people prove themselves instead of here.
CREATE TABLE security.identity_provider (
    id uuid PRIMARY KEY,
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    tenant_id uuid REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9_]{0,39}$'),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
    settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
    is_on boolean NOT NULL DEFAULT false
);
CREATE INDEX identity_provider_by_tenant ON security.identity_provider (tenant_id);
COMMENT ON TABLE security.identity_provider IS 'control: where people may prove themselves elsewhere';

GRANT SELECT, INSERT, UPDATE, DELETE ON security.person, security.role, security.role_permission, security.role_field,
    security.membership, security.team_member, security.tenant_policy, security.device, security.session,
    security.throttle, security.totp, security.passkey, security.recovery_code, security.ceremony, security.link,
    security.handover, security.api_key, security.identity_provider TO konak_control;
