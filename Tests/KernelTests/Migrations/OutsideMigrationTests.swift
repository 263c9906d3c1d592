import Kernel
import Postgres
import TestKit
import Testing

@Suite("A migration outside a transaction")
struct OutsideMigrationTests {
    private static let table = """
        CREATE SCHEMA crm; CREATE TABLE crm.a (tenant_id uuid NOT NULL, x integer NOT NULL)
        """
    private static let mark = "-- konak: outside a transaction\n"
    private static let index = mark + "CREATE UNIQUE INDEX CONCURRENTLY a_x ON crm.a (tenant_id, x);\n"

    /// Two rows that a unique index cannot hold both.
    private static func addDoubles(_ walled: WalledDatabase) throws {
        try walled.connect("konak_owner").run(
            script: """
                BEGIN; SELECT kernel.enter('\(WalledDatabase.ours)');
                INSERT INTO crm.a SELECT '\(WalledDatabase.ours)', 1 FROM generate_series(1, 2); COMMIT
                """)
    }

    private static func indexes(_ walled: WalledDatabase) throws -> [[String?]] {
        try walled.connect("konak_owner").rows(
            "SELECT indisvalid::text FROM pg_index WHERE indrelid = 'crm.a'::regclass")
    }

    private static func apply(_ sql: [String], _ walled: WalledDatabase) throws -> [MigrationNotice] {
        var notices: [MigrationNotice] = []
        let runner = MigrationRunner(files: try MigrationRunnerTests.files(sql))
        try runner.apply(on: walled.connect("konak_owner"), notice: { notices.append($0) })
        return notices
    }

    @Test("leaves no half-built index behind when it fails, and no note of a beginning")
    func failure() async throws {
        try await WalledDatabase.with { walled in
            _ = try Self.apply([Self.table], walled)
            try Self.addDoubles(walled)
            for _ in 0..<2 {
                let error = #expect(throws: PostgresError.self) {
                    _ = try Self.apply([Self.table, Self.index], walled)
                }
                #expect(error?.sqlState?.text == "23505")
                #expect(try Self.indexes(walled) == [])
            }
            let owner = try walled.connect("konak_owner")
            #expect(try owner.rows("SELECT 1 FROM kernel.migration_start") == [])
        }
    }

    @Test("is found begun and unfinished after a kill, and ended by the next run")
    func killed() async throws {
        try await WalledDatabase.with { walled in
            _ = try Self.apply([Self.table], walled)
            // An older transaction that wrote: the index waits for it after it has noted itself as invalid.
            let writer = try walled.connect("konak_owner")
            try writer.run(script: "BEGIN; LOCK TABLE crm.a IN ROW EXCLUSIVE MODE")
            let migrating = Task { try Self.apply([Self.table, Self.index], walled) }
            try await Self.terminate("CREATE UNIQUE INDEX", walled)
            await #expect(throws: PostgresError.self) { try await migrating.value }
            try writer.run(script: "ROLLBACK")

            let runner = MigrationRunner(files: try MigrationRunnerTests.files([Self.table, Self.index]))
            let status = try runner.status(on: walled.connect("konak_control"))
            #expect(status.entries.last?.state == .interrupted)
            #expect(!status.isSound)
            let notices = try Self.apply([Self.table, Self.index], walled).map(\.description)
            #expect(notices.first?.contains("crm/0002_step was begun at 20") == true)
            #expect(notices.last == "dropped the unfinished index crm.a_x")
            #expect(try Self.indexes(walled) == [["true"]])
            #expect(try runner.status(on: walled.connect("konak_control")).isSound)
        }
    }

    /// Ends the backend that runs a statement, as `kill -9` of its client would in time.
    static func terminate(_ statement: String, _ walled: WalledDatabase) async throws {
        for _ in 0..<3_000 {
            let ended = try await walled.database.rows(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND query LIKE '%' || $1 || '%' AND state = 'active'
                  AND pid <> pg_backend_pid() AND wait_event_type = 'Lock'
                """, [statement])
            if !ended.isEmpty { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("nobody ran \(statement)")
    }

    @Test(
        "is known as done when the kill fell between the statement and its note",
        arguments: [
            (index, "CREATE UNIQUE INDEX a_x ON crm.a (tenant_id, x)"),
            (mark + "DROP INDEX CONCURRENTLY crm.gone", ""),
        ])
    func foundDone(sql: String, before: String) async throws {
        try await WalledDatabase.with { walled in
            _ = try Self.apply([Self.table + ";" + before], walled)
            let files = [Self.table + ";" + before, sql]
            #expect(throws: PostgresError.self) { _ = try Self.apply(files, walled) }
            let file = try MigrationRunnerTests.file(2, sql)
            _ = try walled.connect("konak_owner").rows(
                "INSERT INTO kernel.migration_start VALUES ('crm', 2, $1, '{}')", [file.checksum])
            #expect(try Self.apply(files, walled).last == .foundDone(file))
        }
    }

    @Test("lets two nodes migrate at once, though an index waits for every older snapshot")
    func concurrently() async throws {
        try await WalledDatabase.with { walled in
            _ = try Self.apply([Self.table], walled)
            let files = try MigrationRunnerTests.files([Self.table, Self.index])
            let applied = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<2 {
                    group.addTask { try MigrationRunner(files: files).apply(on: walled.connect("konak_owner")).count }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(applied.sorted() == [0, 1])
            #expect(try Self.indexes(walled) == [["true"]])
        }
    }
}
