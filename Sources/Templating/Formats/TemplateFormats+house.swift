public import Core

extension TemplateFormats {
    /// Turkish and English as the house writes them, in a zone with a fixed distance from UTC: Istanbul's has been three
    /// hours since 2016.
    public static func house(_ language: Language, minutesEast: Int = 180) -> TemplateFormats {
        let isTurkish = language == .tr
        return TemplateFormats(
            date: { $0.text(in: language, $1) },
            time: { isTurkish ? $0.clock24 : $0.clock12 },
            local: { CivilTime($0 + .seconds(60 * min(max(minutesEast, -1439), 1439))) },
            number: { $0.text(places: $1, isTurkish: isTurkish) },
            money: { $0.text($1, isTurkish: isTurkish) },
            upper: { isTurkish ? $0.turkishUpper : $0.uppercased() },
            lower: { isTurkish ? $0.turkishLower : $0.lowercased() },
            plural: { !isTurkish && $0.units.magnitude == 1 && $0.places == 0 ? .one : .other },
            flag: { isTurkish ? ($0 ? "evet" : "hayır") : ($0 ? "yes" : "no") })
    }
}

extension CalendarDay {
    fileprivate func text(in language: Language, _ style: TemplateFormats.DateStyle) -> String {
        let isTurkish = language == .tr
        switch style {
        case .short: return [day.twoDigits, month.twoDigits, "\(year)"].joined(separator: isTurkish ? "." : "/")
        case .long: return "\(day) \((isTurkish ? Self.turkishMonths : Self.months)[month - 1]) \(year)"
        case .weekday:
            let long = text(in: language, .long)
            return isTurkish ? "\(long) \(Self.turkishWeekdays[weekday])" : "\(Self.weekdays[weekday]), \(long)"
        }
    }

    private static let turkishMonths = [
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let turkishWeekdays = ["Pazar", "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi"]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}

extension CivilTime {
    fileprivate var clock24: String { "\(hour.twoDigits):\(minute.twoDigits)" }

    fileprivate var clock12: String {
        "\(hour % 12 == 0 ? 12 : hour % 12):\(minute.twoDigits) \(hour < 12 ? "AM" : "PM")"
    }
}

extension DecimalNumber {
    fileprivate func text(places: Int?, isTurkish: Bool) -> String {
        let places = min(max(places ?? self.places, 0), 9)
        let rounded = rounded(to: places)
        let (whole, rest) = rounded.magnitude.quotientAndRemainder(dividingBy: UInt128(Self.power(places)))
        let digits = grouped(String(whole), by: isTurkish ? "." : ",")
        let sign = rounded < 0 ? "-" : ""
        guard places > 0 else { return sign + digits }
        let fraction = String(repeating: "0", count: places - String(rest).utf8.count) + String(rest)
        return "\(sign)\(digits)\(isTurkish ? "," : ".")\(fraction)"
    }

    /// Three digits and three.
    private func grouped(_ digits: String, by mark: String) -> String {
        var text = ""
        let count = digits.utf8.count
        for (index, digit) in digits.enumerated() {
            if index > 0, (count - index) % 3 == 0 { text += mark }
            text.append(digit)
        }
        return text
    }
}

extension Money {
    fileprivate func text(_ style: TemplateFormats.MoneyStyle, isTurkish: Bool) -> String {
        let places = Int(currency.exponent)
        let number = DecimalNumber(units: minorUnits, places: places) ?? DecimalNumber(minorUnits)
        let amount = number.text(places: places, isTurkish: isTurkish)
        guard style != .plain else { return amount }
        if style == .symbol, let symbol = Self.symbols[currency.code] {
            return minorUnits < 0 ? "-" + symbol + amount.dropFirst() : symbol + amount
        }
        return isTurkish ? "\(amount) \(currency.code)" : "\(currency.code) \(amount)"
    }

    private static let symbols = ["TRY": "₺", "EUR": "€", "USD": "$", "GBP": "£"]
}

extension Int {
    fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

extension String {
    /// `i` becomes `İ` and `ı` becomes `I`, which no other language does.
    var turkishUpper: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "i": text.append("İ")
            case "ı": text.append("I")
            default: text.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
            }
        }
        return String(text)
    }

    /// `I` becomes `ı` and `İ` becomes `i`. A large I with a dot set apart is an `İ` as well.
    var turkishLower: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "I": text.append("ı")
            case "İ": text.append("i")
            case "\u{307}" where text.last == "ı":
                text.removeLast()
                text.append("i")
            default: text.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(text)
    }
}
