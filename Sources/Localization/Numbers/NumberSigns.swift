import Core

/// The signs with which a language writes numbers.
struct NumberSigns {
    let point: UInt8
    let group: UInt8

    init(_ language: Language) {
        (point, group) = language == .tr ? (0x2C, 0x2E) : (0x2E, 0x2C)
    }

    /// Appends the digits without a sign, with at least `places.lowerBound` and at most `places.upperBound` of them
    /// after the point.
    func write(_ number: DecimalNumber, places: ClosedRange<Int>, into text: inout [UInt8]) {
        let rounded = number.rounded(toPlaces: places.upperBound)
        var digits = InlineArray<20, UInt8>(repeating: 48)
        var (rest, count) = (rounded.magnitude, 0)
        while rest > 0 {
            digits[19 - count] = UInt8(truncatingIfNeeded: rest % 10) &+ 48
            (rest, count) = (rest / 10, count + 1)
        }
        let whole = count + rounded.exponent
        writeWhole(digits.span, count: count, whole: whole, into: &text)
        writeFraction(digits.span, count: count, whole: whole, places: places, into: &text)
    }

    /// The digits before the point in groups of three. Beyond the last of a number there are zeros.
    private func writeWhole(_ digits: Span<UInt8>, count: Int, whole: Int, into text: inout [UInt8]) {
        guard whole > 0, count > 0 else { return text.append(48) }
        for place in 0..<whole {
            if place > 0, (whole - place) % 3 == 0 { text.append(group) }
            text.append(place < count ? digits[20 - count + place] : 48)
        }
    }

    private func writeFraction(
        _ digits: Span<UInt8>, count: Int, whole: Int, places: ClosedRange<Int>, into text: inout [UInt8]
    ) {
        var last = count - whole
        while last > places.lowerBound, digits[20 - count + whole + last - 1] == 48 { last -= 1 }
        last = max(min(last, places.upperBound), places.lowerBound)
        guard last > 0 else { return }
        text.append(point)
        for place in whole..<(whole + last) {
            text.append(place >= 0 && place < count ? digits[20 - count + place] : 48)
        }
    }
}
