/// Why a sum cannot be had.
public enum MoneyFault: Error, Hashable {
    /// The result does not fit 64 bits.
    case overflow
    /// Two currencies in one sum.
    case currencies(Currency, Currency)
    /// A divisor of zero, shares below zero, or none above it.
    case shares
}

extension MoneyFault: CustomStringConvertible, CustomDebugStringConvertible {
    /// For machines.
    public var code: String {
        switch self {
        case .overflow: "money-overflow"
        case .currencies: "money-currencies"
        case .shares: "money-shares"
        }
    }

    /// Bland.
    public var description: String { "\(code): the amount cannot be computed" }

    /// With the currencies.
    public var debugDescription: String {
        if case .currencies(let left, let right) = self { "\(code): \(left) and \(right)" } else { code }
    }
}
