/// A quick 64-bit hash of content that comes in pieces, wherever they are cut. It tells changes apart; it proves nothing.
package struct ContentHash {
    /// The hash of content that is there as a whole, most significant byte first.
    package static func digest(of content: Span<UInt8>) -> [UInt8] {
        var hash = ContentHash()
        hash.add(content)
        return hash.digest
    }

    private var state: UInt64 = 0xCBF2_9CE4_8422_2325
    private var word: UInt64 = 0
    private var filled = 0
    private var length: UInt64 = 0

    mutating func add(_ bytes: Span<UInt8>) {
        length &+= UInt64(bytes.count)
        for index in bytes.indices {
            word |= UInt64(bytes[index]) << (8 * UInt64(filled))
            filled += 1
            if filled == 8 { mix() }
        }
    }

    /// The hash of all that was added.
    private var value: UInt64 {
        var last = self
        last.mix()
        last.word = length
        last.mix()
        return last.state
    }

    /// The hash as eight bytes, the most significant first.
    var digest: [UInt8] {
        let value = value
        return (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * UInt64($0))) }
    }

    /// The finisher of MurmurHash3 between the words: each bit of one reaches every bit of the state.
    private mutating func mix() {
        var mixed = state ^ word
        mixed ^= mixed >> 33
        mixed &*= 0xFF51_AFD7_ED55_8CCD
        mixed ^= mixed >> 33
        mixed &*= 0xC4CE_B9FE_1A85_EC53
        mixed ^= mixed >> 33
        (state, word, filled) = (mixed, 0, 0)
    }
}
