internal import Core

/// A day of the calendar, without hour or zone: a birthday, a due date. Years 1 to 9999.
public struct CalendarDate: Sendable, Hashable, Comparable {
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

    /// The order of the calendar.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Days since 2000-01-01, PostgreSQL's first day.
    public var daysSince2000: Int32 {
        guard let start = Timestamp(CivilTime(year: year, month: month, day: day)) else { return 0 }
        return Int32(truncatingIfNeeded: (start.microseconds - Timestamp.postgresEpoch) / 86_400_000_000)
    }
}

extension CalendarDate: SQLBindable, SQLDecodable, SQLArrayElement {
    /// `date`.
    public static var sqlType: PostgresType { .date }

    /// Days since 2000-01-01.
    public var sqlBind: Bind { .date(daysSince2000) }

    /// `2026-11-21`. A date before the common era and `infinity` have no day here.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) {
        func error(_ code: SQLDecodingError.Code) -> SQLDecodingError {
            SQLDecodingError(code, .date, byteCount: sqlText.count)
        }
        if sqlText.isUnrepresentable { throw error(.unrepresentable) }
        var reader = DateTimeText()
        guard let civil = reader.date(in: sqlText), reader.index == sqlText.count else { throw error(.malformed) }
        guard civil.year <= 9999 else { throw error(.outOfRange) }
        guard let date = CalendarDate(year: civil.year, month: civil.month, day: civil.day) else {
            throw error(.malformed)
        }
        self = date
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `2026-11-21`.
    public var description: String { "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))" }

    private static func pad(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
