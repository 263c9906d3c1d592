/// An amount in the smallest unit of its currency. Never a float, never two currencies in one sum.
public struct Money: Hashable, Sendable {
    /// The amount in kuruş, cents, fils…
    public let minorUnits: Int64
    /// What it is an amount of.
    public let currency: Currency

    /// So many smallest units.
    public init(minorUnits: Int64, _ currency: Currency) {
        (self.minorUnits, self.currency) = (minorUnits, currency)
    }

    /// Nothing, in a currency.
    public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency) }
}

extension Money {
    /// The sum of two amounts of one currency.
    public func adding(_ other: Money) throws(MoneyFault) -> Money {
        guard currency == other.currency else { throw .currencies(currency, other.currency) }
        return try Money(wide: Int128(minorUnits) + Int128(other.minorUnits), currency)
    }

    /// The difference of two amounts of one currency.
    public func subtracting(_ other: Money) throws(MoneyFault) -> Money {
        guard currency == other.currency else { throw .currencies(currency, other.currency) }
        return try Money(wide: Int128(minorUnits) - Int128(other.minorUnits), currency)
    }

    /// The amount so many times.
    public func multiplied(by factor: Int64) throws(MoneyFault) -> Money {
        try Money(wide: Int128(minorUnits) * Int128(factor), currency)
    }

    /// The amount with the other sign.
    public func negated() throws(MoneyFault) -> Money { try Money(wide: -Int128(minorUnits), currency) }

    /// True when this amount is below another of its currency.
    public func isLess(than other: Money) throws(MoneyFault) -> Bool {
        guard currency == other.currency else { throw .currencies(currency, other.currency) }
        return minorUnits < other.minorUnits
    }

    /// A result of wide arithmetic, if it fits.
    init(wide units: Int128, _ currency: Currency) throws(MoneyFault) {
        guard let units = Int64(exactly: units) else { throw .overflow }
        self.init(minorUnits: units, currency)
    }
}
