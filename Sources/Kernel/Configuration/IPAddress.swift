internal import Glibc

/// An IPv4 or IPv6 address as a number: compared and masked without allocating.
public struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    /// Which of the two families an address belongs to.
    public enum Family: Sendable, Hashable {
        case v4
        case v6

        /// How many bits an address of the family has.
        public var bits: Int { self == .v4 ? 32 : 128 }
    }

    /// The family.
    public let family: Family
    /// The address in host order, in the low bits.
    public let value: UInt128

    /// An address from its number.
    public init(_ family: Family, _ value: UInt128) {
        self.family = family
        self.value = value
    }

    /// An address as people write it, without brackets, port or zone. Nil for anything else, octal spellings included.
    public init?(_ text: String) {
        guard !text.utf8.contains(0) else { return nil }
        if let bytes = Self.bytes(of: text, AF_INET, count: 4) {
            self.init(.v4, Self.number(bytes))
        } else if let bytes = Self.bytes(of: text, AF_INET6, count: 16) {
            self.init(.v6, Self.number(bytes))
        } else {
            return nil
        }
    }

    /// The IPv4 address inside an IPv4-mapped IPv6 one (a dual-stack socket reports those), else the address itself.
    public var unmapped: IPAddress {
        guard family == .v6, value >> 32 == 0xFFFF else { return self }
        return IPAddress(.v4, value & 0xFFFF_FFFF)
    }

    /// True for 127.0.0.0/8 and ::1.
    public var isLoopback: Bool {
        let plain = unmapped
        return plain.family == .v4 ? plain.value >> 24 == 127 : plain.value == 1
    }

    /// The bytes in network order.
    public var bytes: [UInt8] {
        (0..<family.bits / 8).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// The canonical spelling (RFC 5952 for IPv6).
    public var description: String {
        let size = Int(INET6_ADDRSTRLEN)
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { text in
            let kind = family == .v4 ? AF_INET : AF_INET6
            guard let start = text.baseAddress, unsafe inet_ntop(kind, bytes, start, socklen_t(size)) != nil
            else { return "" }
            return unsafe String(cString: start)
        }
    }

    private static func bytes(of text: String, _ family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return unsafe inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }

    private static func number(_ bytes: [UInt8]) -> UInt128 { bytes.reduce(0) { $0 << 8 | UInt128($1) } }
}
