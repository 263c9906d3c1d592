import Core
import HTTP
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("Rate limits")
struct RateLimiterTests {
    private static let start = Timestamp(seconds: 1_800_000_000)

    private static let seal = RateSeal()
    private static func key(_ number: UInt32) -> RateKey { seal.key(.address(.v4(number)), in: nil) }

    /// One key of each kind.
    private static let subjects: [RateKey.Subject] = [
        .address(.v4(1)), .address(.loopbackV6), .user(.make()), .customer(.make()), .key(.make()), .tenant,
        .channel(.mail, .make()), .channel(.sms, .make()), .channel(.whatsapp, .make()),
    ]

    @Test(
        "let through of each kind of key what the rule says within a hundredth, at fifty times the pace",
        arguments: subjects)
    func kinds(subject: RateKey.Subject) {
        let (limiter, rule) = (RateLimiter(keys: 1_024), RateRule(600, burst: 20))
        for place in [nil, Self.seal.place("a route")] {
            let key = Self.seal.key(subject, in: .make(), at: place)
            var allowed = 0
            // Ten minutes in steps of two milliseconds.
            for step in 0..<300_000 {
                let now = Timestamp(microseconds: Self.start.microseconds + Int64(step) * 2_000)
                if limiter.take(key, rule, now: now).isAllowed { allowed += 1 }
            }
            #expect((5_940...6_080).contains(allowed), "\(allowed)")
        }
    }

    private static let rules: [RateRule] = [
        RateRule(600, burst: 1), RateRule(600, burst: 60), RateRule(6_000), RateRule(700, per: .seconds(7), burst: 10),
        RateRule(1_000, per: .seconds(60), burst: 3), RateRule(100_000, per: .seconds(3_600), burst: 1),
    ]

    @Test("take no memory for places in which nobody stands")
    func memory() throws {
        let before = try Self.residentKilobytes()
        let limiter = RateLimiter(keys: 1 << 22)
        for number in 0..<100 {
            #expect(limiter.take(Self.key(UInt32(number)), RateRule(60), now: Self.start).isAllowed)
        }
        let grown = try Self.residentKilobytes() - before
        #expect(limiter.capacity >= 1 << 22 && grown < 8 * 1024)
    }

    private static func residentKilobytes() throws -> Int {
        let status = try LocalPath("/proc/self/status").readText()
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return try #require(line?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }

    @Test(
        "let through what the rule says within a hundredth, at ten times the pace, evenly or in gusts", arguments: rules
    )
    func accuracy(rule: RateRule) {
        for gust in [1, 7] {
            let (limiter, key) = (RateLimiter(keys: 1_024), Self.key(1))
            var random = SeededRandom(seed: 42)
            var allowed = 0
            let seconds = 600
            let ideal = Double(rule.amount) * Double(seconds) / Double(rule.period.components.seconds)
            let tries = Int(ideal * 10)
            var moments = (0..<(tries / gust)).map { _ in
                Int64.random(in: 0..<Int64(seconds) * 1_000_000, using: &random)
            }
            moments.sort()
            for moment in moments {
                for _ in 0..<gust {
                    let now = Timestamp(microseconds: Self.start.microseconds + moment)
                    if limiter.take(key, rule, now: now).isAllowed { allowed += 1 }
                }
            }
            // The burst comes on top once; the pace may stand still between two gusts.
            let most = ideal + Double(rule.burst)
            #expect(Double(allowed) <= most * 1.01, "\(allowed) of \(most)")
            if rule.burst >= gust * 3 || gust == 1 && rule.burst > 1 {
                #expect(Double(allowed) >= ideal * 0.99, "\(allowed) of \(ideal)")
            }
        }
    }

    @Test("tell what is left, and when to come again")
    func decisions() {
        let (limiter, key, rule) = (RateLimiter(keys: 1_024), Self.key(1), RateRule(10, burst: 3))
        var fields = Fields()
        let first = limiter.take(key, rule, now: Self.start)
        #expect(first.isAllowed && first.remaining == 2 && first.reset == 6 && first.wait == 0)
        _ = limiter.take(key, rule, now: Self.start)
        let third = limiter.take(key, rule, now: Self.start)
        third.write(as: .user, into: &fields)
        #expect(fields[.rateLimit] == "\"user\";r=0;t=18" && fields[.rateLimitPolicy] == "\"user\";q=10;w=60")
        let refused = limiter.take(key, rule, now: Self.start)
        refused.write(as: .user, into: &fields)
        #expect(!refused.isAllowed && refused.wait == 6 && fields[.rateLimit] == "\"user\";r=0;t=18")
        let problem = RateRefusal(RateOutcome(pace: .user, decision: refused)).problem
        #expect(problem.code == .tooMany && problem.retryAfter == 6 && problem.status == 429)
        // Whoever comes when told to is let in.
        #expect(limiter.take(key, rule, now: Self.start + .seconds(6)).isAllowed)
        #expect(limiter.take(key, rule, now: Self.start + .seconds(60)).remaining == 2)
    }

    @Test("count under several keys or under none")
    func together() {
        let limiter = RateLimiter(keys: 1_024)
        let wide = RateTry(pace: .tenant, key: Self.key(1), rule: RateRule(100))
        let narrow = RateTry(pace: .address, key: Self.key(2), rule: RateRule(2))
        var tries = RateTries(wide)
        tries.add(narrow)
        for left in [1, 0] {
            let outcome = limiter.take(tries, now: Self.start)
            #expect(outcome?.decision.remaining == left && outcome?.pace == .address)
        }
        for _ in 0..<50 {
            let outcome = limiter.take(tries, now: Self.start)
            #expect(outcome?.decision.isAllowed == false && outcome?.pace == .address)
        }
        // What the narrow one refused has not used the wide one up.
        #expect(limiter.take(wide.key, wide.rule, now: Self.start).remaining == 97)
        #expect(limiter.take(RateTries(), now: Self.start) == nil)
    }

    @Test("take over what was counted elsewhere")
    func learning() {
        let (limiter, rule, key) = (RateLimiter(keys: 1_024), RateRule(60, burst: 10), Self.key(1))
        limiter.learn(key, ahead: 10_000_000_000, now: Self.start, isExact: false)
        let refused = limiter.take(key, rule, now: Self.start)
        #expect(!refused.isAllowed && refused.wait == 1)
        // Less than what is known here changes nothing, unless it is the whole truth.
        limiter.learn(key, ahead: 0, now: Self.start, isExact: false)
        #expect(!limiter.take(key, rule, now: Self.start).isAllowed)
        limiter.learn(key, ahead: 0, now: Self.start, isExact: true)
        #expect(limiter.take(key, rule, now: Self.start).remaining == 9)
        for absurd in [Int64.min, .max] {
            limiter.learn(key, ahead: absurd, now: .latest, isExact: true)
            #expect(limiter.take(key, rule, now: .latest).wait >= 0)
        }
    }

    @Test("never hold more than there is room for, and forget the exhausted last")
    func bounded() {
        let limiter = RateLimiter(keys: 2_048)
        let (rule, victim) = (RateRule(10), Self.key(7))
        for _ in 0..<10 { _ = limiter.take(victim, rule, now: Self.start) }
        for number in 0..<200_000 { _ = limiter.take(Self.key(1_000 + UInt32(number)), rule, now: Self.start) }
        #expect(!limiter.take(victim, rule, now: Self.start).isAllowed)
        #expect(limiter.count <= limiter.capacity && limiter.capacity == 2_048)
    }

    @Test("count exactly, however many threads take at once")
    func threads() async {
        let (limiter, rule) = (RateLimiter(keys: 1_024), RateRule(1_000))
        let allowed = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<500).count { _ in limiter.take(Self.key(1), rule, now: Self.start).isAllowed }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(allowed == 1_000)
    }

    @Test("survive absurd rules and clocks")
    func absurd() {
        let limiter = RateLimiter(keys: 1)
        for rule in [
            RateRule(.min), RateRule(.max), RateRule(0, per: .zero), RateRule(1, per: .seconds(Int64.max)),
            RateRule(5, per: .seconds(-1), burst: .min), RateRule(.max, per: .seconds(86_400), burst: .max),
        ] {
            for now in [Timestamp.earliest, .epoch, Self.start, .latest, Self.start, .earliest] {
                let decision = limiter.take(Self.key(1), rule, now: now)
                #expect((0...rule.burst).contains(decision.remaining) && decision.wait >= 0 && decision.reset >= 0)
            }
        }
    }
}
