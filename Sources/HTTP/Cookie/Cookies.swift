/// The cookies of a request (RFC 6265, 5.4), read strictly.
///
/// A pair with a broken name or value is passed over rather than refusing the request: cookies of a sister domain come
/// along too, and must lock nobody out. Of two with one name the first counts. Quoted values lose their quotes and
/// nothing else; semicolons always divide. Pairs beyond `maximum` are not looked at.
public struct Cookies: Sendable, Hashable {
    private struct Pair: Sendable, Hashable {
        let name: String
        let value: String
    }

    private let pairs: [Pair]

    /// More than any browser keeps for one domain.
    public static let maximum = 200

    /// Reads a `Cookie` field.
    public init(parsing text: String) { self.init(parsing: text.utf8.span) }

    /// The same from bytes.
    public init(parsing bytes: Span<UInt8>) {
        var pairs: [Pair] = []
        Self.forEach(bytes) { name, value in
            if let name = bytes.text(name), let value = bytes.text(value) {
                pairs.append(Pair(name: name, value: value))
            }
            return true
        }
        self.pairs = pairs
    }

    /// The names in the order they came.
    public var names: [String] { pairs.map(\.name) }

    /// The value of a cookie, byte for byte.
    public subscript(_ name: CookieName) -> String? { self[name.text] }

    /// The value of a cookie by its whole name.
    public subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// The value of one cookie straight from the field: the session's way, without a string for each of the others.
    public static func value(of name: CookieName, in field: Span<UInt8>) -> String? {
        var found: Range<Int>?
        let wanted = name.text.utf8.span
        forEach(field) { name, value in
            guard field.equals(wanted, in: name) else { return true }
            found = value
            return false
        }
        return found.flatMap { field.text($0) }
    }

    /// Visits the sound pairs until `visit` returns false.
    private static func forEach(_ bytes: Span<UInt8>, _ visit: (Range<Int>, Range<Int>) -> Bool) {
        var start = 0
        var seen = 0
        while start < bytes.count, seen < maximum {
            let end = bytes.firstIndex(of: Byte.semicolon, in: start..<bytes.count) ?? bytes.count
            if let (name, value) = pair(bytes, bytes.trimmed(start..<end)), !visit(name, value) { return }
            start = end + 1
            seen += 1
        }
    }

    private static func pair(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (Range<Int>, Range<Int>)? {
        guard let equals = bytes.firstIndex(of: Byte.equals, in: range) else { return nil }
        let name = range.lowerBound..<equals
        var value = equals + 1..<range.upperBound
        if value.count >= 2, bytes[value.lowerBound] == Byte.quote, bytes[value.upperBound - 1] == Byte.quote {
            value = value.lowerBound + 1..<value.upperBound - 1
        }
        guard !name.isEmpty, bytes.allSatisfy(in: name, \.isTokenByte),
            bytes.allSatisfy(in: value, \.mayStandInCookie)
        else { return nil }
        return (name, value)
    }
}

extension UInt8 {
    /// RFC 6265's cookie-octet.
    var mayStandInCookie: Bool {
        (0x21...0x7E).contains(self) && self != Byte.quote && self != Byte.comma && self != Byte.semicolon
            && self != Byte.backslash
    }
}
