/// Why a tenant cannot be exported, imported or erased.
public enum ArchiveFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The connection's role walks through walls.
    case noWalls
    /// A table that should have walls has none.
    case hole(String)
    /// A table's rows have no order of their own.
    case noPrimaryKey(String)
    /// The file is no archive, or not a whole one.
    case notAnArchive(String)
    /// A part is not what the manifest says.
    case damaged(String)
    /// Something is there already.
    case exists(String)
    /// The archive comes from a newer house.
    case newer(folder: String, there: Int, here: Int)
    /// A migration is there and not here, or another one.
    case otherMigration(String)
    /// The rows lack what a data migration did to those of this house.
    case olderRows(String)
    /// A part, a table or a column that this house has not.
    case unknown(String)
    /// No agency, or no plan of it, to bring the tenant to.
    case noPlace(String)
    /// The archive holds secrets, and nobody said the passphrase.
    case passphraseNeeded
    /// The passphrase is another, or the archive was changed by somebody who has not got it.
    case wrongPassphrase
    /// A passphrase was said, and the archive has no seal that could be held against it.
    case notSealed
    /// The archive says what every house finds out for itself.
    case presumes(String)
    /// What stands in the database after reading is not what the archive holds.
    case differs(String)
    /// Only a tenant that moves out can be erased.
    case notClosing(name: String, state: String)
    /// Rows came back while they were being taken away.
    case stillThere(String)

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .noWalls: "this must be done as konak_owner: the role of the connection walks through walls"
        case .hole(let table): "\(table) has no walls: run `konak doctor`"
        case .noPrimaryKey(let table): "\(table) has no primary key, so its rows cannot be copied in order"
        case .notAnArchive(let reason): "the file is no archive of a tenant: \(reason)"
        case .damaged(let entry): "the archive is damaged: \(entry) is not what its manifest says; nothing was imported"
        case .exists(let what): "\(what) is there already; nothing was changed"
        case .newer(let folder, let there, let here):
            "the archive comes from a newer house (\(folder) is at \(there) there and at \(here) here): "
                + "update this installation first; nothing was imported"
        case .otherMigration(let label):
            "migration \(label) of the archive is not the one of this house; nothing was imported"
        case .olderRows(let label):
            "the archive's rows are from before migration \(label), which changed rows here: update the house they come "
                + "from and export again; nothing was imported"
        case .unknown(let what): "this house has no \(what); nothing was imported"
        case .noPlace(let what): "there is no \(what) here: `konak tenant apply` makes one; nothing was imported"
        case .passphraseNeeded: "the archive is sealed with a passphrase: give it with --passphrase-file"
        case .wrongPassphrase:
            "the passphrase is not the archive's, or the archive was changed since; nothing was imported"
        case .notSealed:
            "a passphrase was given, but the archive is not sealed: somebody may have changed it; nothing was imported"
        case .presumes(let what):
            "the archive says \(what), which this house decides itself: export it again; nothing was imported"
        case .differs(let entry):
            "\(entry) reads differently here than in the archive, so the import was taken back as a whole"
        case .notClosing(let name, let state):
            "tenant \(name) is \(state): close it first (`konak tenant close \(name)`), or give --force with a reason"
        case .stillThere(let table): "rows of \(table) came back while they were being erased: run it again"
        }
    }
}
