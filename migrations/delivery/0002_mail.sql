-- Mail of the house: queues, the ways out, the keys that sign, and what is kept where there is no way out.
CREATE SCHEMA IF NOT EXISTS delivery;
GRANT USAGE ON SCHEMA delivery TO konak_app, konak_control;

-- A tenant's mail, written in the transaction that it belongs to. What it says is sealed and goes once it has been sent.
-- `next_at` is when somebody may take it: the next try while it waits, the end of the lease while it is being sent.
CREATE TABLE delivery.mail (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    unique_key text NOT NULL CHECK (octet_length(unique_key) BETWEEN 1 AND 200),
    template text NOT NULL CHECK (octet_length(template) BETWEEN 1 AND 80),
    to_address text NOT NULL CHECK (octet_length(to_address) BETWEEN 3 AND 254),
    language text NOT NULL CHECK (language IN ('tr', 'en')),
    is_digest boolean NOT NULL DEFAULT false,
    sealed bytea CHECK (octet_length(sealed) <= 100000),
    not_after timestamptz,
    state text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'sending', 'sent', 'parked', 'expired', 'kept')),
    attempts bigint NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL DEFAULT now(),
    holder uuid,
    message_id text CHECK (octet_length(message_id) <= 400),
    last_error text CHECK (octet_length(last_error) <= 200),
    created_at timestamptz NOT NULL DEFAULT now(),
    -- When it was ordered, or told to try again: the time for tries begins here.
    queued_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, unique_key),
    CHECK ((ended_at IS NULL) = (state IN ('waiting', 'sending')))
);
CREATE INDEX mail_open ON delivery.mail (tenant_id, is_digest, next_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX mail_ended ON delivery.mail (ended_at) WHERE ended_at IS NOT NULL;
COMMENT ON TABLE delivery.mail IS 'bridge: mail that the house writes for tenants';
-- Whoever serves tenants orders and looks; what becomes of a mail only the sender says. The sealed part shows nothing.
GRANT INSERT (tenant_id, id, unique_key, template, to_address, language, is_digest, sealed, not_after)
    ON delivery.mail TO konak_app;
GRANT SELECT (tenant_id, id, unique_key, template, to_address, language, is_digest, not_after, state, attempts, next_at,
    last_error, created_at, ended_at) ON delivery.mail TO konak_app;
GRANT SELECT, UPDATE, DELETE ON delivery.mail TO konak_control;

-- Mail of agencies, of the platform, and of the house's own parts for a tenant.
CREATE TABLE delivery.house_mail (
    id uuid PRIMARY KEY,
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    tenant_id uuid REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    unique_key text NOT NULL CHECK (octet_length(unique_key) BETWEEN 1 AND 200),
    template text NOT NULL CHECK (octet_length(template) BETWEEN 1 AND 80),
    to_address text NOT NULL CHECK (octet_length(to_address) BETWEEN 3 AND 254),
    language text NOT NULL CHECK (language IN ('tr', 'en')),
    is_digest boolean NOT NULL DEFAULT false,
    sealed bytea CHECK (octet_length(sealed) <= 100000),
    not_after timestamptz,
    state text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'sending', 'sent', 'parked', 'expired', 'kept')),
    attempts bigint NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL DEFAULT now(),
    holder uuid,
    message_id text CHECK (octet_length(message_id) <= 400),
    last_error text CHECK (octet_length(last_error) <= 200),
    created_at timestamptz NOT NULL DEFAULT now(),
    queued_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    CHECK (tenant_id IS NULL OR agency_id IS NOT NULL),
    UNIQUE NULLS NOT DISTINCT (agency_id, tenant_id, unique_key),
    CHECK ((ended_at IS NULL) = (state IN ('waiting', 'sending')))
);
CREATE INDEX house_mail_open ON delivery.house_mail (is_digest, next_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX house_mail_ended ON delivery.house_mail (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX house_mail_by_tenant ON delivery.house_mail (tenant_id) WHERE tenant_id IS NOT NULL;
COMMENT ON TABLE delivery.house_mail IS 'control: mail of agencies and of the platform';
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery.house_mail TO konak_control;

-- The mail server of the platform (no agency), of an agency (no tenant), of a tenant. Without one the level above sends.
CREATE TABLE delivery.mail_route (
    id uuid PRIMARY KEY,
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    tenant_id uuid REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    host text NOT NULL CHECK (octet_length(host) BETWEEN 1 AND 253),
    port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
    security text NOT NULL CHECK (security IN ('implicit', 'starttls', 'opportunistic', 'none')),
    user_name text CHECK (octet_length(user_name) BETWEEN 1 AND 320),
    sealed_password bytea CHECK (octet_length(sealed_password) <= 2000),
    sender_address text NOT NULL CHECK (octet_length(sender_address) BETWEEN 3 AND 254),
    sender_name text CHECK (char_length(sender_name) BETWEEN 1 AND 120),
    reply_to text CHECK (octet_length(reply_to) BETWEEN 3 AND 254),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CHECK (tenant_id IS NULL OR agency_id IS NOT NULL),
    CHECK ((user_name IS NULL) = (sealed_password IS NULL)),
    UNIQUE NULLS NOT DISTINCT (agency_id, tenant_id)
);
COMMENT ON TABLE delivery.mail_route IS 'control: mail servers, by level';

-- Keys that sign mail for a domain (DKIM). The public half is what stands in the DNS.
CREATE TABLE delivery.mail_key (
    id uuid PRIMARY KEY,
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    tenant_id uuid REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    domain text NOT NULL CHECK (octet_length(domain) BETWEEN 3 AND 253),
    selector text NOT NULL CHECK (octet_length(selector) BETWEEN 1 AND 63),
    kind text NOT NULL CHECK (kind IN ('ed25519', 'rsa')),
    sealed_key bytea NOT NULL CHECK (octet_length(sealed_key) <= 10000),
    public_key text NOT NULL CHECK (octet_length(public_key) <= 2000),
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (tenant_id IS NULL OR agency_id IS NOT NULL),
    UNIQUE NULLS NOT DISTINCT (agency_id, tenant_id, domain, selector)
);
COMMENT ON TABLE delivery.mail_key IS 'control: keys that sign mail, by level';
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery.mail_route, delivery.mail_key TO konak_control;

-- Mail of a house in the making, which has no mail server: kept to be looked at.
CREATE TABLE delivery.kept_mail (
    id uuid PRIMARY KEY,
    tenant_id uuid REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    house text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    language text NOT NULL CHECK (language IN ('tr', 'en')),
    html text NOT NULL,
    plain text NOT NULL,
    head text NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX kept_mail_by_time ON delivery.kept_mail (kept_at);
COMMENT ON TABLE delivery.kept_mail IS 'control: mail of a house in the making, which no server takes';
GRANT SELECT, INSERT, DELETE ON delivery.kept_mail TO konak_control;
