/// Reads the words after a command's name.
struct OptionReader {
    let command: Command
    let program: String
    private var flags: Set<String> = []
    private var values: [String: String] = [:]
    private var operands: [String] = []

    init(command: Command, program: String) {
        self.command = command
        self.program = program
    }

    /// Options in any order, as `--name value` or `--name=value`; after `--` only operands.
    consuming func read(_ words: [String]) throws(UsageFault) -> Invocation {
        var words = words[...]
        while let word = words.popFirst() {
            if word == "--" {
                operands += words
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            try take(word, &words)
        }
        try checkOperands()
        return Invocation(flags: flags, values: values, operands: operands)
    }

    private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageFault) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        let option = try option(name)
        guard !flags.contains(name), values[name] == nil else {
            throw UsageFault(.repeated, "\(name) is given twice")
        }
        guard option.placeholder != nil else {
            guard parts.count == 1 else { throw UsageFault(.unwantedValue, "\(name) takes no value") }
            flags.insert(name)
            return
        }
        let value = parts.count == 2 ? String(parts[1]) : rest.popFirst()
        guard let value else { throw UsageFault(.missingValue, "\(option.label) lacks its value") }
        values[name] = value
    }

    private func option(_ name: String) throws(UsageFault) -> CommandOption {
        if let option = command.allOptions.first(where: { $0.name == name }) { return option }
        let nearest = Spelling.nearest(to: name, in: command.allOptions.map(\.name))
        throw UsageFault(.unknownOption, "\(program) \(command.name) has no option \(name)", suggestion: nearest)
    }

    private func checkOperands() throws(UsageFault) {
        guard operands.count != command.operands.count else { return }
        let wanted = command.operands.isEmpty ? "nothing" : command.operands.joined(separator: " ")
        let given = operands.isEmpty ? "" : ", and was given “\(operands.joined(separator: " "))”"
        throw UsageFault(.operands, "\(program) \(command.name) takes \(wanted) beside its options\(given)")
    }
}
