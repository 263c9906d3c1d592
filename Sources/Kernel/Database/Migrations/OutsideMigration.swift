internal import Glibc
internal import Postgres

/// One statement outside a transaction. What it leaves behind when it fails is dropped, by this run or by the next.
struct OutsideMigration {
    let file: MigrationFile
    let begun: BegunMigration?

    func apply(on connection: borrowing ScriptConnection, _ notice: (MigrationNotice) -> Void) throws {
        if begun != nil { try dropLeftBehind(on: connection, notice) }
        try MigrationLedger.begin(file, on: connection)
        try connection.run(script: "SET lock_timeout = '\(isConcurrent ? "300s" : "2s")'")
        defer { try? connection.run(script: "SET lock_timeout = '2s'") }
        try runPatiently(on: connection, notice)
        try MigrationTransaction(file: file).runPatiently(on: connection) { connection in
            try MigrationLedger.record(file, on: connection)
        }
    }

    /// Then it holds nobody up while it waits: readers and writers go on.
    private var isConcurrent: Bool { file.sql.uppercased().contains("CONCURRENTLY") }

    private func runPatiently(
        on connection: borrowing ScriptConnection, _ notice: (MigrationNotice) -> Void
    ) throws {
        for attempt in 1...MigrationTransaction.attempts {
            do {
                return try connection.run(script: file.sql)
            } catch let error where isDoneAlready(error) {
                return notice(.foundDone(file))
            } catch {
                try dropLeftBehind(on: connection, notice)
                guard MigrationTransaction.isWorthRetrying(error), attempt < MigrationTransaction.attempts else {
                    try MigrationLedger.forget(file, on: connection)
                    throw error
                }
                usleep(UInt32(attempt) * 250_000)
            }
        }
    }

    /// An earlier run of the same file was killed after the statement and before the note of it. A failure that is not a
    /// death leaves no note of a beginning, so this is no way to pass over one.
    private func isDoneAlready(_ error: PostgresError) -> Bool {
        guard let begun, begun.checksum == file.checksum else { return false }
        switch error.sqlState?.text {
        case "42P07": return verb == "CREATE"
        case "42704": return verb == "DROP"
        default: return false
        }
    }

    /// The first word that is no comment.
    private var verb: String {
        let lines = file.sql.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("--") }
        return lines.first?.split(separator: " ").first.map { $0.uppercased() } ?? ""
    }

    private func dropLeftBehind(
        on connection: borrowing ScriptConnection, _ notice: (MigrationNotice) -> Void
    ) throws {
        for index in try MigrationLedger.leftBehind(by: file, on: connection) {
            try connection.run(script: "DROP INDEX CONCURRENTLY \(index)")
            notice(.dropped(index: index))
        }
    }
}
