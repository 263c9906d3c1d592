/// A network in CIDR form, such as `10.0.0.0/8`.
public struct AddressRange: Sendable, Hashable, CustomStringConvertible {
    /// The first address.
    public let first: IPAddress
    /// How many leading bits are fixed.
    public let prefix: Int

    /// A range from its first address; nil when the prefix is too long or bits after it are set.
    public init?(_ first: IPAddress, prefix: Int) {
        guard (0...first.family.bits).contains(prefix) else { return nil }
        self.first = first
        self.prefix = prefix
        guard first.value == network(of: first) else { return nil }
    }

    /// The range of this length that an address lies in.
    public init?(around address: IPAddress, prefix: Int) {
        guard (0...address.family.bits).contains(prefix) else { return nil }
        let shift = address.family.bits - prefix
        self.init(IPAddress(address.family, address.value >> shift << shift), prefix: prefix)
    }

    /// True when the address lies in the range. IPv4-mapped addresses count as the IPv4 they carry.
    public func contains(_ address: IPAddress) -> Bool {
        let plain = address.unmapped
        return plain.family == first.family && network(of: plain) == first.value
    }

    /// As it is written.
    public var description: String { "\(first)/\(prefix)" }

    /// A shift by the full width gives 0, so that a prefix of 0 needs no case of its own.
    private func network(of address: IPAddress) -> UInt128 {
        let shift = first.family.bits - prefix
        return address.value >> shift << shift
    }
}
