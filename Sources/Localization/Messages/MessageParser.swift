/// Reads a pattern. It never goes back and never deeper than four choices, so any text ends it soon.
struct MessageParser {
    private typealias Part = MessagePattern.Part
    private var rest: Substring.UnicodeScalarView
    private var depth = 0

    init(_ source: String) { rest = source[...].unicodeScalars }

    /// The whole pattern.
    mutating func pattern() throws(MessageFault) -> [MessagePattern.Part] {
        let parts = try parts(isInPlural: false)
        guard rest.isEmpty else { throw .braces }
        return parts
    }

    /// Up to the brace that closes what is around it, or to the end.
    private mutating func parts(isInPlural: Bool) throws(MessageFault) -> [MessagePattern.Part] {
        var (parts, text) = ([Part](), String.UnicodeScalarView())
        func flush() { if !text.isEmpty { parts.append(.text(String(text))) } }
        while let scalar = rest.first, scalar != "}" {
            rest.removeFirst()
            switch scalar {
            case "{":
                flush()
                text = String.UnicodeScalarView()
                parts.append(try place(isInPlural: isInPlural))
            case "#" where isInPlural:
                flush()
                text = String.UnicodeScalarView()
                parts.append(.number)
            case "'": quoted(into: &text, isInPlural: isInPlural)
            default: text.append(scalar)
            }
        }
        flush()
        return parts
    }

    /// An apostrophe is one, except before what would otherwise be a sign: `Konak'ta`, but `'{'`.
    private mutating func quoted(into text: inout String.UnicodeScalarView, isInPlural: Bool) {
        guard let next = rest.first else { return text.append("'") }
        if next == "'" {
            rest.removeFirst()
            return text.append("'")
        }
        guard next == "{" || next == "}" || next == "#" && isInPlural else { return text.append("'") }
        while let scalar = rest.popFirst() {
            guard scalar == "'" else {
                text.append(scalar)
                continue
            }
            guard rest.first == "'" else { return }
            rest.removeFirst()
            text.append("'")
        }
    }

    private mutating func place(isInPlural: Bool) throws(MessageFault) -> Part {
        let name = word()
        guard !name.isEmpty else { throw .name }
        if close() { return .place(name) }
        guard comma() else { throw rest.isEmpty ? .braces : .name }
        let word = word()
        guard let kind = MessagePattern.Kind(rawValue: word), kind != .plain else { throw .kind(word) }
        guard comma() else { throw .braces }
        let branches = try branches(of: kind, isInPlural: isInPlural)
        return .choice(MessagePattern.Choice(argument: name, kind: kind, branches: branches))
    }

    private mutating func branches(
        of kind: MessagePattern.Kind, isInPlural: Bool
    ) throws(MessageFault) -> [MessagePattern.Branch] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 4 else { throw .depth }
        var branches: [MessagePattern.Branch] = []
        while !close() {
            let selector = word()
            guard Self.isSelector(selector, of: kind), !branches.contains(where: { $0.selector == selector }) else {
                throw rest.isEmpty ? .braces : .branches
            }
            skipSpace()
            guard rest.popFirst() == "{" else { throw .braces }
            let parts = try parts(isInPlural: kind != .select || isInPlural)
            guard rest.popFirst() == "}" else { throw .braces }
            branches.append(MessagePattern.Branch(selector: selector, parts: parts))
        }
        guard branches.contains(where: { $0.selector == "other" }) else { throw .branches }
        return branches
    }

    private static func isSelector(_ word: String, of kind: MessagePattern.Kind) -> Bool {
        guard kind != .select else { return !word.isEmpty && !word.hasPrefix("=") }
        return word.hasPrefix("=") ? Int64(word.dropFirst()) != nil : PluralCategory(rawValue: word) != nil
    }

    /// Letters, digits, `_`, and `=` before a number.
    private mutating func word() -> String {
        skipSpace()
        var word = String.UnicodeScalarView()
        while let scalar = rest.first,
            scalar == "_" || scalar == "=" || scalar == "-" || scalar.properties.isAlphabetic
                || scalar.properties.numericType == .decimal
        {
            word.append(scalar)
            rest.removeFirst()
        }
        skipSpace()
        return String(word)
    }

    private mutating func close() -> Bool { take("}") }

    private mutating func comma() -> Bool { take(",") }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        skipSpace()
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipSpace() {
        while let scalar = rest.first, scalar.properties.isWhitespace { rest.removeFirst() }
    }
}
