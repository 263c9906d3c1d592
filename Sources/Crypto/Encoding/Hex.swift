/// Hexadecimal text without tables, so that its time tells nothing of a secret. Written in small letters, read in both.
public enum Hex {
    /// The text of bytes that are not secret.
    public static func encode(_ bytes: Span<UInt8>) -> String {
        unsafe String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
            for index in bytes.indices {
                unsafe buffer[index * 2] = digit(Int32(bytes[index] >> 4))
                unsafe buffer[index * 2 + 1] = digit(Int32(bytes[index] & 15))
            }
            return bytes.count * 2
        }
    }

    /// The bytes of a text; nothing but pairs of digits.
    public static func decode(_ text: Span<UInt8>) throws(CryptoFault) -> [UInt8] {
        guard text.count % 2 == 0 else { throw CryptoFault(.malformed, "odd hexadecimal length") }
        var bytes = [UInt8](repeating: 0, count: text.count / 2)
        var span = bytes.mutableSpan
        try decode(text, into: &span)
        return bytes
    }

    /// The bytes of a text; nothing but pairs of digits.
    public static func decode(_ text: String) throws(CryptoFault) -> [UInt8] { try decode(text.utf8Span.span) }

    /// The bytes of a secret text, as a secret.
    public static func decodeSecret(_ text: Span<UInt8>) throws(CryptoFault) -> SecretBytes {
        guard text.count % 2 == 0 else { throw CryptoFault(.malformed, "odd hexadecimal length") }
        return try SecretBytes(count: text.count / 2) { bytes throws(CryptoFault) in try decode(text, into: &bytes) }
    }

    private static func decode(_ text: Span<UInt8>, into bytes: inout MutableSpan<UInt8>) throws(CryptoFault) {
        var faults: Int32 = 0
        for index in bytes.indices {
            let high = value(Int32(text[index * 2]))
            let low = value(Int32(text[index * 2 + 1]))
            faults |= high | low
            bytes[index] = UInt8(truncatingIfNeeded: high << 4 | low)
        }
        guard faults >= 0 else { throw CryptoFault(.malformed, "hexadecimal text") }
    }

    private static func digit(_ value: Int32) -> UInt8 {
        UInt8(truncatingIfNeeded: value + 48 + ((9 - value) >> 8 & 39))
    }

    /// 0…15, or −1 for what is no digit.
    private static func value(_ letter: Int32) -> Int32 {
        var value: Int32 = -1
        value += inside(letter, 48, 57) & (letter - 47)
        value += inside(letter, 65, 70) & (letter - 54)
        value += inside(letter, 97, 102) & (letter - 86)
        return value
    }
}
