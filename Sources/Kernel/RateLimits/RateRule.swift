/// How often something may be done: so many times in a period, and so many of them at once.
public struct RateRule: Sendable, Hashable {
    /// Times in a period.
    public let amount: Int
    /// The period.
    public let period: Duration
    /// How many at once before the pace binds.
    public let burst: Int

    /// Nanoseconds from one to the next at full pace.
    let interval: Int64
    /// How far ahead of the clock the next may lie and still be let through.
    let slack: Int64

    /// A rule. Anything below one is one, a period lasts from a second to a day.
    public init(_ amount: Int, per period: Duration = .seconds(60), burst: Int? = nil) {
        let amount = min(max(amount, 1), 1_000_000_000)
        let nanoseconds = min(max(period, .seconds(1)), .seconds(86_400)).nanoseconds
        (self.amount, self.period) = (amount, .nanoseconds(nanoseconds))
        interval = max(nanoseconds / Int64(amount), 1)
        self.burst = min(max(burst ?? amount, 1), amount)
        slack = interval * Int64(self.burst - 1)
    }

    /// By default: e-mails of a user in a minute.
    public static let mailsOfUser = RateRule(50)
    /// By default: SMS of a user in a minute.
    public static let textsOfUser = RateRule(20)
    /// By default: WhatsApp messages of a user in a minute.
    public static let chatsOfUser = RateRule(20)
}

extension Duration {
    /// Whole nanoseconds, as far as they fit.
    fileprivate var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max : product + attoseconds / 1_000_000_000
    }
}
