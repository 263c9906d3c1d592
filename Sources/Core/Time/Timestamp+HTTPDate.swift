extension Timestamp {
    /// Appends `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7). The fraction of the second is dropped.
    public func writeHTTPDate(into bytes: inout [UInt8]) {
        let civil = CivilTime(self)
        var text = InlineArray<29, UInt8>(repeating: UInt8(ascii: " "))
        text.put3(HTTPDateNames.weekday(civil.weekday), at: 0)
        text[3] = UInt8(ascii: ",")
        text.put2(civil.day, at: 5)
        text.put3(HTTPDateNames.month(civil.month), at: 8)
        text.put4(civil.year, at: 12)
        text.put2(civil.hour, at: 17)
        text[19] = UInt8(ascii: ":")
        text.put2(civil.minute, at: 20)
        text[22] = UInt8(ascii: ":")
        text.put2(civil.second, at: 23)
        text.put3(HTTPDateNames.gmt, at: 26)
        bytes.append(copying: text.span)
    }

    /// Reads any of the three forms of an HTTP date. The weekday must be that of the date. `now` settles the century
    /// of a two-digit year: one more than fifty years ahead lies in the past.
    public init?(httpDate text: Span<UInt8>, now: Timestamp) {
        let read = text.fixedDate ?? text.rfc850Date(now: now) ?? text.ascDate
        guard let (civil, weekday) = read, let instant = Timestamp(civil), civil.weekday == weekday else { return nil }
        self = instant
    }

    /// Reads any of the three forms of an HTTP date.
    public init?(httpDate text: String, now: Timestamp) { self.init(httpDate: text.utf8Span.span, now: now) }
}

extension Span where Element == UInt8 {
    fileprivate typealias NamedDay = (civil: CivilTime, weekday: Int)

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    fileprivate var fixedDate: NamedDay? {
        guard count == 29, holds(", ", at: 3), holds(" ", at: 7), holds(" ", at: 11), holds(" ", at: 16),
            holds(" GMT", at: 25), let weekday = weekday(at: 0), let day = decimal(at: 5, count: 2),
            let month = month(at: 8), let year = decimal(at: 12, count: 4), let clock = clock(at: 17)
        else { return nil }
        return (CivilTime(year: year, month: month, day: day, clock: clock), weekday)
    }

    /// `Sun Nov  6 08:49:37 1994`.
    fileprivate var ascDate: NamedDay? {
        guard count == 24, holds(" ", at: 3), holds(" ", at: 7), holds(" ", at: 10), holds(" ", at: 19),
            let weekday = weekday(at: 0), let month = month(at: 4),
            let day = holds(" ", at: 8) ? decimal(at: 9, count: 1) : decimal(at: 8, count: 2),
            let clock = clock(at: 11), let year = decimal(at: 20, count: 4)
        else { return nil }
        return (CivilTime(year: year, month: month, day: day, clock: clock), weekday)
    }

    /// `Sunday, 06-Nov-94 08:49:37 GMT`.
    fileprivate func rfc850Date(now: Timestamp) -> NamedDay? {
        guard count >= 30, let weekday = weekday(at: 0) else { return nil }
        let start = HTTPDateNames.fullLength(weekday)
        guard count == start + 24, HTTPDateNames.isFullName(self, of: weekday), holds(", ", at: start),
            holds("-", at: start + 4), holds("-", at: start + 8), holds(" ", at: start + 11),
            holds(" GMT", at: start + 20), let day = decimal(at: start + 2, count: 2),
            let month = month(at: start + 5), let short = decimal(at: start + 9, count: 2),
            let clock = clock(at: start + 12)
        else { return nil }
        let civil = CivilTime(year: Self.year(short, now: now), month: month, day: day, clock: clock)
        guard let instant = Timestamp(civil), instant > now.addingYears(50) else { return (civil, weekday) }
        return (CivilTime(year: civil.year - 100, month: month, day: day, clock: clock), weekday)
    }

    /// A two-digit year in the century of `now`.
    private static func year(_ short: Int, now: Timestamp) -> Int { CivilTime(now).year / 100 * 100 + short }

    private func weekday(at start: Int) -> Int? {
        packed3(at: start).flatMap { name in (0...6).first { HTTPDateNames.weekday($0) == name } }
    }

    private func month(at start: Int) -> Int? {
        packed3(at: start).flatMap { name in (1...12).first { HTTPDateNames.month($0) == name } }
    }
}

extension CivilTime {
    fileprivate init(year: Int, month: Int, day: Int, clock: (hour: Int, minute: Int, second: Int)) {
        self.init(
            year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second)
    }
}

extension Timestamp {
    /// The same day some years on; the 29th of February becomes the 28th where there is none.
    fileprivate func addingYears(_ years: Int) -> Timestamp {
        var civil = CivilTime(self)
        civil.year += years
        civil.day = min(civil.day, CivilTime.daysInMonth(civil.month, year: civil.year))
        return Timestamp(civil) ?? .latest
    }
}
