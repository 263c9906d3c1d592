public import Core

/// What an archive says of itself. It comes last, so an archive without one is not whole.
public struct ArchiveManifest: Sendable, Hashable, Codable {
    /// The form of the archive.
    public var format = 1
    /// The version of the house that wrote it.
    public var house: String
    /// When.
    public var exportedAt: Timestamp
    /// Whose it is.
    public var tenant: TenantID
    /// The tenant's short name.
    public var slug: String
    /// The short name of its agency.
    public var agency: String
    /// The key of its plan.
    public var plan: String
    /// What made the tables it was read from.
    public var migrations: [Migration]
    /// What it consists of.
    public var entries: [Entry]
    /// How it is sealed, if it is.
    public var seal: Seal?

    /// An applied migration.
    public struct Migration: Sendable, Hashable, Codable {
        /// The folder.
        public var folder: String
        /// The place in the folder.
        public var number: Int
        /// SHA-256 of the file.
        public var checksum: String
    }

    /// A piece of the archive.
    public struct Entry: Sendable, Hashable, Codable {
        /// The path within the archive.
        public var name: String
        /// How long it is.
        public var bytes: Int
        /// SHA-256 of the piece.
        public var sha256: String
        /// How many rows it holds, if it is a table.
        public var rows: Int?
        /// Which columns.
        public var columns: [String]?
    }

    /// How a passphrase becomes a key, and a proof that it is the right one.
    public struct Seal: Sendable, Hashable, Codable {
        var salt: String
        var memory: UInt32
        var passes: UInt32
        var lanes: UInt32
        /// The digest of all the rest of the manifest, sealed.
        var check: String
    }

    /// An entry by its name.
    public func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

    /// The manifest as it stands in the archive.
    func json() throws -> [UInt8] { try JSONEncoding.encode(self) + [UInt8(ascii: "\n")] }

    /// All that the seal vouches for.
    func sealedContent() throws -> [UInt8] {
        var bare = self
        bare.seal = nil
        return try JSONEncoding.encode(bare)
    }
}
