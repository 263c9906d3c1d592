import Kernel

/// What most commands begin and end with: read the configuration, do the work, say how it went.
struct CommandWork {
    let terminal: Terminal

    init(_ invocation: Invocation) { terminal = Terminal(invocation) }

    /// Does the work on the configuration; an error becomes words and an exit code.
    func run(_ work: (Configuration) throws -> ExitCode) -> ExitCode {
        do {
            return try work(Configuration(environment: Environment.variables()))
        } catch {
            let failure = CommandFailure(error)
            return terminal.fail(failure.code, failure.problems)
        }
    }

    /// The migrations that belong to this program.
    func migrations(_ configuration: Configuration) throws -> MigrationFolder {
        try MigrationFolder.find(
            configured: configuration.migrations, program: LocalPath("/proc/self/exe").resolved())
    }

    /// The databases for the length of a closure.
    func withDatabases(
        _ configuration: Configuration, _ work: (DatabaseAccess) throws -> ExitCode
    ) throws -> ExitCode {
        let access = try DatabaseAccess.open(configuration)
        defer { access.close() }
        return try work(access)
    }
}
