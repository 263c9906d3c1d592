import Kernel
import Postgres
import Testing

@Suite("The latch, against statements that an attacker got in")
struct LatchTests {
    @Test("keeps the other tenant's rows away, whatever the statement")
    func hostileStatements() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            for statement in Self.hostile {
                let app = try walled.connect("konak_app")
                try app.run(script: "BEGIN; SELECT kernel.enter('\(WalledDatabase.ours)'); SAVEPOINT s")
                let error = refusal(of: statement, on: app)
                if error != nil { try app.run(script: "ROLLBACK TO s") }
                let rows = try app.rows("SELECT tenant_id::text FROM crm.deal")
                #expect(rows == [[WalledDatabase.ours]], "\(statement)")
                #expect(error != nil, "\(statement) went through")
            }
        }
    }

    private static let theirs = WalledDatabase.theirs
    private static let hostile = [
        "SELECT kernel.enter('\(theirs)')", "SELECT kernel.enter(NULL)",
        "SELECT title FROM crm.deal, LATERAL (SELECT kernel.enter('\(theirs)') OFFSET 0) x",
        "SELECT set_config('konak.tenant', '\(theirs)', true)", "SELECT set_config('konak.tenant', '', false)",
        "SELECT title FROM crm.deal, LATERAL (SELECT set_config('konak.tenant', '\(theirs)', true) OFFSET 0) x",
        "UPDATE pg_settings SET setting = '\(theirs)' WHERE name = 'konak.tenant' OR true",
        "SELECT query_to_xml('SET LOCAL konak.tenant = ''\(theirs)''', true, true, '')",
        "SELECT ts_stat('SELECT title::tsvector FROM crm.deal')",
        "SELECT database_to_xml(true, true, '')", "DO 'BEGIN END'",
        "CREATE TEMPORARY TABLE x (y integer)", "CREATE TABLE crm.x (y integer)", "CREATE SCHEMA x",
        "CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "INSERT INTO crm.deal (tenant_id, id, title) VALUES ('\(theirs)', 9, 'x')",
        "UPDATE crm.deal SET tenant_id = '\(theirs)'", "TRUNCATE crm.deal", "COPY crm.deal FROM PROGRAM 'id'",
        "COPY (SELECT 1) TO '/tmp/x'", "ALTER TABLE crm.deal DISABLE ROW LEVEL SECURITY",
        "SELECT lo_create(0)", "SELECT lo_from_bytea(0, 'x')", "SELECT * FROM pg_stat_activity",
        "SELECT pg_stat_get_backend_activity(1)", "SELECT pg_cancel_backend(1)", "SELECT pg_terminate_backend(1)",
        "SELECT pg_advisory_lock(1)", "SELECT pg_try_advisory_xact_lock(1)", "SELECT * FROM pg_locks",
        "SET ROLE konak_owner", "SET SESSION AUTHORIZATION konak_owner", "SET ROLE konak_search",
        "SELECT * FROM kernel.migration", "SELECT * FROM kernel.side", "SELECT pg_read_file('/etc/passwd')",
        "SET LOCAL row_security = off; SELECT * FROM crm.deal", "SELECT pg_export_snapshot()",
        "CREATE EXTENSION dblink", "LOAD 'auto_explain'", "SET session_preload_libraries = 'x'",
    ]

    @Test("without a tenant shows nothing and takes nothing")
    func noTenant() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            let app = try walled.connect("konak_app")
            #expect(try app.rows("SELECT 1 FROM crm.deal") == [])
            let write = "INSERT INTO crm.deal (tenant_id, id, title) VALUES ('\(WalledDatabase.ours)', 9, 'x')"
            #expect(refusal(of: write, on: app)?.sqlState?.text == "42501")
        }
    }

    @Test("lets go at the end of the transaction, however it ends", arguments: ["COMMIT", "ROLLBACK"])
    func letsGo(end: String) async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            let app = try walled.connect("konak_app")
            try app.run(script: "BEGIN; SELECT kernel.enter('\(WalledDatabase.ours)'); \(end)")
            #expect(try app.rows("SELECT 1 FROM crm.deal") == [])
            try app.run(script: "BEGIN; SELECT kernel.enter('\(WalledDatabase.theirs)')")
            #expect(try app.rows("SELECT tenant_id::text FROM crm.deal") == [[WalledDatabase.theirs]])
        }
    }

    @Test("is used by an index, so that the wall costs no scan")
    func inlines() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            let app = try walled.connect("konak_app")
            try app.run(script: "BEGIN; SELECT kernel.enter('\(WalledDatabase.ours)'); SET LOCAL enable_seqscan = off")
            let plan = try app.rows("EXPLAIN (COSTS off) SELECT title FROM crm.deal WHERE id = 1").compactMap(\.first)
            let condition = plan.compactMap { $0 }.first { $0.contains("Index Cond") }
            #expect(condition?.contains("tenant_id = (NULLIF(current_setting('konak.tenant'") == true)
            #expect(condition?.contains("id = 1") == true)
        }
    }
}
