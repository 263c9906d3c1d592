extension Money {
    /// A percentage of the amount, halves rounded away from zero, so that a refund mirrors its sale.
    public func percentage(_ rate: Percentage) throws(MoneyFault) -> Money {
        try scaled(by: rate.partsPerMillion, over: 1_000_000)
    }

    /// The amount times a fraction, halves rounded away from zero: the net of a gross sum is `scaled(by: 100, over: 120)`.
    public func scaled(by numerator: Int64, over denominator: Int64) throws(MoneyFault) -> Money {
        guard denominator > 0 else { throw .shares }
        let product = Int128(minorUnits) * Int128(numerator)
        let half = product < 0 ? -Int128(denominator / 2) : Int128(denominator / 2)
        // An odd denominator has no half to tie on: adding its floor half and cutting rounds to the nearest.
        return try Money(wide: (product + half) / Int128(denominator), currency)
    }

    /// The amount split by ratios without losing a unit: what is left after the whole parts goes, one unit each, to
    /// the largest remainders, the first of equals first.
    public func allocated(by ratios: [Int64]) throws(MoneyFault) -> [Money] {
        let total = ratios.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0, !ratios.contains(where: { $0 < 0 }) else { throw .shares }
        let amount = Int128(minorUnits.magnitude)
        var parts = ratios.map { amount * Int128($0) / total }
        let left = Int(amount - parts.reduce(0, +))
        for index in Self.largestRemainders(of: amount, ratios, total).prefix(left) { parts[index] += 1 }
        let sign: Int128 = minorUnits < 0 ? -1 : 1
        return parts.map { Money(minorUnits: Int64(truncatingIfNeeded: $0 * sign), currency) }
    }

    /// The places of the ratios, those that lost most to rounding first.
    private static func largestRemainders(of amount: Int128, _ ratios: [Int64], _ total: Int128) -> [Int] {
        let remainders = ratios.map { amount * Int128($0) % total }
        return ratios.indices.sorted {
            remainders[$0] != remainders[$1] ? remainders[$0] > remainders[$1] : $0 < $1
        }
    }
}
