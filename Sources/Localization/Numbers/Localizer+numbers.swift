public import Core

extension Localizer {
    /// A whole number in groups: `1.234` in Turkish, `1,234` in English.
    public func number(_ value: some BinaryInteger) -> String {
        number(DecimalNumber(Int64(clamping: value)), places: 0...0)
    }

    /// A number with its fraction: `1.234,5`. Infinity is `∞`; what is no number is `–`.
    public func number(_ value: Double, places: ClosedRange<Int> = 0...3) -> String {
        guard let decimal = DecimalNumber(value) else { return Self.unwritable(value) }
        return number(decimal, places: Self.bounded(places))
    }

    /// A rate: `%23,4` in Turkish, `23.4%` in English.
    public func percent(_ rate: Percentage, places: ClosedRange<Int> = 0...1) -> String {
        percent(DecimalNumber(rate.partsPerMillion, exponent: -4), places: Self.bounded(places))
    }

    /// A share of one, 0.234, as a rate.
    public func percent(_ share: Double, places: ClosedRange<Int> = 0...1) -> String {
        guard var decimal = DecimalNumber(share) else { return Self.unwritable(share) }
        decimal.exponent += 2
        return percent(decimal, places: Self.bounded(places))
    }

    /// A place in an order: `3.` in Turkish, `3rd` in English.
    public func ordinal(_ value: some BinaryInteger) -> String {
        let written = number(value)
        guard language == .en else { return written + "." }
        switch PluralCategory(ordinal: Int64(clamping: value), in: .en) {
        case .one: return written + "st"
        case .two: return written + "nd"
        case .few: return written + "rd"
        default: return written + "th"
        }
    }

    /// A size in bytes by thousands: `1,2 MB`.
    public func byteCount(_ bytes: some BinaryInteger) -> String {
        var (number, unit) = (DecimalNumber(Int64(clamping: bytes)), 0)
        while unit < 5, number.rounded(toPlaces: 1).wholeDigits > 3 {
            number.exponent -= 3
            unit += 1
        }
        let names: [StaticString] = language == .tr ? ["bayt", "kB", "MB", "GB", "TB", "PB"] : Self.byteUnits
        return self.number(number, places: 0...1) + Self.noBreak + names[unit].description
    }

    private static var byteUnits: [StaticString] { ["bytes", "kB", "MB", "GB", "TB", "PB"] }

    func number(_ value: DecimalNumber, places: ClosedRange<Int>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(32)
        write(value, places: places, into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// With its sign, unless it rounds to nothing.
    func write(_ value: DecimalNumber, places: ClosedRange<Int>, into text: inout [UInt8]) {
        if Self.showsSign(value, places: places) { text.append(UInt8(ascii: "-")) }
        NumberSigns(language).write(value, places: places, into: &text)
    }

    static func showsSign(_ value: DecimalNumber, places: ClosedRange<Int>) -> Bool {
        value.isNegative && value.rounded(toPlaces: places.upperBound).magnitude != 0
    }

    private func percent(_ value: DecimalNumber, places: ClosedRange<Int>) -> String {
        var text: [UInt8] = []
        if Self.showsSign(value, places: places) { text.append(UInt8(ascii: "-")) }
        if language == .tr { text.append(UInt8(ascii: "%")) }
        NumberSigns(language).write(value, places: places, into: &text)
        if language == .en { text.append(UInt8(ascii: "%")) }
        return String(decoding: text, as: UTF8.self)
    }

    /// No more places than a float has, so that no caller's number makes a long text.
    static func bounded(_ places: ClosedRange<Int>) -> ClosedRange<Int> {
        let most = min(max(places.upperBound, 0), 15)
        return min(max(places.lowerBound, 0), most)...most
    }

    private static func unwritable(_ value: Double) -> String {
        value.isNaN ? "–" : value < 0 ? "-∞" : "∞"
    }
}
