extension String: SQLDecodable {
    /// UTF-8, checked: the database promises it, but a promise is not a proof.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) {
        do {
            self = String(copying: try UTF8Span(validating: sqlText))
        } catch {
            throw SQLDecodingError(.malformed, .text, byteCount: sqlText.count)
        }
    }
}

extension UInt8 {
    /// `bytea` in its hexadecimal form, `\x48656c6c6f`.
    public static func sqlDecode(array text: Span<UInt8>) throws(SQLDecodingError) -> [UInt8] {
        guard text.count >= 2, text.count % 2 == 0, text[0] == UInt8(ascii: "\\"), text[1] == UInt8(ascii: "x") else {
            throw SQLDecodingError(.malformed, .bytea, byteCount: text.count)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2 - 1)
        var index = 2
        while index < text.count {
            guard let high = text[index].hexadecimalValue, let low = text[index + 1].hexadecimalValue else {
                throw SQLDecodingError(.malformed, .bytea, byteCount: text.count)
            }
            bytes.append(high << 4 | low)
            index += 2
        }
        return bytes
    }

    private var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self &- 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self &- 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self &- 55
        default: nil
        }
    }
}

extension Span where Element == UInt8 {
    /// True when the whole cell is this text.
    func holds(_ literal: StaticString) -> Bool {
        guard count == literal.utf8CodeUnitCount else { return false }
        return literal.withUTF8Buffer { expected in
            for index in 0..<count where unsafe self[index] != expected[index] { return false }
            return true
        }
    }
}

extension [UInt8] {
    /// A cell's bytes, copied in one piece.
    init(copying bytes: Span<UInt8>) { self = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) } }
}
