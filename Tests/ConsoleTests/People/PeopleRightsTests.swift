import Core
import HTTP
import Kernel
import ModuleKit
import Security
import TestKit
import Testing

@testable import Console

@Suite("Rights over people")
struct PeopleRightsTests {
    private typealias Person = PeopleHouse.Person

    /// Every route of the part that asks for a permission, with numbers of nobody in its path.
    private static func routes(_ house: PeopleHouse) -> [(line: String, permission: Permission)] {
        house.registry.modules.filter { $0.manifest.id.text == "people" }.flatMap(\.registrar.routes).compactMap {
            route in
            guard case .staff(let permission) = route.access else { return nil }
            let path = route.path.text.split(separator: "/").map { part in
                part.hasPrefix(":") ? UUIDv7.make().description : String(part)
            }
            return ("\(route.method.rawValue) /\(path.joined(separator: "/"))", permission)
        }
    }

    @Test("are asked for at every route, by every role, in both directions")
    func matrix() async throws {
        try await PeopleHouse.with { house async throws in
            let roles: [(Person, BuiltInRole)] = [
                (.owner, .owner), (.admin, .admin), (.manager, .manager), (.member, .member), (.reader, .readOnly),
            ]
            let routes = Self.routes(house)
            #expect(routes.count > 45)
            for (person, role) in roles {
                let token = try await house.open(person)
                for (line, permission) in routes {
                    let body = line.hasPrefix("P") ? "{}" : nil
                    let answer = try await house.ask(line, token, body)
                    let isHeld = role.scope(for: permission) != nil
                    #expect((answer.status == 403 && answer.code == "forbidden") == !isHeld, "\(person) \(line)")
                    #expect(answer.status < 500, "\(person) \(line) \(answer.text)")
                }
            }
        }
    }

    @Test("are nobody's who is suspended, of another tenant, or not there at all")
    func strangers() async throws {
        try await PeopleHouse.with { house async throws in
            let neighbour = try await house.open(.neighbour, at: "bora.test")
            let suspended = try await house.open(.suspended)
            for (line, _) in Self.routes(house) {
                let body = line.hasPrefix("P") ? "{}" : nil
                for token in [neighbour, suspended, nil] {
                    #expect(try await house.ask(line, token, body).status == 401, "\(line)")
                }
            }
        }
    }

    @Test("end at the tenant: another's person, team, role, key and departure are as unknown as none")
    func foreign() async throws {
        try await PeopleHouse.with { house async throws in
            let (owner, member) = (try await house.open(.neighbour, at: "bora.test"), Person.member.id)
            let team = try await house.ask("POST /api/people/teams", as: .owner, #"{"name":"Saha"}"#).json["id"]?.string
            let role = try await house.ask(
                "POST /api/people/roles", as: .owner, #"{"name":"Dar","grants":["desk.note.read own"]}"#
            ).json["role"]?.string
            let lines = [
                "GET /api/people/members/\(member)", "GET /people/members/\(member)",
                "POST /api/people/members/\(member)/suspend", "POST /api/people/members/\(member)/resend",
                "GET /api/people/members/\(member)/departure", "GET /people/teams/\(team ?? "")",
                "DELETE /api/people/teams/\(team ?? "")", "GET /people/roles/\(role ?? "")",
                "DELETE /api/people/roles/\(role ?? "")",
            ]
            for line in lines {
                #expect(try await house.ask(line, owner, at: "bora.test").status == 404, "\(line)")
            }
            let change = try await house.ask(
                "PATCH /api/people/members/\(member)", owner, at: "bora.test", #"{"role":"admin"}"#)
            #expect(change.status == 404)
            let own = try await house.ask("GET /api/people/members/\(Person.neighbour.id)", owner, at: "bora.test")
            #expect(own.status == 200)
            let given = try await house.ask(
                "PATCH /api/people/members/\(Person.neighbour.id)", owner, at: "bora.test",
                #"{"teams":["\#(team ?? "")"]}"#)
            #expect(given.status == 422)
        }
    }

    @Test("are never given beyond one's own: roles, invitations, keys, or over those who hold more")
    func ceiling() async throws {
        try await PeopleHouse.with { house async throws in
            let desk = """
                {"name":"İK","grants":["people.member.read all","people.member.manage all","people.role.read all",\
                "people.role.manage all","people.key.manage all","people.departure.manage all","desk.note.read team"]}
                """
            let made = try await house.ask("POST /api/people/roles", as: .owner, desk)
            #expect(made.status == 201)
            let role = made.json["role"]?.string ?? ""
            let given = try await house.ask(
                "PATCH /api/people/members/\(Person.member.id)", as: .owner, #"{"role":"\#(role)"}"#)
            #expect(given.status == 200)
            let refused: [(String, String)] = [
                ("PATCH /api/people/members/\(Person.reader.id)", #"{"role":"admin"}"#),
                ("PATCH /api/people/members/\(Person.reader.id)", #"{"role":"owner"}"#),
                ("PATCH /api/people/members/\(Person.owner.id)", #"{"role":"read_only"}"#),
                ("PATCH /api/people/members/\(Person.member.id)", #"{"role":"owner"}"#),
                ("POST /api/people/invitations", #"{"address":"yeni@acme.test","role":"admin"}"#),
                ("POST /api/people/roles", #"{"name":"Geniş","grants":["desk.note.read all"]}"#),
                ("POST /api/people/roles", #"{"name":"Başka","grants":["desk.note.export all"]}"#),
                (
                    "PUT /api/people/roles/\(role)",
                    #"{"name":"İK","grants":["people.role.manage all","desk.note.write own"]}"#
                ),
                ("POST /api/people/keys", #"{"name":"robot","permissions":["desk.note.export"]}"#),
                ("POST /api/people/members/\(Person.owner.id)/suspend", "{}"),
                (
                    "POST /api/people/members/\(Person.admin.id)/departure",
                    #"{"successor":"\#(Person.manager.id)"}"#
                ),
            ]
            for (line, body) in refused {
                let answer = try await house.ask(line, as: .member, body)
                #expect(answer.status == 403, "\(line) \(body) \(answer.text)")
                #expect(["grants-more", "owners-only"].contains(answer.code), "\(line) \(answer.code)")
            }
            let narrow = try await house.ask(
                "POST /api/people/roles", as: .member, #"{"name":"Dar","grants":["desk.note.read own"]}"#)
            #expect(narrow.status == 201)
        }
    }

    @Test("with hidden fields give no role that shows them")
    func fields() async throws {
        try await PeopleHouse.with { house async throws in
            let grants = #"["people.role.read all","people.role.manage all","desk.note.read all"]"#
            let made = try await house.ask(
                "POST /api/people/roles", as: .owner,
                #"{"name":"Kör","grants":\#(grants),"fields":["desk.note.title hidden"]}"#)
            let role = made.json["role"]?.string ?? ""
            _ = try await house.ask(
                "PATCH /api/people/members/\(Person.member.id)", as: .owner, #"{"role":"\#(role)"}"#)
            for fields in [#"[]"#, #"["desk.note.title read_only"]"#] {
                let answer = try await house.ask(
                    "POST /api/people/roles", as: .member,
                    #"{"name":"Gören","grants":["desk.note.read all"],"fields":\#(fields)}"#)
                #expect(answer.code == "grants-more")
            }
            let same = try await house.ask(
                "POST /api/people/roles", as: .member,
                #"{"name":"Kör 2","grants":["desk.note.read all"],"fields":["desk.note.title hidden"]}"#)
            #expect(same.status == 201)
        }
    }

    @Test("are explained with every reason, the same as the gate decides")
    func explained() async throws {
        try await PeopleHouse.with { house async throws in
            func ask(_ query: String) async throws -> (Bool?, [String]) {
                let answer = try await house.ask("GET /api/people/rights?\(query)", as: .owner)
                let steps = answer.json["steps"]?.array ?? []
                return (answer.json["isAllowed"]?.bool, steps.compactMap { $0["code"]?.string })
            }
            let (member, reader) = (Person.member.id, Person.reader.id)
            let cases: [(String, Bool, [String])] = [
                ("person=\(member)&permission=no.such", false, ["unknown-permission"]),
                ("person=\(member)&permission=desk.note.export", false, ["role-lacks"]),
                ("person=\(reader)&permission=desk.note.read", true, ["role-gives"]),
                ("person=\(member)&permission=desk.note.write&owner=\(member)", true, ["role-gives", "own-record"]),
                (
                    "person=\(member)&permission=desk.note.write&owner=\(reader)", false,
                    ["role-gives", "others-record"]
                ),
                ("person=\(Person.suspended.id)&permission=desk.note.read", false, ["barred-suspended"]),
                ("person=\(Person.neighbour.id)&permission=desk.note.read", false, ["barred-notMember"]),
                ("person=\(Person.stranger.id)&permission=desk.note.read", false, ["barred-unknown"]),
                ("person=\(member)&permission=desk.note.read&address=192.0.2.1", true, ["role-gives", "address-any"]),
                (
                    "person=\(member)&permission=desk.note.read&field=desk.note.title", true,
                    ["role-gives", "field-open"]
                ),
                ("person=\(member)&permission=desk.note.read&field=x", false, ["role-gives", "field-unknown"]),
            ]
            for (query, isAllowed, codes) in cases {
                let answer = try await ask(query)
                #expect(answer.0 == isAllowed && answer.1 == codes, "\(query) \(answer)")
            }
            try await house.database.run(
                """
                INSERT INTO security.tenant_policy (tenant_id, allowed_addresses)
                VALUES ('\(PeopleHouse.acme)', '{127.0.0.0/8}')
                """)
            let refused = try await ask("person=\(member)&permission=desk.note.read&address=192.0.2.1")
            #expect(refused.0 == false && refused.1 == ["role-gives", "address-refused"])
            let page = try await house.ask(
                "GET /people/why?person=\(member)&permission=desk.note.export", as: .owner)
            #expect(page.status == 200 && page.text.contains("bu izni vermiyor"))
        }
    }
}
