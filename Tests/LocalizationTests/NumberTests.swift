import Core
import Localization
import Testing

@Suite("Numbers")
struct NumberTests {
    @Test("are written as the house wants them")
    func samples() throws {
        let lira = { Money(minorUnits: $0, .turkishLira) }
        let samples: [(String, String, String)] = [
            (turkish.number(1_234_567), "1.234.567", "tr"), (english.number(-1234), "-1,234", "en"),
            (turkish.number(1234.5), "1.234,5", "tr"), (english.number(0.1 + 0.2, places: 2...2), "0.30", "en"),
            (turkish.percent(Percentage(partsPerMillion: 234_000)), "%23,4", "tr"),
            (english.percent(0.234), "23.4%", "en"), (turkish.percent(-0.5), "-%50", "tr"),
            (turkish.money(lira(123_450)), "₺1.234,50", "tr"), (english.money(lira(123_450)), "₺1,234.50", "en"),
            (turkish.money(lira(-5)), "-₺0,05", "tr"), (turkish.money(lira(0)), "₺0,00", "tr"),
            (turkish.compactMoney(lira(4_823_456_700)), "₺48,2\u{A0}Mn", "tr"),
            (english.compactMoney(lira(4_823_456_700)), "₺48.2M", "en"),
            (turkish.compactMoney(lira(98_000_000)), "₺980\u{A0}B", "tr"),
            (turkish.compactMoney(lira(560_000_000), places: 2...2), "₺5,60\u{A0}Mn", "tr"),
            (turkish.compactMoney(lira(98_000)), "₺980", "tr"), (turkish.compactMoney(lira(98_050)), "₺980,50", "tr"),
            (english.compactMoney(lira(99_999_999)), "₺1M", "en"), (turkish.compact(999_950), "1\u{A0}Mn", "tr"),
            (turkish.compact(Int64.max), "9.223.372\u{A0}Tn", "tr"), (english.compact(-48_234_567), "-48.2M", "en"),
            (turkish.ordinal(3), "3.", "tr"), (english.ordinal(1), "1st", "en"), (english.ordinal(112), "112th", "en"),
            (english.ordinal(1_023), "1,023rd", "en"), (turkish.byteCount(1_234_567), "1,2\u{A0}MB", "tr"),
            (english.byteCount(12), "12\u{A0}bytes", "en"), (turkish.number(.infinity), "∞", "tr"),
            (turkish.number(.nan), "–", "tr"), (turkish.percent(-.infinity), "-∞", "tr"),
            (turkish.number(-0.0001, places: 0...2), "0", "tr"),
            (english.number(1e21, places: 0...0), "1,000,000,000,000,000,000,000", "en"),
        ]
        for (written, wanted, language) in samples { #expect(written == wanted, "\(language)") }
    }

    @Test("are what ICU writes", arguments: [Language.tr, .en])
    func judged(_ language: Language) {
        let localizer = Localizer(language: language, zone: .utc)
        var dice = Dice(7)
        for round in 0..<3000 {
            let value = Int64.random(in: .min ... .max, using: &dice) >> Int64(round % 63)
            #expect(localizer.number(value) == Judge.number("", "\(value)", language), "\(value)")
            let float = Double.random(in: -1...1, using: &dice) * [1, 1e3, 1e6, 1e12, 1e-3][round % 5]
            let places = round % 4
            let skeleton = places == 0 ? "precision-integer" : "." + String(repeating: "#", count: places)
            let judged = Judge.number(skeleton, "\(float)", language)
            // ICU writes a negative zero, which says nothing to anybody.
            let isZero = judged.hasPrefix("-") && !judged.contains(where: { ("1"..."9").contains($0) })
            #expect(
                localizer.number(float, places: 0...places) == (isZero ? String(judged.dropFirst()) : judged),
                "\(float)")
            let rate = Percentage(partsPerMillion: Int64.random(in: 0...3_000_000, using: &dice))
            let percent = Judge.number("percent .#", "\(rate.partsPerMillion)E-4", language)
            #expect(localizer.percent(rate) == percent)
        }
    }

    @Test("of money are what ICU writes, for every currency", arguments: [Language.tr, .en])
    func money(_ language: Language) throws {
        let localizer = Localizer(language: language, zone: .utc)
        var dice = Dice(11)
        for code in Self.codes {
            guard let currency = Currency(code) else {
                Issue.record("\(code) is not listed")
                continue
            }
            for round in 0..<30 {
                let units = Int64.random(in: .min ... .max, using: &dice) >> Int64(round * 2)
                let amount = Money(minorUnits: units, currency)
                // CLDR rounds some currencies as they are paid; an amount here is exact.
                let places =
                    currency.exponent == 0
                    ? "precision-integer" : "." + String(repeating: "0", count: Int(currency.exponent))
                let width = code == "TRY" ? "unit-width-narrow" : "unit-width-short"
                let judged = Judge.number("currency/\(code) \(width) \(places)", amount.decimal, language)
                #expect(localizer.money(amount) == judged, "\(amount)")
            }
        }
    }

    @Test("in short are what ICU writes", arguments: [Language.tr, .en])
    func compact(_ language: Language) {
        let localizer = Localizer(language: language, zone: .utc)
        var dice = Dice(13)
        for round in 0..<2000 {
            let value = Int64.random(in: .min ... .max, using: &dice) >> Int64(round % 63)
            // Beyond thousands of trillions ICU leaves the groups out.
            guard value.magnitude < 1_000_000_000_000_000 else { continue }
            let places = abs(value) < 1000 ? "precision-integer" : ".#"
            #expect(
                localizer.compact(value) == Judge.number("compact-short \(places)", "\(value)", language), "\(value)")
        }
    }

    @Test("choose the forms of words as CLDR does")
    func plurals() {
        for count in Int64(-200)...1200 {
            for language in Language.allCases {
                #expect(
                    PluralCategory(count, in: language).rawValue
                        == Judge.plural(Double(count), ordinal: false, language))
                let place = PluralCategory(ordinal: count, in: language).rawValue
                #expect(place == Judge.plural(Double(count), ordinal: true, language), "\(count) \(language)")
            }
        }
    }

    /// Any value at all is written, and nothing of it is endless.
    @Test("never fail")
    func extremes() {
        let floats = [
            Double.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, .ulpOfOne, -0.0,
        ]
        for localizer in both {
            for value in floats { #expect(localizer.number(value, places: -5...900).utf8.count < 450) }
            for value in [Int64.min, .max, 0, -1] {
                #expect(!localizer.number(value).isEmpty)
                for currency in [Currency.turkishLira, Currency("JPY"), Currency("KWD")].compactMap({ $0 }) {
                    let amount = Money(minorUnits: value, currency)
                    #expect(!localizer.money(amount).isEmpty && !localizer.compactMoney(amount, places: 0...99).isEmpty)
                }
            }
            #expect(!localizer.byteCount(UInt64.max).isEmpty)
        }
    }

    private static let codes = """
        THB TRY EUR USD GBP JPY KWD CHF AED AUD BRL CAD CNY HKD ILS INR KRW MXN NZD PHP TWD VND XAF XCD XOF XPF AZN BGN SEK \
        PLN RUB UAH GEL KZT SAR QAR EGP DKK NOK CZK HUF RON RSD BAM ALL MKD MDL IQD IRR BHD OMR JOD CLP ISK
        """.split(separator: " ")
}
