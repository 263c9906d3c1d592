import Kernel
import Postgres
import TestKit
import Testing

@Suite("The guard of the walls")
struct GuardTests {
    @Test("refuses the owner every way around the wall")
    func refusals() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            for statement in Self.refused {
                let error = refusal(of: "BEGIN; \(statement); COMMIT", on: try walled.connect("konak_owner"))
                #expect(
                    error?.message.hasPrefix("the wall refuses") == true, "\(statement): \(error?.message ?? "done")")
            }
            #expect(try walled.connect("konak_owner").rows("SELECT object, reason FROM guard.holes()") == [])
        }
    }

    private static let refused = [
        "CREATE TABLE crm.bad (x integer)",
        "CREATE TABLE crm.bad (tenant_id uuid, x integer)",
        "CREATE TABLE crm.bad (tenant_id text NOT NULL)",
        "CREATE TABLE crm.bad AS SELECT * FROM crm.deal",
        "SELECT * INTO crm.bad FROM crm.deal",
        "CREATE MATERIALIZED VIEW crm.bad AS SELECT 1",
        "CREATE VIEW crm.bad AS SELECT * FROM crm.deal",
        "CREATE VIEW crm.bad WITH (security_invoker = false) AS SELECT * FROM crm.deal",
        "CREATE OR REPLACE VIEW crm.good AS SELECT * FROM crm.deal",
        "ALTER VIEW crm.good SET (security_invoker = false)",
        "ALTER VIEW crm.good RESET (security_invoker)",
        "ALTER TABLE crm.good SET (security_invoker = false)",
        "ALTER TABLE crm.deal DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE crm.deal NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE crm.deal DROP CONSTRAINT deal_pkey, ALTER tenant_id DROP NOT NULL",
        "ALTER TABLE crm.deal RENAME tenant_id TO t",
        "ALTER TABLE crm.deal DROP tenant_id CASCADE",
        "ALTER TABLE kernel.side SET SCHEMA crm",
        "DROP POLICY wall ON crm.deal",
        "DROP POLICY wall_always ON crm.deal",
        "ALTER POLICY wall ON crm.deal USING (true)",
        "ALTER POLICY wall ON crm.deal WITH CHECK (true)",
        "ALTER POLICY wall_always ON crm.deal TO konak_app",
        "ALTER POLICY wall_always ON crm.deal RENAME TO other",
        "DROP FUNCTION kernel.tenant() CASCADE",
        "CREATE FUNCTION crm.bad() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "ALTER FUNCTION crm.plain() SECURITY DEFINER",
        "CREATE PROCEDURE crm.bad() LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "CREATE RULE bad AS ON INSERT TO crm.deal DO ALSO DELETE FROM crm.deal",
        """
        CREATE TABLE crm.many (tenant_id uuid NOT NULL, kind integer) PARTITION BY LIST (kind);
        CREATE TABLE crm.one PARTITION OF crm.many FOR VALUES IN (1);
        ALTER TABLE crm.one DISABLE ROW LEVEL SECURITY
        """,
        "CREATE SCHEMA bad CREATE TABLE bad.open (x integer)",
        "CREATE POLICY more ON crm.deal USING (true)",
        "CREATE POLICY more ON crm.deal FOR SELECT TO konak_app USING (id = 1)",
        "CREATE TABLE crm.bad () INHERITS (crm.deal)",
        "CREATE TABLE crm.bad (tenant_id uuid NOT NULL) INHERITS (crm.deal)",
        """
        CREATE TABLE kernel.bad (LIKE crm.deal) PARTITION BY LIST (title); COMMENT ON TABLE kernel.bad IS 'control: x';
        ALTER TABLE kernel.bad ATTACH PARTITION crm.deal DEFAULT
        """,
        "COMMENT ON TABLE crm.deal IS 'control: deals'",
        "CREATE TABLE kernel.bad (id uuid); COMMENT ON TABLE kernel.bad IS 'bridge: without a tenant'",
        "CREATE TABLE kernel.bad (id uuid); COMMENT ON TABLE kernel.bad IS 'tenant: without a tenant'",
        "CREATE TABLE kernel.bad (id uuid); GRANT SELECT ON kernel.bad TO konak_app",
        "GRANT SELECT ON kernel.side TO konak_portal", "GRANT UPDATE (x) ON kernel.side TO konak_app",
        "SELECT guard.bridge('kernel.side')",
        bridge + "ALTER TABLE kernel.errand DISABLE ROW LEVEL SECURITY",
        bridge + "DROP POLICY control ON kernel.errand",
        bridge + "ALTER POLICY control ON kernel.errand TO konak_app",
        bridge + "ALTER TABLE kernel.errand DROP tenant_id CASCADE",
        bridge + "COMMENT ON TABLE kernel.errand IS 'tenant: errands'",
        bridge + "GRANT INSERT ON kernel.errand TO konak_app; COMMENT ON TABLE kernel.errand IS 'control: errands'",
        "CREATE VIEW kernel.bad AS SELECT * FROM kernel.side",
        "CREATE FUNCTION kernel.bad() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        """
        CREATE FUNCTION kernel.bad() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
            SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER bad AFTER INSERT ON crm.deal EXECUTE FUNCTION kernel.bad()
        """,
        "GRANT SELECT ON crm.deal TO konak_portal", "GRANT SELECT ON crm.deal TO PUBLIC",
        "GRANT TRUNCATE ON crm.deal TO konak_app", "GRANT SELECT ON crm.deal TO konak_app WITH GRANT OPTION",
        "GRANT USAGE ON SCHEMA crm TO PUBLIC", "CREATE SEQUENCE crm.s; GRANT USAGE ON SEQUENCE crm.s TO konak_app",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO konak_app",
        "SELECT guard.open_to_portal('crm.deal', 'id')", "SELECT guard.open_to_portal('crm.deal', 'title')",
        "SELECT guard.adopt_search('crm.plain()')",
    ]

    private static let bridge = """
        CREATE TABLE kernel.errand (tenant_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id));
        COMMENT ON TABLE kernel.errand IS 'bridge: what is to be done';

        """

    @Test("lets not even a superuser give a table away")
    func givenAway() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            for role in ["konak_app", TestCluster.owner] {
                let error = refusal(
                    of: "ALTER TABLE crm.deal OWNER TO \(role)", on: try walled.connect(TestCluster.owner))
                #expect(error?.message.hasPrefix("the wall refuses") == true, "\(error?.message ?? "done")")
            }
        }
    }

    @Test("cannot be removed or become somebody else by the owner")
    func owner() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            for statement in Self.beyondTheOwner {
                let error = refusal(of: statement, on: try walled.connect("konak_owner"))
                #expect(error?.sqlState?.text == "42501", "\(statement): \(error?.message ?? "done")")
            }
        }
    }

    private static let beyondTheOwner = [
        "DROP EVENT TRIGGER konak_guard_command", "ALTER EVENT TRIGGER konak_guard_drop DISABLE",
        "SET session_replication_role = replica", "DROP FUNCTION guard.after_command() CASCADE",
        "DROP FUNCTION kernel.enter(uuid)", "DROP SCHEMA kernel CASCADE", "DROP SCHEMA guard CASCADE",
        "CREATE OR REPLACE FUNCTION kernel.enter(tenant uuid) RETURNS void LANGUAGE sql AS 'SELECT'",
        "GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO konak_owner",
        "ALTER ROLE konak_owner BYPASSRLS",
        "ALTER TABLE kernel.migration OWNER TO konak_app", "SET ROLE konak_definer", "SET ROLE konak_search",
        "UPDATE guard.prepared SET checksum = 'x'", "DELETE FROM guard.sealed", "DELETE FROM guard.sound",
        "DROP VIEW lint.\"wall.policy\"",
    ]

    @Test("lets through what a module needs, wall included")
    func allowed() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            try walled.connect("konak_owner").run(
                script: """
                    ALTER TABLE crm.deal ADD COLUMN note text;
                    CREATE INDEX ON crm.deal (tenant_id, note);
                    CREATE POLICY scope ON crm.deal AS RESTRICTIVE USING (id > 0);
                    ALTER POLICY scope ON crm.deal USING (id > 1);
                    DROP POLICY scope ON crm.deal;
                    CREATE TABLE crm.many (tenant_id uuid NOT NULL, kind integer) PARTITION BY LIST (kind);
                    CREATE TABLE crm.one PARTITION OF crm.many FOR VALUES IN (1);
                    CREATE TABLE crm."Ödd.name" (tenant_id uuid NOT NULL PRIMARY KEY);
                    CREATE TEMPORARY TABLE scratch (x integer);
                    DROP TABLE crm.many;
                    DROP VIEW crm.good;
                    DROP TABLE crm.deal;
                    """)
            let owner = try walled.connect("konak_owner")
            #expect(try owner.rows("SELECT object, reason FROM guard.holes()") == [])
            let policies = try owner.rows(
                "SELECT polname FROM pg_policy WHERE polrelid = 'crm.\"Ödd.name\"'::regclass ORDER BY 1")
            #expect(policies == [["wall"], ["wall_always"]])
        }
    }
}
