/// A path, checked once: each segment decoded, valid UTF-8, free of control bytes, backslashes and dot segments.
///
/// An escaped slash stays inside its segment: it never divides. Who makes a file name of segments must use `filePath`.
public struct RequestPath: Sendable, Hashable, CustomStringConvertible {
    /// The path as it came, escapes in place.
    public let text: String
    /// The decoded segments; none for `/`. A trailing slash makes no segment.
    public let segments: [Substring]
    /// Whether the path ends in a slash behind its last segment.
    public let hasTrailingSlash: Bool

    /// No page of ours lies deeper.
    public static let maximumSegments = 64
    /// The path `/`.
    public static let root = RequestPath(text: "/", segments: [], hasTrailingSlash: false)

    /// Reads a path that begins with a slash.
    public init(_ text: String) throws(RequestTarget.Refusal) {
        let bytes = text.utf8.span
        try self.init(bytes, bytes.all)
    }

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(RequestTarget.Refusal) {
        if range.count <= 1 {
            guard range.isEmpty || bytes[range.lowerBound] == Byte.slash else { throw .unknownForm }
            self = .root
            return
        }
        guard bytes[range.lowerBound] == Byte.slash else { throw .unknownForm }
        let count = try Self.check(bytes, range)
        guard let text = bytes.text(range) else { throw .badByte }
        var segments: [Substring] = []
        segments.reserveCapacity(count)
        var start = range.lowerBound + 1
        while start < range.upperBound {
            let end = bytes.firstIndex(of: Byte.slash, in: start..<range.upperBound) ?? range.upperBound
            segments.append(try Self.segment(bytes, start..<end, of: text, at: start - range.lowerBound))
            start = end + 1
        }
        self.init(
            text: text, segments: segments, hasTrailingSlash: bytes[range.upperBound - 1] == Byte.slash)
    }

    private init(text: String, segments: [Substring], hasTrailingSlash: Bool) {
        (self.text, self.segments, self.hasTrailingSlash) = (text, segments, hasTrailingSlash)
    }

    /// Refuses what may not stand in a path and counts the slashes, in one pass.
    private static func check(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(RequestTarget.Refusal) -> Int {
        var slashes = 0
        var previous: UInt8 = 0
        for index in range {
            let byte = bytes[index]
            if byte == Byte.slash {
                if previous == Byte.slash { throw .emptySegment }
                slashes += 1
            } else if !byte.mayStandInPath {
                throw byte == Byte.backslash ? .backslash : byte.isControl ? .controlByte : .badByte
            }
            previous = byte
        }
        if slashes > maximumSegments { throw .tooManySegments }
        return slashes
    }

    /// A slice of the path itself when nothing is escaped in it, so that most requests cost no further string.
    private static func segment(
        _ bytes: Span<UInt8>, _ range: Range<Int>, of text: String, at offset: Int
    ) throws(RequestTarget.Refusal) -> Substring {
        guard bytes.contains(Byte.percent, in: range) else {
            if bytes.equals(".", in: range) || bytes.equals("..", in: range) { throw .dotSegment }
            let start = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
            return text[start..<text.utf8.index(start, offsetBy: range.count)]
        }
        let decoded: String
        do { decoded = try PercentCoding.decode(bytes, range) } catch {
            throw error == .badEscape ? .badEscape : .badText
        }
        if decoded == "." || decoded == ".." { throw .dotSegment }
        if decoded.utf8.contains(where: \.isControl) { throw .controlByte }
        if decoded.utf8.contains(Byte.backslash) { throw .backslash }
        return decoded[...]
    }

    /// The path as it came.
    public var description: String { text }
}

extension RequestPath {
    /// The segments from `index` on as the relative path of a file; nil when one of them holds a slash, begins with a
    /// dot, or there is none.
    public func filePath(from index: Int = 0) -> String? {
        let parts = segments.dropFirst(max(index, 0))
        guard !parts.isEmpty, !parts.contains(where: { $0.hasPrefix(".") || $0.utf8.contains(Byte.slash) }) else {
            return nil
        }
        return parts.joined(separator: "/")
    }
}

extension UInt8 {
    /// RFC 3986's pchar, the percent sign, and what browsers leave unescaped in a path: `[ ] ^ |`.
    fileprivate var mayStandInPath: Bool {
        if isUnreserved { return true }
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"),
            UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "|"):
            return true
        default: return false
        }
    }
}
