extension UUIDv7: CustomStringConvertible {
    /// Reads the 36-character form in either case, and no other form.
    public init?(_ text: Span<UInt8>) {
        guard text.count == 36, text[8] == Self.dash, text[13] == Self.dash, text[18] == Self.dash,
            text[23] == Self.dash
        else { return nil }
        guard let first = text.hexadecimal(at: 0, count: 8), let second = text.hexadecimal(at: 9, count: 4),
            let third = text.hexadecimal(at: 14, count: 4), let fourth = text.hexadecimal(at: 19, count: 4),
            let fifth = text.hexadecimal(at: 24, count: 12)
        else { return nil }
        self.init(high: first << 32 | second << 16 | third, low: fourth << 48 | fifth)
    }

    /// Reads the 36-character form in either case, and no other form.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 36 else { return nil }
        self.init(Substring(text).utf8Span.span)
    }

    /// Appends the 36-character form in lower case.
    public func write(into bytes: inout [UInt8]) {
        bytes.append(copying: text.span)
    }

    /// The 36-character form in lower case.
    public var description: String {
        let text = text
        return unsafe String(copying: UTF8Span(unchecked: text.span))
    }

    /// The 36 characters on the stack.
    var text: InlineArray<36, UInt8> {
        var text = InlineArray<36, UInt8>(repeating: Self.dash)
        Self.putHexadecimal(high, from: 64, digits: 8, into: &text, at: 0)
        Self.putHexadecimal(high, from: 32, digits: 4, into: &text, at: 9)
        Self.putHexadecimal(high, from: 16, digits: 4, into: &text, at: 14)
        Self.putHexadecimal(low, from: 64, digits: 4, into: &text, at: 19)
        Self.putHexadecimal(low, from: 48, digits: 12, into: &text, at: 24)
        return text
    }

    @inline(__always)
    private static func putHexadecimal(
        _ value: UInt64, from top: UInt64, digits: Int, into text: inout InlineArray<36, UInt8>, at start: Int
    ) {
        for index in 0..<digits {
            let digit = UInt8(truncatingIfNeeded: value >> (top &- 4 &- 4 &* UInt64(index))) & 0xF
            text[start &+ index] = digit &+ (digit < 10 ? 48 : 87)
        }
    }

    private static var dash: UInt8 { UInt8(ascii: "-") }
}

extension UUIDv7: Codable {
    /// Reads the 36-character form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = UUIDv7(try container.decode(String.self)) else {
            throw FieldFault(.format, "An id of 36 characters is needed.")
        }
        self = id
    }

    /// Writes the 36-character form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Span where Element == UInt8 {
    /// Hexadecimal digits in either case; nil when one is not.
    fileprivate func hexadecimal(at start: Int, count digits: Int) -> UInt64? {
        var value: UInt64 = 0
        for index in start..<(start + digits) {
            guard let digit = self[index].hexadecimalValue else { return nil }
            value = value << 4 | UInt64(digit)
        }
        return value
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit in either case.
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self &- 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self &- 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self &- 55
        default: nil
        }
    }
}
