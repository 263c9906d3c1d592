/// Amounts as people type them, `1.234,50` or `1,234.50`, read as the page's own element reads them: a lone separator with
/// three digits behind it groups, any other begins the hundredths.
enum MoneyText {
    /// Smallest units, hundredths; nil for what is no amount.
    static func units(_ text: String) -> Int? {
        var plain = text.utf8.filter { !" ".utf8.contains($0) }
        let isNegative = plain.first == UInt8(ascii: "-")
        if isNegative { plain.removeFirst() }
        guard !plain.isEmpty, plain.count <= 24, plain.allSatisfy({ $0 &- 48 <= 9 || isSign($0) }) else { return nil }
        let (whole, rest) = parts(plain)
        guard rest.count <= 2, !(whole.isEmpty && rest.isEmpty) else { return nil }
        let padded = whole + rest + Array(repeating: 48, count: 2 - rest.count)
        let units = Int(String(decoding: padded, as: UTF8.self))
        return isNegative ? units.map { -$0 } : units
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }

    private static func parts(_ plain: [UInt8]) -> (whole: [UInt8], rest: [UInt8]) {
        let digits = plain.filter { !isSign($0) }
        guard let last = plain.lastIndex(where: isSign) else { return (digits, []) }
        let behind = plain.count - last - 1
        let isAlone = plain.filter { $0 == plain[last] }.count == 1
        let hasOther = plain.contains { isSign($0) && $0 != plain[last] }
        guard isAlone, hasOther || behind != 3 else { return (digits, []) }
        return (Array(digits.dropLast(behind)), Array(digits.suffix(behind)))
    }

    /// Smallest units as they are typed in a language.
    static func text(_ units: Int, point: String) -> String {
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
        return (units < 0 ? "-" : "") + padded.dropLast(2) + point + padded.suffix(2)
    }
}
