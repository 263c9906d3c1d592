internal import Postgres

/// What an error means at the end of a command: the exit code, and words for the operator, who may know the truth.
public struct CommandFailure: Sendable {
    /// How the command ends.
    public let code: ExitCode
    /// What to say, with a code for machines.
    public let problems: [(code: String, text: String)]

    /// Reads an error.
    public init(_ error: any Error) {
        switch error {
        case let faults as ConfigurationFaults:
            code = .configuration
            problems = faults.faults.map { ($0.code.rawValue, $0.description) }
        case MigrationFault.noFolder:
            code = .configuration
            problems = [(ConfigurationFault.Code.badValue.rawValue, "\(error)")]
        case let faults as MigrationFaults:
            code = .failed
            problems = faults.faults.map { ("migration", $0.description) }
        case let faults as BootFaults:
            code = .failed
            problems = faults.faults.map { ("database.not_sound", $0) }
        case let error as PostgresError:
            code = error.code == .server ? .failed : .unavailable
            let state = error.sqlState.map { " (\($0.text))" } ?? ""
            let said = error.message.split(separator: "\n").joined(separator: " ")
            problems = [("database", "\(error): \(said)\(state)")]
        case let fault as PreparationFault:
            code = .configuration
            problems = [("database.prepare", fault.description)]
        case let refusal as DomainRefusal:
            code = .failed
            problems = [(refusal.rawValue, refusal.description)]
        case let fault as ClusterFault:
            code = .unavailable
            problems = [("cluster", fault.description)]
        default:
            code = .failed
            problems = [("failed", String(describing: error))]
        }
    }
}
