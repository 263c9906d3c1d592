/// Base64 (RFC 4648) without tables, so that its time tells nothing of a secret, and strict: exactly one text stands for
/// given bytes. White space, wrong padding and stray bits at the end are refused.
public struct Base64: Sendable {
    /// With `-` and `_`, without padding (section 5): tokens, JSON web keys.
    public static let url = Base64(letter62: 0x2D, letter63: 0x5F, pads: false)
    /// With `+`, `/` and padding (section 4): MIME, PEM.
    public static let standard = Base64(letter62: 0x2B, letter63: 0x2F, pads: true)
    /// With `+` and `/`, without padding: the form of stored password hashes.
    public static let unpadded = Base64(letter62: 0x2B, letter63: 0x2F, pads: false)

    private static let padding: UInt8 = 0x3D
    private let letter62: Int32
    private let letter63: Int32
    private let pads: Bool

    /// How long the text for so many bytes is.
    func textLength(_ count: Int) -> Int {
        let rest = count % 3
        return count / 3 * 4 + (rest == 0 ? 0 : pads ? 4 : rest + 1)
    }

    /// How many bytes a text of this length holds, padding left out; nil when no bytes have such a text.
    func byteCount(_ letters: Int) -> Int? { letters % 4 == 1 ? nil : letters / 4 * 3 + letters % 4 * 3 / 4 }

    /// The text of bytes that are not secret.
    public func encode(_ bytes: Span<UInt8>) -> String {
        let length = textLength(bytes.count)
        return unsafe String(unsafeUninitializedCapacity: length) { buffer in
            // The room may be larger than asked for.
            var text = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<length]).mutableSpan
            encode(bytes, into: &text)
            return length
        }
    }

    /// The text of a secret, as a secret.
    public func encode(_ secret: borrowing SecretBytes) -> SecretBytes {
        secret.withBytes { bytes in
            SecretBytes(count: textLength(bytes.count)) { encode(bytes, into: &$0) }
        }
    }

    /// The bytes of a text.
    public func decode(_ text: Span<UInt8>) throws(CryptoFault) -> [UInt8] {
        let letters = try letterCount(text)
        var bytes = [UInt8](repeating: 0, count: byteCount(letters) ?? 0)
        var span = bytes.mutableSpan
        try decode(text, letters, into: &span)
        return bytes
    }

    /// The bytes of a text.
    public func decode(_ text: String) throws(CryptoFault) -> [UInt8] { try decode(text.utf8Span.span) }

    /// The bytes of a secret text, as a secret.
    public func decodeSecret(_ text: Span<UInt8>) throws(CryptoFault) -> SecretBytes {
        let letters = try letterCount(text)
        return try SecretBytes(count: byteCount(letters) ?? 0) { bytes throws(CryptoFault) in
            try decode(text, letters, into: &bytes)
        }
    }
}

extension Base64 {
    private func encode(_ bytes: Span<UInt8>, into text: inout MutableSpan<UInt8>) {
        var (place, bits, held) = (0, UInt32(0), 0)
        for index in bytes.indices {
            bits = bits << 8 | UInt32(bytes[index])
            held += 8
            while held >= 6 {
                held -= 6
                text[place] = letter(Int32(bits >> UInt32(held) & 63))
                place += 1
            }
        }
        if held > 0 {
            text[place] = letter(Int32(bits << UInt32(6 - held) & 63))
            place += 1
        }
        while place < text.count {
            text[place] = Self.padding
            place += 1
        }
    }

    private func letterCount(_ text: Span<UInt8>) throws(CryptoFault) -> Int {
        var letters = text.count
        if pads {
            guard letters % 4 == 0 else { throw CryptoFault(.malformed, "base64 length") }
            for _ in 0..<2 where letters > 0 && text[letters - 1] == Self.padding { letters -= 1 }
        }
        guard byteCount(letters) != nil else { throw CryptoFault(.malformed, "base64 length") }
        return letters
    }

    private func decode(
        _ text: Span<UInt8>, _ letters: Int, into bytes: inout MutableSpan<UInt8>
    ) throws(CryptoFault) {
        var (place, bits, held, faults) = (0, UInt32(0), 0, Int32(0))
        for index in 0..<letters {
            let value = value(Int32(text[index]))
            faults |= value
            bits = bits << 6 | UInt32(bitPattern: value) & 63
            held += 6
            if held >= 8 {
                held -= 8
                bytes[place] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
                place += 1
            }
        }
        let stray = bits & (1 << UInt32(held) - 1)
        guard faults >= 0, stray == 0 else { throw CryptoFault(.malformed, "base64 text") }
    }

    /// Each range's offset is added by a mask instead of a branch.
    private func letter(_ value: Int32) -> UInt8 {
        var letter = value + 65
        letter += (25 - value) >> 8 & 6
        letter -= (51 - value) >> 8 & 75
        letter += (61 - value) >> 8 & (letter62 - 52 - 6)
        letter += (62 - value) >> 8 & (letter63 - letter62 - 1)
        return UInt8(truncatingIfNeeded: letter)
    }

    /// 0…63, or −1 for a letter that is not of the alphabet.
    private func value(_ letter: Int32) -> Int32 {
        var value: Int32 = -1
        value += inside(letter, 65, 90) & (letter - 64)
        value += inside(letter, 97, 122) & (letter - 70)
        value += inside(letter, 48, 57) & (letter + 5)
        value += inside(letter, letter62, letter62) & 63
        value += inside(letter, letter63, letter63) & 64
        return value
    }
}

/// All ones when the letter lies between two others, else zero; without a branch.
@inline(__always)
func inside(_ letter: Int32, _ first: Int32, _ last: Int32) -> Int32 {
    ((first - 1 - letter) & (letter - last - 1)) >> 8
}
