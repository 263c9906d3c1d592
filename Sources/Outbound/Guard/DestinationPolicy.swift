public import HTTP

/// Which addresses this house may connect to. Only public ones, unless the operator's configuration opens some more: what
/// a tenant writes into a webhook or a workflow must not reach our own network.
public struct DestinationPolicy: Sendable {
    private let opened: [AddressBlock]
    private let closed: [AddressBlock]

    /// Public addresses and the blocks that are opened besides, without those that are closed, such as our own public ones.
    public init(opening opened: [AddressBlock] = [], closing closed: [AddressBlock] = []) {
        (self.opened, self.closed) = (opened, closed)
    }

    /// True when a connection to the address is allowed.
    public func allows(_ address: IPAddress) -> Bool {
        let address = address.unmapped
        guard let carried = Self.carried(by: address) else { return judge(address) }
        return !Self.is(address, in: closed) && judge(carried)
    }

    private func judge(_ address: IPAddress) -> Bool {
        !Self.is(address, in: closed) && (Self.is(address, in: opened) || !Self.is(address, in: Self.special))
    }

    private static func `is`(_ address: IPAddress, in blocks: [AddressBlock]) -> Bool {
        blocks.contains { $0.contains(address) }
    }

    /// The IPv4 address that a translator (NAT64, RFC 6052) makes of an IPv6 one. All other kinds of carriers are
    /// special-purpose blocks as a whole.
    private static func carried(by address: IPAddress) -> IPAddress? {
        guard case .v6(0x0064_ff9b_0000_0000, let low) = address, low >> 32 == 0 else { return nil }
        return .v4(UInt32(truncatingIfNeeded: low))
    }

    static let special = names.compactMap { try? AddressBlock($0) }

    /// IANA's special-purpose registries, IPv4 and IPv6, with multicast and what is reserved; and a public address at
    /// which a cloud's machines find their keeper. Of IPv6 only 2000::/3 is given out for global use.
    static let names = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/3", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20", "4000::/2",
        "8000::/1",
    ]
}
