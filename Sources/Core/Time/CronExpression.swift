/// Moments that come back: minute, hour, day of the month, month, day of the week, each `*`, numbers, ranges, steps or
/// lists of them. When both days are given, either will do, as cron has it.
public struct CronExpression: Sendable, Hashable {
    private let minutes, hours, days, months, weekdays: CronField
    /// The text it was made of.
    public let text: String

    /// Reads five fields with single spaces or more between them.
    public init(_ text: String) throws(CronFault) {
        let fields = text.split(separator: " ", omittingEmptySubsequences: true)
        guard fields.count == 5 else { throw CronFault(description: "“\(text)” has not five fields") }
        minutes = try CronField(fields[0], 0...59)
        hours = try CronField(fields[1], 0...23)
        days = try CronField(fields[2], 1...31)
        months = try CronField(fields[3], 1...12, names: CronField.monthNames)
        weekdays = try CronField(fields[4], 0...7, names: CronField.weekdayNames)
        self.text = text
    }

    /// The first moment after an instant in a zone; nil when none comes within nine years, such as the 30th of February.
    ///
    /// Where clocks are put forward past a moment, it comes as long after the change as it would have. Where they are
    /// put back, it comes once, the first time; but what comes in every hour comes in both.
    public func next(after instant: Timestamp, in zone: ZoneRules) -> Timestamp? {
        upcoming(after: instant, in: zone).first
    }

    /// The moments that are left of the first day on which one comes after an instant, ascending; empty when none comes
    /// within nine years. Who asks again and again keeps them, instead of having the day worked out each time.
    public func upcoming(after instant: Timestamp, in zone: ZoneRules) -> [Timestamp] {
        let today = Self.day(of: instant, in: zone)
        for day in today - 1...today + Self.horizon {
            let moments = moments(on: day, in: zone).filter { $0 > instant }
            if !moments.isEmpty { return moments }
        }
        return []
    }

    /// The last moment up to an instant, that instant included.
    public func last(upTo instant: Timestamp, in zone: ZoneRules) -> Timestamp? {
        let today = Self.day(of: instant, in: zone)
        for day in stride(from: today + 1, through: today - Self.horizon, by: -1) {
            if let moment = moments(on: day, in: zone).last(where: { $0 <= instant }) { return moment }
        }
        return nil
    }

    /// Two leap days are eight years apart around 1900 and 2100.
    private static let horizon = 9 * 366

    private static func day(of instant: Timestamp, in zone: ZoneRules) -> Int {
        let civil = zone.civil(at: instant)
        return CivilTime.daysSinceEpoch(year: civil.year, month: civil.month, day: civil.day)
    }

    private func moments(on day: Int, in zone: ZoneRules) -> [Timestamp] {
        let (year, month, dayOfMonth) = CivilTime.date(daysSinceEpoch: day)
        // 1970-01-01 was a Thursday.
        let weekday = ((day + 4) % 7 + 7) % 7
        guard months.holds(month), holds(dayOfMonth, weekday) else { return [] }
        var moments: Set<Timestamp> = []
        for hour in hours.values {
            for minute in minutes.values {
                let civil = CivilTime(year: year, month: month, day: dayOfMonth, hour: hour, minute: minute)
                let instants = zone.instants(of: civil)
                moments.formUnion(hours.isEvery ? instants : Array(instants.prefix(1)))
            }
        }
        return moments.sorted()
    }

    private func holds(_ day: Int, _ weekday: Int) -> Bool {
        let isWeekday = weekdays.holds(weekday) || weekday == 0 && weekdays.holds(7)
        return days.isOpen || weekdays.isOpen
            ? days.holds(day) && isWeekday
            : days.holds(day) || isWeekday
    }
}

/// Why a text is not an expression.
public struct CronFault: Error, Sendable, CustomStringConvertible {
    /// In a sentence.
    public let description: String
}
