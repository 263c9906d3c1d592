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
    /// How it is run, or what is wrong with its marks.
    public let mode: Result<MigrationMode, MigrationMarkFault>

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
        checksum = FileChecksum.of(content)
        let script = sql
        mode = Result { () throws(MigrationMarkFault) in try MigrationMode(script: script) }
    }

    /// Folder and file name, as messages show it.
    public var label: String {
        let digits = String(number)
        return "\(folder)/\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)_\(name)"
    }
}
