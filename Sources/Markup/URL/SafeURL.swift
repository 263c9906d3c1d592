/// An address that may stand in a link: `http`, `https`, `mailto` or `tel`, or a place within this site that begins
/// with `/`, `?` or `#`. What the browser would read as something else than it looks is refused.
public struct SafeURL: Sendable, Hashable, CustomStringConvertible {
    /// The address as it was given.
    public let text: String

    /// An address from outside; nil unless it is harmless.
    public init?(_ text: String) {
        guard (1...8192).contains(text.utf8.count), text.unicodeScalars.allSatisfy(\.isVisibleInAddress) else {
            return nil
        }
        let bytes = Array(text.utf8)
        guard SafeURL.hasHarmlessBeginning(bytes.span) else { return nil }
        self.text = text
    }

    private init(checked text: String) { self.text = text }

    /// The address as it was given.
    public var description: String { text }

    /// True for a place within this site.
    public var isLocal: Bool {
        switch text.utf8.first {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
        default: false
        }
    }
}

extension SafeURL {
    /// `#`: what a refused link becomes.
    public static var nowhere: SafeURL { SafeURL(checked: "#") }

    /// A path within this site from its segments, each encoded: `SafeURL(path: "customers", id)`.
    public init(path segments: String..., query: KeyValuePairs<String, String> = [:]) {
        var bytes: [UInt8] = []
        for segment in segments where !segment.isEmpty {
            bytes.append(UInt8(ascii: "/"))
            PercentEncoding.append(segment: segment, after: true, to: &bytes)
        }
        if bytes.isEmpty { bytes.append(UInt8(ascii: "/")) }
        for (index, (name, value)) in query.enumerated() {
            bytes.append(index == 0 ? UInt8(ascii: "?") : UInt8(ascii: "&"))
            PercentEncoding.append(name, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            PercentEncoding.append(value, to: &bytes)
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// `mailto:` an address; nil when it is none.
    public static func mail(to address: String) -> SafeURL? {
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let isPlain = address.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && !"?&#%/,;:<>\"\\".utf8.contains(byte)
        }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, isPlain else { return nil }
        return SafeURL("mailto:" + address)
    }

    /// `tel:` a number, without its spaces, dashes, dots and parentheses; nil when anything else stands in it.
    public static func telephone(_ number: String) -> SafeURL? {
        let digits = number.filter { !" -.()/".contains($0) }
        let body = digits.utf8.drop { $0 == UInt8(ascii: "+") }
        guard digits.utf8.count - body.count <= 1, (2...20).contains(body.count), body.allSatisfy({ $0 &- 48 <= 9 })
        else { return nil }
        return SafeURL("tel:" + digits)
    }
}
