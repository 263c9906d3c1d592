/// When a zone's clocks are how far from UTC: what a compiled file of the tz database says (RFC 9636).
public struct ZoneRules: Sendable, Hashable {
    /// The instants at which the offset changes, in seconds, ascending; the offset that holds from each on.
    private let changes: [Int64]
    private let offsets: [Int32]
    /// What holds before the first change.
    private let first: Int32
    /// What holds after the last.
    private let tail: ZoneTail

    /// No change, ever.
    public static let utc = ZoneRules(changes: [], offsets: [], first: 0, tail: .fixed(0))

    /// Always so many seconds ahead of UTC; what no zone is, a day or more, is UTC.
    public static func fixed(_ seconds: Int32) -> ZoneRules {
        let offset = abs(Int(seconds)) < 86_400 ? seconds : 0
        return ZoneRules(changes: [], offsets: [], first: offset, tail: .fixed(offset))
    }

    init(changes: [Int64], offsets: [Int32], first: Int32, tail: ZoneTail) {
        (self.changes, self.offsets, self.first, self.tail) = (changes, offsets, first, tail)
    }

    /// How many seconds the zone's clocks are ahead of UTC.
    public func offset(at instant: Timestamp) -> Int {
        let second = instant.seconds
        guard let last = changes.last, second < last else {
            return changes.isEmpty && second < 0 ? Int(first) : tail.offset(at: second)
        }
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return Int(low == 0 ? first : offsets[low - 1])
    }

    /// What the zone's clocks show.
    public func civil(at instant: Timestamp) -> CivilTime {
        CivilTime(instant + .seconds(offset(at: instant)))
    }

    /// The instants at which the zone's clocks show a time: one; two where they were put back; where they were put
    /// forward past it, the one as far after the change as it would have been.
    public func instants(of civil: CivilTime) -> [Timestamp] {
        guard let asUTC = Timestamp(civil) else { return [] }
        // No zone is a day away, and none changes twice within two.
        let before = offset(at: asUTC - .seconds(86_400))
        let after = offset(at: asUTC + .seconds(86_400))
        let early = asUTC - .seconds(before)
        let late = asUTC - .seconds(after)
        var found: [Timestamp] = []
        if offset(at: early) == before { found.append(early) }
        if late != early, offset(at: late) == after { found.append(late) }
        if found.isEmpty { found.append(early) }
        return found.sorted()
    }
}

/// What holds after the last change that a file lists.
enum ZoneTail: Sendable, Hashable {
    case fixed(Int32)
    /// Every year forward and back.
    case yearly(standard: Int32, summer: Int32, begins: ZoneDay, ends: ZoneDay)

    func offset(at second: Int64) -> Int {
        switch self {
        case .fixed(let offset): return Int(offset)
        case .yearly(let standard, let summer, let begins, let ends):
            let year = CivilTime(Timestamp(seconds: second + Int64(standard))).year
            let begin = begins.second(in: year) - Int64(standard)
            let end = ends.second(in: year) - Int64(summer)
            let isSummer = begin < end ? (begin..<end).contains(second) : !(end..<begin).contains(second)
            return Int(isSummer ? summer : standard)
        }
    }
}

/// A day of every year, and a time of it by the clocks.
struct ZoneDay: Sendable, Hashable {
    enum Rule: Sendable, Hashable {
        /// Month, week (5 is the last), weekday from Sunday.
        case week(Int, Int, Int)
        /// From 1, the 29th of February never counted.
        case julian(Int)
        /// From 0, it counted.
        case ordinal(Int)
    }

    let rule: Rule
    let time: Int

    /// The second of the year's day by the clocks, as if they showed UTC.
    func second(in year: Int) -> Int64 { Int64(day(in: year)) * 86_400 + Int64(time) }

    private func day(in year: Int) -> Int {
        let newYear = CivilTime.daysSinceEpoch(year: year, month: 1, day: 1)
        switch rule {
        case .ordinal(let day): return newYear + day
        case .julian(let day): return newYear + day - 1 + (CivilTime.isLeap(year) && day > 59 ? 1 : 0)
        case .week(let month, let week, let weekday):
            let first = CivilTime.daysSinceEpoch(year: year, month: month, day: 1)
            // 1970-01-01 was a Thursday.
            let lead = (weekday - (first + 4) % 7 + 14) % 7
            let day = lead + (week - 1) * 7
            return first + (day < CivilTime.daysInMonth(month, year: year) ? day : day - 7)
        }
    }
}
