/// The name of one state of a resource (RFC 9110, 8.8.3).
public struct EntityTag: Sendable, Hashable {
    /// What stands between the quotes.
    public let opaque: String
    /// Whether it promises no more than the same meaning, not the same bytes.
    public let isWeak: Bool

    /// A tag of ours; nil when the text holds a quote, a blank or a control byte.
    public init?(_ opaque: String, isWeak: Bool = false) {
        guard opaque.utf8.allSatisfy(\.mayStandInTag) else { return nil }
        (self.opaque, self.isWeak) = (opaque, isWeak)
    }

    /// A tag as written in a field: `"…"` or `W/"…"`; nil for anything else.
    public init?(parsing text: String) { self.init(parsing: text.utf8.span) }

    /// The same from bytes.
    public init?(parsing bytes: Span<UInt8>) { self.init(bytes, bytes.trimmed(bytes.all)) }

    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var start = range.lowerBound
        if range.count >= 2, bytes.equals("W/", in: start..<start + 2) { start += 2 }
        guard range.upperBound - start >= 2, bytes[start] == Byte.quote,
            bytes[range.upperBound - 1] == Byte.quote,
            bytes.allSatisfy(in: start + 1..<range.upperBound - 1, \.mayStandInTag),
            let opaque = bytes.text(start + 1..<range.upperBound - 1)
        else { return nil }
        (self.opaque, isWeak) = (opaque, start != range.lowerBound)
    }

    /// Whether both name the same bytes: equal, and neither weak.
    public func matchesStrongly(_ other: EntityTag) -> Bool { !isWeak && self == other }

    /// Whether both name the same meaning: equal but for weakness.
    public func matchesWeakly(_ other: EntityTag) -> Bool { opaque == other.opaque }
}

extension EntityTag: CustomStringConvertible {
    /// The tag as it is written in a field.
    public var description: String { (isWeak ? "W/\"" : "\"") + opaque + "\"" }
}

extension UInt8 {
    /// `!`, `#` to `~`, and bytes beyond ASCII.
    fileprivate var mayStandInTag: Bool { self == 0x21 || (0x23...0x7E).contains(self) || self >= 0x80 }
}

/// The value of `If-Match` or `If-None-Match`.
public enum EntityTagCondition: Sendable, Hashable {
    /// `*`: any state at all.
    case any
    /// One of these. A field that cannot be read names none.
    case tags([EntityTag])

    /// Fields with more tags count as unreadable.
    public static let maximumTags = 64

    /// The condition a field states.
    public init(parsing text: String) { self.init(parsing: text.utf8.span) }

    /// The same from bytes.
    public init(parsing bytes: Span<UInt8>) {
        self = bytes.equals("*", in: bytes.trimmed(bytes.all)) ? .any : .tags(Self.tags(bytes) ?? [])
    }

    private static func tags(_ bytes: Span<UInt8>) -> [EntityTag]? {
        var tags: [EntityTag] = []
        var index = 0
        while index < bytes.count {
            let element = nextElement(bytes, &index)
            if element.isEmpty { continue }
            guard tags.count < maximumTags, let tag = EntityTag(bytes, element) else { return nil }
            tags.append(tag)
        }
        return tags
    }

    /// Up to the next comma outside quotes. A backslash is an ordinary byte of a tag, so the list of quoted-strings
    /// does not fit here.
    private static func nextElement(_ bytes: Span<UInt8>, _ index: inout Int) -> Range<Int> {
        let start = index
        var isQuoted = false
        while index < bytes.count, isQuoted || bytes[index] != Byte.comma {
            if bytes[index] == Byte.quote { isQuoted.toggle() }
            index += 1
        }
        defer { index += 1 }
        return bytes.trimmed(start..<index)
    }
}
