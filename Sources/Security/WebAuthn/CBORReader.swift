/// Reads CBOR in CTAP2's canonical form and nothing else: shortest numbers, definite lengths, keys in order and none
/// twice. Two decoders cannot then disagree about what was signed. Depth and size are bounded before anything is built.
public struct CBORReader {
    /// Why it is not read.
    public enum Fault: String, Error, Sendable {
        case truncated, tooLarge, tooDeep, notShortest, indefinite, unsupported, notUTF8, keyOrder, trailingBytes
    }

    /// CTAP2 messages nest at most four deep; extensions of tomorrow get some room.
    static let deepest = 8
    /// More than any answer of an authenticator with its certificates.
    static let longest = 65_536

    private let source: [UInt8]
    private var index: Int
    private let end: Int

    private init(_ source: [UInt8], from start: Int) throws(Fault) {
        guard source.count <= Self.longest else { throw .tooLarge }
        (self.source, index, end) = (source, start, source.count)
    }

    /// The one value that the bytes are.
    public static func value(of bytes: [UInt8]) throws(Fault) -> CBORValue {
        let (value, next) = try value(in: bytes, from: 0)
        guard next == bytes.count else { throw .trailingBytes }
        return value
    }

    /// The value that begins at a place, and the place behind it.
    public static func value(in bytes: [UInt8], from start: Int) throws(Fault) -> (value: CBORValue, next: Int) {
        guard start >= 0, start <= bytes.count else { throw .truncated }
        var reader = try CBORReader(bytes, from: start)
        let value = try reader.read(depth: 1)
        return (value, reader.index)
    }

    private mutating func read(depth: Int) throws(Fault) -> CBORValue {
        guard depth <= Self.deepest else { throw .tooDeep }
        let head = try byte()
        let (major, minor) = (head >> 5, head & 31)
        if major == 7 { return try simple(minor) }
        let number = try number(minor)
        switch major {
        case 0: return .unsigned(number)
        case 1: return .negative(number)
        case 2: return .bytes(try bytes(number))
        case 3: return .text(try text(number))
        case 4: return .array(try array(number, depth))
        case 5: return .map(try map(number, depth))
        default: throw .unsupported
        }
    }

    private func simple(_ minor: UInt8) throws(Fault) -> CBORValue {
        switch minor {
        case 20: .bool(false)
        case 21: .bool(true)
        case 22: .null
        case 31: throw .indefinite
        default: throw .unsupported
        }
    }

    private mutating func number(_ minor: UInt8) throws(Fault) -> UInt64 {
        guard minor >= 24 else { return UInt64(minor) }
        guard minor <= 27 else { throw minor == 31 ? .indefinite : .unsupported }
        let width = 1 << Int(minor - 24)
        guard end - index >= width else { throw .truncated }
        var number: UInt64 = 0
        for _ in 0..<width { number = number << 8 | UInt64(try byte()) }
        let least: UInt64 = width == 1 ? 24 : 1 << UInt64(width * 4)
        guard number >= least else { throw .notShortest }
        return number
    }

    private mutating func byte() throws(Fault) -> UInt8 {
        guard index < end else { throw .truncated }
        defer { index += 1 }
        return source[index]
    }

    private mutating func bytes(_ count: UInt64) throws(Fault) -> [UInt8] {
        guard let count = Int(exactly: count), count <= end - index else { throw .truncated }
        defer { index += count }
        return Array(source[index..<index + count])
    }

    private mutating func text(_ count: UInt64) throws(Fault) -> String {
        let bytes = try bytes(count)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    /// Every element takes a byte at least, so a count beyond what is left is refused before room is made for it.
    private func elements(_ count: UInt64, each size: Int) throws(Fault) -> Int {
        guard let count = Int(exactly: count), count <= (end - index) / size else { throw .truncated }
        return count
    }

    private mutating func array(_ count: UInt64, _ depth: Int) throws(Fault) -> [CBORValue] {
        var values: [CBORValue] = []
        for _ in 0..<(try elements(count, each: 1)) { values.append(try read(depth: depth + 1)) }
        return values
    }

    private mutating func map(_ count: UInt64, _ depth: Int) throws(Fault) -> CBORMap {
        var map = CBORMap()
        var last: Range<Int>?
        for _ in 0..<(try elements(count, each: 2)) {
            let start = index
            let key = try read(depth: depth + 1)
            let place = start..<index
            if let last, !isBefore(last, place) { throw .keyOrder }
            last = place
            map.entries.append(CBORMap.Entry(key, try read(depth: depth + 1)))
        }
        return map
    }

    /// CTAP2's order: lower type first, then the shorter key, then byte by byte. The same key twice is out of order too.
    private func isBefore(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let types = (source[left.lowerBound] >> 5, source[right.lowerBound] >> 5)
        if types.0 != types.1 { return types.0 < types.1 }
        if left.count != right.count { return left.count < right.count }
        return source[left].lexicographicallyPrecedes(source[right])
    }
}
