-- Addresses that the operator lets in nowhere. Every node keeps them in memory, with its map of sites.
CREATE TABLE kernel.denied_address (
    -- In CIDR form, as the house writes it.
    block text PRIMARY KEY CHECK (block ~ '^[0-9a-f.:]{2,45}/[0-9]{1,3}$'),
    reason text NOT NULL DEFAULT '' CHECK (char_length(reason) <= 200),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE kernel.denied_address IS 'control: addresses that are let in nowhere';

GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.denied_address TO konak_control;

CREATE TRIGGER sites_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON kernel.denied_address
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.say_sites_changed();
