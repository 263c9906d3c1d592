import Core
import Outbound

/// The cell rate algorithm as the shared memory runs it: for all keys of a request in one step, under all or under none.
/// Times are microseconds since a moment close by, so that Redis's floating numbers keep their thousandths; its clock
/// counts, unless a test says another time.
enum CellScript {
    /// Hands the text over; the answer is the digest by which it is called.
    static let load = RedisCommand(["SCRIPT", "LOAD", text])

    /// The question about tries. Without a digest the text goes along, for a server that does not have it.
    static func command(_ tries: RateTries, now: Timestamp?, digest: String?) -> RedisCommand {
        var command = RedisCommand(words: 4 + 3 * tries.count, room: 512)
        command.add(digest == nil ? "EVAL" : "EVALSHA")
        command.add(digest ?? text)
        command.add(Int64(tries.count))
        for index in 0..<tries.count {
            guard let one = tries[index] else { break }
            command.add("{konak}:pace:\(String(one.key.fingerprint, radix: 16))")
        }
        command.add(now.map { String($0.microseconds - epoch) } ?? "")
        for index in 0..<tries.count {
            guard let one = tries[index] else { break }
            command.add(microseconds(one.rule.interval))
            command.add(microseconds(one.rule.slack))
        }
        return command
    }

    private static let epoch: Int64 = 1_700_000_000_000_000

    private static func microseconds(_ nanoseconds: Int64) -> String {
        let rest = String(nanoseconds % 1_000)
        return "\(nanoseconds / 1_000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
    }

    static let text = """
        local now
        if ARGV[1] == '' then
          local clock = redis.call('TIME')
          now = (tonumber(clock[1]) - 1700000000) * 1000000 + tonumber(clock[2])
        else
          now = tonumber(ARGV[1])
        end
        local due, refused = {}, 0
        for i = 1, #KEYS do
          local interval, slack = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
          local at = tonumber(redis.call('GET', KEYS[i]) or now) or now
          at = math.min(math.max(at, now), now + slack + interval)
          if refused == 0 and at > now + slack then refused = i end
          due[i] = at
        end
        local said = {refused}
        for i = 1, #KEYS do
          if refused == 0 then
            due[i] = due[i] + tonumber(ARGV[2 * i])
            redis.call('SET', KEYS[i], string.format('%.3f', due[i]), 'PX', math.ceil((due[i] - now) / 1000) + 1)
          end
          said[i + 1] = math.ceil(due[i] - now)
        end
        return said
        """
}

/// What the shared memory says to tries.
struct SharedVerdict: Sendable, Hashable {
    /// The first try that is used up; nil when all may go on.
    let refused: Int?
    private let microseconds: [Int64]

    /// The verdict in a reply; nil for anything that is none.
    init?(_ value: RedisValue, tries count: Int) {
        guard case .list(let said) = value, said.count == count + 1, let first = said[0].integer,
            (0...Int64(count)).contains(first)
        else { return nil }
        refused = first == 0 ? nil : Int(first) - 1
        microseconds = said.dropFirst().compactMap(\.integer)
        guard microseconds.count == count else { return nil }
    }

    /// How far ahead of the clock a try's key is, in nanoseconds.
    func ahead(_ index: Int) -> Int64 {
        let (product, overflow) = microseconds[index].multipliedReportingOverflow(by: 1_000)
        return overflow ? 0 : max(product, 0)
    }

    func outcome(of tries: RateTries, now: Timestamp) -> RateOutcome? {
        let now = RateLimiter.nanoseconds(now)
        func outcome(_ index: Int) -> RateOutcome? {
            guard let one = tries[index] else { return nil }
            let decision = RateDecision(
                isAllowed: refused == nil, due: now &+ min(ahead(index), RateLimiter.furthest), now: now, one.rule)
            return RateOutcome(pace: one.pace, decision: decision)
        }
        if let refused { return outcome(refused) }
        return (0..<tries.count).compactMap(outcome).min { $0.decision.remaining < $1.decision.remaining }
    }
}
