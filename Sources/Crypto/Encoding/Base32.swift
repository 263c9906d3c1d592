/// Base32 (RFC 4648, section 6) without padding, as authenticator apps take it. Small letters and spaces are refused, as
/// are stray bits at the end.
public enum Base32 {
    /// The text of a secret, as a secret.
    public static func encode(_ secret: borrowing SecretBytes) -> SecretBytes {
        secret.withBytes { bytes in
            SecretBytes(count: (bytes.count * 8 + 4) / 5) { encode(bytes, into: &$0) }
        }
    }

    /// The bytes of a secret text, as a secret.
    public static func decodeSecret(_ text: Span<UInt8>) throws(CryptoFault) -> SecretBytes {
        let count = text.count * 5 / 8
        // The shortest text for so many bytes is the only one.
        guard (count * 8 + 4) / 5 == text.count else { throw CryptoFault(.malformed, "base32 length") }
        return try SecretBytes(count: count) { bytes throws(CryptoFault) in try decode(text, into: &bytes) }
    }

    private static func encode(_ bytes: Span<UInt8>, into text: inout MutableSpan<UInt8>) {
        var (place, bits, held) = (0, UInt32(0), 0)
        for index in bytes.indices {
            bits = bits << 8 | UInt32(bytes[index])
            held += 8
            while held >= 5 {
                held -= 5
                text[place] = letter(Int32(bits >> UInt32(held) & 31))
                place += 1
            }
        }
        if held > 0 { text[place] = letter(Int32(bits << UInt32(5 - held) & 31)) }
    }

    private static func decode(_ text: Span<UInt8>, into bytes: inout MutableSpan<UInt8>) throws(CryptoFault) {
        var (place, bits, held, faults) = (0, UInt32(0), 0, Int32(0))
        for index in text.indices {
            let value = value(Int32(text[index]))
            faults |= value
            bits = bits << 5 | UInt32(bitPattern: value) & 31
            held += 5
            if held >= 8 {
                held -= 8
                bytes[place] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
                place += 1
            }
        }
        let stray = bits & (1 << UInt32(held) - 1)
        guard faults >= 0, stray == 0 else { throw CryptoFault(.malformed, "base32 text") }
    }

    private static func letter(_ value: Int32) -> UInt8 {
        UInt8(truncatingIfNeeded: value + 65 - ((25 - value) >> 8 & 41))
    }

    /// 0…31, or −1 for a letter that is not of the alphabet.
    private static func value(_ letter: Int32) -> Int32 {
        var value: Int32 = -1
        value += inside(letter, 65, 90) & (letter - 64)
        value += inside(letter, 50, 55) & (letter - 23)
        return value
    }
}
