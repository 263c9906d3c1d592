import Core
import Kernel

/// `konak database prepare`: what only a superuser may do.
enum DatabasePrepareCommand {
    static let command = Command(
        "database prepare", "Make roles, database, latch and guard, as superuser.",
        details: """
            Works with KONAK_DATABASE_SUPERUSER_URL; the name of the database is that in KONAK_DATABASE_APP_URL, else konak.
            Once for each database, and again when a new version asks for it. Nothing that exists is lost.
            Passwords are not set: give the roles theirs with \\password in psql.
            """
    ) { invocation in
        let work = CommandWork(invocation)
        return work.run { configuration in
            try work.withDatabases(configuration) { access in
                try access.prepare(work.migrations(configuration).preparation())
                work.terminal.note("prepared database \(access.databaseName)")
                if work.terminal.wantsJSON {
                    work.terminal.sayObject { json in
                        json.key("ok")
                        json.bool(true)
                        json.key("database")
                        json.string(access.databaseName)
                    }
                }
                return .ok
            }
        }
    }
}
