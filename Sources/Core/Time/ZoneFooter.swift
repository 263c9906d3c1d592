/// The last line of a file of the tz database: what holds from then on, in the words of POSIX,
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneFooter {
    private var text: Substring.UTF8View.SubSequence

    static func tail(_ bytes: ArraySlice<UInt8>) -> ZoneTail? {
        let line = bytes.dropFirst().prefix { $0 != UInt8(ascii: "\n") }
        guard bytes.first == UInt8(ascii: "\n"), !line.isEmpty else { return nil }
        var footer = ZoneFooter(text: Substring(String(decoding: line, as: UTF8.self)).utf8)
        return footer.tail()
    }

    private mutating func tail() -> ZoneTail? {
        guard name(), let west = time() else { return nil }
        let standard = -west
        if text.isEmpty { return .fixed(Int32(standard)) }
        guard name() else { return nil }
        var summer = standard + 3600
        if text.first != UInt8(ascii: ","), let west = time() { summer = -west }
        guard take(","), let begins = day(), take(","), let ends = day(), text.isEmpty else { return nil }
        return .yearly(standard: Int32(standard), summer: Int32(summer), begins: begins, ends: ends)
    }

    private mutating func name() -> Bool {
        let before = text.count
        if take("<") {
            text = text.drop { $0 != UInt8(ascii: ">") }
            return take(">")
        }
        text = text.drop { (0x41...0x5A).contains($0 & 0xDF) }
        return text.count < before
    }

    /// `[+-]hh[:mm[:ss]]`, in seconds.
    private mutating func time() -> Int? {
        let sign = take("-") ? -1 : 1
        _ = sign == 1 && take("+")
        guard var seconds = number().map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where take(":") {
            guard let part = number() else { return nil }
            seconds += part * unit
        }
        return seconds <= 167 * 3600 ? sign * seconds : nil
    }

    private mutating func day() -> ZoneDay? {
        let rule: ZoneDay.Rule
        if take("M") {
            guard let month = number(), take("."), let week = number(), take("."), let weekday = number(),
                (1...12).contains(month), (1...5).contains(week), weekday <= 6
            else { return nil }
            rule = .week(month, week, weekday)
        } else if take("J") {
            guard let day = number(), (1...365).contains(day) else { return nil }
            rule = .julian(day)
        } else {
            guard let day = number(), day <= 365 else { return nil }
            rule = .ordinal(day)
        }
        guard take("/") else { return ZoneDay(rule: rule, time: 7200) }
        return time().map { ZoneDay(rule: rule, time: $0) }
    }

    /// Up to four digits.
    private mutating func number() -> Int? {
        let digits = text.prefix { (0x30...0x39).contains($0) }
        guard (1...4).contains(digits.count) else { return nil }
        text = text.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard let first = text.first, UInt32(first) == letter.value else { return false }
        text = text.dropFirst()
        return true
    }
}
