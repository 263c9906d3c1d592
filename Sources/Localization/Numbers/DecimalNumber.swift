/// A decimal number as it will be written: at most twenty digits and where the point stands.
struct DecimalNumber {
    var isNegative: Bool
    var magnitude: UInt64
    /// The power of ten of the last digit: -2 for hundredths.
    var exponent: Int

    init(_ value: Int64, exponent: Int = 0) {
        (isNegative, magnitude, self.exponent) = (value < 0, value.magnitude, exponent)
    }

    /// The shortest decimal that reads back as this float; nil for infinities and what is not a number.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        (isNegative, magnitude, exponent) = (value < 0, 0, 0)
        var (isFraction, text) = (false, value.magnitude.description.utf8[...])
        if let mark = text.lastIndex(of: UInt8(ascii: "e")) {
            exponent = Int(Substring(text[text.index(after: mark)...])) ?? 0
            text = text[..<mark]
        }
        for byte in text {
            guard byte != UInt8(ascii: ".") else {
                isFraction = true
                continue
            }
            // Seventeen digits are the most that a float needs.
            magnitude = magnitude &* 10 &+ UInt64(byte &- 48)
            if isFraction { exponent -= 1 }
        }
    }

    /// The number with at most so many places, halves to the even digit as CLDR has it.
    func rounded(toPlaces places: Int) -> DecimalNumber {
        let dropped = -exponent - places
        guard dropped > 0 else { return self }
        var result = self
        result.exponent = -places
        // Half of ten to the twentieth is more than a magnitude can be.
        result.magnitude = dropped > 19 ? 0 : Self.divided(magnitude, by: Self.power(dropped))
        return result
    }

    private static func divided(_ value: UInt64, by divisor: UInt64) -> UInt64 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        let half = divisor / 2
        return quotient + (rest > half || rest == half && quotient % 2 == 1 ? 1 : 0)
    }

    private static func power(_ exponent: Int) -> UInt64 { (0..<exponent).reduce(1) { value, _ in value &* 10 } }

    /// How many digits stand before the point; zero and less below one.
    var wholeDigits: Int { magnitude == 0 ? 0 : Self.digitCount(magnitude) + exponent }

    static func digitCount(_ value: UInt64) -> Int {
        var (rest, count) = (value, 1)
        while rest >= 10 { (rest, count) = (rest / 10, count + 1) }
        return count
    }
}
