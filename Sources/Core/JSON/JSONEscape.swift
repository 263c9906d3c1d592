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
        // The rest, together with bytes before it that are known to be harmless.
        let last = text.count &- 8
        if index < text.count, last >= start {
            let found = suspects(
                in: UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: last, as: UInt64.self)))
            return found != 0 ? last &+ found.trailingZeroBitCount / 8 : text.count
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
