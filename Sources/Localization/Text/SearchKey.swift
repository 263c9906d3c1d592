import CICU

/// What a text is found by: letters without case, dots and marks. ISPARTA, Isparta, ısparta and isparta are one; so are
/// Şişli and sisli, İzmir and IZMIR. It is the same in both languages, so it can be stored beside a name and compared
/// with what anybody types; what is shown stays as it was written.
public enum SearchKey {
    /// The key of a text; spaces at the ends go and runs of them become one.
    public static func of(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var isAfterSpace = true
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !isAfterSpace { out.append(0x20) }
                isAfterSpace = true
                continue
            }
            let before = out.count
            append(scalar, to: &out)
            if out.count > before { isAfterSpace = false }
        }
        if out.last == 0x20 { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        switch scalar.value {
        case 0x41...0x5A: out.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
        case 0..<0x80: out.append(UInt8(truncatingIfNeeded: scalar.value))
        case 0xE7, 0xC7: out.append(UInt8(ascii: "c"))
        case 0x11E, 0x11F: out.append(UInt8(ascii: "g"))
        case 0x130, 0x131: out.append(UInt8(ascii: "i"))
        case 0xD6, 0xF6: out.append(UInt8(ascii: "o"))
        case 0x15E, 0x15F: out.append(UInt8(ascii: "s"))
        case 0xDC, 0xFC: out.append(UInt8(ascii: "u"))
        default: appendRare(scalar, to: &out)
        }
    }

    /// Letters that have no plain one inside them, and the rest by ICU.
    private static func appendRare(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        switch scalar {
        case "ß", "ẞ": out.append(contentsOf: "ss".utf8)
        case "æ", "Æ": out.append(contentsOf: "ae".utf8)
        case "œ", "Œ": out.append(contentsOf: "oe".utf8)
        case "ø", "Ø": out.append(UInt8(ascii: "o"))
        case "đ", "Đ", "ð", "Ð": out.append(UInt8(ascii: "d"))
        case "ł", "Ł": out.append(UInt8(ascii: "l"))
        case "þ", "Þ": out.append(contentsOf: "th".utf8)
        case "ħ", "Ħ": out.append(UInt8(ascii: "h"))
        default: appendBare(scalar, to: &out)
        }
    }

    private static func appendBare(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        var parts = [Int32](repeating: 0, count: 64)
        let count = unsafe konak_icu_bare(Int32(bitPattern: scalar.value), &parts, 64)
        guard count >= 0 else { return out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
        for part in parts.prefix(Int(count)) {
            guard let part = Unicode.Scalar(UInt32(bitPattern: part)) else { continue }
            out.append(contentsOf: UTF8.encode(part) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
