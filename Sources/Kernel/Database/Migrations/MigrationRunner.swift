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
        try MigrationPlan(
            files: files, applied: MigrationLedger.applied(on: connection),
            begun: MigrationLedger.begun(on: connection))
    }

    /// Where every migration stands, whatever is wrong with it.
    public func status(on connection: borrowing ScriptConnection) throws -> MigrationStatus {
        try MigrationStatus(
            files: files, applied: MigrationLedger.applied(on: connection),
            begun: MigrationLedger.begun(on: connection))
    }

    /// Applies all that is pending and names each as it is done. Of two nodes that migrate at once one waits for the
    /// other, and then finds nothing left to do.
    @discardableResult
    public func apply(
        on connection: borrowing ScriptConnection, each done: (MigrationFile) -> Void = { _ in },
        notice: (MigrationNotice) -> Void = { _ in }
    ) throws -> [MigrationFile] {
        try connection.run(script: Self.settings)
        try becomeOwner(on: connection)
        try lock(connection)
        defer { try? connection.run(script: "SELECT pg_catalog.pg_advisory_unlock(\(Self.key))") }
        let plan = try plan(on: connection)
        for file in plan.pending {
            let start = plan.begun.first { $0.folder == file.folder && $0.number == file.number }
            if let start { notice(.interrupted(file, at: start.at)) }
            try apply(file, begun: start, on: connection, notice)
            done(file)
        }
        return plan.pending
    }

    /// The last one lets the server notice soon that a client in the middle of a long statement is gone.
    private static let settings = """
        SET client_min_messages = warning; SET statement_timeout = 0; SET lock_timeout = '2s';
        SET client_connection_check_interval = '1s'
        """

    private func becomeOwner(on connection: borrowing ScriptConnection) throws {
        guard try connection.rows("SELECT current_user").first?.first != "konak_owner" else { return }
        try connection.run(script: "SET ROLE konak_owner")
    }

    /// Asks again and again instead of waiting inside the server: a waiting statement holds a snapshot, which an index
    /// that the other node builds concurrently would wait for in turn.
    private func lock(_ connection: borrowing ScriptConnection) throws {
        let ends = ContinuousClock.now + .seconds(120)
        while try connection.rows("SELECT pg_try_advisory_lock($1::bigint)", [String(Self.key)]) != [["t"]] {
            guard ContinuousClock.now < ends else { throw MigrationFaults(faults: [.busy]) }
            usleep(50_000)
        }
    }

    /// The key of the lock that admits one migrating node at a time ("konak" in ASCII).
    private static let key = 0x6B_6F6E_616B

    private func apply(
        _ file: MigrationFile, begun: BegunMigration?, on connection: borrowing ScriptConnection,
        _ notice: (MigrationNotice) -> Void
    ) throws {
        switch try file.mode.get() {
        case .transaction:
            let step = MigrationTransaction(file: file)
            try step.runPatiently(on: connection) { connection in
                try step.runScript(on: connection)
                try MigrationLedger.record(file, on: connection)
            }
        case .outside: try OutsideMigration(file: file, begun: begun).apply(on: connection, notice)
        case .eachTenant(let check):
            try TenantMigration(file: file, check: check).apply(on: connection, notice)
        }
    }
}
