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

    /// The marks at the head of a file cannot be followed.
    case badMark(label: String, MigrationMarkFault)
    /// The folder's name could not be that of a schema.
    case badFolder(path: String)
    /// A file was changed after it was done for some tenants and before it was for all.
    case changedMidway(label: String, tenants: Int)
    /// There is no table of tenants yet to run a data migration for.
    case noTenants(label: String)
    /// After a data migration its own check still finds rows of a tenant.
    case leftRows(label: String, tenant: String)
    /// Another node has been migrating for longer than this one waits.
    case busy

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
        case .badMark(let label, let fault): "\(label) \(fault)"
        case .badFolder(let path): "\(path) must be named like the schema of a module: small letters, digits and _"
        case .changedMidway(let label, let tenants):
            "\(label) was changed when it was done for \(tenants) tenants: put it back as it was, then correct in a new one"
        case .noTenants(let label): "\(label) is for each tenant, but there is no table kernel.tenant yet"
        case .leftRows(let label, let tenant): "\(label) leaves rows of tenant \(tenant) that its own check finds"
        case .busy: "another node has been migrating this database for two minutes: look at it, then try again"
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
