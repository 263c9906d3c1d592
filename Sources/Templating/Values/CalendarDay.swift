public import Core

/// A day of the calendar without hour or zone.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// 1…9999.
    public let year: Int
    /// 1…12.
    public let month: Int
    /// 1…31.
    public let day: Int

    /// A day; nil for one that does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard year > 0, CivilTime(year: year, month: month, day: day).isValid else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day of a civil time whose fields are sound.
    public init?(_ civil: CivilTime) { self.init(year: civil.year, month: civil.month, day: civil.day) }

    /// 0 for Sunday … 6 for Saturday.
    var weekday: Int { CivilTime(year: year, month: month, day: day).weekday }

    /// The order of the calendar.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
