/// Reads the replies of a Redis server out of bytes, however they are cut: RESP2 and RESP3. A reply is either whole or
/// not there yet; nothing is kept of half a reply but its bytes.
public struct RESPReader: Sendable {
    /// The largest reply, far above any that a command of ours has.
    public static let mostBytes = 64 * 1024
    /// The most values in one reply.
    public static let mostValues = 4_096
    /// How deep lists may lie in lists.
    public static let mostDepth = 8

    private var bytes: [UInt8] = []
    private var start = 0

    /// A reader that has read nothing.
    public init() {}

    /// How many bytes wait for the rest of their reply.
    public var waiting: Int { bytes.count - start }

    /// Takes what came.
    public mutating func feed(_ more: some Collection<UInt8>) {
        if start > 0 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole reply; nil while there is none.
    public mutating func next() throws(RedisFault) -> RedisValue? {
        var cursor = Cursor(bytes: bytes, index: start, end: bytes.count, left: Self.mostValues)
        guard let value = try cursor.value(depth: 0) else {
            guard waiting <= Self.mostBytes else { throw RedisFault(.tooLarge, "\(waiting) bytes and no end") }
            return nil
        }
        guard cursor.index - start <= Self.mostBytes else {
            throw RedisFault(.tooLarge, "\(cursor.index - start) bytes")
        }
        start = cursor.index
        return value
    }
}

/// A place in the bytes of a reply. Every step gives nil where the bytes end too early.
private struct Cursor {
    let bytes: [UInt8]
    var index: Int
    let end: Int
    /// How many values the reply may still have.
    var left: Int

    mutating func value(depth: Int) throws(RedisFault) -> RedisValue? {
        guard depth <= RESPReader.mostDepth else { throw RedisFault(.tooLarge, "lists too deep") }
        guard left > 0 else { throw RedisFault(.tooLarge, "too many values") }
        left -= 1
        guard let line = try line(), let kind = line.first else { return nil }
        let rest = line.dropFirst()
        switch kind {
        case UInt8(ascii: "+"), UInt8(ascii: "("): return .text(Array(rest))
        case UInt8(ascii: "-"): return .error(String(decoding: rest, as: UTF8.self))
        case UInt8(ascii: ":"): return .integer(try Self.integer(rest))
        case UInt8(ascii: ","): return .number(try Self.number(rest))
        case UInt8(ascii: "#"): return .truth(try Self.truth(rest))
        case UInt8(ascii: "_"):
            guard rest.isEmpty else { throw RedisFault(.malformed, "a null with content") }
            return .null
        case UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "!"): return try bulk(kind, try Self.count(rest))
        case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: ">"):
            return try list(kind, try Self.count(rest), depth)
        case UInt8(ascii: "|"):
            // What it says about the reply is nothing that we asked for; the reply follows.
            guard try list(UInt8(ascii: "%"), try Self.count(rest), depth) != nil else { return nil }
            return try value(depth: depth + 1)
        default: throw RedisFault(.malformed, "a reply of kind \(kind)")
        }
    }

    /// Up to CR LF, without it.
    private mutating func line() throws(RedisFault) -> ArraySlice<UInt8>? {
        var place = index
        while place < end, bytes[place] != 10 { place += 1 }
        guard place < end else { return nil }
        guard place > index + 1, bytes[place - 1] == 13 else { throw RedisFault(.malformed, "a line without its end") }
        let line = bytes[index..<(place - 1)]
        guard !line.contains(13) else { throw RedisFault(.malformed, "CR in a line") }
        index = place + 1
        return line
    }

    private mutating func bulk(_ kind: UInt8, _ count: Int?) throws(RedisFault) -> RedisValue? {
        guard let count else { return .null }
        guard end - index >= count + 2 else { return nil }
        let content = bytes[index..<(index + count)]
        guard bytes[index + count] == 13, bytes[index + count + 1] == 10 else {
            throw RedisFault(.malformed, "a string longer than it says")
        }
        index += count + 2
        if kind == UInt8(ascii: "!") { return .error(String(decoding: content, as: UTF8.self)) }
        guard kind == UInt8(ascii: "=") else { return .text(Array(content)) }
        // Three letters of its format and a colon.
        guard content.count >= 4, content[content.startIndex + 3] == UInt8(ascii: ":") else {
            throw RedisFault(.malformed, "a verbatim string without its format")
        }
        return .text(Array(content.dropFirst(4)))
    }

    private mutating func list(_ kind: UInt8, _ count: Int?, _ depth: Int) throws(RedisFault) -> RedisValue? {
        guard let count else { return .null }
        let members = kind == UInt8(ascii: "%") ? count * 2 : count
        guard members <= left else { throw RedisFault(.tooLarge, "too many values") }
        var values: [RedisValue] = []
        for _ in 0..<members {
            guard let value = try value(depth: depth + 1) else { return nil }
            values.append(value)
        }
        return kind == UInt8(ascii: ">") ? .push(values) : .list(values)
    }

    /// How long something is; nil for the null of version 2.
    private static func count(_ digits: ArraySlice<UInt8>) throws(RedisFault) -> Int? {
        let value = try integer(digits)
        if value == -1 { return nil }
        guard (0...Int64(RESPReader.mostBytes)).contains(value) else {
            throw RedisFault(value < 0 ? .malformed : .tooLarge, "a length of \(value)")
        }
        return Int(value)
    }

    private static func integer(_ digits: ArraySlice<UInt8>) throws(RedisFault) -> Int64 {
        let text = String(decoding: digits, as: UTF8.self)
        guard digits.count <= 20, let value = Int64(text) else { throw RedisFault(.malformed, "no whole number") }
        return value
    }

    private static func number(_ digits: ArraySlice<UInt8>) throws(RedisFault) -> Double {
        guard digits.count <= 64, let value = Double(String(decoding: digits, as: UTF8.self)) else {
            throw RedisFault(.malformed, "no number")
        }
        return value
    }

    private static func truth(_ letter: ArraySlice<UInt8>) throws(RedisFault) -> Bool {
        guard letter.count == 1, letter.first == UInt8(ascii: "t") || letter.first == UInt8(ascii: "f") else {
            throw RedisFault(.malformed, "neither true nor false")
        }
        return letter.first == UInt8(ascii: "t")
    }
}
