/// Walks PostgreSQL's array literal: `{1,NULL,"a \"b\"",c}`, perhaps after bounds, `[0:2]={…}`.
struct ArrayLiteral {
    enum Fault: Error {
        case malformed
        case nested
    }

    enum Element {
        /// Stands in the literal as it is.
        case plain(Range<Int>)
        /// Had escapes, and waits in `unescaped`.
        case unescaped
        case null
    }

    /// The last element that had escapes.
    private(set) var unescaped: [UInt8] = []
    private var index = 0
    private var isFirst = true

    /// Steps over the bounds and the opening brace.
    mutating func open(_ text: Span<UInt8>) throws(Fault) {
        if text.byte(at: 0) == UInt8(ascii: "[") { try skipBounds(text) }
        guard text.byte(at: index) == UInt8(ascii: "{") else { throw .malformed }
        index += 1
    }

    /// The next element; nil after the closing brace, which must end the text.
    mutating func next(in text: Span<UInt8>) throws(Fault) -> Element? {
        if text.byte(at: index) == UInt8(ascii: "}") {
            guard index + 1 == text.count else { throw .malformed }
            return nil
        }
        if !isFirst {
            guard text.byte(at: index) == UInt8(ascii: ",") else { throw .malformed }
            index += 1
        }
        isFirst = false
        switch text.byte(at: index) {
        case UInt8(ascii: "{"): throw .nested
        case UInt8(ascii: "\""): return try quoted(text)
        default: return try plain(text)
        }
    }

    /// `[1:3]=`: one dimension, with a sign allowed. A second dimension means a nested array.
    private mutating func skipBounds(_ text: Span<UInt8>) throws(Fault) {
        while let byte = text.byte(at: index), byte != UInt8(ascii: "=") {
            let isBound = (48...58).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            guard isBound || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") else { throw .malformed }
            if byte == UInt8(ascii: "["), index > 0 { throw .nested }
            index += 1
        }
        guard index > 1, text.byte(at: index - 1) == UInt8(ascii: "]") else { throw .malformed }
        index += 1
    }

    /// Up to a comma or the brace. `NULL` without quotes is no value.
    private mutating func plain(_ text: Span<UInt8>) throws(Fault) -> Element {
        let start = index
        while let byte = text.byte(at: index), byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "\\"): throw .malformed
            default: index += 1
            }
        }
        guard index > start, index < text.count else { throw .malformed }
        return text.isNull(at: start..<index) ? .null : .plain(start..<index)
    }

    /// Between quotes; only a text with escapes is copied.
    private mutating func quoted(_ text: Span<UInt8>) throws(Fault) -> Element {
        index += 1
        let start = index
        while let byte = text.byte(at: index), byte != UInt8(ascii: "\\") {
            if byte == UInt8(ascii: "\"") {
                index += 1
                return .plain(start..<(index - 1))
            }
            index += 1
        }
        unescaped.removeAll(keepingCapacity: true)
        for copied in start..<index { unescaped.append(text[copied]) }
        return try escaped(text)
    }

    private mutating func escaped(_ text: Span<UInt8>) throws(Fault) -> Element {
        while let byte = text.byte(at: index) {
            index += 1
            if byte == UInt8(ascii: "\"") { return .unescaped }
            guard byte == UInt8(ascii: "\\") else {
                unescaped.append(byte)
                continue
            }
            guard let literal = text.byte(at: index) else { break }
            unescaped.append(literal)
            index += 1
        }
        throw .malformed
    }
}

extension Span where Element == UInt8 {
    /// The byte there; nil past the end.
    @inline(__always)
    func byte(at index: Int) -> UInt8? { index < count ? self[index] : nil }

    fileprivate func isNull(at range: Range<Int>) -> Bool {
        guard range.count == 4 else { return false }
        let start = range.lowerBound
        return self[start] | 0x20 == UInt8(ascii: "n") && self[start + 1] | 0x20 == UInt8(ascii: "u")
            && self[start + 2] | 0x20 == UInt8(ascii: "l") && self[start + 3] | 0x20 == UInt8(ascii: "l")
    }
}
