public import HTTP

/// Which addresses this house may connect to. Only public ones, unless the operator's configuration opens some more: what
/// a tenant writes into a webhook or a workflow must not reach our own network.
public struct DestinationPolicy: Sendable {
    private let opened: [AddressBlock]

    /// Public addresses and the blocks that are opened besides.
    public init(opening opened: [AddressBlock] = []) { self.opened = opened }

    /// True when a connection to the address is allowed.
    public func allows(_ address: IPAddress) -> Bool {
        let address = Self.innermost(address)
        if opened.contains(where: { $0.contains(address) }) { return true }
        return !Self.special.contains { $0.contains(address) }
    }

    /// An IPv6 address that only carries an IPv4 one is judged by what it carries.
    private static func innermost(_ address: IPAddress) -> IPAddress {
        guard case .v6(let high, let low) = address.unmapped else { return address.unmapped }
        // NAT64 (RFC 6052) in the last 32 bits, 6to4 (RFC 3056) behind 2002.
        if high == 0x0064_ff9b_0000_0000, low >> 32 == 0 { return v4(UInt32(truncatingIfNeeded: low)) }
        if high >> 48 == 0x2002 { return v4(UInt32(truncatingIfNeeded: high >> 16)) }
        return address
    }

    private static func v4(_ bits: UInt32) -> IPAddress {
        IPAddress(
            UInt8(truncatingIfNeeded: bits >> 24), UInt8(truncatingIfNeeded: bits >> 16),
            UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits))
    }

    /// IANA's special-purpose registries, IPv4 and IPv6, with multicast and what is reserved.
    static let special: [AddressBlock] = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // IPv6: only 2000::/3 is given out for global use, and within it these are not public.
        "::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        "3ffe::/16",
    ].compactMap { try? AddressBlock($0) }
}
