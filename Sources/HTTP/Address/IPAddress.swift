/// An address of IPv4 or IPv6, without zone.
public enum IPAddress: Sendable, Hashable {
    /// Four bytes, the first in the highest place.
    case v4(UInt32)
    /// Sixteen bytes, the first in the highest place of `high`.
    case v6(high: UInt64, low: UInt64)

    /// The address written in four decimal parts, or in the forms of RFC 4291, 2.2; no brackets, no zone. Nil for any
    /// other spelling, leading zeros and short forms included.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        text.makeContiguousUTF8()
        self.init(parsing: text.utf8.span)
    }

    /// The same from bytes.
    public init?(parsing bytes: Span<UInt8>) { self.init(bytes, bytes.all) }

    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        if bytes.contains(Byte.colon, in: range) {
            self.init(v6: bytes, range)
        } else if let value = Self.quad(bytes, range) {
            self = .v4(value)
        } else {
            return nil
        }
    }

    /// An IPv4 address from its four bytes.
    public init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        self = .v4(UInt32(first) << 24 | UInt32(second) << 16 | UInt32(third) << 8 | UInt32(fourth))
    }

    /// An IPv6 address from its sixteen bytes, or an IPv4 address from its four; nil for any other number of bytes.
    public init?(networkBytes bytes: Span<UInt8>) {
        var (high, low): (UInt64, UInt64) = (0, 0)
        for index in bytes.indices {
            high = high << 8 | low >> 56
            low = low << 8 | UInt64(bytes[index])
        }
        switch bytes.count {
        case 4: self = .v4(UInt32(truncatingIfNeeded: low))
        case 16: self = .v6(high: high, low: low)
        default: return nil
        }
    }

    /// 127.0.0.1.
    public static let loopback = IPAddress(127, 0, 0, 1)
    /// ::1.
    public static let loopbackV6 = IPAddress.v6(high: 0, low: 1)

    /// An IPv4 address that travels as ::ffff:a.b.c.d becomes itself; any other stays.
    public var unmapped: IPAddress {
        guard case .v6(0, let low) = self, low >> 32 == 0xFFFF else { return self }
        return .v4(UInt32(truncatingIfNeeded: low))
    }
}

extension IPAddress: Comparable {
    /// IPv4 before IPv6, then by value.
    public static func < (one: IPAddress, other: IPAddress) -> Bool {
        switch (one, other) {
        case (.v4(let one), .v4(let other)): one < other
        case (.v6(let high, let low), .v6(let otherHigh, let otherLow)): (high, low) < (otherHigh, otherLow)
        case (.v4, .v6): true
        case (.v6, .v4): false
        }
    }
}
