public import HTTP

/// Where a Redis server is, and how to get in: `redis://user:password@host:6379/0`, `rediss://` for TLS, or
/// `unix:///path/to/socket?db=0`. It may hold a password, therefore it never prints itself whole.
public struct RedisURL: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Where.
    public enum Place: Sendable, Hashable {
        /// A host and a port.
        case host(HostName, port: UInt16)
        /// A socket of this machine.
        case socket(path: String)
    }

    /// Where.
    public let place: Place
    /// Whether TLS is spoken.
    public let isSecure: Bool
    /// A file of authorities that are trusted instead of the system's.
    public let authorities: String?
    /// As whom; nil for the server's default.
    let user: String?
    let password: String?
    /// The number of the database.
    public let database: Int

    /// An address from outside; nil when it is not exactly one.
    public init?(_ text: String) {
        guard text.utf8.count <= 2_048, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let mark = text.firstRange(of: "://")
        else { return nil }
        let parts = Parts(text[mark.upperBound...])
        guard let parts, let options = parts.options else { return nil }
        (user, password, authorities) = (parts.user, parts.password, options["ca"])
        switch text[..<mark.lowerBound] {
        case "redis", "rediss":
            guard let place = Self.host(parts.host), let database = Self.database(parts.path.dropFirst()),
                options.keys.allSatisfy({ $0 == "ca" })
            else { return nil }
            isSecure = text.hasPrefix("rediss")
            (self.place, self.database) = (place, database)
            guard isSecure || authorities == nil else { return nil }
        case "unix":
            guard parts.host.isEmpty, parts.path.utf8.count > 1, options.keys.allSatisfy({ $0 == "db" }),
                let path = Self.plain(parts.path), path.utf8.count <= 107,
                let database = Self.database(options["db"].map { $0[...] } ?? "")
            else { return nil }
            isSecure = false
            (place, self.database) = (.socket(path: path), database)
        default: return nil
        }
    }

    private static func host(_ text: Substring) -> Place? {
        // The colons of an IPv6 address stand in brackets.
        let bracket = text.lastIndex(of: "]") ?? text.startIndex
        guard let colon = text[bracket...].lastIndex(of: ":") else {
            return HostName(String(text)).map { .host($0, port: 6_379) }
        }
        let digits = text[text.index(after: colon)...]
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits), port > 0,
            let host = HostName(String(text[..<colon]))
        else { return nil }
        return .host(host, port: port)
    }

    private static func database(_ digits: Substring) -> Int? {
        if digits.isEmpty { return 0 }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits), number <= 10_000 else {
            return nil
        }
        return number
    }

    /// Scheme and place only.
    public var description: String {
        switch place {
        case .host(let host, let port): "\(isSecure ? "rediss" : "redis")://\(host):\(port)/\(database)"
        case .socket(let path): "unix://\(path)?db=\(database)"
        }
    }

    /// As bland: a debugger's print must not leak either.
    public var debugDescription: String { description }

    /// Reflection shows the bland form only.
    public var customMirror: Mirror { Mirror(self, children: ["place": description]) }

    /// With escapes resolved; nil for one that is none.
    fileprivate static func plain(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let pair = rest.prefix(2)
            guard pair.count == 2, let value = UInt8(String(decoding: pair, as: UTF8.self), radix: 16), value != 0
            else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// What an address is made of.
private struct Parts {
    var user: String?
    var password: String?
    let host: Substring
    let path: Substring
    let options: [String: String]?

    init?(_ text: Substring) {
        let mark = text.firstIndex(of: "?") ?? text.endIndex
        options = Self.options(text[mark...].dropFirst())
        let place = text[..<mark]
        let slash = place.firstIndex(of: "/") ?? place.endIndex
        path = place[slash...]
        let authority = place[..<slash]
        guard let at = authority.lastIndex(of: "@") else {
            host = authority
            return
        }
        host = authority[authority.index(after: at)...]
        let whole = authority[..<at]
        let colon = whole.firstIndex(of: ":") ?? whole.endIndex
        guard let name = RedisURL.plain(whole[..<colon]), let secret = RedisURL.plain(whole[colon...].dropFirst())
        else {
            return nil
        }
        // `redis://:password@…` is the default user's.
        (user, password) = (name.isEmpty ? nil : name, secret.isEmpty ? nil : secret)
    }

    private static func options(_ text: Substring) -> [String: String]? {
        var options: [String: String] = [:]
        for pair in text.split(separator: "&") {
            guard let equals = pair.firstIndex(of: "="), let value = RedisURL.plain(pair[equals...].dropFirst()),
                !value.isEmpty, options.updateValue(value, forKey: String(pair[..<equals])) == nil
            else { return nil }
        }
        return options
    }
}
