import Core
import HTTP
import HTTPServer
import Localization
import ModuleKit

/// A list as JSON in a language, packed in every coding, with its answers made beforehand.
struct ReferenceFile: Sendable {
    /// `countries.tr.0123456789abcdef.json`.
    let fingerprinted: String
    private let answers: [ContentCoding: FileAnswers]

    init(_ name: ReferenceFileName) {
        let plain = Self.content(name.list, name.language)
        let digest = ContentHash.digest(of: plain.span)
        fingerprinted = FingerprintedName.make(name.text, digest: digest.span) ?? name.text
        var answers: [ContentCoding: FileAnswers] = [:]
        for coding in ContentCoding.allCases {
            guard let bytes = coding == .identity ? plain : PackedCopy.make(of: plain, coding) else { continue }
            var fields = Fields((.vary, "accept-encoding"))
            // Other bytes, another tag: a part of one coding is none of another.
            var tag = digest
            if coding != .identity {
                fields.append(.contentEncoding, coding.rawValue)
                tag.append(contentsOf: coding.rawValue.utf8.prefix(2))
            }
            answers[coding] = FileAnswers(name.text, digest: tag, .bytes(bytes), saying: fields)
        }
        self.answers = answers
    }

    func answer(isImmutable: Bool, accepting field: String?) -> Response? {
        let packed = ContentCoding.preferred.filter { answers[$0] != nil }
        let coding = ContentCoding.negotiate(field, preferring: packed) ?? .identity
        let found = answers[coding] ?? answers[.identity]
        return isImmutable ? found?.immutable : found?.renewed
    }

    private static func content(_ list: ReferenceList, _ language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.beginArray()
        switch list {
        case .countries: for row in sorted(ReferenceRows.countries, language, \.name) { row.write(language, &json) }
        case .subdivisions(let country):
            let rows = ReferenceRows.subdivisions(beginningWith: country.text + "-")
            for row in sorted(rows, language, \.name) { row.write(language, &json) }
        case .currencies: for row in sorted(ReferenceRows.currencies, language, \.name) { row.write(language, &json) }
        case .timeZones: for row in sorted(ReferenceRows.timeZones, language, \.city) { row.write(language, &json) }
        case .languages: for row in sorted(ReferenceRows.languages, language, \.name) { row.write(language, &json) }
        }
        json.endArray()
        return json.finish()
    }

    private static func sorted<Row>(
        _ rows: [Row], _ language: Language, _ name: (Row) -> ReferenceName
    ) -> [Row] {
        Collation.of(language).sorted(rows) { name($0).text(in: language) }
    }
}

extension JSONWriter {
    fileprivate mutating func pair(_ key: StaticString, _ value: String) {
        self.key(key)
        string(value)
    }
}

extension Country {
    fileprivate func write(_ language: Language, _ json: inout JSONWriter) {
        json.beginObject()
        json.pair("code", code.text)
        json.pair("name", name.text(in: language))
        json.pair("flag", flag)
        json.pair("alpha3", alpha3)
        if let dialCode {
            json.key("dial")
            json.int(Int64(dialCode))
        }
        json.endObject()
    }
}

extension Subdivision {
    fileprivate func write(_ language: Language, _ json: inout JSONWriter) {
        json.beginObject()
        json.pair("code", code)
        json.pair("name", name.text(in: language))
        json.pair("kind", kind)
        if let parent { json.pair("parent", parent) }
        if let plate { json.pair("plate", plate) }
        json.endObject()
    }
}

extension CurrencyEntry {
    fileprivate func write(_ language: Language, _ json: inout JSONWriter) {
        json.beginObject()
        json.pair("code", currency.code)
        json.pair("name", name.text(in: language))
        json.pair("symbol", symbol.text(in: language))
        json.key("exponent")
        json.int(Int64(currency.exponent))
        json.endObject()
    }
}

extension TimeZoneEntry {
    fileprivate func write(_ language: Language, _ json: inout JSONWriter) {
        json.beginObject()
        json.pair("zone", zone)
        json.pair("city", city.text(in: language))
        json.pair("name", name.text(in: language))
        if let country { json.pair("country", country.text) }
        json.endObject()
    }
}

extension LanguageEntry {
    fileprivate func write(_ language: Language, _ json: inout JSONWriter) {
        json.beginObject()
        json.pair("code", code)
        json.pair("name", name.text(in: language))
        json.pair("own", ownName)
        json.endObject()
    }
}
