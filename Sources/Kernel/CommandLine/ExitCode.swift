/// How a command ended, for scripts. The numbers from 64 are those of sysexits.h.
public struct ExitCode: Sendable, Hashable {
    /// The number given to the shell.
    public let number: Int32
    /// What it says, for the documentation.
    public let meaning: String

    /// Done.
    public static let ok = ExitCode(number: 0, meaning: "done")
    /// Tried and failed.
    public static let failed = ExitCode(number: 1, meaning: "failed; the message says why")
    /// Done, but something should be mended.
    public static let warned = ExitCode(number: 2, meaning: "done, but something should be mended (doctor's warnings)")
    /// The command line cannot be understood.
    public static let usage = ExitCode(number: 64, meaning: "unknown command or option, or a bad value for one")
    /// Something outside is not there, such as the database.
    public static let unavailable = ExitCode(number: 69, meaning: "the database, a service or a needed file is missing")
    /// A fault of the configuration.
    public static let configuration = ExitCode(number: 78, meaning: "a KONAK_* variable is unknown, missing or wrong")

    /// All of them, in order.
    public static let all: [ExitCode] = [.ok, .failed, .warned, .usage, .unavailable, .configuration]
}
