/// One migration on disk: `migrations/<folder>/<number>_<name>.sql`.
public struct MigrationFile: Sendable, Hashable {
    /// The folder, which is the schema of a module or a part of the house.
    public let folder: String
    /// Its place in the folder, from 1.
    public let number: Int
    /// What it is about.
    public let name: String
    /// The statements.
    public let sql: String
    /// SHA-256 of the file as it stands.
    public let checksum: String

    /// A migration from its file name and bytes; nil unless the name is four digits, `_`, a name in snake case and `.sql`.
    public init?(folder: String, fileName: String, content: [UInt8]) {
        let digits = fileName.prefix(4)
        guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
            number > 0, fileName.dropFirst(4).hasPrefix("_"), fileName.hasSuffix(".sql")
        else { return nil }
        let name = fileName.dropFirst(5).dropLast(4)
        guard !name.isEmpty,
            name.utf8.allSatisfy({ $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
        else { return nil }
        self.folder = folder
        self.number = number
        self.name = String(name)
        sql = String(decoding: content, as: UTF8.self)
        checksum = SHA256.hex(content)
    }

    /// Folder and file name, as messages show it.
    public var label: String {
        let digits = String(number)
        return "\(folder)/\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)_\(name)"
    }
}

/// One migration that was applied, as the ledger in the database has it.
public struct AppliedMigration: Sendable, Hashable {
    /// The folder.
    public let folder: String
    /// Its place in the folder.
    public let number: Int
    /// The checksum the file had when it was applied.
    public let checksum: String

    /// A row of the ledger.
    public init(folder: String, number: Int, checksum: String) {
        self.folder = folder
        self.number = number
        self.checksum = checksum
    }
}
