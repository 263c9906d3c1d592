public import Core
public import HTTP

/// What a limiter says to one try.
public struct RateDecision: Sendable, Hashable {
    /// Whether it may go on.
    public let isAllowed: Bool
    /// By which rule.
    public let rule: RateRule
    /// How many more may come now.
    public let remaining: Int
    /// Seconds until all may come again.
    public let reset: Int
    /// Seconds until one may come again; 0 when one may now.
    public let wait: Int

    init(isAllowed: Bool, due: Int64, now: Int64, _ rule: RateRule) {
        (self.isAllowed, self.rule) = (isAllowed, rule)
        remaining = CellRate.remaining(due: due, now: now, rule)
        reset = Self.seconds(due &- now)
        wait = isAllowed ? 0 : max(1, Self.seconds(due &- now &- rule.slack))
    }

    /// Rounded up: who comes a moment later is not early.
    private static func seconds(_ nanoseconds: Int64) -> Int {
        Int((max(nanoseconds, 0) &+ 999_999_999) / 1_000_000_000)
    }

    /// Tells the client, in the fields of the HTTP working group's draft: the policy, and what is left of it. The name
    /// is a word of ours.
    public func write(as pace: RatePace, into fields: inout Fields) {
        fields[.rateLimitPolicy] = "\"\(pace.rawValue)\";q=\(rule.amount);w=\(rule.period.components.seconds)"
        fields[.rateLimit] = "\"\(pace.rawValue)\";r=\(remaining);t=\(reset)"
    }
}

/// A request that came too soon: by which pace, and when it may come again.
public struct RateRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// By which.
    public let pace: RatePace
    /// What was decided.
    public let decision: RateDecision

    init(_ outcome: RateOutcome) { (pace, decision) = (outcome.pace, outcome.decision) }

    /// As the world may see it.
    public var problem: Problem { Problem(.tooMany, retryAfter: decision.wait) }

    /// For logs.
    public var description: String { "too many by \(pace.rawValue)" }
}

extension FieldName {
    /// What is left of a limit.
    public static let rateLimit = FieldName("ratelimit")
    /// The limit itself.
    public static let rateLimitPolicy = FieldName("ratelimit-policy")
}
