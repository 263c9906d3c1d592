/// Renumbers the binds of a part of a statement.
enum Placeholders {
    /// Appends a text with every `$n` outside quotes and comments moved up. What cannot be read is appended as it is;
    /// such a statement is refused before it is prepared.
    static func append(_ fragment: String, to sql: inout String, shiftedBy shift: Int) {
        let text = fragment.utf8
        let bytes = text.span
        var lexer = SQLLexer()
        var copied = text.startIndex
        while let token = try? lexer.next(in: bytes) {
            guard token.kind == .parameter, let number = number(at: token.range, in: bytes) else { continue }
            let start = text.index(text.startIndex, offsetBy: token.range.lowerBound)
            sql.append(contentsOf: fragment[copied..<start])
            sql.append("$")
            sql.append(String(number + shift))
            copied = text.index(text.startIndex, offsetBy: token.range.upperBound)
        }
        sql.append(contentsOf: fragment[copied...])
    }

    /// The digits after `$`; nil for a number no statement can have.
    private static func number(at range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
        guard range.count <= 7 else { return nil }
        var value = 0
        for index in (range.lowerBound + 1)..<range.upperBound { value = value * 10 + Int(bytes[index] &- 48) }
        return value
    }
}
