public import Core

/// The same help for machines: what `--json` with `--help` answers.
extension HelpText {
    /// All commands with their options, and the exit codes.
    public static func write(_ set: CommandSet, into json: inout JSONWriter) {
        json.key("program")
        json.string(set.program)
        json.key("summary")
        json.string(set.summary)
        write(set.commands, into: &json)
        json.key("exitCodes")
        json.beginArray()
        for code in ExitCode.all {
            json.beginObject()
            json.key("code")
            json.int(Int(code.number))
            json.key("meaning")
            json.string(code.meaning)
            json.endObject()
        }
        json.endArray()
    }

    /// Some commands.
    public static func write(_ commands: [Command], into json: inout JSONWriter) {
        json.key("commands")
        json.beginArray()
        for command in commands {
            json.beginObject()
            write(command, into: &json)
            json.endObject()
        }
        json.endArray()
    }

    /// One command.
    public static func write(_ command: Command, into json: inout JSONWriter) {
        json.key("command")
        json.string(command.name)
        json.key("summary")
        json.string(command.summary)
        json.key("details")
        json.string(command.details)
        json.key("operands")
        json.beginArray()
        for operand in command.operands { json.string(operand) }
        json.endArray()
        json.key("options")
        json.beginArray()
        for option in command.allOptions { write(option, into: &json) }
        json.endArray()
    }

    private static func write(_ option: CommandOption, into json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string(option.name)
        json.key("value")
        if let placeholder = option.placeholder { json.string(placeholder) } else { json.null() }
        json.key("summary")
        json.string(option.summary)
        json.endObject()
    }
}
