/// Whether bytes that come in pieces are UTF-8, told at the first byte that cannot be.
package struct TextCheck {
    /// How many bytes the letter begun still lacks, and between which the next must lie.
    private var missing = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xbf

    package init() {}

    /// True when no letter is left half.
    package var isWhole: Bool { missing == 0 }

    /// False when no later byte can make this text; then nothing more may be fed.
    package mutating func accepts(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            if missing > 0 {
                guard byte >= low, byte <= high else { return false }
                (missing, low, high) = (missing - 1, 0x80, 0xbf)
            } else if byte >= 0x80 {
                guard begin(byte) else { return false }
            }
        }
        return true
    }

    /// The second byte's bounds keep out longer forms than needed, surrogates, and what lies beyond Unicode.
    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xc2...0xdf: missing = 1
        case 0xe0: (missing, low) = (2, 0xa0)
        case 0xed: (missing, high) = (2, 0x9f)
        case 0xe1...0xef: missing = 2
        case 0xf0: (missing, low) = (3, 0x90)
        case 0xf1...0xf3: missing = 3
        case 0xf4: (missing, high) = (3, 0x8f)
        default: return false
        }
        return true
    }
}
