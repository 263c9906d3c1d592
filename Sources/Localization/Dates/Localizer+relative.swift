public import Core

extension Localizer {
    /// How long ago or ahead: `2 sa önce`, `2 h ago`; long: `2 saat önce`, `2 hours ago`.
    public func relative(_ instant: Timestamp, now: Timestamp, _ width: NameWidth = .short) -> String {
        let seconds = instant.seconds - now.seconds
        guard let (count, unit) = TimeUnit.largest(of: seconds.magnitude) else {
            return language == .tr ? "şimdi" : "now"
        }
        let span = span(count, unit, width)
        if language == .tr { return span + (seconds < 0 ? " önce" : " sonra") }
        return seconds < 0 ? span + " ago" : "in " + span
    }

    /// `bugün`, `dün`, `yarın` by the reader's calendar; else the date, without its year when that is the present one.
    public func relativeDay(_ instant: Timestamp, now: Timestamp) -> String {
        let (day, today) = (zone.civilTime(at: instant), zone.civilTime(at: now))
        switch Self.days(from: today, to: day) {
        case -1: return language == .tr ? "dün" : "yesterday"
        case 0: return language == .tr ? "bugün" : "today"
        case 1: return language == .tr ? "yarın" : "tomorrow"
        default: return date(day, day.year == today.year ? .dayAndMonth : .medium)
        }
    }

    /// A length of time in its two largest units: `1 sa 20 dk`; `1 h 20 min`.
    public func duration(_ duration: Duration, _ width: NameWidth = .short) -> String {
        // `components` would trap where the seconds do not fit 64 bits.
        let seconds = UInt64(clamping: duration.attoseconds / 1_000_000_000_000_000_000)
        let units: [TimeUnit] = [.day, .hour, .minute, .second]
        guard let first = units.firstIndex(where: { seconds >= $0.seconds }) else { return span(0, .second, width) }
        let (count, rest) = seconds.quotientAndRemainder(dividingBy: units[first].seconds)
        guard first + 1 < units.count, rest / units[first + 1].seconds > 0 else {
            return span(count, units[first], width)
        }
        let next = span(rest / units[first + 1].seconds, units[first + 1], width)
        return span(count, units[first], width) + " " + next
    }

    private func span(_ count: UInt64, _ unit: TimeUnit, _ width: NameWidth) -> String {
        number(count) + (width == .short ? Self.noBreak : " ") + unit.name(count, width, language)
    }

    /// Whole days between two dates, whatever their hours.
    private static func days(from first: CivilTime, to last: CivilTime) -> Int64 {
        func midnight(_ day: CivilTime) -> Int64 {
            Timestamp(CivilTime(year: day.year, month: day.month, day: day.day))?.seconds ?? 0
        }
        return (midnight(last) - midnight(first)) / 86_400
    }
}

/// A unit in which lengths of time are told.
enum TimeUnit: Sendable, CaseIterable {
    case year, month, day, hour, minute, second

    var seconds: UInt64 {
        switch self {
        case .year: 31_556_952
        case .month: 2_629_746
        case .day: 86_400
        case .hour: 3600
        case .minute: 60
        case .second: 1
        }
    }

    /// The largest unit that fits, and how often; nil below three quarters of a minute, which nobody counts.
    static func largest(of seconds: UInt64) -> (count: UInt64, unit: TimeUnit)? {
        guard seconds >= 45 else { return nil }
        let unit = allCases.first { seconds >= $0.seconds && $0 != .second } ?? .minute
        return (max(seconds / unit.seconds, 1), unit)
    }

    func name(_ count: UInt64, _ width: NameWidth, _ language: Language) -> String {
        switch (language, width) {
        case (.tr, .short): shortTR
        case (.tr, .long): longTR
        case (.en, .short): shortEN(count)
        case (.en, .long): longEN + (count == 1 ? "" : "s")
        }
    }

    private var shortTR: String {
        switch self {
        case .year: "yıl"
        case .month: "ay"
        case .day: "gün"
        case .hour: "sa"
        case .minute: "dk"
        case .second: "sn"
        }
    }

    private var longTR: String {
        switch self {
        case .year: "yıl"
        case .month: "ay"
        case .day: "gün"
        case .hour: "saat"
        case .minute: "dakika"
        case .second: "saniye"
        }
    }

    private func shortEN(_ count: UInt64) -> String {
        switch self {
        case .year: "yr"
        case .month: "mo"
        case .day: count == 1 ? "day" : "days"
        case .hour: "h"
        case .minute: "min"
        case .second: "s"
        }
    }

    private var longEN: String {
        switch self {
        case .year: "year"
        case .month: "month"
        case .day: "day"
        case .hour: "hour"
        case .minute: "minute"
        case .second: "second"
        }
    }
}
