/// A 128-bit identifier. Those made here are version 7 (RFC 9562) and sort by time; one read may be of any version.
public struct UUIDv7: Hashable, Sendable {
    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    /// An identifier by its halves, as it is.
    public init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// The version digit; 7 for those made here.
    public var version: Int { Int(high >> 12 & 0xF) }

    /// When it was made, to the millisecond; nil for another version.
    public var created: Timestamp? {
        version == 7 ? Timestamp(microseconds: Int64(high >> 16) * 1000) : nil
    }
}

extension UUIDv7: Comparable {
    /// The order of the sixteen bytes, which is PostgreSQL's order too.
    public static func < (left: UUIDv7, right: UUIDv7) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }
}

extension UUIDv7 {
    /// Sixteen bytes in network order; nil for another length.
    public init?(bytes: Span<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        for index in 0..<8 {
            halves.0 = halves.0 << 8 | UInt64(bytes[index])
            halves.1 = halves.1 << 8 | UInt64(bytes[index + 8])
        }
        self.init(high: halves.0, low: halves.1)
    }

    /// Appends the sixteen bytes in network order.
    public func writeBytes(into bytes: inout [UInt8]) {
        var raw = InlineArray<16, UInt8>(repeating: 0)
        for index in 0..<8 {
            raw[index] = UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * index))
            raw[index + 8] = UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * index))
        }
        bytes.append(copying: raw.span)
    }
}
