/// Why a file of the tz database cannot be read.
public struct ZoneFault: Error, Sendable, CustomStringConvertible {
    /// In short.
    public let description: String
}

extension ZoneRules {
    /// The rules out of a compiled file of version 2 or later. Never traps, whatever the bytes are.
    public init(file: [UInt8]) throws(ZoneFault) {
        var reader = ZoneReader(bytes: file)
        // The first block is there for programs that know no more than 32 bits.
        let old = try reader.head()
        guard old.version >= UInt8(ascii: "2") else { throw ZoneFault(description: "of an old version") }
        try reader.skip(old.size(timeWidth: 4))
        let head = try reader.head()
        let changes = try reader.take(head.changes) { reader throws(ZoneFault) in try reader.number(8) }
        let kinds = try reader.take(head.changes) { reader throws(ZoneFault) in Int(try reader.number(1) & 0xFF) }
        let types = try reader.take(head.types) { reader throws(ZoneFault) in
            let offset = try reader.number(4)
            try reader.skip(2)
            return offset
        }
        guard let first = types.first, types.allSatisfy({ abs($0) < 90_000 }), kinds.allSatisfy({ $0 < types.count }),
            zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw ZoneFault(description: "not in order") }
        try reader.skip(head.size(timeWidth: 8) - head.changes * 9 - head.types * 6)
        let last = kinds.last.map { Int32(types[$0]) } ?? Int32(first)
        self.init(
            changes: changes, offsets: kinds.map { Int32(types[$0]) }, first: Int32(first),
            tail: ZoneFooter.tail(reader.rest) ?? .fixed(last))
    }
}

/// The counts at the head of a block.
private struct ZoneHead {
    let version: UInt8
    let utcMarks, standardMarks, leaps, changes, types, letters: Int

    func size(timeWidth: Int) -> Int {
        changes * (timeWidth + 1) + types * 6 + letters + leaps * (timeWidth + 4) + standardMarks + utcMarks
    }
}

private struct ZoneReader {
    let bytes: [UInt8]
    var place = 0

    var rest: ArraySlice<UInt8> { bytes[place...] }

    mutating func head() throws(ZoneFault) -> ZoneHead {
        guard bytes.count - place >= 44, bytes[place..<place + 4].elementsEqual("TZif".utf8) else {
            throw ZoneFault(description: "not a file of the tz database")
        }
        let version = bytes[place + 4]
        place += 20
        let counts = try take(6) { reader throws(ZoneFault) in Int(try reader.number(4)) }
        // More than any zone has by far; what is multiplied below stays small.
        guard counts.allSatisfy({ (0...100_000).contains($0) }) else { throw ZoneFault(description: "too large") }
        return ZoneHead(
            version: version, utcMarks: counts[0], standardMarks: counts[1], leaps: counts[2], changes: counts[3],
            types: counts[4], letters: counts[5])
    }

    mutating func take<Value>(
        _ count: Int, _ read: (inout ZoneReader) throws(ZoneFault) -> Value
    ) throws(ZoneFault) -> [Value] {
        var values: [Value] = []
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    /// A signed number in network order.
    mutating func number(_ width: Int) throws(ZoneFault) -> Int64 {
        guard bytes.count - place >= width else { throw ZoneFault(description: "cut short") }
        var value: UInt64 = bytes[place] & 0x80 == 0 ? 0 : .max
        for byte in bytes[place..<place + width] { value = value << 8 | UInt64(byte) }
        place += width
        return Int64(truncatingIfNeeded: value)
    }

    mutating func skip(_ count: Int) throws(ZoneFault) {
        guard count >= 0, bytes.count - place >= count else { throw ZoneFault(description: "cut short") }
        place += count
    }
}
