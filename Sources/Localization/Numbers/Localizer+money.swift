public import Core

extension Localizer {
    /// An amount with its sign and all its places: `₺1.234,50` in Turkish, `₺1,234.50` in English.
    public func money(_ amount: Money) -> String {
        let places = Int(amount.currency.exponent)
        return money(DecimalNumber(amount.minorUnits, exponent: -places), amount.currency, places: places...places)
    }

    /// An amount short enough for a card: `₺48,2 Mn` in Turkish, `₺48.2M` in English. Below a thousand it is exact, and
    /// without its fraction when it has none.
    public func compactMoney(_ amount: Money, places: ClosedRange<Int> = 0...1) -> String {
        let decimals = Int(amount.currency.exponent)
        let value = DecimalNumber(amount.minorUnits, exponent: -decimals)
        guard let (scaled, unit) = compacted(value, places: Self.bounded(places)) else {
            let isWhole = amount.minorUnits % amount.currency.unitsPerWhole == 0
            return money(value, amount.currency, places: isWhole ? 0...0 : decimals...decimals)
        }
        return money(scaled, amount.currency, places: Self.bounded(places)) + unit
    }

    /// A number short enough for a card: `48,2 Mn` in Turkish, `48.2M` in English.
    public func compact(_ value: some BinaryInteger, places: ClosedRange<Int> = 0...1) -> String {
        let value = DecimalNumber(Int64(clamping: value))
        guard let (scaled, unit) = compacted(value, places: Self.bounded(places)) else {
            return number(value, places: 0...0)
        }
        return number(scaled, places: Self.bounded(places)) + unit
    }

    /// The sign of a currency, or its code where it has none that everybody knows.
    public func symbol(of currency: Currency) -> String { CurrencySign.text(currency, language) }

    private func money(_ value: DecimalNumber, _ currency: Currency, places: ClosedRange<Int>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(32)
        if Self.showsSign(value, places: places) { text.append(UInt8(ascii: "-")) }
        let sign = CurrencySign.text(currency, language)
        text.append(contentsOf: sign.utf8)
        if let last = sign.utf8.last, last | 0x20 >= 0x61, last | 0x20 <= 0x7A {
            text.append(contentsOf: Self.noBreak.utf8)
        }
        NumberSigns(language).write(value, places: places, into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The number in thousands, millions and so on with the unit's name; nil below a thousand. One that rounds up to a
    /// thousand of a unit is one of the next.
    private func compacted(_ value: DecimalNumber, places: ClosedRange<Int>) -> (DecimalNumber, String)? {
        var (scaled, step) = (value, 0)
        while step < 4, scaled.rounded(toPlaces: step == 0 ? 0 : places.upperBound).wholeDigits > 3 {
            scaled.exponent -= 3
            step += 1
        }
        guard step > 0 else { return nil }
        let names: [StaticString] = language == .tr ? ["B", "Mn", "Mr", "Tn"] : ["K", "M", "B", "T"]
        return (scaled, (language == .tr ? Self.noBreak : "") + names[step - 1].description)
    }
}

/// The signs of currencies as CLDR has them in the two languages; but the lira has its own in English too.
enum CurrencySign {
    static func text(_ currency: Currency, _ language: Language) -> String {
        let code = currency.code
        switch code {
        case "TRY": return "₺"
        case "USD": return "$"
        case "EUR": return "€"
        case "GBP": return "£"
        case "JPY": return "¥"
        case "AUD": return language == .tr ? "AU$" : "A$"
        case "XOF": return "F\u{202F}CFA"
        case "PHP" where language == .en: return "₱"
        case "THB" where language == .tr: return "฿"
        default: return shared(code) ?? code
        }
    }

    private static func shared(_ code: String) -> String? {
        switch code {
        case "INR": "₹"
        case "ILS": "₪"
        case "KRW": "₩"
        case "VND": "₫"
        case "BRL": "R$"
        case "CAD": "CA$"
        case "CNY": "CN¥"
        case "HKD": "HK$"
        case "MXN": "MX$"
        case "NZD": "NZ$"
        case "TWD": "NT$"
        case "XAF": "FCFA"
        case "XCD": "EC$"
        case "XPF": "CFPF"
        default: nil
        }
    }
}
