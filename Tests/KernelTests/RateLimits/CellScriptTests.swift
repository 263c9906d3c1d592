import Core
import Outbound
import Testing

@testable import Kernel

@Suite("What the shared memory of paces is asked, and says")
struct CellScriptTests {
    private static let now = Timestamp(seconds: 1_800_000_000)

    private static func tries(_ rules: [RateRule]) -> RateTries {
        let seal = RateSeal()
        var tries = RateTries()
        for rule in rules { tries.add(RateTry(pace: .user, key: seal.key(.user(.make()), in: nil), rule: rule)) }
        return tries
    }

    @Test("is one question about all keys, with thousandths of microseconds")
    func question() {
        let tries = Self.tries([RateRule(60, burst: 2), RateRule(7, per: .seconds(1), burst: 1)])
        let words = String(decoding: CellScript.command(tries, now: Self.now, digest: "0123abcd").bytes, as: UTF8.self)
            .split(separator: "\r\n").filter { !$0.hasPrefix("$") && !$0.hasPrefix("*") }
        #expect(words.count == 10 && words[0] == "EVALSHA" && words[1] == "0123abcd" && words[2] == "2")
        #expect(words[3].hasPrefix("{konak}:pace:") && words[3] != words[4])
        #expect(words[5...] == ["100000000000000", "1000000.000", "1000000.000", "142857.142", "0.000"])
        let whole = String(decoding: CellScript.command(tries, now: nil, digest: nil).bytes, as: UTF8.self)
        #expect(whole.contains("EVAL\r\n") && whole.contains("redis.call('TIME')"))
    }

    private static let verdicts: [(RedisValue, Int?, Bool)] = [
        (.list([.integer(0), .integer(5), .integer(7)]), nil, true),
        (.list([.integer(2), .integer(5), .integer(7)]), 1, true),
        (.list([.integer(3), .integer(5), .integer(7)]), nil, false),
        (.list([.integer(-1), .integer(5), .integer(7)]), nil, false),
        (.list([.integer(0), .integer(5)]), nil, false), (.list([.integer(0), .null, .integer(7)]), nil, false),
        (.list([]), nil, false), (.null, nil, false), (.error("ERR x"), nil, false), (.integer(0), nil, false),
    ]

    @Test("is answered by a verdict, or by nothing that counts", arguments: verdicts)
    func answers(value: RedisValue, refused: Int?, isVerdict: Bool) {
        let verdict = SharedVerdict(value, tries: 2)
        #expect((verdict != nil) == isVerdict && verdict?.refused == refused)
    }

    @Test("becomes the decision of the pace that is used up, or of the scarcest")
    func decisions() throws {
        let tries = Self.tries([RateRule(60, burst: 10), RateRule(60, burst: 5)])
        let open = try #require(
            SharedVerdict(.list([.integer(0), .integer(2_000_000), .integer(3_000_000)]), tries: 2))
        let outcome = try #require(open.outcome(of: tries, now: Self.now))
        #expect(outcome.decision.isAllowed && outcome.decision.remaining == 2 && outcome.decision.reset == 3)
        let shut = try #require(
            SharedVerdict(.list([.integer(1), .integer(10_500_000), .integer(0)]), tries: 2))
        let refusal = try #require(shut.outcome(of: tries, now: Self.now))
        #expect(!refusal.decision.isAllowed && refusal.decision.wait == 2 && refusal.decision.rule.burst == 10)
        for absurd in [Int64.min, .max] {
            let verdict = try #require(
                SharedVerdict(.list([.integer(1), .integer(absurd), .integer(absurd)]), tries: 2))
            #expect(try #require(verdict.outcome(of: tries, now: .latest)).decision.wait >= 0)
        }
    }
}
