public import Core

/// A country by the two letters of ISO 3166. That it is one, `ReferenceData` knows.
public struct CountryCode: Hashable, Sendable {
    /// The two capital letters.
    public let text: String

    /// A code of two letters of either case; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let letters = text.utf8.map { $0 | 0x20 }
        guard letters.count == 2, letters.allSatisfy({ (0x61...0x7A).contains($0) }),
            text.utf8.allSatisfy({ $0 & 0x80 == 0 && $0 & 0x40 != 0 })
        else { return nil }
        self.text = String(decoding: letters.map { $0 & 0x5F }, as: UTF8.self)
    }

    private init(known text: StaticString) { self.text = text.description }

    /// Türkiye.
    public static let turkiye = CountryCode(known: "TR")
}

extension CountryCode: CustomStringConvertible, Codable {
    /// The two letters.
    public var description: String { text }

    /// Reads two letters.
    public init(from decoder: any Decoder) throws {
        guard let code = CountryCode(try decoder.singleValueContainer().decode(String.self)) else {
            throw FieldFault(.format, "A country code of two letters is needed.")
        }
        self = code
    }

    /// Writes two letters.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A name in both languages, from a table.
public struct ReferenceName: Hashable, Sendable {
    /// Turkish.
    public let tr: String
    /// English.
    public let en: String
    /// Both.
    public init(tr: String, en: String) { (self.tr, self.en) = (tr, en) }
    /// The name in a language.
    public func text(in language: Language) -> String { language == .tr ? tr : en }
}

/// A country or territory.
public struct Country: Hashable, Sendable {
    /// `TR`.
    public let code: CountryCode
    /// `TUR`.
    public let alpha3: String
    /// `792`.
    public let numeric: String
    /// 90; nil where nobody can be called.
    public let dialCode: Int?
    /// 🇹🇷.
    public let flag: String
    /// Its name.
    public let name: ReferenceName

    /// As a table has it.
    public init(
        code: CountryCode, alpha3: String, numeric: String, dialCode: Int?, flag: String, name: ReferenceName
    ) {
        (self.code, self.alpha3, self.numeric) = (code, alpha3, numeric)
        (self.dialCode, self.flag, self.name) = (dialCode, flag, name)
    }
}

/// A province, state or region.
public struct Subdivision: Hashable, Sendable {
    /// `TR-34`.
    public let code: String
    /// The code of what it is part of, if that is not the country itself.
    public let parent: String?
    /// `Province`, as ISO 3166-2 calls it.
    public let kind: String
    /// Its name.
    public let name: ReferenceName
    /// The number on the plates of a Turkish province: the end of its code.
    public var plate: String? { code.hasPrefix("TR-") ? String(code.dropFirst(3)) : nil }

    /// As a table has it.
    public init(code: String, parent: String?, kind: String, name: ReferenceName) {
        (self.code, self.parent, self.kind, self.name) = (code, parent, kind, name)
    }
}

/// A currency with what people call it.
public struct CurrencyEntry: Hashable, Sendable {
    /// The currency.
    public let currency: Currency
    /// `949`.
    public let numeric: String
    /// Its sign, or its code where it has none.
    public let symbol: ReferenceName
    /// Its name.
    public let name: ReferenceName

    /// As a table has it.
    public init(currency: Currency, numeric: String, symbol: ReferenceName, name: ReferenceName) {
        (self.currency, self.numeric, self.symbol, self.name) = (currency, numeric, symbol, name)
    }
}

/// A time zone with what people call it.
public struct TimeZoneEntry: Hashable, Sendable {
    /// `Europe/Istanbul`.
    public let zone: String
    /// The country it lies in; nil for UTC.
    public let country: CountryCode?
    /// The city it is named by.
    public let city: ReferenceName
    /// Its long name.
    public let name: ReferenceName

    /// As a table has it.
    public init(zone: String, country: CountryCode?, city: ReferenceName, name: ReferenceName) {
        (self.zone, self.country, self.city, self.name) = (zone, country, city, name)
    }
}

/// A language that people speak.
public struct LanguageEntry: Hashable, Sendable {
    /// `tr`.
    public let code: String
    /// Its name.
    public let name: ReferenceName
    /// Its name in itself.
    public let ownName: String

    /// As a table has it.
    public init(code: String, name: ReferenceName, ownName: String) {
        (self.code, self.name, self.ownName) = (code, name, ownName)
    }
}

/// Lists that browsers fetch once, by language.
public enum ReferenceList: Hashable, Sendable {
    /// All countries with flags and dial codes.
    case countries
    /// What a country is divided into.
    case subdivisions(CountryCode)
    /// All currencies.
    case currencies
    /// All time zones.
    case timeZones
    /// All languages.
    case languages
}

/// What is the same for everybody: the rows of `kernel.country` and the like, at hand without a query.
public protocol ReferenceData: Sendable {
    /// All countries, by code.
    var countries: [Country] { get }
    /// A country by its code.
    func country(_ code: CountryCode) -> Country?
    /// What a country is divided into, each after what it is part of.
    func subdivisions(of country: CountryCode) -> [Subdivision]
    /// A subdivision by its code.
    func subdivision(_ code: String) -> Subdivision?
    /// All currencies, by code.
    var currencies: [CurrencyEntry] { get }
    /// All time zones, by name.
    var timeZones: [TimeZoneEntry] { get }
    /// All languages, by code.
    var languages: [LanguageEntry] { get }
    /// The address of a list as JSON in a language, in its alphabet; it may be kept for ever.
    func link(to list: ReferenceList, in language: Language) -> String
}

extension Capability where Provider == any ReferenceData {
    /// Countries, provinces, currencies, time zones, languages.
    public static var referenceData: Self { Capability("reference.data") }
}
