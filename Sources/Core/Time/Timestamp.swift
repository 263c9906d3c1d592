/// An instant in UTC to the microsecond, between the years 0 and 9999, the years RFC 3339 can write.
public struct Timestamp: Hashable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int64

    /// An instant that is kept as it is; nil outside the years 0…9999.
    public init?(exactly microseconds: Int64) {
        guard Self.range.contains(microseconds) else { return nil }
        self.microseconds = microseconds
    }

    /// An instant by its count; one outside the years 0…9999 becomes the nearest inside.
    public init(microseconds: Int64) {
        self.microseconds = min(max(microseconds, Self.range.lowerBound), Self.range.upperBound)
    }

    /// An instant by whole seconds; one outside the years 0…9999 becomes the nearest inside.
    public init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        self.init(microseconds: overflow ? (seconds < 0 ? .min : .max) : product)
    }

    /// 0000-01-01T00:00:00Z through 9999-12-31T23:59:59.999999Z.
    static var range: ClosedRange<Int64> { -62_167_219_200_000_000...253_402_300_799_999_999 }
}

extension Timestamp {
    /// 1970-01-01T00:00:00Z.
    public static var epoch: Timestamp { Timestamp(microseconds: 0) }
    /// The first instant that can be written.
    public static var earliest: Timestamp { Timestamp(microseconds: .min) }
    /// The last instant that can be written.
    public static var latest: Timestamp { Timestamp(microseconds: .max) }

    /// Whole seconds since 1970, rounded towards the past.
    public var seconds: Int64 { (microseconds - Self.remainder(microseconds, 1_000_000)) / 1_000_000 }

    /// Whole milliseconds since 1970, rounded towards the past.
    public var milliseconds: Int64 { (microseconds - Self.remainder(microseconds, 1_000)) / 1_000 }

    /// A remainder that is never negative.
    static func remainder(_ value: Int64, _ divisor: Int64) -> Int64 {
        let rest = value % divisor
        return rest < 0 ? rest + divisor : rest
    }
}

extension Timestamp: Comparable {
    /// True when the left instant comes first.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }
}

extension Timestamp {
    /// This instant moved by a duration (cut to the microsecond); nil outside the years 0…9999.
    public func adding(_ duration: Duration) -> Timestamp? {
        Int64(exactly: Int128(microseconds) + duration.wholeMicroseconds).flatMap(Timestamp.init(exactly:))
    }

    /// The time from an earlier instant to this one; negative when `other` is the later.
    public func duration(since other: Timestamp) -> Duration { .microseconds(microseconds - other.microseconds) }

    /// A later instant. What would pass the year 9999 stays at its end, so that a deadline never traps.
    public static func + (instant: Timestamp, duration: Duration) -> Timestamp {
        Timestamp(microseconds: Int64(clamping: Int128(instant.microseconds) + duration.wholeMicroseconds))
    }

    /// An earlier instant, with the same floor and ceiling as `+`.
    public static func - (instant: Timestamp, duration: Duration) -> Timestamp {
        Timestamp(microseconds: Int64(clamping: Int128(instant.microseconds) - duration.wholeMicroseconds))
    }

    /// The time between two instants.
    public static func - (left: Timestamp, right: Timestamp) -> Duration { left.duration(since: right) }
}

extension Duration {
    /// Cut towards zero. `components` would trap where the seconds do not fit 64 bits.
    fileprivate var wholeMicroseconds: Int128 { attoseconds / 1_000_000_000_000 }
}
