import EventLoop
import Kernel
import Postgres
import Security

/// `konak serve`: the server, on the configured databases or its own.
enum ServeCommand {
    static let command = Command(
        "serve", "Serve until told to stop.",
        details: """
            Answers on KONAK_LISTEN; /metrics on KONAK_METRICS_LISTEN. SIGTERM drains and stops.
            Without database addresses a private PostgreSQL cluster is made, started and stopped along.
            """
    ) { invocation in run(invocation, as: .server) }

    static func run(_ invocation: Invocation, as duty: ServingProcess.Duty) -> ExitCode {
        ProcessSignal.block()
        let work = CommandWork(invocation)
        return work.run { configuration in
            // It must not be where requests are answered.
            guard configuration.databases.superuser == nil else {
                throw ConfigurationFaults(
                    .conflict, "KONAK_DATABASE_SUPERUSER_URL", "is for `konak database prepare` only: take it away")
            }
            DescriptorLimit.raise(for: configuration)
            return try work.withDatabases(configuration) { try serve(configuration, $0, work, as: duty) }
        }
    }

    /// Two backends of the database find holes sooner than one, and more would only wait for a core.
    private static let wallShares = 2

    private static func serve(
        _ configuration: Configuration, _ access: DatabaseAccess, _ work: CommandWork, as duty: ServingProcess.Duty
    ) throws -> ExitCode {
        let folder = try work.migrations(configuration)
        try access.bringUpToDate(folder)
        let control = access.addresses.control
        let looks = try control.map { try looksNeeded(folder, $0) } ?? []
        let announce: @Sendable (String) -> Void = { [terminal = work.terminal] line in
            // For a person at the keyboard; in a log file the JSON lines say it.
            if Terminal.isPerson { terminal.note(line) }
        }
        let whole = try ServingProcess.live(
            configuration, on: access, as: duty, provided: looks, announce: announce
        ) { services in
            let isBench = services.configuration.bench
            let bench = isBench ? [BenchRoutes(services).part, BenchJobs.part(services)] : []
            let identity = Identity(services)
            var house = try services.house(
                parts: houseParts(services, identity) + bench, modules: modules(of: services.configuration),
                principals: identity.principals)
            if isBench { house.routes += try BenchEvents(services).routes }
            return house
        }
        return whole ? .ok : .failed
    }

    /// What is still to be asked before anything may be served: nothing, if the walls are known to be whole.
    private static func looksNeeded(
        _ folder: MigrationFolder, _ control: DatabaseURL
    ) throws -> [@Sendable () throws -> Void] {
        let connection = try ScriptConnection(control.secretText)
        try BootCheck(folder).checkState(on: connection)
        guard try !WallHole.areKnownToBeNone(on: connection) else { return [] }
        return (0..<wallShares).map { share in
            { try BootCheck.checkWalls(on: ScriptConnection(control.secretText), share: share, of: wallShares) }
        }
    }
}
