import EventLoop
import Kernel
import Postgres

/// `konak serve`: the server, on the configured databases or its own.
enum ServeCommand {
    static let command = Command(
        "serve", "Serve until told to stop.",
        details: """
            Answers on KONAK_LISTEN; /metrics on KONAK_METRICS_LISTEN. SIGTERM drains and stops.
            Without database addresses a private PostgreSQL cluster is made, started and stopped along.
            """
    ) { invocation in
        ProcessSignal.block()
        let work = CommandWork(invocation)
        return work.run { configuration in
            // It must not be where requests are answered.
            guard configuration.databases.superuser == nil else {
                throw ConfigurationFaults(
                    .conflict, "KONAK_DATABASE_SUPERUSER_URL", "is for `konak database prepare` only: take it away")
            }
            DescriptorLimit.raise(for: configuration)
            return try work.withDatabases(configuration) { try serve(configuration, $0, work) }
        }
    }

    private static func serve(
        _ configuration: Configuration, _ access: DatabaseAccess, _ work: CommandWork
    ) throws -> ExitCode {
        let folder = try work.migrations(configuration)
        try access.bringUpToDate(folder)
        if let control = access.addresses.control {
            try BootCheck(folder).run(on: ScriptConnection(control.secretText))
        }
        let announce: @Sendable (String) -> Void = { [terminal = work.terminal] line in
            // For a person at the keyboard; in a log file the JSON lines say it.
            if Terminal.isPerson { terminal.note(line) }
        }
        let whole = try ServingProcess.live(configuration, on: access, announce: announce) { services in
            let isBench = services.configuration.bench
            let parts = try houseParts(services) + (isBench ? [BenchRoutes(services).part] : [])
            var house = try services.house(parts: parts, modules: installedModules)
            if isBench { house.routes += try BenchEvents(services).routes }
            return house
        }
        return whole ? .ok : .failed
    }
}
