/// Why migrations cannot go on.
public enum MigrationFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// A file's name is not of the form `0001_name.sql`.
    case badName(path: String)
    /// Two files of a folder bear the same number.
    case duplicate(label: String)
    /// A number of a folder is left out.
    case gap(folder: String, number: Int)
    /// A file was changed after it was applied.
    case changed(label: String)
    /// A file was added before one that is applied already.
    case late(label: String)
    /// A file that is applied is gone, though later ones are there.
    case removed(folder: String, number: Int)
    /// The migrations are nowhere to be found.
    case noFolder(tried: [String])
    /// The database is not prepared, or not by these files.
    case notPrepared
    /// A migration closed the transaction that the runner had opened for it.
    case leftTransaction(label: String)

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .badName(let path): "\(path) must be named like 0001_what_it_does.sql"
        case .duplicate(let label): "\(label) bears a number that another file of its folder has"
        case .gap(let folder, let number): "\(folder) lacks number \(number) before later ones"
        case .changed(let label): "\(label) was changed after it was applied: migrations go forward only, add a new one"
        case .late(let label): "\(label) was added before one that is applied already: give it the next free number"
        case .removed(let folder, let number): "\(folder) lacks number \(number), which is applied"
        case .noFolder(let tried):
            "there are no migrations in \(tried.joined(separator: ", ")): set KONAK_MIGRATIONS to this version's"
        case .notPrepared: "the database is not prepared for this version: run `konak database prepare` as superuser"
        case .leftTransaction(let label): "\(label) must not end the transaction it runs in"
        }
    }
}

/// All faults of the migrations at once.
public struct MigrationFaults: Error, Sendable, Hashable, CustomStringConvertible {
    /// The faults.
    public let faults: [MigrationFault]

    /// All of these.
    public init(faults: [MigrationFault]) { self.faults = faults }

    /// One line for each.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
