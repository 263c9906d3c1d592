/// SipHash-2-4 over whole words. Swift's own hasher has a key that no other process knows.
struct KeyedHash: Sendable {
    private let first: UInt64
    private let second: UInt64

    /// With a key of 16 bytes or more; what is missing counts as zeros.
    init(_ key: [UInt8]) {
        func word(_ start: Int) -> UInt64 {
            key.dropFirst(start).prefix(8).enumerated().reduce(0) { $0 | UInt64($1.element) << (8 * UInt64($1.offset)) }
        }
        (first, second) = (word(0), word(8))
    }

    func begin() -> Run { Run(first, second) }

    /// A hash under way.
    struct Run {
        private var a: UInt64
        private var b: UInt64
        private var c: UInt64
        private var d: UInt64
        private var words: UInt64 = 0

        fileprivate init(_ first: UInt64, _ second: UInt64) {
            (a, b) = (first ^ 0x736F_6D65_7073_6575, second ^ 0x646F_7261_6E64_6F6D)
            (c, d) = (first ^ 0x6C79_6765_6E65_7261, second ^ 0x7465_6462_7974_6573)
        }

        mutating func take(_ word: UInt64) {
            words &+= 1
            d ^= word
            mix()
            mix()
            a ^= word
        }

        consuming func finish() -> UInt64 {
            // The last word says how many bytes there were, as for bytes that fill no word.
            take((words &* 8) << 56)
            c ^= 0xFF
            for _ in 0..<4 { mix() }
            return a ^ b ^ c ^ d
        }

        private mutating func mix() {
            a &+= b
            b = (b << 13 | b >> 51) ^ a
            a = a << 32 | a >> 32
            c &+= d
            d = (d << 16 | d >> 48) ^ c
            a &+= d
            d = (d << 21 | d >> 43) ^ a
            c &+= b
            b = (b << 17 | b >> 47) ^ c
            c = c << 32 | c >> 32
        }
    }
}
