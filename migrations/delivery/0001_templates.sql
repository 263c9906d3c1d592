-- Templates that somebody has written in the place of a built-in one: a tenant for itself, an agency for its tenants, the
-- operator (no agency) for all. What nobody has written comes out of the program.

CREATE SCHEMA IF NOT EXISTS delivery;
GRANT USAGE ON SCHEMA delivery TO konak_app, konak_control;

CREATE TABLE delivery.template (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL CHECK (char_length(key) BETWEEN 3 AND 120),
    channel text NOT NULL CHECK (channel IN ('mail', 'sms', 'whatsapp', 'pdf')),
    language text NOT NULL CHECK (language IN ('tr', 'en')),
    subject text NOT NULL DEFAULT '' CHECK (octet_length(subject) <= 4096),
    body text NOT NULL CHECK (octet_length(body) <= 131072),
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, key, channel, language)
);
COMMENT ON TABLE delivery.template IS 'tenant: templates of its own in the place of others';
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery.template TO konak_app;

CREATE TABLE delivery.agency_template (
    id uuid PRIMARY KEY,
    agency_id uuid REFERENCES kernel.agency (id) ON DELETE CASCADE,
    key text NOT NULL CHECK (char_length(key) BETWEEN 3 AND 120),
    channel text NOT NULL CHECK (channel IN ('mail', 'sms', 'whatsapp', 'pdf')),
    language text NOT NULL CHECK (language IN ('tr', 'en')),
    subject text NOT NULL DEFAULT '' CHECK (octet_length(subject) <= 4096),
    body text NOT NULL CHECK (octet_length(body) <= 131072),
    changed_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (agency_id, key, channel, language)
);
COMMENT ON TABLE delivery.agency_template IS 'control: templates of agencies and of the operator';
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery.agency_template TO konak_control;
