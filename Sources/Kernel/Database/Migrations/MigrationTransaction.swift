internal import Glibc
internal import Postgres

/// One transaction of a migration: all of it or nothing.
struct MigrationTransaction {
    let file: MigrationFile

    /// A statement that waits for a lock makes every later one wait behind it. So it gives up soon and tries again.
    func runPatiently(
        on connection: borrowing ScriptConnection, _ work: (borrowing ScriptConnection) throws -> Void
    ) throws {
        for attempt in 1...Self.attempts {
            do {
                return try run(on: connection, work)
            } catch let error as PostgresError where Self.isWorthRetrying(error) && attempt < Self.attempts {
                usleep(UInt32(attempt) * 250_000)
            }
        }
    }

    static let attempts = 10

    static func isWorthRetrying(_ error: PostgresError) -> Bool {
        error.code == .server && (error.sqlState == .lockNotAvailable || error.isTransient)
    }

    private func run(
        on connection: borrowing ScriptConnection, _ work: (borrowing ScriptConnection) throws -> Void
    ) throws {
        try connection.run(script: "BEGIN")
        do {
            try work(connection)
            try connection.run(script: "COMMIT")
        } catch {
            try? connection.run(script: "ROLLBACK")
            throw error
        }
    }

    /// Runs the script, and finds out when it ends the transaction it is in.
    func runScript(on connection: borrowing ScriptConnection) throws {
        let before = try transaction(on: connection)
        try connection.run(script: file.sql)
        guard try transaction(on: connection) == before else {
            throw MigrationFaults(faults: [.leftTransaction(label: file.label)])
        }
    }

    private func transaction(on connection: borrowing ScriptConnection) throws -> String? {
        try connection.rows("SELECT pg_catalog.pg_current_xact_id()::text").first?.first ?? nil
    }
}
