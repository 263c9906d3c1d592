import Core
import HTTP
import ModuleKit

/// The name of a list's file: `countries.tr.json`, `subdivisions-TR.en.json`.
struct ReferenceFileName: Hashable, Sendable {
    let list: ReferenceList
    let language: Language

    init(_ list: ReferenceList, _ language: Language) { (self.list, self.language) = (list, language) }

    /// Reads a name, with a fingerprint or without; a name without a language is in that of the reader.
    init?(_ text: String, reader: Language) {
        let parts = (FingerprintedName.original(text) ?? text).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.last == "json", parts.count == 2 || parts.count == 3 else { return nil }
        guard let list = Self.list(parts[0]) else { return nil }
        guard parts.count == 3 else {
            self.init(list, reader)
            return
        }
        guard let language = Language(rawValue: String(parts[1])) else { return nil }
        self.init(list, language)
    }

    private static func list(_ word: Substring) -> ReferenceList? {
        switch word {
        case "countries": return .countries
        case "currencies": return .currencies
        case "time-zones": return .timeZones
        case "languages": return .languages
        default:
            // Only what is a country: nobody fills the shelf with made-up names.
            guard word.hasPrefix("subdivisions-"), let code = CountryCode(word.dropFirst(13)),
                word.dropFirst(13) == code.text, ReferenceRows.countries.contains(where: { $0.code == code })
            else { return nil }
            return .subdivisions(code)
        }
    }

    var text: String { "\(word).\(language.rawValue).json" }

    private var word: String {
        switch list {
        case .countries: "countries"
        case .subdivisions(let country): "subdivisions-\(country.text)"
        case .currencies: "currencies"
        case .timeZones: "time-zones"
        case .languages: "languages"
        }
    }
}
