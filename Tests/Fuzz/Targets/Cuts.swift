/// Ways to cut an input into the pieces in which a network might bring it. Drawn from the input itself, so that a
/// crashing input crashes again.
struct Cuts {
    private var state: UInt64

    /// A source of numbers that any input seeds differently.
    init(seed bytes: [UInt8]) {
        state = 0xCBF2_9CE4_8422_2325
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// A number below `bound`.
    mutating func draw(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: (state >> 33) % UInt64(max(bound, 1)))
    }

    /// The whole, every byte alone, and three ways in between.
    static func all(of input: [UInt8]) -> [[Range<Int>]] {
        var cuts = Cuts(seed: input)
        return [[0..<input.count], input.indices.map { $0..<$0 + 1 }]
            + [3, 17, 80].map { cuts.pieces(of: input.count, upTo: $0) }
    }

    private mutating func pieces(of count: Int, upTo longest: Int) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while start < count {
            let end = min(start + 1 + draw(below: longest), count)
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }
}

extension [UInt8] {
    /// The bytes as text, what is no UTF-8 replaced.
    var repaired: String { String(decoding: self, as: UTF8.self) }

    /// Where `needle` first stands from an offset on, looked for in the plainest way.
    func first(_ needle: [UInt8], from start: Int) -> Int? {
        guard !needle.isEmpty, start >= 0, count >= needle.count, start <= count - needle.count else { return nil }
        return (start...(count - needle.count)).first { index in
            self[index] == needle[0] && self[index..<index + needle.count].elementsEqual(needle)
        }
    }

    /// True from an offset on.
    func has(_ needle: String, at start: Int) -> Bool {
        start >= 0 && start <= count && self[start...].starts(with: needle.utf8)
    }
}

extension Collection<UInt8> {
    /// Letters and digits of ASCII and the marks of a token (RFC 9110, 5.6.2), at least one.
    var isToken: Bool {
        !isEmpty
            && allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    /// ASCII capitals made small.
    var lowered: [UInt8] { map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 } }

    /// Without spaces and tabs around.
    var stripped: [UInt8] {
        let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let tail = Array(drop(while: blank))
        return Array(tail[..<(tail.lastIndex { !blank($0) }.map { $0 + 1 } ?? 0)])
    }
}
