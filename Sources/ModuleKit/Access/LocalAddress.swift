/// A path of this very host with its query, safe to send a browser to: it begins with one slash, so that no browser takes
/// what follows for another host.
public struct LocalAddress: Sendable, Hashable, CustomStringConvertible {
    /// The path and the query.
    public let text: String

    /// An address from outside; nil for anything else than a path of this host.
    public init?(_ text: String) {
        var bytes = text.utf8.makeIterator()
        guard text.utf8.count <= 2_048, bytes.next() == UInt8(ascii: "/") else { return nil }
        // Browsers read a backslash as a slash, and leave tabs and line ends out before they look.
        if let second = bytes.next(), second == UInt8(ascii: "/") || second == UInt8(ascii: "\\") { return nil }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else { return nil }
        self.text = text
    }

    /// The path and the query.
    public var description: String { text }
}
