/// A unit of time or size: how it is written and how many of the smallest unit it holds.
struct AmountUnit: Sendable {
    let suffix: String
    let factor: Int
}

/// Digits followed by a unit, multiplied without overflow.
enum Amount {
    /// The amount in the smallest unit; nil unless the text is digits and one of the units, letter case apart.
    static func parse(_ text: String, _ units: [AmountUnit]) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let count = Int(digits) else { return nil }
        let suffix = text.dropFirst(digits.count).lowercased()
        guard let unit = units.first(where: { $0.suffix.lowercased() == suffix }) else { return nil }
        let (product, overflow) = count.multipliedReportingOverflow(by: unit.factor)
        return overflow ? nil : product
    }

    /// The shortest spelling: the largest unit that divides the amount.
    static func text(_ amount: Int, _ units: [AmountUnit]) -> String {
        let unit = units.filter { amount % $0.factor == 0 }.max { $0.factor < $1.factor }
        guard let unit, amount != 0 else { return "\(amount)\(units.first?.suffix ?? "")" }
        return "\(amount / unit.factor)\(unit.suffix)"
    }

    static let times = [
        AmountUnit(suffix: "ms", factor: 1), AmountUnit(suffix: "s", factor: 1000),
        AmountUnit(suffix: "m", factor: 60_000), AmountUnit(suffix: "h", factor: 3_600_000),
    ]

    static let sizes = [
        AmountUnit(suffix: "B", factor: 1), AmountUnit(suffix: "kB", factor: 1000),
        AmountUnit(suffix: "KiB", factor: 1024), AmountUnit(suffix: "MB", factor: 1_000_000),
        AmountUnit(suffix: "MiB", factor: 1 << 20), AmountUnit(suffix: "GB", factor: 1_000_000_000),
        AmountUnit(suffix: "GiB", factor: 1 << 30),
    ]
}

extension ValueSyntax<Duration> {
    /// A time such as `500ms`, `10s`, `2m` or `1h`; the bounds are milliseconds.
    public static func duration(_ range: ClosedRange<Int>) -> ValueSyntax {
        let low = Amount.text(range.lowerBound, Amount.times)
        let high = Amount.text(range.upperBound, Amount.times)
        return ValueSyntax("duration", bounds: "\(low) to \(high)") { text throws(ValueRefusal) in
            guard let amount = Amount.parse(text, Amount.times) else {
                throw ValueRefusal("must be a duration such as 500ms, 10s, 2m or 1h")
            }
            guard range.contains(amount) else { throw ValueRefusal("must be from \(low) to \(high)") }
            return .milliseconds(amount)
        }
    }
}

extension ValueSyntax<Int> {
    /// A size such as `16kB` or `8MiB`, as a count of bytes.
    public static func size(_ range: ClosedRange<Int>) -> ValueSyntax {
        let low = Amount.text(range.lowerBound, Amount.sizes)
        let high = Amount.text(range.upperBound, Amount.sizes)
        return ValueSyntax("size", bounds: "\(low) to \(high)") { text throws(ValueRefusal) in
            guard let amount = Amount.parse(text, Amount.sizes) else {
                throw ValueRefusal("must be a size such as 512B, 16kB, 64KiB or 8MiB")
            }
            guard range.contains(amount) else { throw ValueRefusal("must be from \(low) to \(high)") }
            return amount
        }
    }
}
