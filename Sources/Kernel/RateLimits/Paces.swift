public import Core
public import HTTP
public import ModuleKit

/// The paces that requests and messages are held to: counted in this process, and with others where they share a memory.
/// The gate asks twice: before it asks anybody who comes, so that a storm costs nothing dear, and once it knows.
public struct Paces: Sendable {
    let limiter: RateLimiter
    let counts: PaceCounts
    private let seal: RateSeal
    private let standard: RatePlan
    private let clock: any WallClock
    private let shared: SharedPaces?

    /// Paces of this process alone, at rates where a plan says none.
    public init(_ standard: RatePlan = .free, clock: any WallClock = SystemClock()) {
        self.init(standard, seal: RateSeal(), shared: nil, clock: clock)
    }

    init(_ standard: RatePlan, seal: RateSeal, shared: SharedPaces?, clock: any WallClock) {
        (self.standard, self.seal, self.shared, self.clock) = (standard, seal, shared, clock)
        (limiter, counts) = (RateLimiter(), PaceCounts())
    }

    /// The pace of an open route: two routes of one path, and two tenants of one route, share none. Made once.
    public func place(_ method: Method, _ path: PathTemplate, of module: ModuleID) -> RatePlace {
        seal.place("\(module.text) \(method.rawValue) \(path.text)")
    }

    // MARK: Requests

    /// The first stop: the address, the tenant, and an open route's own limit. It asks nothing of the database, and does
    /// not wait: what is still to be asked of the shared memory comes back, to be settled.
    @discardableResult
    public func enter(
        from client: IPAddress?, at entry: SiteEntry, _ place: RatePlace, limit: OpenLimit? = nil
    ) throws -> PaceQuestion? {
        var tries = RateTries()
        let tenant = entry.site.tenant
        if let limit {
            let key = seal.key(.address(client), in: tenant, at: place)
            tries.add(RateTry(pace: .route, key: key, rule: RateRule(limit.perMinute)))
        }
        if standard.holdsRequests {
            let plan = entry.rates ?? standard
            tries.add(RateTry(pace: .address, key: seal.key(.address(client), in: tenant), rule: plan.address))
            if tenant != nil {
                tries.add(RateTry(pace: .tenant, key: seal.key(.tenant, in: tenant), rule: plan.tenant))
            }
        }
        return try here(tries).question
    }

    /// The second stop, once it is known who asks: a person, a customer or a key. Answers to programs tell what is left.
    public func admit(_ who: RateKey.Subject, at entry: SiteEntry) async throws -> PaceAllowance? {
        guard standard.holdsRequests else { return nil }
        let plan = entry.rates ?? standard
        let (pace, rule): (RatePace, RateRule) = if case .key = who { (.key, plan.key) } else { (.user, plan.user) }
        return try await take(RateTry(pace: pace, key: seal.key(who, in: entry.site.tenant), rule: rule))
    }

    // MARK: Messages

    /// One more of a person's messages on a channel.
    public func take(
        _ channel: MessageChannel, by user: UserID, in tenant: TenantID, plan: RatePlan?
    ) async throws {
        let pace: RatePace =
            switch channel {
            case .mail: .mail
            case .sms: .sms
            case .whatsapp: .whatsapp
            }
        let key = seal.key(.channel(channel, user), in: tenant)
        _ = try await take(RateTry(pace: pace, key: key, rule: (plan ?? standard).rule(of: pace)))
    }

    // MARK: Counting

    private func take(_ one: RateTry) async throws -> PaceAllowance? {
        let (outcome, question) = try here(RateTries(one))
        guard let question else { return outcome.map { PaceAllowance($0) } }
        return try await settle(question).map { PaceAllowance($0) } ?? outcome.map { PaceAllowance($0) }
    }

    /// First here, where it costs least and where what others counted was learnt; only who is let through here is asked
    /// about there.
    private func here(_ tries: RateTries) throws -> (outcome: RateOutcome?, question: PaceQuestion?) {
        let now = clock.now()
        let outcome = limiter.take(tries, now: now)
        if let outcome, !outcome.decision.isAllowed { throw refusal(outcome) }
        guard let shared, shared.isUp, outcome != nil else { return (outcome, nil) }
        return (outcome, PaceQuestion(tries, now))
    }

    /// Asks the shared memory what this process alone could not know. Nil when it does not answer in time.
    @discardableResult
    func settle(_ question: PaceQuestion) async throws -> RateOutcome? {
        let (tries, now) = (question.tries, question.now)
        guard let verdict = await shared?.take(tries), let there = verdict.outcome(of: tries, now: now) else {
            return nil
        }
        for index in 0..<tries.count {
            guard let one = tries[index] else { break }
            limiter.learn(one.key, ahead: verdict.ahead(index), now: now, isExact: verdict.refused != nil)
        }
        guard there.decision.isAllowed else { throw refusal(there) }
        return there
    }

    private func refusal(_ outcome: RateOutcome) -> RateRefusal {
        counts.refuse(outcome.pace)
        return RateRefusal(outcome)
    }
}

/// What is to be asked of the shared memory: made only where there is one, so that nobody else carries it around.
public final class PaceQuestion: Sendable {
    let tries: RateTries
    let now: Timestamp

    init(_ tries: RateTries, _ now: Timestamp) { (self.tries, self.now) = (tries, now) }
}

/// What is left to somebody who was let through, for the answer to say.
public struct PaceAllowance: Sendable, Hashable {
    private let outcome: RateOutcome

    init(_ outcome: RateOutcome) { self.outcome = outcome }

    /// Whether a program asks, which can make use of it; people's browsers cannot.
    public var isForPrograms: Bool { outcome.pace == .key }

    /// Tells it.
    public func write(into fields: inout Fields) { outcome.decision.write(as: outcome.pace, into: &fields) }
}

extension Paces {
    /// What was refused, for `/metrics`.
    func write(into text: inout MetricsText) {
        text.describe("konak_pace_refused_total", "counter", "Requests and messages that came too soon, by pace.")
        for (pace, count) in counts.refused { text.sample("konak_pace_refused_total", [("pace", pace)], count) }
        text.single(
            "konak_addresses_denied_total", "counter", "Requests from addresses that are let in nowhere.", counts.denied
        )
    }
}

extension RateRefusal {
    /// The fields of the answer.
    func write(into fields: inout Fields) { decision.write(as: pace, into: &fields) }
}
