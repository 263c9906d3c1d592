extension JSONWriter {
    /// A text value.
    public mutating func string(_ value: String) { string(value.utf8Span.span) }

    /// A text value.
    public mutating func string(_ value: some StringProtocol) { string(Substring(value).utf8Span.span) }

    /// A text value from raw UTF-8, such as a database's text column. The bytes must be valid UTF-8.
    public mutating func string(_ utf8: Span<UInt8>) {
        unsafe utf8.withUnsafeBufferPointer { unsafe string($0) }
    }

    /// A text value from raw UTF-8, such as a database's text column. The bytes must be valid UTF-8.
    @unsafe
    public mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        unsafe appendEscaped(utf8)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Copies runs of harmless bytes whole and writes escapes between them.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while true {
            let end = unsafe JSONEscape.firstSuspect(in: text, from: start)
            if end > start { unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end])) }
            guard end < text.count else { return }
            start = unsafe end + appendSuspect(in: text, at: end)
        }
    }

    /// Writes the byte that stopped the run, escaped where it must be, and returns how many bytes it stood for.
    private mutating func appendSuspect(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = unsafe text[index]
        if byte == JSONEscape.separatorLead {
            guard let name = unsafe JSONEscape.separator(in: text, at: index) else {
                bytes.append(byte)
                return 1
            }
            appendUnicodeEscape(high: 0x20, low: name)
            return 3
        }
        appendEscape(byte)
        return 1
    }

    private mutating func appendEscape(_ byte: UInt8) {
        guard let letter = JSONEscape.letter(for: byte) else { return appendUnicodeEscape(high: 0, low: byte) }
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter)
    }

    private mutating func appendUnicodeEscape(high: UInt8, low: UInt8) {
        var text = InlineArray<6, UInt8>(repeating: UInt8(ascii: "\\"))
        text[1] = UInt8(ascii: "u")
        for (index, half) in [high >> 4, high & 0xF, low >> 4, low & 0xF].enumerated() {
            text[2 + index] = half + (half < 10 ? 48 : 87)
        }
        bytes.append(copying: text.span)
    }
}

/// Which bytes of a text cannot be copied as they stand.
enum JSONEscape {
    /// The first byte of U+2028 and U+2029, which end a line in older JavaScript (and of much harmless punctuation).
    static var separatorLead: UInt8 { 0xE2 }

    /// The index of the first byte that may need an escape, eight bytes at a time; the count when there is none.
    static func firstSuspect(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        guard let base = unsafe UnsafeRawPointer(text.baseAddress) else { return text.count }
        while index &+ 8 <= text.count {
            let found = suspects(
                in: UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < text.count, unsafe !isSuspect(text[index]) { index &+= 1 }
        return index
    }

    /// The top bit of each byte that is suspect. Borrows can mark a byte above the first hit, never one below it, and
    /// only the first hit is read.
    @inline(__always)
    private static func suspects(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let control = (word &- ones &* 0x20) & ~word
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let less = word ^ (ones &* 0x3C)
        let lead = word ^ (ones &* 0xE2)
        let equal =
            ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((less &- ones) & ~less)
            | ((lead &- ones) & ~lead)
        return (control | equal) & (ones &* 0x80)
    }

    @inline(__always)
    private static func isSuspect(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
            || byte == separatorLead
    }

    /// The last byte of the code point when U+2028 or U+2029 stands here.
    static func separator(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
        guard index + 2 < text.count, unsafe text[index + 1] == 0x80 else { return nil }
        return switch unsafe text[index + 2] {
        case 0xA8: 0x28
        case 0xA9: 0x29
        default: nil
        }
    }

    /// The letter of a short escape.
    static func letter(for byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0A: UInt8(ascii: "n")
        case 0x0C: UInt8(ascii: "f")
        case 0x0D: UInt8(ascii: "r")
        default: nil
        }
    }
}
