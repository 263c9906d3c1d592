public import HTTP

/// By what name mail servers are greeted (RFC 5321, 4.1.1.1): a name of the public DNS, or an address as a literal.
public enum HelloName: Sendable, Hashable {
    /// A name; it should be the one that our address has in the DNS.
    case name(HostName)
    /// An address, for a machine that has no name.
    case address(IPAddress)
    /// The address that the connection comes from, as this machine sees it.
    case ownAddress

    /// As it stands after EHLO: `posta.example.com`, `[192.0.2.1]`, `[IPv6:2001:db8::1]`. Nil for anything else, such as a
    /// name without a dot or one that only this machine knows.
    public init?(_ text: String) {
        if text.hasPrefix("[") {
            guard let address = Self.literal(text) else { return nil }
            self = .address(address)
        } else {
            guard let host = HostName(text), let name = HelloName(host) else { return nil }
            self = name
        }
    }

    /// A host that others can know; nil for one that is a name of this machine or network only.
    public init?(_ host: HostName) {
        let labels = host.text.split(separator: ".")
        guard host.address == nil, labels.count > 1, let last = labels.last, !Self.inner.contains(last) else {
            return nil
        }
        self = .name(host)
    }

    /// Ends of names that the public DNS never has.
    private static let inner: Set<Substring> = [
        "localhost", "local", "localdomain", "internal", "invalid", "lan", "home",
    ]

    private static func literal(_ text: String) -> IPAddress? {
        guard text.hasSuffix("]") else { return nil }
        let inside = text.dropFirst().dropLast()
        let isTagged = inside.lowercased().hasPrefix("ipv6:")
        guard let address = IPAddress(isTagged ? inside.dropFirst(5) : inside) else { return nil }
        switch address {
        case .v4: return isTagged ? nil : address
        case .v6: return isTagged ? address : nil
        }
    }

    /// The word after EHLO, on a connection from an address.
    func text(from own: IPAddress) -> String {
        switch self {
        case .name(let host): return host.text
        case .address(let address): return Self.text(address)
        case .ownAddress: return Self.text(own)
        }
    }

    private static func text(_ address: IPAddress) -> String {
        let address = address.unmapped
        if case .v6 = address { return "[IPv6:\(address)]" }
        return "[\(address)]"
    }
}

extension HelloName: CustomStringConvertible {
    /// As it is written.
    public var description: String { self == .ownAddress ? "own address" : text(from: .loopback) }
}
