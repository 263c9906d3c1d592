/// A command as a value: listed, parsed, explained and run from this one declaration.
public struct Command: Sendable {
    /// The words that call it, such as `database prepare`.
    public let name: String
    /// One line in English.
    public let summary: String
    /// More, shown in the command's own help.
    public let details: String
    /// Its own options, the global ones apart.
    public let options: [CommandOption]
    /// What it takes beside options, such as `FILE`; a command takes exactly these.
    public let operands: [String]
    /// Does the work.
    public let run: @Sendable (Invocation) -> ExitCode

    /// A command.
    public init(
        _ name: String, _ summary: String, details: String = "", options: [CommandOption] = [],
        operands: [String] = [], run: @escaping @Sendable (Invocation) -> ExitCode
    ) {
        self.name = name
        self.summary = summary
        self.details = details
        self.options = options
        self.operands = operands
        self.run = run
    }

    /// The words of the name.
    var words: [String] { name.split(separator: " ").map(String.init) }
    /// Own and global options.
    var allOptions: [CommandOption] { options + CommandOption.global }
}
