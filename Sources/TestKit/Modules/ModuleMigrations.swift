import Core
import Kernel
import ModuleKit
import Postgres

/// The house's migrations and those of one module, found on disk: the nearest folder above the module's tests that holds
/// `migrations/<module>`, and the repository's own.
struct ModuleMigrations: Sendable {
    let preparation: Preparation
    let files: [MigrationFile]
    private let module: ModuleID

    init(of module: ModuleID, near file: String) throws {
        self.module = module
        let repository = try Self.folder(holding: "prepare", near: #filePath)
        preparation = try repository.preparation()
        var files = try repository.files()
        if !files.contains(where: { $0.folder == module.text }) {
            files += try Self.folder(holding: module.text, near: file).files().filter { $0.folder == module.text }
        }
        self.files = files
    }

    private static func folder(holding name: String, near file: String) throws -> MigrationFolder {
        var path = LocalPath(file).parent
        while !(path / "migrations" / name).exists {
            guard path.text != "/" else { throw MissingMigrations(folder: name) }
            path = path.parent
        }
        return MigrationFolder(at: path / "migrations")
    }

    /// Made once for all tests of a module.
    var template: TestTemplate {
        TestTemplate("module_\(module)") { database in
            try preparation.run(as: superuser(of: database), database: database.name)
            let owner = try ScriptConnection(database.connection(as: "konak_owner"))
            try MigrationRunner(files: files).apply(on: owner)
        }
    }

    /// How each role reaches a database.
    func addresses(of database: TestDatabase) -> DatabaseAddresses {
        DatabaseAddresses(superuser: superuser(of: database)) { role in
            DatabaseURL(trusted: "postgresql:///\(database.name)?host=\(database.cluster.folder)&user=\(role)")
        }
    }

    private func superuser(of database: TestDatabase) -> DatabaseURL {
        DatabaseURL(trusted: "postgresql:///postgres?host=\(database.cluster.folder)&user=\(TestCluster.owner)")
    }
}

/// No folder above the tests has the migrations.
struct MissingMigrations: Error, CustomStringConvertible {
    let folder: String
    var description: String { "no folder above the tests holds migrations/\(folder)" }
}
