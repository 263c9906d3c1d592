public import Core

/// A time zone with its history and rules, as this machine's tz database has them: the same by which schedules come due.
/// Copies share one table; it is read once and never changes.
public struct Zone: Sendable {
    private let table: ZoneTable

    /// A zone by its name in the tz database, `Europe/Istanbul`; nil for one that is not there. Reads its file each time:
    /// `ZoneBook` keeps them.
    public init?(_ name: String) {
        guard let bytes = ZoneFiles.read(name), let rules = try? ZoneRules(file: bytes) else { return nil }
        table = ZoneTable(name, rules)
    }

    private init(_ name: String, _ rules: ZoneRules) { table = ZoneTable(name, rules) }

    /// Its name.
    public var name: String { table.name }

    /// When its clocks change.
    public var rules: ZoneRules { table.rules }

    /// Coordinated universal time.
    public static let utc = Zone("UTC", .utc)

    /// The time of Türkiye, where there is no other wish.
    public static let istanbul = Zone("Europe/Istanbul") ?? Zone("Europe/Istanbul", .fixed(10_800))

    /// How many seconds east of UTC its clocks are at an instant.
    public func offset(at instant: Timestamp) -> Int { table.rules.offset(at: instant) }

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

/// What copies of a zone share.
private final class ZoneTable: Sendable {
    let name: String
    let rules: ZoneRules

    init(_ name: String, _ rules: ZoneRules) { (self.name, self.rules) = (name, rules) }
}
