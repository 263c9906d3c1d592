/// The folder `migrations` on disk.
public struct MigrationFolder: Sendable, Hashable {
    /// Where it is.
    public let path: LocalPath

    /// The folder at a path, without looking for it.
    public init(at path: LocalPath) { self.path = path }

    /// The folder that the configuration names, or the first that exists near the program.
    public static func find(configured: String?, program: LocalPath) throws(MigrationFault) -> MigrationFolder {
        let places = configured.map { [LocalPath($0)] } ?? candidates(program: program)
        guard let place = places.first(where: { ($0 / preparation).facts()?.isFolder == true }) else {
            throw .noFolder(tried: places.map(\.text))
        }
        return MigrationFolder(at: place)
    }

    /// Beside the program, where a package would put it, and in the repository the program was built in.
    static func candidates(program: LocalPath) -> [LocalPath] {
        let folder = program.parent
        let built = folder.andAncestors.filter { $0.name == ".build" }.map { $0.parent / "migrations" }
        return [folder / "migrations", folder.parent / "share/konak/migrations"] + built
    }

    /// The folder's name of what `konak database prepare` runs.
    static let preparation = "prepare"

    /// Every migration, in no order of consequence.
    public func files() throws -> [MigrationFile] {
        var files: [MigrationFile] = []
        var faults: [MigrationFault] = []
        for folder in try path.names() where folder != Self.preparation && (path / folder).facts()?.isFolder == true {
            if !Self.isSchema(folder) { faults.append(.badFolder(path: (path / folder).text)) }
            for name in try (path / folder).names() {
                let file = path / folder / name
                if let migration = MigrationFile(folder: folder, fileName: name, content: try file.read()) {
                    files.append(migration)
                } else {
                    faults.append(.badName(path: file.text))
                }
            }
        }
        guard faults.isEmpty else { throw MigrationFaults(faults: faults) }
        return files
    }

    private static func isSchema(_ name: String) -> Bool {
        name.utf8.first.map { (0x61...0x7A).contains($0) } == true && name.utf8.count <= 63 && !name.hasPrefix("pg_")
            && name.utf8.allSatisfy { $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }

    /// The files of the preparation, in their order.
    public func preparation() throws -> Preparation {
        let folder = path / Self.preparation
        let files = try folder.names().map { name in
            Preparation.File(name: name, sql: try (folder / name).readText())
        }
        return Preparation(files: files)
    }
}
