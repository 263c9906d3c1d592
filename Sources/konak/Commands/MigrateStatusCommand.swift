import Core
import Kernel
import Postgres

/// `konak migrate status`: files and ledger side by side. Applies nothing, and waits for nobody who migrates.
enum MigrateStatusCommand {
    static let command = Command(
        "migrate status", "Show where every migration stands.",
        details: """
            States: applied, pending, interrupted (begun and not finished: under way, or the run was killed), changed (the
            file is not what was applied), missing (applied, and the file is gone), ahead (applied by a newer version).
            Ends with 1 when something is wrong; pending and ahead are not.
            """
    ) { invocation in
        let work = CommandWork(invocation)
        return work.run { configuration in
            try work.withDatabases(configuration) { access in
                let folder = try work.migrations(configuration)
                try access.prepareOwnCluster(folder)
                guard let address = access.addresses.control ?? access.addresses.owner else {
                    throw ConfigurationFaults(.missing, "KONAK_DATABASE_CONTROL_URL", "must be given to look there")
                }
                let status = try MigrationRunner(files: folder.files()).status(
                    on: ScriptConnection(address.secretText))
                return report(status, work.terminal)
            }
        }
    }

    private static func report(_ status: MigrationStatus, _ terminal: Terminal) -> ExitCode {
        if terminal.wantsJSON {
            terminal.sayObject { json in write(status, into: &json) }
        } else {
            terminal.say(table(status))
            for fault in status.faults { terminal.note("konak: \(fault)") }
        }
        return status.isSound ? .ok : .failed
    }

    private static func table(_ status: MigrationStatus) -> String {
        let rows =
            [["folder", "number", "name", "state", "when"]]
            + status.entries.map { [$0.folder, "\($0.number)", $0.name, $0.state.rawValue, $0.at ?? ""] }
        let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    private static func write(_ status: MigrationStatus, into json: inout JSONWriter) {
        json.key("ok")
        json.bool(status.isSound)
        json.key("migrations")
        json.beginArray()
        for entry in status.entries { write(entry, into: &json) }
        json.endArray()
        json.key("errors")
        json.beginArray()
        for problem in problems(of: status) {
            json.beginObject()
            json.key("code")
            json.string("migration")
            json.key("message")
            json.string(problem)
            json.endObject()
        }
        json.endArray()
    }

    private static func write(_ entry: MigrationStatus.Entry, into json: inout JSONWriter) {
        json.beginObject()
        json.key("folder")
        json.string(entry.folder)
        json.key("number")
        json.int(entry.number)
        json.key("name")
        json.string(entry.name)
        json.key("state")
        json.string(entry.state.rawValue)
        json.key("at")
        if let at = entry.at { json.string(at) } else { json.null() }
        json.endObject()
    }

    private static func problems(of status: MigrationStatus) -> [String] {
        status.faults.map(\.description)
            + status.entries.filter { $0.state == .interrupted }.map { entry in
                "\(entry.folder) \(entry.number) was begun and is not finished: `konak migrate` goes on with it"
            }
    }
}
