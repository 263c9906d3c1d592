/// One migration that was applied, as the ledger in the database has it.
public struct AppliedMigration: Sendable, Hashable {
    /// The folder.
    public let folder: String
    /// Its place in the folder.
    public let number: Int
    /// What it was about.
    public let name: String
    /// The checksum the file had when it was applied.
    public let checksum: String
    /// When, in UTC.
    public let at: String

    /// A row of the ledger.
    public init(folder: String, number: Int, name: String = "", checksum: String, at: String = "") {
        self.folder = folder
        self.number = number
        self.name = name
        self.checksum = checksum
        self.at = at
    }
}

/// A migration that was begun and not finished: it is under way, or the run was killed.
public struct BegunMigration: Sendable, Hashable {
    /// The folder.
    public let folder: String
    /// Its place in the folder.
    public let number: Int
    /// The checksum the file had when it was begun.
    public let checksum: String
    /// When, in UTC.
    public let at: String
    /// For how many tenants it is done.
    public let tenants: Int
}
