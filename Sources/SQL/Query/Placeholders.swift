/// The marks that stand for binds, and how those of a part of a statement are renumbered.
enum Placeholders {
    /// `$n`. Most statements have few binds, and a literal costs a third of a number put together.
    static func text(of number: Int) -> String {
        switch number {
        case 1: "$1"
        case 2: "$2"
        case 3: "$3"
        case 4: "$4"
        case 5: "$5"
        case 6: "$6"
        case 7: "$7"
        case 8: "$8"
        case 9: "$9"
        default: "$\(number)"
        }
    }

    /// Appends a text with every `$n` outside quotes and comments moved up. What cannot be read is appended as it is;
    /// such a statement is refused before it is prepared.
    static func append(_ fragment: String, to sql: inout String, shiftedBy shift: Int) {
        let utf8 = fragment.utf8
        let bytes = utf8.span
        var lexer = SQLLexer()
        var copied = utf8.startIndex
        while let token = try? lexer.next(in: bytes) {
            guard token.kind == .parameter, let number = number(at: token.range, in: bytes) else { continue }
            let start = utf8.index(utf8.startIndex, offsetBy: token.range.lowerBound)
            sql.append(contentsOf: fragment[copied..<start])
            sql.append(text(of: number + shift))
            copied = utf8.index(utf8.startIndex, offsetBy: token.range.upperBound)
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
