import Core
import HTTP
import Kernel
import ModuleKit
import Security
import TestKit
import Testing

@testable import Console

@Suite("Working in somebody's place")
struct ImpersonationTests {
    private typealias Person = PeopleHouse.Person

    private static let visit = #"{"reason":"Fatura sorusuna bakılacak","minutes":30}"#

    private static func path(_ person: Person, _ tenant: TenantID = PeopleHouse.acme) -> String {
        "POST /api/support/tenants/\(tenant)/\(person.id)"
    }

    /// The way in as a browser would take it: the cookie it gets.
    private static func enter(_ house: PeopleHouse, _ begun: Answer) async throws -> SecretToken? {
        let url = begun.json["url"]?.string ?? ""
        let query = url.split(separator: "?").last.map(String.init) ?? ""
        let answer = try await house.ask("GET /impersonation?\(query)", nil)
        let cookie = answer.fields[.setCookie] ?? ""
        return cookie.split(separator: ";").first?.split(separator: "=", maxSplits: 1).last.flatMap { SecretToken($0) }
    }

    @Test("is for owners and admins of the tenant's own agency, and of the operator, with a reason and an end")
    func refused() async throws {
        try await PeopleHouse.with { house async throws in
            let refused: [(Person, String, String, String, Int)] = [
                (.otherChief, "kirmizi.test", Self.path(.member), Self.visit, 404),
                (.clerk, "mavi.test", Self.path(.member), Self.visit, 404),
                (.chief, "mavi.test", Self.path(.stranger, PeopleHouse.rival), Self.visit, 404),
                (.chief, "mavi.test", Self.path(.neighbour), Self.visit, 404),
                (.chief, "mavi.test", Self.path(.suspended), Self.visit, 404),
                (.chief, "mavi.test", Self.path(.member), #"{"reason":"kısa","minutes":30}"#, 422),
                (.chief, "mavi.test", Self.path(.member), #"{"reason":"          ","minutes":30}"#, 422),
                (.chief, "mavi.test", Self.path(.member), #"{"reason":"uzun bir neden","minutes":61}"#, 422),
                (.chief, "mavi.test", Self.path(.member), #"{"minutes":30}"#, 422),
            ]
            for (person, host, line, body, status) in refused {
                let answer = try await house.ask(line, as: person, at: host, body)
                #expect(answer.status == status, "\(person) \(line) \(body) \(answer.text)")
            }
            #expect(try await house.ask(Self.path(.member), as: .owner, Self.visit).status == 404)
            let stale = try await house.open(.chief, at: "mavi.test")
            house.clock.advance(by: .seconds(601))
            #expect(try await house.ask(Self.path(.member), stale, at: "mavi.test", Self.visit).status == 403)
            #expect(try await house.count("SELECT count(*) FROM security.impersonation") == 0)
            for (person, host) in [(Person.chief, "mavi.test"), (.root, "ops.test")] {
                let begun = try await house.ask(Self.path(.member), as: person, at: host, Self.visit)
                #expect(begun.status == 201, "\(begun.text)")
            }
        }
    }

    @Test("works as them, but for accounts, keys, exports and what asks for a proof, and says so on every page")
    func reach() async throws {
        try await PeopleHouse.with { house async throws in
            let chief = try await house.open(.chief, at: "mavi.test")
            let begun = try await house.ask(Self.path(.owner), chief, at: "mavi.test", Self.visit)
            let session = try await Self.enter(house, begun)
            #expect(try await Self.enter(house, begun) == nil)
            let token = try #require(session)
            let start = try await house.ask("GET /desk/start", token, fields: ["Accept: text/html"])
            #expect(start.text.contains("href=\"/people\"") && !start.text.contains("href=\"/account\""))
            for path in ["/desk/notes", "/desk/write", "/desk/start", "/api/people/members"] {
                #expect(try await house.ask("GET \(path)", token).status == 200, "\(path)")
            }
            for path in [
                "/desk/export", "/desk/own", "/people/keys", "/people/keys/new", "/people/security",
                "/people/departures",
                "/people/invite",
            ] {
                #expect(try await house.ask("GET \(path)", token).status == 403, "\(path)")
            }
            for language in [("tr", "yerine çalışıyor"), ("en", "place.")] {
                try await house.database.run("UPDATE security.person SET language = '\(language.0)'")
                let page = try await house.ask("GET /people", token, fields: ["Accept: text/html"])
                #expect(page.text.contains(language.1) && page.text.contains("Mert Mavi"))
                // Their device keeps nothing of it.
                #expect(page.fields[FieldName("x-keep-offline")] == nil && !page.text.contains("name=\"reader\""))
                #expect(page.text.contains("/impersonation/end"))
            }
            // It proves nothing, moves nowhere, and a rotation takes the mark along.
            let held = try #require(try await house.sessions.session(of: token, host: "acme.test"))
            #expect(!held.isFresh(house.clock.now()) && held.impersonation != nil)
            let handover = Handovers(house.pools.control, sessions: house.sessions)
            #expect(try await handover.make(for: held, to: PeopleHouse.bora, host: "bora.test") == nil)
            let next = try #require(
                try await house.sessions.rotate(token, host: "acme.test", showedSecondFactor: true))
            let rotated = try #require(try await house.sessions.session(of: next, host: "acme.test"))
            #expect(rotated.impersonation == held.impersonation && !rotated.isFresh(house.clock.now()))
            #expect(try await house.ask("GET /people/keys", next).status == 403)
        }
    }

    @Test("ends by its own button, by either side, at its time, and with the session or the person it came from")
    func ended() async throws {
        try await PeopleHouse.with { house async throws in
            for way in 0..<7 {
                let chief = try await house.open(.chief, at: "mavi.test")
                let begun = try await house.ask(Self.path(.member), chief, at: "mavi.test", Self.visit)
                let id = begun.json["id"]?.string ?? ""
                let token = try #require(try await Self.enter(house, begun))
                #expect(try await house.ask("GET /desk/notes", token).status == 200, "\(way)")
                switch way {
                case 0: _ = try await house.ask("POST /impersonation/end", token)
                case 1: _ = try await house.ask("DELETE /api/people/visits/\(id)", as: .owner)
                case 2: _ = try await house.ask("DELETE /api/support/visits/\(id)", chief, at: "mavi.test")
                case 3: house.clock.advance(by: .seconds(1_801))
                case 4: try await house.sessions.end(chief)
                case 5: _ = try await house.sessions.revokeAll(of: Person.chief.id)
                default:
                    try await house.database.run(
                        "UPDATE security.person SET state = 'disabled' WHERE id = '\(Person.chief.id)'")
                }
                try await house.withNode { node async throws in
                    #expect(try await house.ask("GET /desk/notes", token, on: node).status == 401, "\(way)")
                }
                #expect(
                    try await house.count("SELECT count(*) FROM security.impersonation WHERE ended_at IS NULL") <= 1)
            }
        }
    }

    @Test("is open for half a minute only, on one host, and cannot be ended from elsewhere")
    func wayIn() async throws {
        try await PeopleHouse.with { house async throws in
            let chief = try await house.open(.chief, at: "mavi.test")
            let begun = try await house.ask(Self.path(.member), chief, at: "mavi.test", Self.visit)
            let url = begun.json["url"]?.string ?? ""
            #expect(url.hasPrefix("https://acme.test/impersonation?token="), "\(url)")
            let query = url.split(separator: "?").last ?? ""
            #expect(try await house.ask("GET /impersonation?\(query)", nil, at: "bora.test").status == 403)
            house.clock.advance(by: .seconds(31))
            #expect(try await house.ask("GET /impersonation?\(query)", nil).status == 403)
            let id = begun.json["id"]?.string ?? ""
            for (person, host, line) in [
                (Person.otherChief, "kirmizi.test", "DELETE /api/support/visits/\(id)"),
                (.neighbour, "bora.test", "DELETE /api/people/visits/\(id)"),
            ] {
                #expect(try await house.ask(line, as: person, at: host).status == 404)
            }
        }
    }

    @Test("is read on both sides, with the same words")
    func audit() async throws {
        try await PeopleHouse.with { house async throws in
            let chief = try await house.open(.chief, at: "mavi.test")
            _ = try await house.ask(Self.path(.member), chief, at: "mavi.test", Self.visit)
            let sides = [
                try await house.ask("GET /api/people/visits", as: .owner),
                try await house.ask("GET /api/support/visits", chief, at: "mavi.test"),
            ]
            for side in sides {
                let visit = side.json["visits"]?[0]
                #expect(visit?["by"]?.string == "Mert Mavi" && visit?["inPlaceOf"]?.string == "Işık Kaya")
                #expect(visit?["reason"]?.string == "Fatura sorusuna bakılacak")
            }
            for (person, host) in [(Person.otherChief, "kirmizi.test"), (.root, "ops.test")] {
                let list = try await house.ask("GET /api/support/visits", as: person, at: host)
                #expect(list.json["visits"]?.array?.isEmpty == true)
            }
            let page = try await house.ask("GET /people/security", as: .owner)
            #expect(page.text.contains("Fatura sorusuna bakılacak"))
            for (path, host, person) in [
                ("/support", "mavi.test", Person.chief), ("/support", "ops.test", .root),
                ("/support/tenants/\(PeopleHouse.acme)", "mavi.test", .chief),
                ("/support/tenants/\(PeopleHouse.acme)/\(Person.member.id)", "mavi.test", .chief),
            ] {
                #expect(try await house.ask("GET \(path)", as: person, at: host).status == 200, "\(path)")
            }
            let foreign = try await house.ask("GET /support/tenants/\(PeopleHouse.rival)", chief, at: "mavi.test")
            #expect(foreign.status == 404)
        }
    }
}
