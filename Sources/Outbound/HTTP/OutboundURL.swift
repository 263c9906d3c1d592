public import HTTP

/// An absolute http or https address, taken apart strictly: what is ambiguous is refused, so that no two readers of it can
/// see two hosts.
public struct OutboundURL: Sendable, Hashable, CustomStringConvertible {
    /// `http` or `https`.
    public let scheme: Scheme
    /// The host, in lower case.
    public let host: HostName
    /// The port, the scheme's own when none was written.
    public let port: UInt16
    /// Path and query, beginning with a slash.
    public let target: String
    /// The whole address. Kept, because every request asks for it.
    public let description: String

    /// Reads an address. No user, no fragment, no control, no backslash, no character outside ASCII.
    public init?(_ text: String) {
        guard text.utf8.count <= 8_192, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") }),
            let colon = text.firstRange(of: "://"),
            let scheme = Scheme(rawValue: text[..<colon.lowerBound].lowercased())
        else { return nil }
        let rest = text[colon.upperBound...].prefix { $0 != "#" }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard let authority = Authority(String(rest[..<end])) else { return nil }
        let target = String(rest[end...])
        self.scheme = scheme
        host = authority.host
        port = authority.port ?? scheme.defaultPort
        self.target = target.hasPrefix("/") ? target : "/" + target
        description = "\(scheme.rawValue)://\(Self.authority(scheme, host, port))\(self.target)"
    }

    /// The host and, when it is not the scheme's own, the port: what the Host field says.
    public var authority: String { Self.authority(scheme, host, port) }

    private static func authority(_ scheme: Scheme, _ host: HostName, _ port: UInt16) -> String {
        let text =
            if case .v6 = host.address { "[\(host.text.filter { $0 != "[" && $0 != "]" })]" } else { host.text }
        return port == scheme.defaultPort ? text : "\(text):\(port)"
    }

    /// Where a `Location` leads from here; nil when it is no address of ours.
    public func following(_ location: String) -> OutboundURL? {
        if location.contains("://") { return OutboundURL(location) }
        if location.hasPrefix("//") { return OutboundURL("\(scheme.rawValue):\(location)") }
        if location.hasPrefix("/") { return OutboundURL("\(scheme.rawValue)://\(authority)\(location)") }
        let folder = target.prefix { $0 != "?" }
        if location.hasPrefix("?") { return OutboundURL("\(scheme.rawValue)://\(authority)\(folder)\(location)") }
        let base = folder.lastIndex(of: "/").map { folder[...$0] } ?? "/"
        return OutboundURL("\(scheme.rawValue)://\(authority)\(base)\(location)")
    }

    /// True when both have the same scheme, host and port: then, and only then, credentials may follow.
    public func hasSameOrigin(as other: OutboundURL) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }
}
