/// Fixed-width text built on the stack and read in place: the small change of dates, ids and numbers.
extension InlineArray where Element == UInt8 {
    /// Two decimal digits.
    @inline(__always)
    mutating func put2(_ value: Int, at index: Int) {
        self[index] = UInt8(truncatingIfNeeded: 48 &+ value / 10)
        self[index &+ 1] = UInt8(truncatingIfNeeded: 48 &+ value % 10)
    }

    /// Four decimal digits.
    @inline(__always)
    mutating func put4(_ value: Int, at index: Int) {
        put2(value / 100, at: index)
        put2(value % 100, at: index &+ 2)
    }

    /// A three-letter name, packed as `0x00636261` for "abc".
    @inline(__always)
    mutating func put3(_ name: UInt32, at index: Int) {
        self[index] = UInt8(truncatingIfNeeded: name)
        self[index &+ 1] = UInt8(truncatingIfNeeded: name >> 8)
        self[index &+ 2] = UInt8(truncatingIfNeeded: name >> 16)
    }
}

extension [UInt8] {
    /// Bytes copied in one piece.
    @inline(__always)
    mutating func append(copying bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Writes a byte, for which there must be room, and goes on to the next.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        unsafe pointee = byte
        unsafe self += 1
    }

    /// Writes bytes, for which there must be room, and goes on to the next.
    @inline(__always)
    mutating func put(_ source: UnsafePointer<UInt8>, _ count: Int) {
        unsafe update(from: source, count: count)
        unsafe self += count
    }
}

extension Span where Element == UInt8 {
    /// A run of decimal digits as a number; nil when it is cut short or holds anything else.
    func decimal(at start: Int, count digits: Int) -> Int? {
        guard start >= 0, digits <= 18, start + digits <= count else { return nil }
        var value = 0
        for index in start..<(start + digits) {
            let digit = self[index] &- 48
            guard digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    /// True when exactly these bytes stand here.
    func holds(_ literal: StaticString, at start: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard start >= 0, start + length <= count else { return false }
        return literal.withUTF8Buffer { expected in
            for index in 0..<length where unsafe self[start + index] != expected[index] { return false }
            return true
        }
    }

    /// Three bytes packed as `put3` writes them; nil when they are cut short.
    func packed3(at start: Int) -> UInt32? {
        guard start >= 0, start + 3 <= count else { return nil }
        return UInt32(self[start]) | UInt32(self[start + 1]) << 8 | UInt32(self[start + 2]) << 16
    }
}
