internal import Core
public import Crypto

/// Exports a tenant into one file and brings it into another house, ids and all. Blocking; in a server on a thread for
/// such work.
public struct TenantArchive: Sendable {
    /// The version of the house, for the manifest.
    public let house: String
    /// What an archive consists of, in the order in which it is read.
    public let parts: [any ArchivePart]

    /// What every house has.
    public static let houseParts: [any ArchivePart] = [ControlPart(), RowsPart()]

    /// Archives of these parts.
    public init(house: String, parts: [any ArchivePart] = houseParts) { (self.house, self.parts) = (house, parts) }

    /// Writes a tenant, `agency/tenant` or its id, into a new file: one snapshot of everything, while the house goes on.
    @discardableResult
    public func export(
        _ name: String, on session: OwnerSession, to place: LocalPath, passphrase: HeldSecret? = nil
    ) throws -> ArchiveManifest {
        let archive = try ArchiveWriter(place)
        return try session.transaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") {
            let found = try TenantRecord.find(name, on: session)
            try session.enter(found.id)
            let key = try passphrase.map { try ArchiveKey.make($0, for: found.id) }
            let scene = ArchiveScene(
                tenant: found.id, session: session, catalogue: try session.catalogue(), key: key, place: found.place)
            for part in parts { try part.write(scene, into: archive) }
            var manifest = try manifest(found, session, archive.entries)
            manifest.seal = try key?.seal(of: manifest)
            try archive.begin("manifest.json")
            try archive.write(manifest.json())
            try archive.end()
            try archive.finish()
            return manifest
        }
    }

    private func manifest(
        _ found: TenantRecord, _ session: OwnerSession, _ entries: [ArchiveManifest.Entry]
    ) throws -> ArchiveManifest {
        let migrations = try session.migrations().map {
            ArchiveManifest.Migration(folder: $0.folder, number: $0.number, checksum: $0.checksum)
        }
        return ArchiveManifest(
            house: house, exportedAt: SystemClock().now(), tenant: found.id, slug: found.slug, agency: found.agency,
            plan: found.plan, migrations: migrations, entries: entries)
    }

    /// Brings a tenant in from a file: to the agency it had, or to another. All of it is checked before anything is
    /// written, and read back before it counts; a break leaves nothing.
    @discardableResult
    public func `import`(
        _ place: LocalPath, on session: OwnerSession, agency: String? = nil, passphrase: HeldSecret? = nil
    ) throws -> ArchiveManifest {
        let archive = try ArchiveReader(place)
        let manifest = try ArchiveCheck(archive: archive, parts: parts.map(\.name)).manifest()
        if manifest.seal != nil, passphrase == nil { throw ArchiveFault.passphraseNeeded }
        // Whoever changed an archive may have taken the seal off; who says the passphrase expects one.
        if manifest.seal == nil, passphrase != nil { throw ArchiveFault.notSealed }
        let key = try passphrase.flatMap { try ArchiveKey.open($0, manifest) }
        try ArchiveCheck.migrations(of: manifest, against: session.migrations())
        try ArchiveCheck.dataMigrations(of: manifest, on: session)
        return try session.transaction {
            let scene = ArchiveScene(
                tenant: manifest.tenant, session: session, catalogue: try session.catalogue(), key: key,
                place: try TenantPlace.find(for: manifest, agency: agency, on: session))
            for part in parts { try part.check(archive, manifest, for: scene) }
            try session.enter(manifest.tenant)
            for part in parts { try part.read(archive, manifest, into: scene) }
            for part in parts { try part.verify(manifest, in: scene) }
            return manifest
        }
    }
}
