import Kernel
import Postgres
import TestKit

/// A small module with all that walls must bear: keys that point at each other, a view, search functions, tables open to
/// the portal; and in the kernel's schema tables of the classes bridge, control and
/// reference.
enum SampleSchema {
    static func with(_ body: (WalledDatabase) async throws -> Void) async throws {
        try await WalledDatabase.with { walled in
            try walled.connect("konak_owner").run(script: "SET client_min_messages = warning; " + script)
            for (tenant, word) in [(WalledDatabase.ours, "ours"), (WalledDatabase.theirs, "theirs")] {
                try walled.connect(TestCluster.owner).run(script: rows(of: tenant, saying: word))
            }
            try await body(walled)
        }
    }

    /// Runs as the owner, as a migration does.
    static let script = #"""
        CREATE TABLE kernel.season (code text PRIMARY KEY, name text NOT NULL);
        COMMENT ON TABLE kernel.season IS 'reference: parts of the year';
        GRANT SELECT ON kernel.season TO konak_app, konak_portal, konak_control;
        INSERT INTO kernel.season VALUES ('summer', 'yaz'), ('winter', 'kış');
        CREATE SCHEMA crm;
        GRANT USAGE ON SCHEMA crm TO konak_app, konak_portal;
        CREATE TABLE crm.customer (
            tenant_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, email text NOT NULL,
            PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email));
        COMMENT ON TABLE crm.customer IS 'tenant: who buys';
        CREATE INDEX customer_search ON crm.customer USING gin (tenant_id, name extension.gin_trgm_ops);
        CREATE TABLE crm.deal (
            tenant_id uuid NOT NULL, id uuid NOT NULL, customer_id uuid, title text NOT NULL, amount bigint NOT NULL DEFAULT 0,
            state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'won', 'lost')),
            season text REFERENCES kernel.season (code),
            words tsvector GENERATED ALWAYS AS (to_tsvector('simple', title)) STORED,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, customer_id) REFERENCES crm.customer (tenant_id, id) ON DELETE SET NULL (customer_id));
        CREATE INDEX deal_amount ON crm.deal (tenant_id, amount);
        CREATE INDEX deal_customer ON crm.deal (tenant_id, customer_id);
        CREATE INDEX deal_search ON crm.deal USING gin (tenant_id, words);
        CREATE TABLE crm.note (
            tenant_id uuid NOT NULL, id uuid NOT NULL, deal_id uuid NOT NULL, body text NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, deal_id) REFERENCES crm.deal (tenant_id, id) ON DELETE CASCADE);
        CREATE INDEX note_deal ON crm.note (tenant_id, deal_id);
        CREATE TABLE crm.invoice (
            tenant_id uuid NOT NULL, id uuid NOT NULL, customer_id uuid NOT NULL, number text NOT NULL, total bigint NOT NULL,
            PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, number),
            FOREIGN KEY (tenant_id, customer_id) REFERENCES crm.customer (tenant_id, id));
        CREATE INDEX invoice_customer ON crm.invoice (tenant_id, customer_id);
        CREATE TABLE crm.article (
            tenant_id uuid NOT NULL, id uuid NOT NULL, title text NOT NULL, PRIMARY KEY (tenant_id, id));
        CREATE VIEW crm.won WITH (security_invoker = true) AS SELECT tenant_id, id, title FROM crm.deal WHERE state = 'won';
        CREATE FUNCTION crm.search_deal(needle text, most integer) RETURNS SETOF uuid
        LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
            SELECT id FROM crm.deal
            WHERE tenant_id = kernel.tenant() AND (words @@ websearch_to_tsquery('simple', needle))
            LIMIT least(most, 1000)
        $$;
        CREATE FUNCTION crm.search_customer(needle text, most integer) RETURNS SETOF uuid
        LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
            SELECT c.id FROM crm.customer AS c
            WHERE c.tenant_id = kernel.tenant() AND (c.name ILIKE '%' || needle || '%')
            ORDER BY c.name LIMIT most
        $$;
        SELECT guard.adopt_search('crm.search_deal(text, integer)'), guard.adopt_search('crm.search_customer(text, integer)');
        SELECT guard.open_to_portal('crm.invoice', 'customer_id');
        SELECT guard.open_to_portal('crm.customer', 'id', 'SELECT (tenant_id, id, name)', 'UPDATE (name)');
        SELECT guard.share_with_portal('crm.article');
        GRANT SELECT, INSERT, UPDATE, DELETE ON crm.customer, crm.deal, crm.note, crm.invoice, crm.article TO konak_app;
        GRANT SELECT ON crm.won TO konak_app;

        CREATE TABLE kernel.errand (
            tenant_id uuid NOT NULL, id uuid NOT NULL, kind text NOT NULL, key text, due timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, key));
        COMMENT ON TABLE kernel.errand IS 'bridge: what is to be done';
        CREATE INDEX errand_due ON kernel.errand (due);
        GRANT SELECT, INSERT ON kernel.errand TO konak_app;
        GRANT UPDATE, DELETE ON kernel.errand TO konak_control;
        CREATE TABLE kernel.landlord (id uuid PRIMARY KEY, name text NOT NULL);
        COMMENT ON TABLE kernel.landlord IS 'control: who runs the house';
        GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.landlord TO konak_control;
        """#

    /// One row of a tenant in each table; every text of it says whose it is.
    static func rows(of tenant: String, saying word: String) -> String {
        let digit = word == "ours" ? "1" : "2"
        return """
            INSERT INTO crm.customer (tenant_id, id, name, email)
                VALUES ('\(tenant)', '\(id(1, digit))', 'canary \(word)', 'canary-\(word)@example.com')
                ON CONFLICT DO NOTHING;
            INSERT INTO crm.deal (tenant_id, id, customer_id, title)
                VALUES ('\(tenant)', '\(id(2, digit))', '\(id(1, digit))', 'canary \(word)') ON CONFLICT DO NOTHING;
            INSERT INTO crm.note (tenant_id, id, deal_id, body)
                VALUES ('\(tenant)', '\(id(3, digit))', '\(id(2, digit))', 'canary \(word)') ON CONFLICT DO NOTHING;
            INSERT INTO crm.invoice (tenant_id, id, customer_id, number, total)
                VALUES ('\(tenant)', '\(id(4, digit))', '\(id(1, digit))', 'canary \(word)', 100) ON CONFLICT DO NOTHING;
            INSERT INTO crm.article (tenant_id, id, title)
                VALUES ('\(tenant)', '\(id(5, digit))', 'canary \(word)') ON CONFLICT DO NOTHING;
            INSERT INTO kernel.errand (tenant_id, id, kind, key)
                VALUES ('\(tenant)', '\(id(6, digit))', 'canary \(word)', 'canary \(word)') ON CONFLICT DO NOTHING
            """
    }

    /// The id of a row of the sample: its table's number and its tenant's digit.
    static func id(_ table: Int, _ digit: String) -> String { "00000000-0000-7000-8000-00000000\(table)00\(digit)" }
}
