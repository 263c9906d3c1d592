/// A number with at most nine decimal places, exact. Equal numbers are the same however they were written.
public struct DecimalNumber: Sendable, Hashable, Comparable {
    /// The number without its point.
    public let units: Int64
    /// How many of its digits stand behind the point: 0…9.
    public let places: Int

    /// A whole number.
    public init(_ whole: Int64) { (units, places) = (whole, 0) }

    /// So many units of the last place; nil for more than nine places.
    public init?(units: Int64, places: Int) {
        guard (0...9).contains(places) else { return nil }
        var (units, places) = (units, places)
        while places > 0, units % 10 == 0 { (units, places) = (units / 10, places - 1) }
        (self.units, self.places) = (units, places)
    }

    /// The whole number; nil when it has decimal places.
    public var whole: Int64? { places == 0 ? units : nil }

    /// By their values, whatever their places.
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        left.scaled(to: 9) < right.scaled(to: 9)
    }

    /// Nine more places than 64 bits hold fit into 128.
    func scaled(to places: Int) -> Int128 { Int128(units) * Self.power(places - self.places) }

    static func power(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<max(exponent, 0) { power *= 10 }
        return power
    }

    /// The number with exactly so many places, half a unit rounded away from zero.
    func rounded(to places: Int) -> Int128 {
        guard places < self.places else { return scaled(to: places) }
        let divisor = Self.power(self.places - places)
        let (quotient, rest) = Int128(units).quotientAndRemainder(dividingBy: divisor)
        return rest.magnitude * 2 >= divisor.magnitude ? quotient + (units < 0 ? -1 : 1) : quotient
    }
}
