public import Core

extension Localizer {
    /// The date in the reader's zone.
    public func date(_ instant: Timestamp, _ style: DateStyle = .medium) -> String {
        date(zone.civilTime(at: instant), style)
    }

    /// A date that has no zone, such as a day of birth.
    public func date(_ day: CivilTime, _ style: DateStyle = .medium) -> String {
        switch style {
        case .short: shortDate(day)
        case .medium: spelled(day, .short)
        case .long: spelled(day, .long)
        case .full: full(day)
        case .dayAndMonth: dayAndMonth(day, .short)
        case .monthAndYear: "\(monthName(day.month)) \(day.year)"
        }
    }

    /// The time of day in the reader's zone: `14:30` in Turkish, `2:30 PM` in English.
    public func time(_ instant: Timestamp, showsSeconds: Bool = false) -> String {
        time(zone.civilTime(at: instant), showsSeconds: showsSeconds)
    }

    /// A time of day that has no zone.
    public func time(_ civil: CivilTime, showsSeconds: Bool = false) -> String {
        let rest = ":" + Self.two(civil.minute) + (showsSeconds ? ":" + Self.two(civil.second) : "")
        guard language == .en else { return Self.two(civil.hour) + rest }
        let hour = (civil.hour % 12 + 12) % 12
        return "\(hour == 0 ? 12 : hour)" + rest + Self.noBreak + (civil.hour < 12 ? "AM" : "PM")
    }

    /// Date and time of day in the reader's zone: `5 Mar 2026 14:30`; `Mar 5, 2026, 2:30 PM`.
    public func dateTime(_ instant: Timestamp, _ style: DateStyle = .medium) -> String {
        let civil = zone.civilTime(at: instant)
        let isSentence = style == .long || style == .full
        let between = language == .tr ? " " : isSentence ? " at " : ", "
        return date(civil, style) + between + time(civil)
    }

    /// From one date to another, saying what they share once: `5–9 Mart 2026`; `March 5–9, 2026`.
    public func dates(from start: Timestamp, to end: Timestamp) -> String {
        let (first, last) = (zone.civilTime(at: start), zone.civilTime(at: end))
        guard first.year == last.year, first.month == last.month else {
            return spelled(first, .long) + " – " + spelled(last, .long)
        }
        guard first.day != last.day else { return spelled(first, .long) }
        let month = monthName(first.month)
        return language == .tr
            ? "\(first.day)–\(last.day) \(month) \(first.year)" : "\(month) \(first.day)–\(last.day), \(first.year)"
    }

    /// The name of a month, 1…12; empty for any other number.
    public func monthName(_ month: Int, _ width: NameWidth = .long) -> String {
        CalendarNames.month(month, width, language)
    }

    /// The name of a day of the week, 0 for Sunday … 6 for Saturday; empty for any other number.
    public func weekdayName(_ weekday: Int, _ width: NameWidth = .long) -> String {
        CalendarNames.weekday(weekday, width, language)
    }

    private func shortDate(_ day: CivilTime) -> String {
        language == .tr
            ? "\(Self.two(day.day)).\(Self.two(day.month)).\(day.year)" : "\(day.month)/\(day.day)/\(day.year)"
    }

    private func dayAndMonth(_ day: CivilTime, _ width: NameWidth) -> String {
        let month = monthName(day.month, width)
        return language == .tr ? "\(day.day) \(month)" : "\(month) \(day.day)"
    }

    private func spelled(_ day: CivilTime, _ width: NameWidth) -> String {
        dayAndMonth(day, width) + (language == .tr ? " " : ", ") + "\(day.year)"
    }

    private func full(_ day: CivilTime) -> String {
        let name = weekdayName(Self.isSane(day) ? day.weekday : -1)
        return language == .tr ? spelled(day, .long) + " " + name : name + ", " + spelled(day, .long)
    }

    /// Plain fields are anybody's; a weekday is asked only of those that a calendar has.
    private static func isSane(_ day: CivilTime) -> Bool { day.isValid }

    static func two(_ value: Int) -> String { value >= 0 && value < 10 ? "0\(value)" : "\(value)" }
}
