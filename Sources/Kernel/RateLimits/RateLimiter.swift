public import Core
import Synchronization

/// Keeps paces in memory that is taken once and never grows. A key's place is one of a few; when all of them are taken,
/// the one goes that is nearest to a full bucket, which loses least by being forgotten. So a flood of strangers pushes
/// out other strangers, and not whoever has used up what they may.
public final class RateLimiter: Sendable {
    private struct Place {
        var fingerprint: UInt64 = 0
        var due: Int64 = .min
    }

    /// A part with a lock of its own, so that threads seldom meet.
    private final class Shard: Sendable {
        let places: Mutex<[Place]>
        init(_ count: Int) { places = Mutex([Place](repeating: Place(), count: count)) }
    }

    /// Places that one key may stand in.
    private static let ways = 8
    private static let shardBits: UInt64 = 6

    private let shards: [Shard]
    private let setMask: UInt64

    /// A limiter with room for so many keys, rounded up to a power of two: 262,144 keys take 4 MiB.
    public init(keys: Int = 262_144) {
        let sets = max(1, min(keys, 1 << 26) / (Self.ways << Self.shardBits)).nextPowerOfTwo
        shards = (0..<(1 << Self.shardBits)).map { _ in Shard(sets * Self.ways) }
        setMask = UInt64(sets - 1)
    }

    /// How many keys are kept; never more than there is room for.
    public var count: Int {
        shards.reduce(0) { sum, shard in
            sum + shard.places.withLock { places in places.count { $0.fingerprint != 0 } }
        }
    }

    /// How many there is room for.
    public var capacity: Int { shards.count * (Int(setMask) + 1) * Self.ways }

    /// Counts one more, if it may come.
    public func take(_ key: RateKey, _ rule: RateRule, now: Timestamp) -> RateDecision {
        let now = Self.nanoseconds(now)
        let (isAllowed, due) = shard(key).places.withLock { places in
            let index = find(key, in: &places)
            let step = CellRate.step(due: places[index].due, now: now, rule)
            places[index].due = step.due
            return step
        }
        return RateDecision(isAllowed: isAllowed, due: due, now: now, rule)
    }

    /// Counts one more under each of several keys, if it may come under all; else under none. Nil without a try.
    func take(_ tries: RateTries, now: Timestamp) -> RateOutcome? {
        var scarcest: RateOutcome?
        for index in 0..<tries.count {
            guard let one = tries[index] else { break }
            let outcome = RateOutcome(pace: one.pace, decision: take(one.key, one.rule, now: now))
            guard outcome.decision.isAllowed else {
                for taken in 0..<index { giveBack(tries[taken]) }
                return outcome
            }
            if outcome.decision.remaining < scarcest?.decision.remaining ?? .max { scarcest = outcome }
        }
        return scarcest
    }

    private func giveBack(_ one: RateTry?) {
        guard let one else { return }
        shard(one.key).places.withLock { places in
            let index = find(one.key, in: &places)
            places[index].due = max(places[index].due, .min + one.rule.interval) - one.rule.interval
        }
    }

    /// Takes over how far ahead of the clock a key is elsewhere, in nanoseconds. At least as far as it is here, unless
    /// what was counted here did not count there.
    func learn(_ key: RateKey, ahead: Int64, now: Timestamp, isExact: Bool) {
        let due = Self.nanoseconds(now) &+ min(max(ahead, 0), Self.furthest)
        shard(key).places.withLock { places in
            let index = find(key, in: &places)
            places[index].due = isExact ? due : max(places[index].due, due)
        }
    }

    /// Two days: no rule's slack is longer.
    static let furthest: Int64 = 172_800_000_000_000

    private func shard(_ key: RateKey) -> Shard { shards[Int(key.fingerprint & (1 << Self.shardBits - 1))] }

    /// The key's place, made for it if it has none.
    private func find(_ key: RateKey, in places: inout [Place]) -> Int {
        let start = Int(key.fingerprint >> Self.shardBits & setMask) * Self.ways
        var oldest = start
        for index in start..<(start + Self.ways) {
            if places[index].fingerprint == key.fingerprint { return index }
            if places[index].due < places[oldest].due { oldest = index }
        }
        places[oldest] = Place(fingerprint: key.fingerprint, due: .min)
        return oldest
    }

    /// From 1970 to 2262; what lies outside counts as its end.
    static func nanoseconds(_ moment: Timestamp) -> Int64 {
        let (value, overflow) = max(moment.microseconds, 0).multipliedReportingOverflow(by: 1_000)
        // Room above for what is furthest.
        return overflow ? .max / 2 : min(value, .max - 400_000_000_000_000)
    }
}

extension Int {
    fileprivate var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
