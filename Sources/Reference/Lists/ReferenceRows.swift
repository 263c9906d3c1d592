import Core
import ModuleKit

/// The rows of the tables that scripts/reference-data made. The short ones are read once, when first asked for.
enum ReferenceRows {
    static let countries: [Country] = DataLines(CountryData.text).map { columns in
        guard columns.count == 7, let code = CountryCode(columns[0]) else { return nil }
        return Country(
            code: code, alpha3: columns[1], numeric: columns[2], dialCode: Int(columns[3]), flag: columns[4],
            name: ReferenceName(tr: columns[5], en: columns[6]))
    }

    static let currencies: [CurrencyEntry] = DataLines(CurrencyData.text).map { columns in
        guard columns.count == 7, let currency = Currency(columns[0]) else { return nil }
        return CurrencyEntry(
            currency: currency, numeric: columns[1], symbol: ReferenceName(tr: columns[3], en: columns[4]),
            name: ReferenceName(tr: columns[5], en: columns[6]))
    }

    static let timeZones: [TimeZoneEntry] = DataLines(TimeZoneData.text).map { columns in
        guard columns.count == 6 else { return nil }
        return TimeZoneEntry(
            zone: columns[0], country: CountryCode(columns[1]), city: ReferenceName(tr: columns[2], en: columns[3]),
            name: ReferenceName(tr: columns[4], en: columns[5]))
    }

    static let languages: [LanguageEntry] = DataLines(LanguageData.text).map { columns in
        guard columns.count == 4 else { return nil }
        return LanguageEntry(
            code: columns[0], name: ReferenceName(tr: columns[1], en: columns[2]), ownName: columns[3])
    }

    /// Five thousand rows, of which a page wants those of one country: they are read each time.
    static func subdivisions(beginningWith prefix: String) -> [Subdivision] {
        DataLines(SubdivisionData.text).map(beginningWith: prefix) { columns in
            guard columns.count == 6 else { return nil }
            return Subdivision(
                code: columns[0], parent: columns[2].isEmpty ? nil : columns[2], kind: columns[3],
                name: ReferenceName(tr: columns[4], en: columns[5]))
        }
    }
}
