import Core
import HTTP
import Kernel
import ModuleKit
import Security
import TestKit
import Testing

@testable import Console

@Suite("A tenant's people")
struct MembersTests {
    private typealias Person = PeopleHouse.Person

    @Test("keep an owner, whatever is done to the last one, even by two at once")
    func lastOwner() async throws {
        try await PeopleHouse.with { house async throws in
            let owner = Person.owner.id
            for (line, body) in [
                ("PATCH /api/people/members/\(owner)", #"{"role":"admin"}"#),
                ("POST /api/people/members/\(owner)/suspend", "{}"),
                ("POST /api/people/members/\(owner)/departure", #"{"successor":"\#(Person.admin.id)"}"#),
            ] {
                let answer = try await house.ask(line, as: .owner, body)
                #expect(["last-owner", "not-oneself"].contains(answer.code), "\(line) \(answer.text)")
            }
            let second = try await house.ask(
                "PATCH /api/people/members/\(Person.admin.id)", as: .owner, #"{"role":"owner"}"#)
            #expect(second.status == 200)
            let (one, other) = (try await house.open(.owner), try await house.open(.admin))
            async let first = house.ask("PATCH /api/people/members/\(Person.admin.id)", one, #"{"role":"member"}"#)
            async let last = house.ask("PATCH /api/people/members/\(owner)", other, #"{"role":"member"}"#)
            let statuses = [try await first.status, try await last.status].sorted()
            #expect(statuses.first == 200 && (statuses.last ?? 0) >= 401, "\(statuses)")
            #expect(
                try await house.count(
                    "SELECT count(*) FROM security.membership WHERE built_in = 'owner' AND tenant_id = $1::uuid",
                    [PeopleHouse.acme.description]) == 1)
        }
    }

    @Test("are let in and kept out at the next request, on another node too")
    func atOnce() async throws {
        try await PeopleHouse.with { house async throws in
            let token = try await house.open(.member)
            try await house.withNode { node async throws in
                #expect(try await house.ask("GET /desk/notes", token, on: node).status == 200)
                let change = try await house.ask(
                    "PATCH /api/people/members/\(Person.member.id)", as: .owner, #"{"role":"read_only"}"#)
                #expect(change.status == 200 && change.json["role"]?.string == "read_only")
                #expect(try await house.ask("GET /desk/notes", token, on: node).status == 401)
                let next = try await house.open(.member)
                #expect(try await house.ask("GET /desk/write", next, on: node).status == 403)
                _ = try await house.ask("POST /api/people/members/\(Person.member.id)/suspend", as: .owner)
                #expect(try await house.ask("GET /desk/notes", next, on: node).status == 401)
                _ = try await house.ask("POST /api/people/members/\(Person.member.id)/reactivate", as: .owner)
                // The sessions of before stay ended.
                #expect(try await house.ask("GET /desk/notes", next, on: node).status == 401)
                #expect(try await house.ask("GET /desk/notes", house.open(.member), on: node).status == 200)
            }
        }
    }

    @Test("who change their own role go on by another token, and every other of theirs is dead, on another node too")
    func ownRole() async throws {
        try await PeopleHouse.with { house async throws in
            try await house.withNode { node async throws in
                let (old, elsewhere) = (try await house.open(.admin), try await house.open(.admin))
                let change = try await house.ask(
                    "PATCH /api/people/members/\(Person.admin.id)", old, #"{"role":"manager"}"#)
                #expect(change.status == 200, "\(change.text)")
                let cookie = try #require(change.fields[.setCookie])
                let text = cookie.dropFirst("__Host-konak-session=".count).prefix { $0 != ";" }
                let next = try #require(SecretToken(String(text)))
                for token in [old, elsewhere] {
                    #expect(try await house.ask("GET /desk/notes", token, on: node).status == 401)
                    #expect(try await house.ask("GET /desk/notes", token).status == 401)
                }
                #expect(try await house.ask("GET /desk/notes", next, on: node).status == 200)
                #expect(try await house.ask("PATCH /api/people/members/\(Person.admin.id)", next, "{}").status == 403)
            }
        }
    }

    @Test("are asked in so often and no oftener: by an address, and by the tenant")
    func pace() async throws {
        try await PeopleHouse.with { house async throws in
            func invite(_ name: String) async throws -> Answer {
                try await house.ask(
                    "POST /api/people/invitations", as: .admin,
                    #"{"address":"\#(name)@acme.test","name":"X","role":"member"}"#)
            }
            let id = try await invite("yeni").json["id"]?.string ?? ""
            for _ in 0..<2 {
                #expect(try await house.ask("POST /api/people/members/\(id)/resend", as: .admin).status == 204)
            }
            let often = try await house.ask("POST /api/people/members/\(id)/resend", as: .admin)
            #expect(often.status == 429 && often.fields[.retryAfter] != nil)
            #expect(house.letters.all.count == 3)
            let throttle = Throttle(house.pools.control, clock: house.clock)
            while try await throttle.take([.invitations(of: PeopleHouse.acme)]) {}
            #expect(try await invite("biri").status == 429)
            #expect(
                try await house.count("SELECT count(*) FROM security.person WHERE address_key = 'biri@acme.test'") == 0)
            #expect(house.letters.all.count == 3)
            house.clock.advance(by: .seconds(9))
            #expect(try await invite("biri").status == 201)
        }
    }

    @Test("are asked in, asked again, and not asked after all")
    func invited() async throws {
        try await PeopleHouse.with { house async throws in
            let body = #"{"address":"Yeni@Acme.test","name":"Yeni Kişi","role":"member"}"#
            let invited = try await house.ask("POST /api/people/invitations", as: .admin, body)
            #expect(invited.status == 201 && invited.json["state"]?.string == "invited", "\(invited.text)")
            let id = invited.json["id"]?.string ?? ""
            #expect(house.letters.all.map { $0.address } == ["Yeni@Acme.test"])
            let again = try await house.ask("POST /api/people/invitations", as: .admin, body)
            #expect(again.status == 422)
            #expect(try await house.ask("POST /api/people/members/\(id)/resend", as: .admin).status == 204)
            #expect(house.letters.all.count == 2)
            #expect(try await house.count("SELECT count(*) FROM security.link") == 1)
            #expect(try await house.ask("POST /api/people/members/\(id)/suspend", as: .admin).status == 409)
            #expect(try await house.ask("POST /api/people/members/\(id)/withdraw", as: .admin).status == 204)
            #expect(try await house.count("SELECT count(*) FROM security.link") == 0)
            #expect(
                try await house.count("SELECT count(*) FROM security.person WHERE address_key = 'yeni@acme.test'") == 0)
            // Whoever has an account with the agency belongs here at once.
            let joined = try await house.ask(
                "POST /api/people/invitations", as: .admin, #"{"address":"neighbour@acme.test","role":"read_only"}"#)
            #expect(joined.json["state"]?.string == "active" && house.letters.all.last?.token == nil)
            for role in ["root", UUIDv7.make().description] {
                let wrong = try await house.ask(
                    "POST /api/people/invitations", as: .owner, #"{"address":"x@y.test","role":"\#(role)"}"#)
                #expect(wrong.status == 422, "\(role)")
            }
        }
    }

    @Test("are in teams that are made, named, filled and taken away")
    func teams() async throws {
        try await PeopleHouse.with { house async throws in
            let made = try await house.ask(
                "POST /api/people/teams", as: .owner,
                #"{"name":"Satış","members":["\#(Person.member.id)","\#(Person.manager.id)"]}"#)
            #expect(made.status == 201 && made.json["members"]?.array?.count == 2, "\(made.text)")
            let id = made.json["id"]?.string ?? ""
            #expect(try await house.ask("POST /api/people/teams", as: .owner, #"{"name":"Satış"}"#).status == 422)
            let stranger = try await house.ask(
                "PUT /api/people/teams/\(id)", as: .owner,
                #"{"name":"Satış","members":["\#(Person.neighbour.id)"]}"#)
            #expect(stranger.status == 422)
            let renamed = try await house.ask(
                "PUT /api/people/teams/\(id)", as: .owner, #"{"name":"Saha","members":["\#(Person.member.id)"]}"#)
            #expect(renamed.json["name"]?.string == "Saha" && renamed.json["members"]?.array?.count == 1)
            let answer = try await house.ask(
                "GET /api/people/rights?person=\(Person.member.id)&permission=desk.note.read&team=\(id)", as: .owner)
            #expect(answer.json["isAllowed"]?.bool == true)
            #expect(try await house.ask("DELETE /api/people/teams/\(id)", as: .owner).status == 204)
            #expect(try await house.ask("DELETE /api/people/teams/\(id)", as: .owner).status == 404)
        }
    }

    @Test("have roles that act from the next request on, and are replaced when they go")
    func roles() async throws {
        try await PeopleHouse.with { house async throws in
            let made = try await house.ask(
                "POST /api/people/roles", as: .owner, #"{"name":"Okur","grants":["desk.note.read own"]}"#)
            let role = made.json["role"]?.string ?? ""
            _ = try await house.ask(
                "PATCH /api/people/members/\(Person.member.id)", as: .owner, #"{"role":"\#(role)"}"#)
            let token = try await house.open(.member)
            #expect(try await house.ask("GET /desk/notes", token).status == 200)
            #expect(try await house.ask("GET /desk/export", token).status == 403)
            let wider = try await house.ask(
                "PUT /api/people/roles/\(role)", as: .owner, #"{"name":"Okur","grants":["desk.note.export all"]}"#)
            #expect(wider.status == 200)
            #expect(try await house.ask("GET /desk/notes", token).status == 403)
            #expect(try await house.ask("GET /desk/export", token).status == 200)
            for body in [
                #"{"name":"X","grants":["no.such all"]}"#, #"{"name":"X","grants":["desk.note.read some"]}"#,
                #"{"name":"X","fields":["desk.note.none hidden"]}"#, #"{"name":"Okur"}"#,
            ] {
                #expect(try await house.ask("POST /api/people/roles", as: .owner, body).status == 422, "\(body)")
            }
            #expect(try await house.ask("DELETE /api/people/roles/\(role)", as: .owner).code == "role-in-use")
            #expect(try await house.ask("DELETE /api/people/roles/owner", as: .owner).code == "built-in-role")
            let gone = try await house.ask("DELETE /api/people/roles/\(role)?replacement=read_only", as: .owner)
            #expect(gone.status == 204)
            #expect(try await house.ask("GET /desk/notes", token).status == 401)
            let member = try await house.ask("GET /api/people/members/\(Person.member.id)", as: .owner)
            #expect(member.json["role"]?.string == "read_only")
        }
    }

    @Test("have pages in both languages, with every form, for who may open them")
    func pages() async throws {
        try await PeopleHouse.with { house async throws in
            let token = try await house.open(.owner)
            let role = try await house.ask("POST /api/people/roles", token, #"{"name":"Dar"}"#).json["role"]?.string
            let team = try await house.ask("POST /api/people/teams", token, #"{"name":"Saha"}"#).json["id"]?.string
            _ = try await house.ask("POST /api/people/keys", token, #"{"name":"r","permissions":["desk.note.read"]}"#)
            let paths = [
                "/people", "/people/invite", "/people/members/\(Person.member.id)", "/people/teams",
                "/people/teams/new", "/people/teams/\(team ?? "")", "/people/roles", "/people/roles/new?from=member",
                "/people/roles/owner", "/people/roles/\(role ?? "")", "/people/keys", "/people/keys/new",
                "/people/security", "/people/why", "/people/departures", "/people/members/\(Person.member.id)/leave",
            ]
            for path in paths {
                var texts: [String] = []
                for language in ["tr", "en"] {
                    try await house.database.run("UPDATE security.person SET language = '\(language)'")
                    let page = try await house.ask("GET \(path)", token, fields: ["Accept: text/html"])
                    #expect(page.status == 200, "\(path) \(page.status)")
                    #expect(page.text.contains("<html lang=\"\(language)\""), "\(path)")
                    texts.append(page.text)
                }
                #expect(texts[0] != texts[1], "\(path)")
            }
        }
    }
}
