/// A position in a field's value. It holds no bytes itself, so the same bytes must be handed to each call.
struct FieldScanner {
    private(set) var position: Int
    let end: Int

    init(_ range: Range<Int>) { (position, end) = (range.lowerBound, range.upperBound) }

    var isAtEnd: Bool { position >= end }

    func peek(_ bytes: Span<UInt8>) -> UInt8? { position < end ? bytes[position] : nil }

    mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while position < end, bytes[position].isBlank { position += 1 }
    }

    /// Steps over `byte` if it is next.
    mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard peek(bytes) == byte else { return false }
        position += 1
        return true
    }

    /// A token (RFC 9110, 5.6.2): nil when there is none.
    mutating func token(_ bytes: Span<UInt8>) -> Range<Int>? {
        let start = position
        while position < end, bytes[position].isTokenByte { position += 1 }
        return start == position ? nil : start..<position
    }

    /// What stands between the quotes of a quoted-string (RFC 9110, 5.6.4), escapes still in it. Nil when it is broken.
    mutating func quoted(_ bytes: Span<UInt8>) -> Range<Int>? {
        guard take(Byte.quote, bytes) else { return nil }
        let start = position
        while position < end {
            let byte = bytes[position]
            if byte == Byte.quote {
                defer { position += 1 }
                return start..<position
            }
            position += 1
            let content = byte == Byte.backslash ? peek(bytes) ?? 0 : byte
            if content.isControl, content != Byte.tab { return nil }
            if byte == Byte.backslash { position += 1 }
        }
        return nil
    }

    /// The next element of a comma-separated list, blanks trimmed and quoted commas respected; nil at the end.
    mutating func element(_ bytes: Span<UInt8>) -> Range<Int>? {
        guard position < end else { return nil }
        let start = position
        while let byte = peek(bytes), byte != Byte.comma {
            if byte == Byte.quote { _ = quoted(bytes) } else { position += 1 }
        }
        let element = bytes.trimmed(start..<min(position, end))
        position += 1
        return element
    }
}

extension Span<UInt8> {
    /// The text of a quoted-string's inside, its escapes resolved.
    func unescaped(_ range: Range<Int>) -> String? {
        guard contains(Byte.backslash, in: range) else { return text(range) }
        var plain: [UInt8] = []
        plain.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            if self[index] == Byte.backslash, index + 1 < range.upperBound { index += 1 }
            plain.append(self[index])
            index += 1
        }
        return plain.span.text(plain.span.all)
    }
}
