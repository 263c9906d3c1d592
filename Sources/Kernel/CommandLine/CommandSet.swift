/// All commands of a program, and how words become one of them.
public struct CommandSet: Sendable {
    /// The program's name.
    public let program: String
    /// One line on what it is.
    public let summary: String
    /// Its commands, in the order of the help.
    public let commands: [Command]

    /// What the words ask for.
    public enum Request: Sendable {
        case run(Command, Invocation)
        case help(Command)
        case group([Command])
        case overview
        case version
    }

    /// A program with its commands.
    public init(program: String, summary: String, commands: [Command]) {
        self.program = program
        self.summary = summary
        self.commands = commands
    }

    /// What the words after the program's name ask for.
    public func parse(_ words: [String]) throws(UsageFault) -> Request {
        let leading = words.prefix { !$0.hasPrefix("-") }.map { $0 }
        if leading.first == "help" { return try help(on: Array(leading.dropFirst()), words) }
        guard let command = command(beginning: leading) else { return try withoutCommand(words, leading) }
        let rest = Array(words.dropFirst(command.words.count))
        if rest.contains("--help") { return .help(command) }
        let invocation = try OptionReader(command: command, program: program).read(rest)
        return invocation.has("--version") ? .version : .run(command, invocation)
    }

    /// The longest name wins, so that a command may have others below it.
    private func command(beginning words: [String]) -> Command? {
        commands.filter { words.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
    }

    private func withoutCommand(_ words: [String], _ leading: [String]) throws(UsageFault) -> Request {
        if words.contains("--help"), let group = group(leading) { return .group(group) }
        guard leading.isEmpty else { throw unknown(leading) }
        guard let first = words.first else { return .overview }
        if words.contains("--help") { return .overview }
        if words.contains("--version") { return .version }
        let names = CommandOption.global.map(\.name)
        guard names.contains(first) else {
            throw UsageFault(
                .unknownOption, "\(program) has no option \(first)", suggestion: Spelling.nearest(to: first, in: names))
        }
        return .overview
    }

    /// `konak help serve` is `konak serve --help`.
    private func help(on named: [String], _ words: [String]) throws(UsageFault) -> Request {
        guard !named.isEmpty else { return try withoutCommand(Array(words.dropFirst()), []) }
        if let command = commands.first(where: { $0.words == named }) { return .help(command) }
        guard let group = group(named) else { throw unknown(named) }
        return .group(group)
    }

    /// The commands below words that are none themselves.
    private func group(_ words: [String]) -> [Command]? {
        let below = commands.filter { $0.words.count > words.count && $0.words.starts(with: words) }
        return words.isEmpty || below.isEmpty ? nil : below
    }

    private func unknown(_ words: [String]) -> UsageFault {
        let asked = words.prefix(2).joined(separator: " ")
        let below = commands.filter { $0.words.first == words.first }.map { "\(program) \($0.name)" }
        if !below.isEmpty {
            let list = below.joined(separator: ", ")
            return UsageFault(.unknownCommand, "\(program) has no command `\(asked)`: there is \(list)")
        }
        let names = commands.map(\.name)
        let nearest =
            Spelling.nearest(to: asked, in: names) ?? words.first.flatMap { Spelling.nearest(to: $0, in: names) }
        return UsageFault(
            .unknownCommand, "\(program) has no command `\(asked)`", suggestion: nearest.map { "\(program) \($0)" })
    }
}
