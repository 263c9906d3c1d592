internal import Glibc
public import Postgres

/// Brings a database to the state of the files. Works as `konak_owner`, blocking, on a connection of its own.
public struct MigrationRunner: Sendable {
    /// The migrations.
    public let files: [MigrationFile]

    /// A runner of these migrations.
    public init(files: [MigrationFile]) { self.files = files }

    /// What is to be done, without doing it.
    public func plan(on connection: borrowing ScriptConnection) throws -> MigrationPlan {
        try MigrationPlan(files: files, applied: Self.ledger(on: connection))
    }

    /// Applies all that is pending, each in a transaction of its own, and names each as it is done. Of two nodes that
    /// migrate at once one waits for the other, and then finds nothing left to do.
    @discardableResult
    public func apply(
        on connection: borrowing ScriptConnection, each done: (MigrationFile) -> Void = { _ in }
    ) throws -> [MigrationFile] {
        try connection.run(script: "SET client_min_messages = warning; SET statement_timeout = 0")
        try becomeOwner(on: connection)
        // Waiting for another node is no stall, unlike waiting for a table; hence the longer patience.
        try connection.run(script: "SET lock_timeout = '120s'; SELECT pg_catalog.pg_advisory_lock(\(Self.lock))")
        defer { try? connection.run(script: "SELECT pg_catalog.pg_advisory_unlock(\(Self.lock))") }
        try connection.run(script: "SET lock_timeout = '2s'")
        let pending = try plan(on: connection).pending
        for file in pending {
            try applyPatiently(file, on: connection)
            done(file)
        }
        return pending
    }

    /// The key of the lock that admits one migrating node at a time ("konak" in ASCII).
    private static let lock = 0x6B_6F6E_616B

    private func becomeOwner(on connection: borrowing ScriptConnection) throws {
        guard try connection.rows("SELECT current_user").first?.first != "konak_owner" else { return }
        try connection.run(script: "SET ROLE konak_owner")
    }

    /// A statement that waits for a lock makes every later one wait behind it. So it gives up soon and tries again.
    private func applyPatiently(_ file: MigrationFile, on connection: borrowing ScriptConnection) throws {
        for attempt in 1...Self.attempts {
            do {
                return try applyOnce(file, on: connection)
            } catch let error as PostgresError where error.sqlState == .lockNotAvailable && attempt < Self.attempts {
                usleep(UInt32(attempt) * 250_000)
            }
        }
    }

    private static let attempts = 10

    private func applyOnce(_ file: MigrationFile, on connection: borrowing ScriptConnection) throws {
        try connection.run(script: "BEGIN")
        do {
            let before = try Self.transaction(on: connection)
            try connection.run(script: file.sql)
            guard try Self.transaction(on: connection) == before else {
                throw MigrationFaults(faults: [.leftTransaction(label: file.label)])
            }
            try record(file, on: connection)
            try connection.run(script: "COMMIT")
        } catch {
            try? connection.run(script: "ROLLBACK")
            throw error
        }
    }

    /// Names the transaction under way, so that a migration which ends it is found out.
    private static func transaction(on connection: borrowing ScriptConnection) throws -> String? {
        try connection.rows("SELECT pg_catalog.pg_current_xact_id()::text").first?.first ?? nil
    }

    private func record(_ file: MigrationFile, on connection: borrowing ScriptConnection) throws {
        _ = try connection.rows(
            "INSERT INTO kernel.migration (folder, number, name, checksum) VALUES ($1, $2::integer, $3, $4)",
            [file.folder, String(file.number), file.name, file.checksum])
    }

    /// What was applied; nothing when there is no ledger yet.
    static func ledger(on connection: borrowing ScriptConnection) throws -> [AppliedMigration] {
        let table = try connection.rows("SELECT pg_catalog.to_regclass('kernel.migration')::text")
        guard table.first?.first.flatMap({ $0 }) != nil else { return [] }
        let rows = try connection.rows(
            "SELECT folder, number::text, checksum FROM kernel.migration ORDER BY 1, 2::integer")
        return rows.compactMap { row in
            guard row.count == 3, let folder = row[0], let number = row[1].flatMap({ Int($0) }), let checksum = row[2]
            else { return nil }
            return AppliedMigration(folder: folder, number: number, checksum: checksum)
        }
    }
}
