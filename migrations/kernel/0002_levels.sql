-- Who lives in the house: the operator's agencies, their tenants with teams, the brands, the hosts, the plans.
-- All of it is class control: the app reads none of it, the kernel asks as konak_control.

CREATE TABLE kernel.agency (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended', 'closed')),
    created_at timestamptz NOT NULL DEFAULT now(),
    state_changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE kernel.agency IS 'control: who sells the house under a brand';

-- A plan belongs to an agency, or to the operator, whose plans every agency may sell.
CREATE TABLE kernel.plan (
    id uuid PRIMARY KEY,
    agency_id uuid REFERENCES kernel.agency (id),
    key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9_]{0,39}$'),
    name_tr text NOT NULL CHECK (char_length(name_tr) BETWEEN 1 AND 80),
    name_en text NOT NULL CHECK (char_length(name_en) BETWEEN 1 AND 80),
    modules text[] NOT NULL DEFAULT '{}',
    limits jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(limits) = 'object'),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (agency_id, key)
);
COMMENT ON TABLE kernel.plan IS 'control: what a tenant has bought: modules and limits';

CREATE TABLE kernel.tenant (
    id uuid PRIMARY KEY,
    agency_id uuid NOT NULL REFERENCES kernel.agency (id),
    slug text NOT NULL CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    state text NOT NULL DEFAULT 'trial' CHECK (state IN ('trial', 'active', 'suspended', 'closing', 'erased')),
    plan_id uuid NOT NULL REFERENCES kernel.plan (id),
    language text NOT NULL DEFAULT 'tr' CHECK (language IN ('tr', 'en')),
    time_zone text NOT NULL DEFAULT 'Europe/Istanbul' CHECK (char_length(time_zone) BETWEEN 1 AND 64),
    settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
    trial_ends_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    state_changed_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (agency_id, slug)
);
CREATE INDEX tenant_by_plan ON kernel.tenant (plan_id);
COMMENT ON TABLE kernel.tenant IS 'control: the households';

CREATE TABLE kernel.team (
    tenant_id uuid NOT NULL REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    parent_id uuid,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name),
    FOREIGN KEY (tenant_id, parent_id) REFERENCES kernel.team (tenant_id, id) ON DELETE SET NULL (parent_id)
);
COMMENT ON TABLE kernel.team IS 'control: groups of people within a tenant';

-- What a tenant itself switched off, of the modules its plan has.
CREATE TABLE kernel.module_switch (
    tenant_id uuid NOT NULL REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    module text NOT NULL CHECK (module ~ '^[a-z][a-z0-9_]{0,39}$'),
    is_on boolean NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, module)
);
COMMENT ON TABLE kernel.module_switch IS 'control: modules a tenant has switched on or off';

-- A brand of the platform (no agency), of an agency (no tenant), of a tenant. Null means: as the level above has it.
CREATE TABLE kernel.brand (
    id uuid PRIMARY KEY,
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    tenant_id uuid REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    name text CHECK (char_length(name) BETWEEN 1 AND 120),
    hue smallint CHECK (hue BETWEEN 0 AND 359),
    chroma smallint CHECK (chroma BETWEEN 0 AND 400),
    logo_file text CHECK (char_length(logo_file) <= 200),
    sender_name text CHECK (char_length(sender_name) <= 120),
    sender_address text CHECK (char_length(sender_address) <= 254),
    support_address text CHECK (char_length(support_address) <= 254),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CHECK (tenant_id IS NULL OR agency_id IS NOT NULL),
    UNIQUE NULLS NOT DISTINCT (agency_id, tenant_id)
);
COMMENT ON TABLE kernel.brand IS 'control: names, colours and senders, by level';

-- Every host the house answers to. The operator's own hosts have neither agency nor tenant.
CREATE TABLE kernel.domain (
    host text PRIMARY KEY CHECK (
        char_length(host) <= 253 AND host ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$'),
    surface text NOT NULL CHECK (surface IN ('operator', 'agency', 'app', 'portal')),
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    tenant_id uuid REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    is_primary boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'verified', 'failed')),
    challenge text NOT NULL CHECK (char_length(challenge) BETWEEN 20 AND 100),
    checked_at timestamptz,
    verified_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (
        (surface = 'operator' AND agency_id IS NULL AND tenant_id IS NULL)
        OR (surface = 'agency' AND agency_id IS NOT NULL AND tenant_id IS NULL)
        OR (surface IN ('app', 'portal') AND agency_id IS NOT NULL AND tenant_id IS NOT NULL))
);
CREATE INDEX domain_by_tenant ON kernel.domain (tenant_id) WHERE tenant_id IS NOT NULL;
CREATE INDEX domain_by_agency ON kernel.domain (agency_id) WHERE agency_id IS NOT NULL;
CREATE UNIQUE INDEX domain_primary ON kernel.domain (agency_id, tenant_id, surface) NULLS NOT DISTINCT WHERE is_primary;
COMMENT ON TABLE kernel.domain IS 'control: hosts, whose they are, and whether that is proven';

-- Where others deliver to: the secret part of a webhook's address, hashed.
CREATE TABLE kernel.endpoint (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    tenant_id uuid NOT NULL REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    module text NOT NULL CHECK (module ~ '^[a-z][a-z0-9_]{0,39}$'),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX endpoint_by_tenant ON kernel.endpoint (tenant_id);
COMMENT ON TABLE kernel.endpoint IS 'control: addresses at which a module of a tenant receives webhooks';

-- What was erased: who, when, and how many rows of which table, without a word of what they held.
CREATE TABLE kernel.erasure (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    subject text NOT NULL CHECK (subject IN ('tenant', 'person')),
    counts jsonb NOT NULL,
    proof text NOT NULL,
    erased_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX erasure_by_tenant ON kernel.erasure (tenant_id);
COMMENT ON TABLE kernel.erasure IS 'control: proofs of erasure, kept after their subject is gone';

GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.agency, kernel.plan, kernel.tenant, kernel.team, kernel.module_switch,
    kernel.brand, kernel.domain, kernel.endpoint TO konak_control;
GRANT SELECT, INSERT ON kernel.erasure TO konak_control;

-- Every node keeps a map of sites; a change of what it is made of tells all of them at once, with the commit.
CREATE FUNCTION kernel.say_sites_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_notify('konak_sites', '');
    RETURN NULL;
END $$;

CREATE TRIGGER sites_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON kernel.agency
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.say_sites_changed();
CREATE TRIGGER sites_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON kernel.plan
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.say_sites_changed();
CREATE TRIGGER sites_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON kernel.tenant
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.say_sites_changed();
CREATE TRIGGER sites_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON kernel.module_switch
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.say_sites_changed();
CREATE TRIGGER sites_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON kernel.brand
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.say_sites_changed();
CREATE TRIGGER sites_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON kernel.domain
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.say_sites_changed();
