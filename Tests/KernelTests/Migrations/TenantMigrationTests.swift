import Kernel
import Postgres
import TestKit
import Testing

@Suite("A migration for each tenant")
struct TenantMigrationTests {
    private static let table = """
        CREATE SCHEMA crm; CREATE TABLE crm.a (tenant_id uuid NOT NULL, x integer NOT NULL, y integer)
        """
    private static let backfill = """
        -- konak: for each tenant
        -- konak: must be empty: SELECT 1 FROM crm.a WHERE y IS NULL
        UPDATE crm.a SET y = 100 / x;
        """
    private static let tenants = (1...3).map { "00000000-0000-7000-8000-00000000000\($0)" }

    /// Three tenants of two rows, one that is erased; the third has a row that the backfill cannot divide by.
    private static func fill(_ walled: WalledDatabase) throws {
        let owner = try walled.connect("konak_owner")
        try MigrationRunner(files: MigrationRunnerTests.files([table])).apply(on: owner)
        try owner.run(
            script: """
                DROP TABLE IF EXISTS kernel.tenant CASCADE;
                CREATE TABLE kernel.tenant (id uuid PRIMARY KEY, state text NOT NULL);
                INSERT INTO kernel.tenant VALUES ('00000000-0000-7000-8000-000000000009', 'erased')
                """)
        for (number, tenant) in tenants.enumerated() {
            try owner.run(
                script: """
                    INSERT INTO kernel.tenant VALUES ('\(tenant)', 'active');
                    BEGIN; SELECT kernel.enter('\(tenant)');
                    INSERT INTO crm.a VALUES ('\(tenant)', 1), ('\(tenant)', \(2 - number)); COMMIT
                    """)
        }
    }

    private static func apply(_ script: String, _ walled: WalledDatabase) throws -> [MigrationNotice] {
        var notices: [MigrationNotice] = []
        let runner = MigrationRunner(files: try MigrationRunnerTests.files([table, script]))
        try runner.apply(on: walled.connect("konak_owner"), notice: { notices.append($0) })
        return notices
    }

    private static func mend(_ walled: WalledDatabase) throws {
        try walled.connect("konak_owner").run(
            script: """
                BEGIN; SELECT kernel.enter('\(tenants[2])'); UPDATE crm.a SET x = 1; COMMIT
                """)
    }

    @Test("waits until there are tenants to be had")
    func noTenants() async throws {
        try await WalledDatabase.with { walled in
            try walled.connect("konak_owner").run(script: "DROP TABLE IF EXISTS kernel.tenant CASCADE")
            #expect(throws: MigrationFaults(faults: [.noTenants(label: "crm/0002_step")])) {
                _ = try Self.apply(Self.backfill, walled)
            }
        }
    }

    @Test("keeps what is done when one tenant fails, goes on from there, and tells how many rows it touched")
    func resumes() async throws {
        try await WalledDatabase.with { walled in
            try Self.fill(walled)
            let error = #expect(throws: PostgresError.self) { _ = try Self.apply(Self.backfill, walled) }
            #expect(error?.sqlState?.text == "22012")
            let runner = MigrationRunner(files: try MigrationRunnerTests.files([Self.table, Self.backfill]))
            let plan = try runner.plan(on: walled.connect("konak_control"))
            #expect(plan.begun.map(\.tenants) == [2])
            try Self.mend(walled)
            let file = try MigrationRunnerTests.file(2, Self.backfill)
            let notices = try Self.apply(Self.backfill, walled)
            #expect(notices.count == 2)
            #expect(notices.last == .tenants(file, tenants: 3, rows: 6))
            let counts = try walled.connect("konak_owner").rows("SELECT row_count::text FROM kernel.migration_tenant")
            #expect(counts == [["2"], ["2"], ["2"]])
            #expect(try runner.status(on: walled.connect("konak_control")).isSound)
        }
    }

    @Test("refuses to go on with another text than it was begun with")
    func changedMidway() async throws {
        try await WalledDatabase.with { walled in
            try Self.fill(walled)
            #expect(throws: PostgresError.self) { _ = try Self.apply(Self.backfill, walled) }
            #expect(throws: MigrationFaults(faults: [.changedMidway(label: "crm/0002_step", tenants: 2)])) {
                _ = try Self.apply(Self.backfill + "\n", walled)
            }
        }
    }

    @Test(
        "refuses a script that does not reach the rows, or leaves the tenant it was given",
        arguments: [
            ("UPDATE crm.a SET y = 1 WHERE x > 1000", nil),
            ("UPDATE crm.a SET y = 1; SELECT kernel.enter('\(tenants[1])')", "55000"),
        ])
    func refusals(script: String, state: String?) async throws {
        try await WalledDatabase.with { walled in
            try Self.fill(walled)
            let marks = Self.backfill.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
            do {
                _ = try Self.apply(marks + script, walled)
                Issue.record("it went through")
            } catch let error as PostgresError {
                #expect(error.sqlState?.text == state)
            } catch {
                let fault = MigrationFault.leftRows(label: "crm/0002_step", tenant: Self.tenants[0])
                #expect(error as? MigrationFaults == MigrationFaults(faults: [fault]))
            }
            #expect(try walled.connect("konak_owner").rows("SELECT 1 FROM kernel.migration_tenant") == [])
        }
    }

    @Test("goes on after a kill in the middle of a tenant, each row touched once")
    func killed() async throws {
        try await WalledDatabase.with { walled in
            try Self.fill(walled)
            try Self.mend(walled)
            let again =
                Self.backfill.split(separator: "\n").dropLast().joined(separator: "\n")
                + "\nUPDATE crm.a SET y = coalesce(y, 0) + 1"
            // Held up at the second tenant, when the first is done.
            let reader = try walled.connect("konak_owner")
            try reader.run(
                script: "BEGIN; SELECT kernel.enter('\(Self.tenants[1])'); SELECT 1 FROM crm.a FOR UPDATE")
            let migrating = Task { try Self.apply(again, walled) }
            try await OutsideMigrationTests.terminate("coalesce(y, 0)", walled)
            await #expect(throws: PostgresError.self) { try await migrating.value }
            try reader.run(script: "ROLLBACK")
            let done = try walled.connect("konak_owner").rows("SELECT tenant_id::text FROM kernel.migration_tenant")
            #expect(done == [[Self.tenants[0]]])

            let file = try MigrationRunnerTests.file(2, again)
            #expect(try Self.apply(again, walled).last == .tenants(file, tenants: 3, rows: 6))
            let most = try await walled.database.rows("SELECT max(y)::text, min(y)::text FROM crm.a")
            #expect(most == [["1", "1"]])
        }
    }
}
