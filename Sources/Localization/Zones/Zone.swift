import CICU
public import Core

/// A time zone with its history and rules. Copies share one table; it is read once and never changes.
public struct Zone: Sendable {
    let table: ZoneTable

    /// A zone by its name in the time zone database, `Europe/Istanbul`; nil for one that is not listed. Reads its table
    /// each time: `ZoneBook` keeps them.
    public init?(_ name: String) {
        guard let table = ZoneTable(name) else { return nil }
        self.table = table
    }

    private init(table: ZoneTable) { self.table = table }

    /// Its name.
    public var name: String { table.name }

    /// Coordinated universal time.
    public static let utc = Zone(table: ZoneTable(fixed: "UTC", seconds: 0))

    /// The time of Türkiye, where there is no other wish.
    public static let istanbul =
        Zone("Europe/Istanbul") ?? Zone(table: ZoneTable(fixed: "Europe/Istanbul", seconds: 10_800))

    /// How many seconds east of UTC its clocks are at an instant.
    public func offset(at instant: Timestamp) -> Int { table.offset(at: instant) }

    /// Date and time of day there. At the ends of time it is that of UTC.
    public func civilTime(at instant: Timestamp) -> CivilTime {
        let moved = instant.adding(.seconds(offset(at: instant))) ?? instant
        return CivilTime(moved)
    }

    /// The instant of a date and time of day there; nil for a day that does not exist. An hour that comes twice is the
    /// first; one that is skipped is as much later as the clocks were put on.
    public func instant(of civil: CivilTime) -> Timestamp? {
        guard civil.second < 60, let plain = Timestamp(civil) else { return nil }
        let before = offset(at: plain - .seconds(86_400))
        let after = offset(at: plain + .seconds(86_400))
        for offset in [before, after] {
            guard let guess = plain.adding(.seconds(-offset)) else { continue }
            if self.offset(at: guess) == offset { return guess }
        }
        return plain.adding(.seconds(-before))
    }
}

extension Zone: Hashable {
    /// Zones are equal by name.
    public static func == (left: Zone, right: Zone) -> Bool {
        left.table === right.table || left.name == right.name
    }

    /// By name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// When the clocks of a zone change, from 1900 to 2100; beyond it ICU is asked each time.
final class ZoneTable: Sendable {
    let name: String
    /// Milliseconds since 1970, ascending; each offset, in seconds, holds from its start.
    private let starts: [Int64]
    private let offsets: [Int32]
    private let isFixed: Bool

    init(fixed name: String, seconds: Int32) {
        (self.name, starts, offsets, isFixed) = (name, [Self.from], [seconds], true)
    }

    init?(_ name: String) {
        guard name.utf8.count <= 60, !name.utf8.contains(0) else { return nil }
        var starts = [Double](repeating: 0, count: Self.most)
        var offsets = [Int32](repeating: 0, count: Self.most)
        let count = unsafe konak_icu_transitions(
            name, Double(Self.from), Double(Self.until), &starts, &offsets, Int32(Self.most))
        guard count > 0 else { return nil }
        self.name = name
        self.starts = starts.prefix(Int(count)).map { Int64($0) }
        self.offsets = offsets.prefix(Int(count)).map { $0 / 1000 }
        isFixed = name == "UTC"
    }

    func offset(at instant: Timestamp) -> Int {
        let milliseconds = instant.milliseconds
        guard isFixed || milliseconds >= Self.from && milliseconds < Self.until else {
            return Int(unsafe konak_icu_offset(name, Double(milliseconds))) / 1000
        }
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= milliseconds { low = middle } else { high = middle }
        }
        return Int(offsets[low])
    }

    /// 1900 and 2100.
    private static var from: Int64 { -2_208_988_800_000 }
    private static var until: Int64 { 4_102_444_800_000 }
    /// No zone has changed its clocks more than a few hundred times.
    private static var most: Int { 600 }
}
