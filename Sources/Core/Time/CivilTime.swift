/// Date and time of day in UTC by the proleptic Gregorian calendar. Plain fields: only `Timestamp` vouches for them.
public struct CivilTime: Hashable, Sendable {
    /// 0…9999.
    public var year: Int
    /// 1…12.
    public var month: Int
    /// 1…31.
    public var day: Int
    /// 0…23.
    public var hour: Int
    /// 0…59.
    public var minute: Int
    /// 0…60; 60 only where a leap second may stand.
    public var second: Int
    /// 0…999 999.
    public var microsecond: Int

    /// The fields as given.
    public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0)
    {
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second, self.microsecond) = (hour, minute, second, microsecond)
    }

    /// The fields of an instant.
    public init(_ instant: Timestamp) {
        let micros = Int(Timestamp.remainder(instant.microseconds, 86_400_000_000))
        let days = (Int(instant.microseconds) - micros) / 86_400_000_000
        (year, month, day) = Self.date(daysSinceEpoch: days)
        let seconds = micros / 1_000_000
        (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        microsecond = micros % 1_000_000
    }
}

extension CivilTime {
    /// 0 for Sunday … 6 for Saturday.
    public var weekday: Int {
        let days = Self.daysSinceEpoch(year: year, month: month, day: day) &+ 4
        return days % 7 < 0 ? days % 7 + 7 : days % 7
    }

    /// True when every field is in its range and the day exists in its month.
    public var isValid: Bool {
        (0...9999).contains(year) && (1...12).contains(month) && day >= 1
            && day <= Self.daysInMonth(month, year: year) && (0...23).contains(hour) && (0...59).contains(minute)
            && (0...60).contains(second) && (0...999_999).contains(microsecond)
    }

    /// 28…31; 0 for a month that does not exist.
    public static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 0
        }
    }

    /// The Gregorian rule.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

extension CivilTime {
    /// Days from 1970-01-01. Years begin in March here, so that the leap day is the last of its year.
    static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year &- 1 : year
        let era = (shifted >= 0 ? shifted : shifted &- 399) / 400
        let yearOfEra = shifted &- era &* 400
        let dayOfYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
        return era &* 146_097 &+ yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear &- 719_468
    }

    /// The date of a day counted from 1970-01-01.
    static func date(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension Timestamp {
    /// The instant of a civil time in UTC, or at an offset east of it. Nil for a day or an hour that does not exist.
    ///
    /// A 60th second is taken only where leap seconds are put, at the end of June or December in UTC, and counts as
    /// the second after it, since Unix time has no name for it.
    public init?(_ civil: CivilTime, offsetMinutes: Int = 0) {
        guard civil.isValid, (-1439...1439).contains(offsetMinutes) else { return nil }
        let days = CivilTime.daysSinceEpoch(year: civil.year, month: civil.month, day: civil.day)
        let seconds = days * 86_400 + civil.hour * 3600 + civil.minute * 60 + civil.second - offsetMinutes * 60
        guard let instant = Timestamp(exactly: Int64(seconds * 1_000_000 + civil.microsecond)) else { return nil }
        if civil.second == 60 {
            let after = CivilTime(Timestamp(seconds: Int64(seconds)))
            let endsHalfYear = after.day == 1 && (after.month == 1 || after.month == 7)
            guard endsHalfYear, after.hour == 0, after.minute == 0 else { return nil }
        }
        self = instant
    }
}
