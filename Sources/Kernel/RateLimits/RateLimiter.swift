public import Core
import Glibc
import Synchronization

/// Keeps paces in memory that is taken once and never grows. A key's place is one of a few; when all of them are taken,
/// the one goes that is nearest to a full bucket, which loses least by being forgotten. So a flood of strangers pushes
/// out other strangers, and not whoever has used up what they may.
public final class RateLimiter: Sendable {
    /// All zero where nobody stands: 1970 is as long ago as never.
    private struct Place {
        var fingerprint: UInt64
        var due: Int64
    }

    /// A part with a lock of its own, so that threads seldom meet.
    ///
    /// `@unchecked Sendable`: the places are touched under the lock only.
    @safe
    private final class Shard: @unchecked Sendable {
        private let lock = Mutex<Void>(())
        private let places: UnsafeMutableBufferPointer<Place>

        init(_ places: Slice<UnsafeMutableBufferPointer<Place>>) {
            unsafe self.places = UnsafeMutableBufferPointer(rebasing: places)
        }

        func withPlaces<Result>(_ body: (UnsafeMutableBufferPointer<Place>) -> Result) -> Result {
            lock.withLock { _ in unsafe body(places) }
        }
    }

    /// Memory as the system gives it, zero and untouched: a place that nobody stands in costs nothing.
    ///
    /// `@unchecked Sendable`: the shards share it out and guard their parts.
    @safe
    private final class Memory: @unchecked Sendable {
        let places: UnsafeMutableBufferPointer<Place>

        init(_ count: Int) {
            let size = count * MemoryLayout<Place>.stride
            let mapped = unsafe mmap(
                nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
            guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
                // why: without this memory there are no limits, and without limits no door should open at all.
                preconditionFailure("no memory for the limits")
            }
            unsafe places = UnsafeMutableBufferPointer(
                start: mapped.bindMemory(to: Place.self, capacity: count), count: count)
        }

        deinit { unsafe munmap(places.baseAddress, places.count * MemoryLayout<Place>.stride) }
    }

    /// Places that one key may stand in.
    private static let ways = 8
    private static let shardBits: UInt64 = 6

    private let memory: Memory
    private let shards: [Shard]
    private let setMask: UInt64

    /// A limiter with room for so many keys, rounded up to a power of two: 262,144 keys take 4 MiB.
    public init(keys: Int = 262_144) {
        let sets = max(1, min(keys, 1 << 26) / (Self.ways << Self.shardBits)).nextPowerOfTwo
        let size = sets * Self.ways
        let memory = Memory(size << Self.shardBits)
        self.memory = memory
        shards = (0..<(1 << Self.shardBits)).map { unsafe Shard(memory.places[$0 * size..<($0 + 1) * size]) }
        setMask = UInt64(sets - 1)
    }

    /// How many keys are kept; never more than there is room for.
    public var count: Int {
        shards.reduce(0) { sum, shard in
            unsafe sum + shard.withPlaces { places in unsafe places.count { $0.fingerprint != 0 } }
        }
    }

    /// How many there is room for.
    public var capacity: Int { shards.count * (Int(setMask) + 1) * Self.ways }

    /// Counts one more, if it may come.
    public func take(_ key: RateKey, _ rule: RateRule, now: Timestamp) -> RateDecision {
        let now = Self.nanoseconds(now)
        let (isAllowed, due) = unsafe shard(key).withPlaces { places in
            let index = unsafe find(key, in: places)
            let step = unsafe CellRate.step(due: places[index].due, now: now, rule)
            unsafe places[index].due = step.due
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
        unsafe shard(one.key).withPlaces { places in
            let index = unsafe find(one.key, in: places)
            unsafe places[index].due = max(places[index].due - one.rule.interval, 0)
        }
    }

    /// Takes over how far ahead of the clock a key is elsewhere, in nanoseconds. At least as far as it is here, unless
    /// what was counted here did not count there.
    func learn(_ key: RateKey, ahead: Int64, now: Timestamp, isExact: Bool) {
        let due = Self.nanoseconds(now) &+ min(max(ahead, 0), Self.furthest)
        unsafe shard(key).withPlaces { places in
            let index = unsafe find(key, in: places)
            unsafe places[index].due = isExact ? due : max(places[index].due, due)
        }
    }

    /// Two days: no rule's slack is longer.
    static let furthest: Int64 = 172_800_000_000_000

    private func shard(_ key: RateKey) -> Shard { shards[Int(key.fingerprint & (1 << Self.shardBits - 1))] }

    /// The key's place, made for it if it has none.
    private func find(_ key: RateKey, in places: UnsafeMutableBufferPointer<Place>) -> Int {
        let start = Int(key.fingerprint >> Self.shardBits & setMask) * Self.ways
        var oldest = start
        for index in start..<(start + Self.ways) {
            if unsafe places[index].fingerprint == key.fingerprint { return index }
            if unsafe places[index].due < places[oldest].due { oldest = index }
        }
        unsafe places[oldest] = Place(fingerprint: key.fingerprint, due: 0)
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
