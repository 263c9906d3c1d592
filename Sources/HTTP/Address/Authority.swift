/// A host and perhaps a port: what the `Host` field and an absolute target carry.
public struct Authority: Sendable, Hashable, CustomStringConvertible {
    /// The host.
    public let host: HostName
    /// The port, 1…65535, if one was given.
    public let port: UInt16?

    /// A host and a port, both known.
    public init(host: HostName, port: UInt16? = nil) {
        self.host = host
        self.port = port == 0 ? nil : port
    }

    /// The value of a `Host` field; nil unless it is exactly one host with an optional port of 1…65535 without leading
    /// zeros. User names, lists, blanks, paths, escapes and bytes beyond ASCII are refused.
    public init?(_ text: String) { self.init(parsing: text.utf8.span) }

    /// The same from bytes.
    public init?(parsing bytes: Span<UInt8>) { self.init(bytes, bytes.all) }

    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        // "[" + 45 + "]", 253 + "." and ":65535" all fit in 260 bytes.
        guard (1...260).contains(range.count) else { return nil }
        var host = range
        var port: UInt16?
        if let colon = Self.portColon(bytes, range) {
            guard let number = bytes.decimal(colon + 1..<range.upperBound, upTo: 65535), number > 0 else { return nil }
            port = UInt16(number)
            host = range.lowerBound..<colon
        }
        guard let name = HostName(bytes, host) else { return nil }
        self.init(host: name, port: port)
    }

    /// The colon before the port, never one inside brackets.
    private static func portColon(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard bytes[range.lowerBound] == Byte.openBracket else { return bytes.firstIndex(of: Byte.colon, in: range) }
        guard let bracket = bytes.firstIndex(of: Byte.closeBracket, in: range), bracket + 1 < range.upperBound else {
            return nil
        }
        return bytes[bracket + 1] == Byte.colon ? bracket + 1 : nil
    }

    /// Host and port as they are written in a `Host` field.
    public var description: String { port.map { "\(host):\($0)" } ?? host.text }
}

extension Authority {
    /// True when both name the same place, a missing port meaning the scheme's own.
    public func matches(_ other: Authority, scheme: Scheme) -> Bool {
        host == other.host && (port ?? scheme.defaultPort) == (other.port ?? scheme.defaultPort)
    }
}

/// How a request came in.
public enum Scheme: String, Sendable, Hashable {
    case http
    case https

    /// 80 or 443.
    public var defaultPort: UInt16 { self == .http ? 80 : 443 }

    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        if bytes.equalsFolded("https", in: range) {
            self = .https
        } else if bytes.equalsFolded("http", in: range) {
            self = .http
        } else {
            return nil
        }
    }
}
