import Core
import Kernel
import Postgres

/// `konak migrate`: brings the database to the state of the files.
enum MigrateCommand {
    static let command = Command(
        "migrate", "Apply the migrations that are pending.",
        details: """
            Works as konak_owner (KONAK_DATABASE_OWNER_URL), each migration in a transaction of its own.
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
        let plan = try runner.plan(on: connection)
        let files = try isDryRun ? plan.pending : runner.apply(on: connection) { terminal.note("applied \($0.label)") }
        report(files, isDryRun, terminal)
        return .ok
    }

    private static func report(_ files: [MigrationFile], _ isDryRun: Bool, _ terminal: Terminal) {
        if isDryRun { for file in files { terminal.note("pending \(file.label)") } }
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
}
