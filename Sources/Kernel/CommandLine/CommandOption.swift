/// An option of a command: a flag, or a name with a value.
public struct CommandOption: Sendable, Hashable {
    /// With the two dashes, such as `--dry-run`.
    public let name: String
    /// What stands for the value in help, such as `SECONDS`; nil for a flag.
    public let placeholder: String?
    /// One line in English.
    public let summary: String

    /// An option that is there or not.
    public static func flag(_ name: String, _ summary: String) -> CommandOption {
        CommandOption(name: name, placeholder: nil, summary: summary)
    }

    /// An option with a value.
    public static func value(_ name: String, _ placeholder: String, _ summary: String) -> CommandOption {
        CommandOption(name: name, placeholder: placeholder, summary: summary)
    }

    /// Understood by every command.
    public static let global: [CommandOption] = [
        .flag("--help", "Show help for the command."),
        .flag("--json", "Answer in JSON."),
        .flag("--version", "Show the version."),
    ]

    /// Name and placeholder, as shown in help.
    var label: String { placeholder.map { "\(name) \($0)" } ?? name }
}
