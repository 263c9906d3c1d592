extension JSONParser {
    /// A string, from its opening to its closing quote.
    mutating func string(_ text: Span<UInt8>) throws(JSONFault) -> String {
        index += 1
        let start = index
        guard try run(text) == UInt8(ascii: "\\") else {
            defer { index += 1 }
            return String(validUTF8: text.extracting(start..<index))
        }
        scratch.removeAll(keepingCapacity: true)
        scratch.append(copying: text.extracting(start..<index))
        try unescape(text)
        return String(validUTF8: scratch.span)
    }

    /// Passes bytes that stand for themselves, up to a quote or a backslash.
    private mutating func run(_ text: Span<UInt8>) throws(JSONFault) -> UInt8 {
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return byte }
            guard byte >= 0x20 else { throw JSONFault(.controlCharacter, offset: index) }
            index += 1
        }
        throw JSONFault(.unexpectedEnd, offset: index)
    }

    /// The rest of a string, from its first escape to its closing quote.
    private mutating func unescape(_ text: Span<UInt8>) throws(JSONFault) {
        while text[index] == UInt8(ascii: "\\") {
            try escape(text)
            let start = index
            _ = try run(text)
            scratch.append(copying: text.extracting(start..<index))
        }
        index += 1
    }

    private mutating func escape(_ text: Span<UInt8>) throws(JSONFault) {
        guard index + 1 < text.count else { throw JSONFault(.unexpectedEnd, offset: text.count) }
        if text[index + 1] == UInt8(ascii: "u") {
            scratch.append(contentsOf: UTF8.encode(try scalar(text)) ?? UTF8.encodedReplacementCharacter)
            return
        }
        guard let byte = Self.meaning(of: text[index + 1]) else { throw JSONFault(.badEscape, offset: index) }
        scratch.append(byte)
        index += 2
    }

    /// `\uXXXX`, or two of them for a character beyond the first plane.
    private mutating func scalar(_ text: Span<UInt8>) throws(JSONFault) -> Unicode.Scalar {
        let (start, unit) = (index, try codeUnit(text))
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, text.holds("\\u", at: index) else { throw JSONFault(.loneSurrogate, offset: start) }
        let second = try codeUnit(text)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONFault(.loneSurrogate, offset: start) }
        return scalar
    }

    /// The four digits after `\u`.
    private mutating func codeUnit(_ text: Span<UInt8>) throws(JSONFault) -> UInt32 {
        guard index + 6 <= text.count else { throw JSONFault(.badEscape, offset: index) }
        var unit: UInt32 = 0
        for place in (index + 2)..<(index + 6) {
            guard let digit = text[place].hexadecimalValue else { throw JSONFault(.badEscape, offset: index) }
            unit = unit << 4 | UInt32(digit)
        }
        index += 6
        return unit
    }

    private static func meaning(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }
}

extension String {
    /// Bytes already known to be UTF-8, copied without a second check.
    init(validUTF8 bytes: Span<UInt8>) { self = unsafe String(copying: UTF8Span(unchecked: bytes)) }
}
