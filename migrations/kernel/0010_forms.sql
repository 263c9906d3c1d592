-- Forms on their way: which sendings were taken, and what was typed while somebody proves anew who they are. Both are
-- sealed, short of life, and known to every node.

-- One sending of a form. Claimed before its saving begins, so that the same one is never saved twice, on whatever node.
CREATE TABLE kernel.sent_form (
    -- A hash of where, by whom, under which key and with which values it was sent.
    id bytea PRIMARY KEY CHECK (octet_length(id) = 32),
    -- Null: at an agency's or the operator's console.
    tenant_id uuid,
    state text NOT NULL CHECK (state IN ('running', 'done', 'spent')),
    -- What was answered, for the second of the same; nothing where it was more than a way on and a line.
    answer bytea CHECK (octet_length(answer) <= 16384),
    claimed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CHECK ((state = 'done') = (answer IS NOT NULL))
);
CREATE INDEX sent_form_by_end ON kernel.sent_form (expires_at);
CREATE INDEX sent_form_by_tenant ON kernel.sent_form (tenant_id) WHERE tenant_id IS NOT NULL;
COMMENT ON TABLE kernel.sent_form IS 'control: sendings of forms, so that none counts twice';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.sent_form TO konak_control;

-- What was typed into a form whose session had to be proved anew: one for a person at a host, shown once and to nobody else.
CREATE TABLE kernel.kept_form (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    tenant_id uuid,
    person_id uuid NOT NULL,
    host text NOT NULL CHECK (char_length(host) <= 253),
    content bytea NOT NULL CHECK (octet_length(content) <= 65536),
    expires_at timestamptz NOT NULL,
    UNIQUE (person_id, host)
);
CREATE INDEX kept_form_by_end ON kernel.kept_form (expires_at);
CREATE INDEX kept_form_by_tenant ON kernel.kept_form (tenant_id) WHERE tenant_id IS NOT NULL;
COMMENT ON TABLE kernel.kept_form IS 'control: what was typed while somebody proves anew who they are';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.kept_form TO konak_control;
