public import Core

extension Timestamp: SQLDecodable {
    /// `2026-11-21 03:44:00.123456+00`, at any offset. A date before the common era and `infinity` have no instant here.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) {
        func error(_ code: SQLDecodingError.Code) -> SQLDecodingError {
            SQLDecodingError(code, .timestamptz, byteCount: sqlText.count)
        }
        if sqlText.isUnrepresentable { throw error(.unrepresentable) }
        var reader = DateTimeText()
        guard let date = reader.date(in: sqlText), reader.take(" ", in: sqlText),
            let time = reader.time(on: date, in: sqlText), let offset = reader.offset(in: sqlText),
            reader.index == sqlText.count
        else { throw error(.malformed) }
        guard date.year <= 9999 else { throw error(.outOfRange) }
        guard time.second < 60, let local = Timestamp(time) else { throw error(.malformed) }
        guard let instant = Timestamp(exactly: local.microseconds - Int64(offset) * 1_000_000) else {
            throw error(.outOfRange)
        }
        self = instant
    }
}

extension Span where Element == UInt8 {
    /// `… BC`, `infinity`, `-infinity`.
    var isUnrepresentable: Bool {
        let isBeforeCommonEra =
            count > 3 && self[count - 3] == UInt8(ascii: " ")
            && self[count - 2] == UInt8(ascii: "B") && self[count - 1] == UInt8(ascii: "C")
        return isBeforeCommonEra || holds("infinity") || holds("-infinity")
    }
}

/// Reads the parts of PostgreSQL's ISO form one after another; nil where a part is not there.
struct DateTimeText {
    private(set) var index = 0

    /// `2026-11-21`, with more digits for a year past 9999.
    mutating func date(in text: Span<UInt8>) -> CivilTime? {
        guard let year = number(4...6, in: text), take("-", in: text), let month = number(2...2, in: text),
            take("-", in: text), let day = number(2...2, in: text)
        else { return nil }
        return CivilTime(year: year, month: month, day: day)
    }

    /// `03:44:00.123456`.
    mutating func time(on date: CivilTime, in text: Span<UInt8>) -> CivilTime? {
        guard let hour = number(2...2, in: text), take(":", in: text), let minute = number(2...2, in: text),
            take(":", in: text), let second = number(2...2, in: text), let microsecond = fraction(in: text)
        else { return nil }
        return CivilTime(
            year: date.year, month: date.month, day: date.day, hour: hour, minute: minute, second: second,
            microsecond: microsecond)
    }

    /// `+03`, `-03:30`, `+01:56:56`, in seconds.
    mutating func offset(in text: Span<UInt8>) -> Int? {
        let isEast = take("+", in: text)
        guard isEast || take("-", in: text), let hours = number(2...2, in: text), hours < 24 else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] where take(":", in: text) {
            guard let value = number(2...2, in: text), value < 60 else { return nil }
            seconds += value * unit
        }
        return isEast ? seconds : -seconds
    }

    /// Steps over a character.
    mutating func take(_ character: Unicode.Scalar, in text: Span<UInt8>) -> Bool {
        guard text.byte(at: index) == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    /// As many digits as there are, if that many are allowed.
    private mutating func number(_ digits: ClosedRange<Int>, in text: Span<UInt8>) -> Int? {
        let start = index
        var value = 0
        while let byte = text.byte(at: index), byte.isSQLDigit, index - start < digits.upperBound {
            value = value * 10 + Int(byte &- 48)
            index += 1
        }
        return digits.contains(index - start) ? value : nil
    }

    /// `.5` is half a second; no fraction is none.
    private mutating func fraction(in text: Span<UInt8>) -> Int? {
        guard take(".", in: text) else { return 0 }
        let start = index
        guard var value = number(1...6, in: text) else { return nil }
        for _ in (index - start)..<6 { value *= 10 }
        return value
    }
}
