/// A field's value does not follow its grammar.
struct BrokenField: Error {}

extension FieldScanner {
    /// One `name=value` behind a semicolon, as ranges of the field's bytes.
    struct Parameter {
        let name: Range<Int>
        /// The value; of a quoted string what stands between its quotes.
        let value: Range<Int>
        let isQuoted: Bool

        func text(_ bytes: Span<UInt8>) -> String? { isQuoted ? bytes.unescaped(value) : bytes.text(value) }
    }

    /// The next parameter (RFC 9110, 5.6.6), empty ones skipped; nil at the end.
    mutating func parameter(_ bytes: Span<UInt8>) throws(BrokenField) -> Parameter? {
        skipBlanks(bytes)
        while take(Byte.semicolon, bytes) {
            skipBlanks(bytes)
            if isAtEnd || peek(bytes) == Byte.semicolon { continue }
            return try pair(bytes)
        }
        if isAtEnd { return nil }
        throw BrokenField()
    }

    /// `name=value` without blanks around the equals sign.
    mutating func pair(_ bytes: Span<UInt8>) throws(BrokenField) -> Parameter {
        guard let name = token(bytes), take(Byte.equals, bytes) else { throw BrokenField() }
        let isQuoted = peek(bytes) == Byte.quote
        guard let value = isQuoted ? quoted(bytes) : token(bytes) else { throw BrokenField() }
        skipBlanks(bytes)
        return Parameter(name: name, value: value, isQuoted: isQuoted)
    }
}
