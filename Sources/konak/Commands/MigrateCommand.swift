import Core
import Kernel
import Postgres

/// `konak migrate`: brings the database to the state of the files.
enum MigrateCommand {
    static let command = Command(
        "migrate", "Apply the migrations that are pending.",
        details: """
            Works as konak_owner (KONAK_DATABASE_OWNER_URL), each migration in a transaction of its own. A file that begins
            with `-- konak: outside a transaction` holds one statement that refuses one, such as CREATE INDEX CONCURRENTLY;
            one that begins with `-- konak: for each tenant` runs once for each, and goes on where a killed run ended.
            Several nodes may do so at once: one migrates, the others wait and find nothing to do.
            """,
        options: [.flag("--dry-run", "Only say what would be applied.")]
    ) { invocation in
        let work = CommandWork(invocation)
        return work.run { configuration in
            try work.withDatabases(configuration) { access in
                try migrate(access, work.migrations(configuration), work.terminal, invocation.has("--dry-run"))
            }
        }
    }

    private static func migrate(
        _ access: DatabaseAccess, _ folder: MigrationFolder, _ terminal: Terminal, _ isDryRun: Bool
    ) throws -> ExitCode {
        try access.prepareOwnCluster(folder)
        guard let owner = access.addresses.owner else {
            throw ConfigurationFaults(
                .missing, "KONAK_DATABASE_OWNER_URL", "must be given to migrate a database that is not our own")
        }
        let connection = try ScriptConnection(owner.secretText)
        guard try folder.preparation().isCurrent(on: connection) else {
            throw MigrationFaults(faults: [.notPrepared])
        }
        let runner = MigrationRunner(files: try folder.files())
        let files =
            try isDryRun
            ? runner.plan(on: connection).pending
            : runner.apply(on: connection) {
                terminal.note("applied \($0.label)")
            } notice: {
                terminal.note($0.description)
            }
        // So that the next start need not look.
        if try !isDryRun && !WallHole.keepThatThereIsNone(on: connection) {
            terminal.note("the walls have a hole: `konak doctor` says which")
        }
        report(files, isDryRun, terminal)
        return .ok
    }

    private static func report(_ files: [MigrationFile], _ isDryRun: Bool, _ terminal: Terminal) {
        if isDryRun { for file in files { terminal.note("pending \(file.label)\(manner(file))") } }
        if files.isEmpty { terminal.note("nothing to apply") }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("ok")
            json.bool(true)
            json.key(escaping: isDryRun ? "pending" : "applied")
            json.beginArray()
            for file in files { json.string(file.label) }
            json.endArray()
        }
    }

    private static func manner(_ file: MigrationFile) -> String {
        switch file.mode {
        case .success(.outside): ", outside a transaction"
        case .success(.eachTenant): ", for each tenant"
        default: ""
        }
    }
}
