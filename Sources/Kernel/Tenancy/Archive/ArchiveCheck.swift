import Core

/// Whether an archive is whole and can be read here. Looks only.
struct ArchiveCheck {
    let archive: ArchiveReader
    let parts: [String]

    /// The manifest, after every piece was compared with it.
    func manifest() throws -> ArchiveManifest {
        guard archive.names.contains("manifest.json") else { throw ArchiveFault.notAnArchive("it has no manifest") }
        let bytes = try archive.bytes(of: "manifest.json")
        guard let version = try? JSONReader.decode(Version.self, from: bytes, unknownKeys: .ignore, limits: Self.limits)
        else { throw ArchiveFault.notAnArchive("its manifest cannot be read") }
        guard version.format == 1 else { throw ArchiveFault.unknown("archive format \(version.format)") }
        guard let manifest = try? JSONReader.decode(ArchiveManifest.self, from: bytes, limits: Self.limits) else {
            throw ArchiveFault.notAnArchive("its manifest cannot be read")
        }
        try compare(manifest)
        return manifest
    }

    private struct Version: Decodable { let format: Int }
    private static let limits = JSONLimits(bytes: 64 << 20)

    private func compare(_ manifest: ArchiveManifest) throws {
        let named = Set(manifest.entries.map(\.name))
        for name in archive.names where name != "manifest.json" && !named.contains(name) {
            throw ArchiveFault.damaged(name)
        }
        for entry in manifest.entries {
            let part = entry.name.prefix { $0 != "/" }
            guard parts.contains(String(part)) else { throw ArchiveFault.unknown("part “\(part)”") }
            guard archive.size(of: entry.name) == entry.bytes, try archive.checksum(of: entry.name) == entry.sha256
            else { throw ArchiveFault.damaged(entry.name) }
        }
    }

    /// What made the archive's tables must have made ours; ours may be ahead.
    static func migrations(of manifest: ArchiveManifest, against applied: [AppliedMigration]) throws {
        let ours = Dictionary(grouping: applied, by: \.folder)
        for (folder, theirs) in Dictionary(grouping: manifest.migrations, by: \.folder).sorted(by: { $0.key < $1.key })
        {
            let here = ours[folder] ?? []
            let (there, last) = (theirs.map(\.number).max() ?? 0, here.map(\.number).max() ?? 0)
            guard there <= last else { throw ArchiveFault.newer(folder: folder, there: there, here: last) }
            let checksums = Dictionary(here.map { ($0.number, $0.checksum) }) { first, _ in first }
            for migration in theirs where checksums[migration.number] != migration.checksum {
                throw ArchiveFault.otherMigration("\(folder)/\(migration.number)")
            }
        }
    }

    /// Rows that a tenant of this house had changed by a migration must not come in as they were before it.
    static func dataMigrations(of manifest: ArchiveManifest, on session: OwnerSession) throws {
        let theirs = Set(manifest.migrations.map { "\($0.folder)/\($0.number)" })
        let ours = try session.rows(
            "SELECT DISTINCT folder || '/' || number FROM kernel.migration_tenant ORDER BY 1")
        for label in ours.compactMap({ $0.first ?? nil }) where !theirs.contains(label) {
            throw ArchiveFault.olderRows(label)
        }
    }
}
