import Core
import EventLoop
import Kernel
import Localization
import ModuleKit
import Postgres
import TestKit
import Testing

@testable import Reference

@Suite("Reference data")
struct ReferenceRowsTests {
    private let book = ReferenceBook(files: ReferenceFiles())

    @Test("are what the packages make")
    func regenerated() async throws {
        let result = try await Repository.run("/usr/bin/python3", ["scripts/reference-data", "--check"])
        #expect(result.exit.isSuccess, "\(String(decoding: result.errors, as: UTF8.self))")
    }

    @Test("know the countries")
    func countries() throws {
        #expect(book.countries.count == 249)
        let country = try #require(book.country(.turkiye))
        #expect(country.name.tr == "Türkiye" && country.alpha3 == "TUR" && country.numeric == "792")
        #expect(country.dialCode == 90 && country.flag == "🇹🇷")
        for (code, tr, en) in [("DE", "Almanya", "Germany"), ("GB", "Birleşik Krallık", "United Kingdom")] {
            let name = CountryCode(code).flatMap { book.country($0) }?.name
            #expect(name == ReferenceName(tr: tr, en: en))
        }
        for country in book.countries { #expect(book.country(country.code) == country) }
        #expect(CountryCode("zz").flatMap { book.country($0) } == nil)
        for text in ["", "T", "TUR", "T1", "ŞT", "t\0", "@@", "[["] { #expect(CountryCode(text) == nil, "\(text)") }
        #expect(CountryCode("tr") == .turkiye)
    }

    @Test("know the provinces and their plates")
    func provinces() throws {
        let provinces = book.subdivisions(of: .turkiye)
        #expect(provinces.count == 81)
        #expect(provinces.map { $0.plate ?? "" } == (1...81).map { $0 < 10 ? "0\($0)" : "\($0)" })
        #expect(book.subdivision("TR-34")?.name.tr == "İstanbul" && book.subdivision("TR-63")?.name.tr == "Şanlıurfa")
        #expect(book.subdivision("US-CA")?.name == ReferenceName(tr: "Kaliforniya", en: "California"))
        #expect(book.subdivision("US-C") == nil && book.subdivision("") == nil)
        let all = ReferenceRows.subdivisions(beginningWith: "")
        #expect(all.count > 5000)
        for (index, row) in all.enumerated() {
            guard let parent = row.parent else { continue }
            #expect(all[..<index].contains { $0.code == parent }, "\(row.code)")
        }
    }

    @Test("know what money can be of, as it is written")
    func currencies() throws {
        for entry in book.currencies {
            for language in Language.allCases {
                let localizer = Localizer(language: language, zone: .utc)
                #expect(localizer.symbol(of: entry.currency) == entry.symbol.text(in: language), "\(entry.currency)")
            }
        }
        let lira = try #require(book.currencies.first { $0.currency == .turkishLira })
        #expect(lira.name == ReferenceName(tr: "Türk lirası", en: "Turkish lira") && lira.numeric == "949")
        #expect(book.currencies.count > 150)
    }

    @Test("know zones that exist, in countries that exist")
    func zones() throws {
        #expect(book.timeZones.count > 400)
        for entry in book.timeZones {
            #expect(Zone(entry.zone) != nil, "\(entry.zone)")
            if let country = entry.country { #expect(book.country(country) != nil) }
        }
        #expect(book.timeZones.contains { $0.zone == "Europe/Istanbul" && $0.city.tr == "İstanbul" })
        #expect(book.languages.contains { $0.code == "tr" && $0.name.en == "Turkish" && $0.ownName == "Türkçe" })
    }

    @Test("stand in the database for everybody to read, and stay there")
    func database() async throws {
        try await HouseDatabase.with { house in
            #expect(try WallHole.find(on: house.connect("konak_control")) == [])
            for role in ["konak_app", "konak_portal", "konak_control"] {
                let connection = try house.connect(role)
                let rows = try connection.rows(
                    "SELECT code, name_tr, name_en FROM kernel.country ORDER BY code COLLATE \"C\"")
                #expect(rows == book.countries.map { [$0.code.text, $0.name.tr, $0.name.en] })
                let plates = try connection.rows(
                    "SELECT plate FROM kernel.subdivision WHERE country = 'TR' ORDER BY plate")
                #expect(plates.count == 81 && plates.first == ["01"])
                let counts = try connection.rows(
                    """
                    SELECT (SELECT count(*) FROM kernel.subdivision)::text, (SELECT count(*) FROM kernel.currency)::text,
                        (SELECT count(*) FROM kernel.time_zone)::text, (SELECT count(*) FROM kernel.spoken_language)::text
                    """)
                let wanted = [
                    ReferenceRows.subdivisions(beginningWith: "").count, book.currencies.count, book.timeZones.count,
                    book.languages.count,
                ]
                #expect(counts == [wanted.map { "\($0)" }])
                #expect(throws: PostgresError.self) {
                    try connection.run(script: "UPDATE kernel.country SET name_tr = 'x'")
                }
            }
            let owner = try house.connect("konak_owner")
            #expect(throws: PostgresError.self) {
                try owner.run(script: "DELETE FROM kernel.currency WHERE code = 'TRY'")
            }
        }
    }
}
