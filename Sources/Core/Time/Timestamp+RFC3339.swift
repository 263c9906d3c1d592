extension Timestamp: CustomStringConvertible {
    /// Appends `2026-03-01T09:30:00Z`, with three or six digits of a second where they are needed.
    public func writeRFC3339(into bytes: inout [UInt8]) {
        let civil = CivilTime(self)
        var text = InlineArray<27, UInt8>(repeating: UInt8(ascii: "-"))
        text.put4(civil.year, at: 0)
        text.put2(civil.month, at: 5)
        text.put2(civil.day, at: 8)
        text[10] = UInt8(ascii: "T")
        text.put2(civil.hour, at: 11)
        text[13] = UInt8(ascii: ":")
        text.put2(civil.minute, at: 14)
        text[16] = UInt8(ascii: ":")
        text.put2(civil.second, at: 17)
        let length = Self.putFraction(civil.microsecond, into: &text)
        text[length] = UInt8(ascii: "Z")
        bytes.append(copying: text.span.extracting(0..<(length + 1)))
    }

    /// Writes no fraction, milliseconds or microseconds, and returns where the text then ends.
    private static func putFraction(_ microsecond: Int, into text: inout InlineArray<27, UInt8>) -> Int {
        guard microsecond != 0 else { return 19 }
        text[19] = UInt8(ascii: ".")
        text.put2(microsecond / 10_000, at: 20)
        text.put2(microsecond / 100 % 100, at: 22)
        text.put2(microsecond % 100, at: 24)
        return microsecond % 1000 == 0 ? 23 : 26
    }

    /// The instant as RFC 3339 in UTC.
    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(27)
        writeRFC3339(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Timestamp {
    /// Reads RFC 3339 strictly: `T` and `Z` in either case, any offset, at most six digits of a second.
    public init?(rfc3339 text: Span<UInt8>) {
        guard text.count >= 20, let date = text.civilDate, let time = text.civilTime(on: date) else { return nil }
        var civil = time
        var end = 19
        if text[19] == UInt8(ascii: ".") {
            guard let (microsecond, after) = text.fraction(at: 20) else { return nil }
            (civil.microsecond, end) = (microsecond, after)
        }
        guard let offset = text.offset(at: end) else { return nil }
        self.init(civil, offsetMinutes: offset)
    }

    /// Reads RFC 3339 strictly.
    public init?(rfc3339 text: String) { self.init(rfc3339: text.utf8Span.span) }
}

extension Span where Element == UInt8 {
    /// `YYYY-MM-DD` at the beginning.
    fileprivate var civilDate: CivilTime? {
        guard let year = decimal(at: 0, count: 4), holds("-", at: 4), let month = decimal(at: 5, count: 2),
            holds("-", at: 7), let day = decimal(at: 8, count: 2)
        else { return nil }
        return CivilTime(year: year, month: month, day: day)
    }

    /// `THH:MM:SS` after the date.
    fileprivate func civilTime(on date: CivilTime) -> CivilTime? {
        guard self[10] | 0x20 == UInt8(ascii: "t"), let (hour, minute, second) = clock(at: 11) else { return nil }
        var civil = date
        (civil.hour, civil.minute, civil.second) = (hour, minute, second)
        return civil
    }

    /// One to six digits of a second, as microseconds, and the index after them.
    fileprivate func fraction(at start: Int) -> (microsecond: Int, end: Int)? {
        var (value, end) = (0, start)
        while end < count, end - start < 6, self[end] &- 48 <= 9 {
            value = value * 10 + Int(self[end] &- 48)
            end += 1
        }
        guard end > start else { return nil }
        for _ in (end - start)..<6 { value *= 10 }
        return (value, end)
    }

    /// `Z` or `±HH:MM`, in minutes east of UTC; nothing may follow.
    fileprivate func offset(at start: Int) -> Int? {
        guard start < count else { return nil }
        if self[start] | 0x20 == UInt8(ascii: "z") { return start + 1 == count ? 0 : nil }
        guard start + 6 == count, holds("+", at: start) || holds("-", at: start), holds(":", at: start + 3),
            let hours = decimal(at: start + 1, count: 2), let minutes = decimal(at: start + 4, count: 2),
            hours <= 23, minutes <= 59
        else { return nil }
        return (self[start] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }

    /// `HH:MM:SS`.
    func clock(at start: Int) -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = decimal(at: start, count: 2), holds(":", at: start + 2),
            let minute = decimal(at: start + 3, count: 2), holds(":", at: start + 5),
            let second = decimal(at: start + 6, count: 2)
        else { return nil }
        return (hour, minute, second)
    }
}
