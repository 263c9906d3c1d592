extension IPAddress {
    /// Four decimal numbers, no leading zeros: the one spelling all readers agree on.
    static func quad(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
        guard (7...15).contains(range.count) else { return nil }
        var value: UInt32 = 0
        var start = range.lowerBound
        for part in 0..<4 {
            let rest = start..<range.upperBound
            let end = part == 3 ? range.upperBound : bytes.firstIndex(of: Byte.dot, in: rest) ?? start
            guard let number = bytes.decimal(start..<end, upTo: 255) else { return nil }
            value = value << 8 | UInt32(number)
            start = min(end + 1, range.upperBound)
        }
        return value
    }

    init?(v6 bytes: Span<UInt8>, _ range: Range<Int>) {
        guard (2...45).contains(range.count) else { return nil }
        var groups = Groups()
        guard groups.read(bytes, range) else { return nil }
        self = .v6(high: UInt64(truncatingIfNeeded: groups.value >> 64), low: UInt64(truncatingIfNeeded: groups.value))
    }

    /// The groups of an IPv6 address as they are read.
    private struct Groups {
        var value: UInt128 = 0
        var count = 0
        /// How many groups stand before `::`.
        var gap: Int?

        mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
            var index = range.lowerBound
            if bytes[index] == Byte.colon {
                guard bytes[index + 1] == Byte.colon else { return false }
                gap = 0
                index += 2
            }
            while index < range.upperBound {
                guard readGroup(bytes, &index, range.upperBound) else { return false }
            }
            return close()
        }

        /// One group and the colon or colons behind it, or a dotted IPv4 tail.
        private mutating func readGroup(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Bool {
            let start = index
            var value: UInt64 = 0
            while index < end, let digit = bytes[index].hexDigit {
                value = value << 4 | UInt64(digit)
                index += 1
                if index - start > 4 { return false }
            }
            if index < end, bytes[index] == Byte.dot {
                guard count <= 6, let quad = IPAddress.quad(bytes, start..<end) else { return false }
                push(UInt64(quad >> 16))
                push(UInt64(quad & 0xFFFF))
                index = end
                return true
            }
            guard index > start, count < 8 else { return false }
            push(value)
            return index == end || readColons(bytes, &index, end)
        }

        private mutating func readColons(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Bool {
            guard bytes[index] == Byte.colon, index + 1 < end else { return false }
            index += 1
            guard bytes[index] == Byte.colon else { return true }
            index += 1
            if gap != nil { return false }
            gap = count
            return true
        }

        private mutating func push(_ group: UInt64) {
            value = value << 16 | UInt128(group)
            count += 1
        }

        /// Opens the gap: what was read before it moves up, zeros take its place.
        private mutating func close() -> Bool {
            guard let gap else { return count == 8 }
            guard count < 8 else { return false }
            // Swift's `<<` gives zero when it shifts by the full width, so no gap needs a special case.
            let tail = ~(UInt128.max << UInt128((count - gap) * 16))
            value = (value & ~tail) << UInt128((8 - count) * 16) | value & tail
            return true
        }
    }
}
