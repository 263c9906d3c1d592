/// Splits SQL into tokens exactly where PostgreSQL's own scanner does: nested comments, `E''` strings that go on over a
/// line break, dollar quotes, names of any byte above 127. Where the two disagreed, a statement could hide in a string.
struct SQLLexer {
    struct Token {
        enum Kind {
            /// A keyword or an unquoted name.
            case word
            /// A name in double quotes.
            case quotedName
            /// A string, however it is quoted.
            case string
            /// The digits of a number, without sign or exponent.
            case number
            /// `$1`.
            case parameter
            /// One byte of punctuation or of an operator.
            case symbol
        }

        let kind: Kind
        let range: Range<Int>
    }

    enum Fault: Error {
        /// A comment, string or quoted name that never ends.
        case unterminated
        /// A zero byte, where C would see the end.
        case zeroByte
    }

    private(set) var offset = 0

    /// The next token; nil at the end.
    mutating func next(in sql: Span<UInt8>) throws(Fault) -> Token? {
        try skipBlanks(sql)
        guard let byte = sql.byte(at: offset) else { return nil }
        let start = offset
        let kind = try consume(byte, sql)
        return Token(kind: kind, range: start..<offset)
    }

    private mutating func consume(_ byte: UInt8, _ sql: Span<UInt8>) throws(Fault) -> Token.Kind {
        switch byte {
        case 0: throw .zeroByte
        case UInt8(ascii: "'"): return try string(sql, escapes: false)
        case UInt8(ascii: "\""): return try quotedName(sql)
        case UInt8(ascii: "$"): return try dollar(sql)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number(sql)
        case _ where byte.beginsSQLName: return try word(sql)
        default:
            offset += 1
            return .symbol
        }
    }
}

extension SQLLexer {
    /// White space and comments.
    private mutating func skipBlanks(_ sql: Span<UInt8>) throws(Fault) {
        while let byte = sql.byte(at: offset) {
            if byte.isSQLSpace {
                offset += 1
            } else if sql.hasPair("-", "-", at: offset) {
                skipLine(sql)
            } else if sql.hasPair("/", "*", at: offset) {
                try skipBlock(sql)
            } else {
                return
            }
        }
    }

    private mutating func skipLine(_ sql: Span<UInt8>) {
        while let byte = sql.byte(at: offset), !byte.isLineBreak { offset += 1 }
    }

    /// Block comments nest.
    private mutating func skipBlock(_ sql: Span<UInt8>) throws(Fault) {
        var depth = 0
        while offset < sql.count {
            if sql.hasPair("/", "*", at: offset) {
                depth += 1
                offset += 2
            } else if sql.hasPair("*", "/", at: offset) {
                depth -= 1
                offset += 2
                if depth == 0 { return }
            } else {
                offset += 1
            }
        }
        throw .unterminated
    }
}

extension SQLLexer {
    /// From quote to quote. A string goes on after white space with a line break, and keeps its kind of escapes.
    private mutating func string(_ sql: Span<UInt8>, escapes: Bool) throws(Fault) -> Token.Kind {
        offset += 1
        while let byte = sql.byte(at: offset) {
            offset += 1
            if byte == UInt8(ascii: "\\"), escapes {
                offset += 1
            } else if byte == UInt8(ascii: "'") {
                if sql.byte(at: offset) == UInt8(ascii: "'") {
                    offset += 1
                } else if let opening = continuation(sql) {
                    offset = opening + 1
                } else {
                    return .string
                }
            }
        }
        throw .unterminated
    }

    /// The quote at which an ended string goes on.
    private func continuation(_ sql: Span<UInt8>) -> Int? {
        var ahead = self
        var brokeLine = false
        while let byte = sql.byte(at: ahead.offset) {
            if byte.isSQLSpace {
                brokeLine = brokeLine || byte.isLineBreak
                ahead.offset += 1
            } else if sql.hasPair("-", "-", at: ahead.offset) {
                ahead.skipLine(sql)
            } else {
                return brokeLine && byte == UInt8(ascii: "'") ? ahead.offset : nil
            }
        }
        return nil
    }

    private mutating func quotedName(_ sql: Span<UInt8>) throws(Fault) -> Token.Kind {
        offset += 1
        while let byte = sql.byte(at: offset) {
            offset += 1
            guard byte == UInt8(ascii: "\"") else { continue }
            guard sql.byte(at: offset) == UInt8(ascii: "\"") else { return .quotedName }
            offset += 1
        }
        throw .unterminated
    }

    /// `$1`, `$tag$ … $tag$`, or a lone `$`.
    private mutating func dollar(_ sql: Span<UInt8>) throws(Fault) -> Token.Kind {
        let start = offset
        offset += 1
        if let byte = sql.byte(at: offset), byte.isSQLDigit {
            skipDigits(sql)
            return .parameter
        }
        var end = offset
        while let byte = sql.byte(at: end), byte.beginsSQLName || (end > offset && byte.isSQLDigit) { end += 1 }
        guard sql.byte(at: end) == UInt8(ascii: "$") else { return .symbol }
        let length = end + 1 - start
        offset = end + 1
        while offset + length <= sql.count {
            if sql.repeats(start, at: offset, length: length) {
                offset += length
                return .string
            }
            offset += 1
        }
        throw .unterminated
    }

    /// Digits and dots; an exponent would be read as a word, which changes nothing for those who ask here.
    private mutating func number(_ sql: Span<UInt8>) -> Token.Kind {
        while let byte = sql.byte(at: offset), byte.isSQLDigit || byte == UInt8(ascii: ".") { offset += 1 }
        return .number
    }

    private mutating func skipDigits(_ sql: Span<UInt8>) {
        while let byte = sql.byte(at: offset), byte.isSQLDigit { offset += 1 }
    }

    /// A word, or the `E` of an escape string. The other prefixes (B, X, N, U&) change nothing about where it ends.
    private mutating func word(_ sql: Span<UInt8>) throws(Fault) -> Token.Kind {
        let start = offset
        while let byte = sql.byte(at: offset), byte.continuesSQLName { offset += 1 }
        guard offset == start + 1, sql[start] | 0x20 == UInt8(ascii: "e"), sql.byte(at: offset) == UInt8(ascii: "'")
        else { return .word }
        return try string(sql, escapes: true)
    }
}
