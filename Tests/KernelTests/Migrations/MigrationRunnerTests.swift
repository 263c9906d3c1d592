import Glibc
import Kernel
import Postgres
import Testing

@Suite("The migration runner")
struct MigrationRunnerTests {
    static func file(_ number: Int, _ sql: String) throws -> MigrationFile {
        let name = "000\(number)_step.sql"
        return try #require(MigrationFile(folder: "crm", fileName: name, content: Array(sql.utf8)))
    }

    /// The house's own migrations and these.
    static func files(_ sql: [String]) throws -> [MigrationFile] {
        try WalledDatabase.folder.files() + sql.enumerated().map { try file($0.offset + 1, $0.element) }
    }

    private static let table = "CREATE SCHEMA crm; CREATE TABLE crm.a (tenant_id uuid NOT NULL)"

    @Test("undoes a migration that fails, and keeps those before it")
    func failure() async throws {
        try await WalledDatabase.with { walled in
            let files = try Self.files([Self.table, "CREATE TABLE crm.b (tenant_id uuid NOT NULL); SELECT 1/0"])
            let error = #expect(throws: PostgresError.self) {
                try MigrationRunner(files: files).apply(on: walled.connect("konak_owner"))
            }
            #expect(error?.sqlState?.text == "22012")
            let owner = try walled.connect("konak_owner")
            #expect(
                try owner.rows("SELECT to_regclass('crm.a')::text, to_regclass('crm.b')::text") == [["crm.a", nil]])
            let ledger = try owner.rows("SELECT folder, number::text FROM kernel.migration ORDER BY 1")
            #expect(ledger.filter { $0[0] == "crm" } == [["crm", "1"]])
        }
    }

    @Test(
        "refuses a migration that ends its transaction",
        arguments: ["COMMIT", "ROLLBACK", "COMMIT; BEGIN", "ROLLBACK AND CHAIN"])
    func leftTransaction(end: String) async throws {
        try await WalledDatabase.with { walled in
            let files = try Self.files(["SELECT 1; \(end)"])
            #expect(throws: MigrationFaults(faults: [.leftTransaction(label: "crm/0001_step")])) {
                try MigrationRunner(files: files).apply(on: walled.connect("konak_owner"))
            }
            #expect(try walled.connect("konak_owner").rows("SELECT 1 FROM kernel.migration WHERE folder = 'crm'") == [])
        }
    }

    @Test("refuses a file that was changed after it was applied, before touching anything")
    func changed() async throws {
        try await WalledDatabase.with { walled in
            try MigrationRunner(files: Self.files([Self.table])).apply(on: walled.connect("konak_owner"))
            let files = try Self.files([Self.table + " ", "CREATE TABLE crm.b (tenant_id uuid NOT NULL)"])
            #expect(throws: MigrationFaults(faults: [.changed(label: "crm/0001_step")])) {
                try MigrationRunner(files: files).apply(on: walled.connect("konak_owner"))
            }
            #expect(try walled.connect("konak_owner").rows("SELECT to_regclass('crm.b')::text") == [[nil]])
        }
    }

    @Test("applies each migration once, in order, and then finds nothing to do")
    func twice() async throws {
        try await WalledDatabase.with { walled in
            let files = try Self.files([Self.table, "ALTER TABLE crm.a ADD x integer"])
            var seen: [String] = []
            try MigrationRunner(files: files).apply(on: walled.connect("konak_owner")) { seen.append($0.label) }
            #expect(seen == ["crm/0001_step", "crm/0002_step"])
            #expect(try MigrationRunner(files: files).apply(on: walled.connect("konak_owner")) == [])
        }
    }

    @Test("lets two nodes migrate at once")
    func concurrently() async throws {
        try await WalledDatabase.with { walled in
            let files = try Self.files([Self.table + "; SELECT pg_sleep(0.2)", "ALTER TABLE crm.a ADD x integer"])
            let applied = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<2 {
                    group.addTask { try MigrationRunner(files: files).apply(on: walled.connect("konak_owner")).count }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(applied.sorted() == [0, 2])
        }
    }

    @Test("gives up soon behind a reader, and tries again")
    func patience() async throws {
        try await WalledDatabase.with { walled in
            try MigrationRunner(files: Self.files([Self.table])).apply(on: walled.connect("konak_owner"))
            let files = try Self.files([Self.table, "ALTER TABLE crm.a ADD x integer"])
            let migrating = Task { try MigrationRunner(files: files).apply(on: walled.connect("konak_owner")).count }
            let reader = try walled.connect("konak_owner")
            try reader.run(script: "BEGIN; LOCK TABLE crm.a IN ACCESS SHARE MODE")
            // Longer than the runner's lock_timeout of 2 s: its first attempt must fail.
            usleep(2_500_000)
            try reader.run(script: "COMMIT")
            #expect(try await migrating.value == 1)
        }
    }

    @Test("goes on where a newer version has been")
    func ahead() async throws {
        try await WalledDatabase.with { walled in
            try MigrationRunner(files: Self.files([Self.table])).apply(on: walled.connect("konak_owner"))
            let older = MigrationRunner(files: try WalledDatabase.folder.files())
            let plan = try older.plan(on: walled.connect("konak_owner"))
            #expect(plan.pending == [])
            #expect(plan.ahead.map(\.folder) == ["crm"])
        }
    }
}
