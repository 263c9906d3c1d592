import Core
import HTTP
import Kernel
import ModuleKit
import Security
import TestKit
import Testing

@testable import Console

@Suite("The list of a tenant's people")
struct MemberListTests {
    private typealias Person = PeopleHouse.Person

    private static func names(_ answer: Answer) -> [String] {
        (answer.json["members"]?.array ?? []).compactMap { $0["name"]?.string }
    }

    @Test("may be read again without a connection by whoever read them, and by nobody who works in their place")
    func keptPages() async throws {
        try await PeopleHouse.with { house async throws in
            func mark(_ path: String, _ person: Person) async throws -> String? {
                let token = try await house.open(person)
                return try await house.ask("GET \(path)", token, fields: ["Accept: text/html"]).fields[
                    FieldName("x-keep-offline")]
            }
            let owner = try #require(try await mark("/people", .owner))
            #expect(owner.utf8.count == 16)
            for path in ["/people/teams", "/people/roles"] { #expect(try await mark(path, .owner) == owner) }
            #expect(try await mark("/people", .admin) != owner)
            for path in ["/people/keys", "/people/security", "/people/keys/new", "/people/none"] {
                #expect(try await mark(path, .owner) == nil, "\(path)")
            }
            #expect(try await house.ask("GET /people", nil).fields[FieldName("x-keep-offline")] == nil)
        }
    }

    @Test("are listed in Turkish order, searched without case and marks, narrowed and paged")
    func list() async throws {
        try await PeopleHouse.with { house async throws in
            let token = try await house.open(.owner)
            func names(_ query: String) async throws -> [String] {
                Self.names(try await house.ask("GET /api/people/members?\(query)", token))
            }
            #expect(
                try await names("") == [
                    "Ayşe Yılmaz", "Çağrı Demir", "Işık Kaya", "İpek Şen", "Ömer Ay", "Zeynep Öz",
                ])
            for (query, found) in [
                ("q=I%C5%9EIK", ["Işık Kaya"]), ("q=isik", ["Işık Kaya"]), ("q=ipek+sen", ["İpek Şen"]),
                ("q=CAGRI", ["Çağrı Demir"]), ("q=admin%40", ["İpek Şen"]), ("q=yok", []),
                ("role=owner", ["Ayşe Yılmaz"]), ("state=suspended", ["Ömer Ay"]),
                ("role=member", ["Işık Kaya", "Ömer Ay"]),
            ] {
                #expect(try await names(query) == found, "\(query)")
            }
            try await house.database.run(
                """
                WITH p AS (INSERT INTO security.person (id, agency_id, address, address_key, name, state)
                SELECT gen_random_uuid(), '\(PeopleHouse.agency)', 'x' || n || '@x', 'x' || n || '@x',
                'Kişi ' || lpad(n::text, 3, '0'), 'active' FROM generate_series(1, 120) n RETURNING id)
                INSERT INTO security.membership (tenant_id, person_id, built_in)
                SELECT '\(PeopleHouse.acme)', id, 'member' FROM p
                """)
            var (seen, after): ([String], String?) = ([], "")
            while let from = after {
                let page = try await house.ask("GET /api/people/members?after=\(from)", token)
                seen += Self.names(page)
                after = page.json["next"]?.string
            }
            #expect(seen.count == 126 && Set(seen).count == 126)
            let page = try await house.ask("GET /people?q=isik", token)
            #expect(page.status == 200 && page.text.contains("Işık Kaya") && !page.text.contains("Zeynep"))
        }
    }

    @Test("are kept as views: narrowed, ordered, with some columns and closer rows")
    func views() async throws {
        try await PeopleHouse.with { house async throws in
            let token = try await house.open(.owner)
            let state = "state=active&sort=-name&cols=role&density=compact"
            let page = try await house.ask("GET /people?\(state)", token, fields: ["Accept: text/html"])
            let places = ["Zeynep Öz", "İpek Şen", "Ayşe Yılmaz"].map { name in
                page.text.bytes(before: ">\(name)</a>") ?? -1
            }
            #expect(places == places.sorted() && !places.contains(-1), "\(places)")
            #expect(page.text.contains("data-density=\"compact\"") && page.text.contains("aria-sort=\"descending\""))
            #expect(!page.text.contains("admin@") && !page.text.contains(">Ömer Ay</a>"))
            let kept = try await house.ask(
                "POST /people/views/new?\(state)", token, #"{"name":"Benimkiler"}"#,
                fields: ["Accept: application/json"])
            let place = try #require(kept.json["location"]?.string, "\(kept.text)")
            let seen = try await house.ask("GET \(place)", token, fields: ["Accept: text/html"])
            #expect(
                seen.text.contains("aria-current=\"page\">Benimkiler") && seen.text.contains("data-density=\"compact\"")
            )
            let others = try await house.ask(
                "GET /people", try await house.open(.admin), fields: ["Accept: text/html"])
            #expect(!others.text.contains("Benimkiler"))
        }
    }
}

extension String {
    /// How many bytes stand before the first of these words; nil where they are not there.
    fileprivate func bytes(before words: String) -> Int? {
        let (text, sought) = (Array(utf8), Array(words.utf8))
        return text.indices.first { text[$0...].starts(with: sought) }
    }
}
