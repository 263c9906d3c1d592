public import Postgres

/// What is wrong with a database that a server would work on.
public struct BootFaults: Error, Sendable, Hashable, CustomStringConvertible {
    /// One sentence for each fault.
    public let faults: [String]

    /// All of these.
    public init(faults: [String]) { self.faults = faults }

    /// One line for each.
    public var description: String { faults.joined(separator: "\n") }
}

/// Asks a database, as `konak_control`, whether it may be worked on: prepared and migrated by these files, and no hole in
/// its walls. A server that finds otherwise does not start.
public struct BootCheck: Sendable {
    private let preparation: Preparation
    private let migrations: [MigrationFile]

    /// A check against these files.
    public init(_ folder: MigrationFolder) throws {
        preparation = try folder.preparation()
        migrations = try folder.files()
    }

    /// Passes, or says everything that is wrong.
    public func run(on connection: borrowing ScriptConnection) throws {
        try checkState(on: connection)
        try Self.checkWalls(on: connection)
    }

    /// The quick half: prepared and migrated by these files.
    public func checkState(on connection: borrowing ScriptConnection) throws {
        guard try preparation.isCurrent(on: connection) else {
            throw BootFaults(faults: [MigrationFault.notPrepared.description])
        }
        let plan = try MigrationRunner(files: migrations).plan(on: connection)
        guard plan.pending.isEmpty else {
            throw BootFaults(faults: plan.pending.map { "\($0.label) is not applied: run `konak migrate`" })
        }
    }

    /// The slow half: no hole in the walls, or in what one share of the lints looks at. It can go on while the house is
    /// built, as long as nothing is served before.
    public static func checkWalls(
        on connection: borrowing ScriptConnection, share: Int = 0, of shares: Int = 1
    ) throws {
        let holes = try WallHole.find(on: connection, share: share, of: shares)
        guard holes.isEmpty else { throw BootFaults(faults: holes.map(\.description)) }
    }
}
