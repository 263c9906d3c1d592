public import Core

/// One kind of what a tenant has: its rows, its files, its secrets. Whoever keeps something of tenants brings a part, and
/// export, import and erasure are complete again.
public protocol ArchivePart: Sendable {
    /// The first part of all its paths in the archive.
    var name: String { get }
    /// Writes its pieces. The transaction is one snapshot behind the tenant's walls.
    func write(_ scene: ArchiveScene, into archive: ArchiveWriter) throws
    /// Looks through its pieces and throws if they could not be read here. Nothing has been written by then.
    func check(_ archive: ArchiveReader, _ manifest: ArchiveManifest, for scene: ArchiveScene) throws
    /// Brings its pieces in, within the transaction that fails or succeeds as a whole.
    func read(_ archive: ArchiveReader, _ manifest: ArchiveManifest, into scene: ArchiveScene) throws
    /// Compares what it brought in with the archive, at the end of the same transaction.
    func verify(_ manifest: ArchiveManifest, in scene: ArchiveScene) throws
    /// Takes all of the tenant away, in any number of transactions of its own. Done again after a break it goes on.
    func erase(_ tenant: TenantID, on session: OwnerSession) throws
}

extension ArchivePart {
    /// Nothing to look at.
    public func check(_ archive: ArchiveReader, _ manifest: ArchiveManifest, for scene: ArchiveScene) throws {}
    /// Nothing to compare.
    public func verify(_ manifest: ArchiveManifest, in scene: ArchiveScene) throws {}
}

/// Where a part works: whose pieces, on which connection, with which tables and which key.
public struct ArchiveScene {
    /// Whose.
    public let tenant: TenantID
    /// A connection within the transaction, behind the tenant's walls.
    public let session: OwnerSession
    /// The tables of this house.
    public let catalogue: Catalogue
    /// The key for what must not lie about in the open; nil when there is no passphrase.
    public let key: ArchiveKey?
    /// The agency and the plan the tenant has here.
    let place: TenantPlace

    /// The key; a part that has secrets cannot do without.
    public func requiredKey() throws -> ArchiveKey {
        guard let key else { throw ArchiveFault.passphraseNeeded }
        return key
    }
}

/// A tenant's agency and plan in this house.
struct TenantPlace: Sendable, Hashable {
    let agency: String
    let plan: String
}
