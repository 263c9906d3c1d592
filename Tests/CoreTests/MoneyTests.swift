import Core
import TestKit
import Testing

@Suite struct MoneyTests {
    private func lira(_ units: Int64) -> Money { Money(minorUnits: units, .turkishLira) }

    @Test func refusesToOverflowOrMix() {
        #expect(throws: MoneyFault.overflow) { try lira(.max).adding(lira(1)) }
        #expect(throws: MoneyFault.overflow) { try lira(.min).subtracting(lira(1)) }
        #expect(throws: MoneyFault.overflow) { try lira(.min).negated() }
        #expect(throws: MoneyFault.overflow) { try lira(.min).multiplied(by: -1) }
        #expect(throws: MoneyFault.overflow) { try lira(.max).percentage(Percentage(partsPerMillion: .max)) }
        #expect(throws: MoneyFault.currencies(.turkishLira, .euro)) { try lira(1).adding(Money(minorUnits: 1, .euro)) }
        #expect(throws: MoneyFault.currencies(.turkishLira, .euro)) { try lira(1).isLess(than: .zero(.euro)) }
        #expect(throws: MoneyFault.shares) { try lira(1).scaled(by: 1, over: 0) }
        for ratios: [Int64] in [[], [0], [0, 0], [1, -1], [2, -1]] {
            #expect(throws: MoneyFault.shares) { try lira(1).allocated(by: ratios) }
        }
    }

    @Test(
        arguments: [
            (100, [1, 1, 1], [34, 33, 33]), (5, [3, 7], [2, 3]), (-100, [1, 1, 1], [-34, -33, -33]),
            (1, [0, 1, 0], [0, 1, 0]),
            (2, [1, 1, 1, 1], [1, 1, 0, 0]), (0, [1, 2], [0, 0]), (1000, [50, 30, 20], [500, 300, 200]),
            (Int64.max, [Int64.max, Int64.max], [4_611_686_018_427_387_904, 4_611_686_018_427_387_903]),
            (Int64.min, [1], [Int64.min]), (101, [1, 5], [17, 84]), (7, [1, 2, 4], [1, 2, 4]),
            (10, [1, 2, 4], [1, 3, 6]),
        ] as [(Int64, [Int64], [Int64])])
    func allocatesWithoutLosingAUnit(amount: Int64, ratios: [Int64], expected: [Int64]) throws {
        #expect(try lira(amount).allocated(by: ratios).map(\.minorUnits) == expected)
    }

    @Test func neverLosesAUnit() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2_000 {
            let amount = Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0...62, using: &random)
            let ratios = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                Int64.random(in: 1...999, using: &random)
            }
            let parts = try lira(amount).allocated(by: ratios)
            #expect(parts.reduce(0) { $0 &+ $1.minorUnits } == amount)
        }
    }

    @Test(
        arguments: [
            (250, 10_000, 3), (249, 10_000, 2), (-250, 10_000, -3), (-249, 10_000, -2), (10_000, 200_000, 2_000),
            (10_000, 9_480, 95), (1, 500_000, 1), (1, 499_999, 0), (0, 200_000, 0), (100, -500_000, -50),
        ] as [(Int64, Int64, Int64)])
    func roundsHalvesAwayFromZero(units: Int64, rate: Int64, expected: Int64) throws {
        #expect(try lira(units).percentage(Percentage(partsPerMillion: rate)) == lira(expected))
    }

    @Test func takesTheNetOutOfAGrossSum() throws {
        #expect(try lira(12_000).scaled(by: 100, over: 120) == lira(10_000))
        #expect(try lira(100).scaled(by: 1, over: 3) == lira(33))
        #expect(try lira(200).scaled(by: 1, over: 3) == lira(67))
        #expect(Percentage(percent: 20) == Percentage(partsPerMillion: 200_000))
        #expect(Percentage(percent: 1) < Percentage(percent: 20))
    }

    @Test(arguments: ["", "TR", "TRYY", "try", "XXX", "T Y", "ABC", "CLF", " TRY", "ŞRY", "RY "])
    func refusesUnknownCurrencies(code: String) {
        #expect(Currency(code) == nil)
    }

    @Test func knowsTheDecimalPlaces() throws {
        for (code, exponent, units) in [
            ("TRY", 2, 100), ("JPY", 0, 1), ("KWD", 3, 1000), ("XPF", 0, 1), ("ZWG", 2, 100),
        ] {
            let currency = try #require(Currency(code))
            #expect(currency.exponent == exponent && currency.unitsPerWhole == units && currency.code == code)
        }
        #expect(Currency("TRY") == .turkishLira && Currency("EUR") == .euro)
        #expect(Currency("USD") == .usDollar && Currency("GBP") == .poundSterling)
    }

    @Test(
        arguments: [
            ("", nil), ("-", nil), (".5", nil), ("5.", nil), ("1.234", nil), ("1,5", nil), ("+1", nil), ("1e2", nil),
            ("--1", nil), ("١", nil), ("92233720368547758.08", nil), ("1.2.3", nil), ("0", 0), ("12.5", 1250),
            ("-0.05", -5),
            ("92233720368547758.07", .max), ("-92233720368547758.08", .min),
        ] as [(String, Int64?)])
    func readsPlainDecimals(text: String, units: Int64?) {
        #expect(Money(decimal: text, .turkishLira)?.minorUnits == units)
    }

    @Test func writesPlainDecimals() throws {
        let (yen, dinar) = (try #require(Currency("JPY")), try #require(Currency("KWD")))
        #expect(lira(.min).description == "-92233720368547758.08 TRY")
        #expect(lira(-5).description == "-0.05 TRY")
        #expect(lira(1250).decimal == "12.50")
        #expect(Money(minorUnits: 1250, yen).decimal == "1250")
        #expect(Money(minorUnits: 1250, dinar).decimal == "1.250")
        #expect(Money(decimal: "5.0", yen) == nil)
        #expect(Money(decimal: "5", dinar) == Money(minorUnits: 5000, dinar))
    }
}
