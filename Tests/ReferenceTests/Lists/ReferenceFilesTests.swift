import Core
import HTTP
import ModuleKit
import Testing

@testable import Reference

@Suite("Lists for browsers")
struct ReferenceFilesTests {
    private struct Row: Decodable, Hashable {
        let code: String?
        let zone: String?
        let name: String
        let plate: String?
        let dial: Int?
        let exponent: Int?
        let flag: String?
        let alpha3: String?
        let kind: String?
        let parent: String?
        let symbol: String?
        let city: String?
        let country: String?
        let own: String?
    }

    private let files = ReferenceFiles()

    private func rows(_ name: String, _ reader: Language = .tr) throws -> [Row] {
        let answer = try #require(files.answer(name, reader: reader, accepting: nil))
        guard case .bytes(let bytes) = answer.body else { throw Problem(.internal) }
        return try JSONReader.decode([Row].self, from: bytes)
    }

    @Test(
        "that do not exist are not made",
        arguments: [
            "", "x", "countries", "countries.de.json", "countries.tr.xml", "countries..json", "subdivisions-ZZ.tr.json",
            "subdivisions-tr.tr.json", "subdivisions-.json", "../countries.tr.json", "countries.tr.en.json",
        ])
    func unknown(_ name: String) { #expect(files.answer(name, reader: .tr, accepting: nil) == nil) }

    @Test("stand in the alphabet of their language")
    func order() throws {
        let tr = try rows("countries.json")
        #expect(tr.count == 249 && tr.first?.name == "ABD Küçük Harici Adaları")
        let names = tr.map(\.name)
        let (c, cedilla, d) = (
            names.firstIndex(of: "Curaçao"), names.firstIndex(of: "Çin"), names.firstIndex(of: "Danimarka")
        )
        #expect(c ?? 0 < cedilla ?? 0 && cedilla ?? 0 < d ?? 0)
        #expect(try rows("countries.json", .en).first?.name == "Afghanistan")
        #expect(try rows("countries.en.json", .tr).contains { $0.code == "TR" && $0.dial == 90 })
        #expect(try rows("subdivisions-TR.tr.json").map(\.name).first == "Adana")
        #expect(try rows("subdivisions-TR.tr.json").contains { $0.name == "İzmir" && $0.plate == "35" })
        #expect(try rows("time-zones.tr.json").contains { $0.zone == "Europe/Istanbul" })
        #expect(try rows("currencies.en.json").contains { $0.code == "EUR" && $0.name == "euro" })
        #expect(try rows("languages.tr.json").contains { $0.code == "de" && $0.name == "Almanca" })
        #expect(try rows("subdivisions-VA.tr.json").isEmpty)
    }

    @Test("are kept for ever under their fingerprint, and only under that")
    func caching() throws {
        for language in Language.allCases {
            for list in [ReferenceList.countries, .currencies, .timeZones, .languages, .subdivisions(.turkiye)] {
                let link = files.link(to: list, in: language)
                let name = String(link.dropFirst("/reference/".count))
                #expect(FingerprintedName.isFingerprinted(name))
                let answer = try #require(files.answer(name, reader: .tr, accepting: "br"))
                #expect(answer.fields[.cacheControl] == CachePolicy.immutable.rawValue)
                #expect(answer.fields[.contentType]?.hasPrefix("application/json") == true)
                #expect(answer.fields[.contentEncoding] == "br" && answer.fields[.vary] == "accept-encoding")
                let plain = try #require(files.answer(name, reader: .tr, accepting: "identity"))
                #expect(plain.fields[.contentEncoding] == nil && plain.fields[.etag] != answer.fields[.etag])
                let (packed, whole) = (answer.length ?? 0, plain.length ?? 0)
                #expect(packed > 0 && packed < whole)
                print("\(name): \(whole) bytes, packed \(packed)")
            }
        }
        let old = try #require(files.answer("countries.tr.0123456789abcdef.json", reader: .tr, accepting: nil))
        #expect(old.fields[.cacheControl] == CachePolicy.revalidate.rawValue)
    }
}
