import Kernel
import Postgres
import TestKit
import Testing

@Suite("The search for holes")
struct HolesTests {
    @Test(
        "finds nothing in a sound database, as every role that may ask",
        arguments: DatabaseRole.allCases.filter { $0 != .backup })
    func sound(role: DatabaseRole) async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            #expect(try walled.connect(role.rawValue).rows("SELECT object, reason FROM guard.holes()") == [])
        }
    }

    @Test("finds every hole that a superuser could make")
    func mutants() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            // Roles belong to the whole cluster: while other tests prepare databases there, ours must keep out.
            let turn = try ScriptConnection(walled.maintenance.secretText)
            try turn.run(script: "SELECT pg_advisory_lock(469886198635)")
            for (mutation, object) in Self.mutations {
                let superuser = try walled.connect(TestCluster.owner)
                // The guard sleeps for this session, as it would for a restore or a careless administrator.
                try superuser.run(script: "SET session_replication_role = replica; BEGIN; \(mutation)")
                let found = try superuser.rows("SELECT object FROM guard.holes()").compactMap { $0.first ?? nil }
                #expect(found.contains { $0.hasPrefix(object) }, "\(mutation): found only \(found)")
            }
        }
    }

    private static let mutations = [
        ("ALTER TABLE crm.deal DISABLE ROW LEVEL SECURITY", "crm.deal"),
        ("ALTER TABLE crm.deal NO FORCE ROW LEVEL SECURITY", "crm.deal"),
        ("DROP POLICY wall ON crm.deal", "crm.deal"),
        ("DROP POLICY wall_always ON crm.deal", "crm.deal"),
        ("ALTER POLICY wall ON crm.deal USING (true)", "crm.deal"),
        ("ALTER POLICY wall_always ON crm.deal WITH CHECK (true)", "crm.deal"),
        ("ALTER POLICY wall_always ON crm.deal TO konak_app", "crm.deal"),
        ("CREATE TABLE crm.bad (x integer)", "crm.bad"),
        ("CREATE VIEW crm.bad AS SELECT * FROM crm.deal", "crm.bad"),
        ("CREATE MATERIALIZED VIEW crm.bad AS SELECT 1", "crm.bad"),
        ("GRANT TRUNCATE ON crm.deal TO konak_app", "crm.deal"),
        ("GRANT TRIGGER ON crm.deal TO konak_portal", "crm.deal"),
        ("GRANT SELECT ON crm.deal TO PUBLIC", "crm.deal"),
        ("CREATE FUNCTION crm.bad() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'", "crm.bad()"),
        ("CREATE FUNCTION kernel.bad() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'", "kernel.bad()"),
        ("GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC", "set_config"),
        ("GRANT EXECUTE ON FUNCTION pg_catalog.lo_create(oid) TO PUBLIC", "lo_create"),
        ("GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC", "plpgsql"),
        ("GRANT USAGE ON LANGUAGE sql TO konak_app", "sql"),
        ("ALTER FUNCTION kernel.tenant() VOLATILE", "kernel.tenant()"),
        ("ALTER FUNCTION kernel.tenant() SET search_path = pg_catalog", "kernel.tenant()"),
        (
            "CREATE OR REPLACE FUNCTION kernel.tenant() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid'",
            "kernel.tenant()"
        ),
        ("ALTER FUNCTION kernel.enter(uuid) OWNER TO konak_test", "kernel.enter"),
        ("ALTER FUNCTION kernel.enter(uuid) RESET ALL", "kernel.enter"),
        ("ALTER FUNCTION kernel.enter(uuid) SECURITY INVOKER", "kernel.enter"),
        ("DROP FUNCTION kernel.enter(uuid)", "kernel.enter"),
        ("ALTER EVENT TRIGGER konak_guard_command DISABLE", "konak_guard_command"),
        ("DROP EVENT TRIGGER konak_guard_drop", "konak_guard_drop"),
        ("ALTER ROLE konak_app BYPASSRLS", "konak_app"),
        ("ALTER ROLE konak_app SUPERUSER", "konak_app"),
        ("ALTER ROLE konak_portal CREATEROLE", "konak_portal"),
        ("ALTER ROLE konak_definer LOGIN", "konak_definer"),
        ("GRANT konak_owner TO konak_app", "konak_app"),
        ("GRANT pg_read_all_data TO konak_control", "konak_control"),
        ("GRANT CREATE ON SCHEMA kernel TO konak_app", "schema kernel"),
        ("GRANT ALL ON SCHEMA public TO PUBLIC", "schema public"),
    ]
}
