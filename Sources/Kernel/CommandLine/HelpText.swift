/// Writes help from the commands themselves, so that it cannot lag behind them.
public enum HelpText {
    /// All commands at a glance.
    public static func overview(_ set: CommandSet) -> String {
        """
        \(set.program): \(set.summary)

        Usage: \(set.program) COMMAND [OPTIONS], or \(set.program) help COMMAND

        Commands:
        \(columns(set.commands.map { ($0.name, $0.summary) }))

        Options of every command:
        \(columns(CommandOption.global.map { ($0.label, $0.summary) }))

        Exit codes:
        \(columns(ExitCode.all.map { ("\($0.number)", $0.meaning) }))

        The configuration comes from KONAK_* variables: `\(set.program) configuration` lists them.

        """
    }

    /// The commands that begin with the same word.
    public static func group(_ commands: [Command], program: String) -> String {
        """
        Commands:
        \(columns(commands.map { ("\(program) \($0.name)", $0.summary) }))

        """
    }

    /// One command.
    public static func command(_ command: Command, program: String) -> String {
        let operands = command.operands.map { " \($0)" }.joined()
        let details = command.details.isEmpty ? "" : "\n\(command.details)\n"
        return """
            Usage: \(program) \(command.name)\(operands) [OPTIONS]

            \(command.summary)
            \(details)
            Options:
            \(columns(command.allOptions.map { ($0.label, $0.summary) }))

            """
    }

    /// Two columns, the first as wide as its longest entry.
    static func columns(_ rows: [(String, String)]) -> String {
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { row in
            "  \(row.0)\(String(repeating: " ", count: width - row.0.count))  \(row.1)"
        }.joined(separator: "\n")
    }
}
