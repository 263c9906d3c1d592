import Core
import UI

/// The countries that a phone field offers by itself. A page with `ReferenceData` at hand gives all of them.
enum DialCountries {
    static func common(_ language: Language) -> [DialCountry] {
        all.map { DialCountry(code: $0.code, dial: $0.dial, name: language == .tr ? $0.tr : $0.en) }
    }

    private static let all: [(code: String, dial: String, tr: String, en: String)] = [
        ("TR", "90", "Türkiye", "Türkiye"), ("DE", "49", "Almanya", "Germany"), ("US", "1", "ABD", "United States"),
        ("AT", "43", "Avusturya", "Austria"), ("AZ", "994", "Azerbaycan", "Azerbaijan"),
        ("BE", "32", "Belçika", "Belgium"), ("AE", "971", "Birleşik Arap Emirlikleri", "United Arab Emirates"),
        ("GB", "44", "Birleşik Krallık", "United Kingdom"), ("BG", "359", "Bulgaristan", "Bulgaria"),
        ("CN", "86", "Çin", "China"), ("FR", "33", "Fransa", "France"), ("NL", "31", "Hollanda", "Netherlands"),
        ("IQ", "964", "Irak", "Iraq"), ("ES", "34", "İspanya", "Spain"), ("SE", "46", "İsveç", "Sweden"),
        ("CH", "41", "İsviçre", "Switzerland"), ("IT", "39", "İtalya", "Italy"), ("QA", "974", "Katar", "Qatar"),
        ("PL", "48", "Polonya", "Poland"), ("RO", "40", "Romanya", "Romania"), ("RU", "7", "Rusya", "Russia"),
        ("SA", "966", "Suudi Arabistan", "Saudi Arabia"), ("UA", "380", "Ukrayna", "Ukraine"),
        ("GR", "30", "Yunanistan", "Greece"),
    ]
}
