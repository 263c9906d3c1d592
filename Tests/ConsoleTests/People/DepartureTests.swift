import Core
import Kernel
import ModuleKit
import Postgres
import Security
import TestKit
import Testing

@testable import Console

@Suite("Leaving")
struct DepartureTests {
    private typealias Person = PeopleHouse.Person

    private static let owners: [Person] = [.owner, .admin, .manager, .member]
    private static let tables = [("desk.note", "owner_id"), ("desk.task", "assignee_id")]

    /// Whose each record is, by its number.
    private static func ownership(_ house: PeopleHouse) async throws -> [String: String] {
        let rows = try await house.database.rows(
            "SELECT id::text, owner_id::text FROM desk.note UNION ALL SELECT id::text, assignee_id::text FROM desk.task",
            [])
        let pairs = rows.compactMap { row -> (String, String)? in
            guard row.count == 2, let id = row[0] else { return nil }
            return (id, row[1] ?? "")
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func plant(_ house: PeopleHouse, _ random: inout SeededRandom) async throws {
        for (table, column) in tables {
            let rows = (0..<40).map { _ in
                let owner = owners[Int(random.next() % UInt64(owners.count))].id
                return "('\(PeopleHouse.acme)', '\(UUIDv7.make())', '\(owner)')"
            }
            try await house.database.run(
                "INSERT INTO \(table) (tenant_id, id, \(column)) VALUES \(rows.joined(separator: ", "))")
        }
        // Another tenant's records of the same person are not touched.
        try await house.database.run(
            "INSERT INTO desk.note (tenant_id, id, owner_id) VALUES ('\(PeopleHouse.bora)', '\(UUIDv7.make())', '\(Person.member.id)')"
        )
    }

    private static func leave(_ house: PeopleHouse, _ person: Person, to successor: Person) async throws -> Answer {
        try await house.ask(
            "POST /api/people/members/\(person.id)/departure", as: .owner, #"{"successor":"\#(successor.id)"}"#)
    }

    @Test("is refused without a successor who can take over, for oneself, for nobody, and once it is over")
    func refused() async throws {
        try await PeopleHouse.with { house async throws in
            for successor in [Person.member, .suspended, .neighbour, .stranger] {
                #expect(try await Self.leave(house, .member, to: successor).status == 422, "\(successor)")
            }
            #expect(try await Self.leave(house, .owner, to: .admin).code == "not-oneself")
            #expect(try await Self.leave(house, .neighbour, to: .admin).status == 404)
            #expect(try await Self.leave(house, .member, to: .admin).status == 201)
            #expect(try await Self.leave(house, .member, to: .admin).status == 404)
        }
    }

    @Test("closes every door at once, and counts before what it will do")
    func doors() async throws {
        try await PeopleHouse.with { house async throws in
            var random = SeededRandom(seed: 7)
            try await Self.plant(house, &random)
            let token = try await house.open(.member)
            let key = try await APIKeys(house.pools.control, clock: house.clock).make(
                "robot", for: Person.member.id, in: PeopleHouse.acme, permissions: [.readNotes]
            ).reveal()
            _ = try await house.ask(
                "POST /api/people/teams", as: .owner, #"{"name":"Saha","members":["\#(Person.member.id)"]}"#)
            let owned = try await Self.ownership(house).values.filter { $0 == Person.member.id.description }.count - 1
            let preview = try await house.ask(
                "GET /api/people/members/\(Person.member.id)/departure", as: .owner)
            let counts = (preview.json["records"]?.array ?? []).compactMap { $0["count"]?.int }
            #expect(counts.reduce(0, +) == Int64(owned) && counts.count == 2)
            #expect(preview.json["sessions"]?.int == 1 && preview.json["keys"]?.int == 1)
            let done = try await Self.leave(house, .member, to: .manager)
            #expect(done.json["state"]?.string == "done" && done.json["moved"]?.int == Int64(owned), "\(done.text)")
            try await house.withNode { node async throws in
                #expect(try await house.ask("GET /desk/notes", token, on: node).status == 401)
                let byKey = try await house.ask(
                    "GET /desk/notes", nil, fields: ["Authorization: Bearer \(key)"], on: node)
                #expect(byKey.status == 401)
            }
            let list = try await house.ask("GET /api/people/members", as: .owner)
            #expect(!list.text.contains("Işık Kaya"))
            #expect(try await house.count("SELECT count(*) FROM security.team_member") == 0)
            // Back again, the sessions and keys of before stay closed.
            let id = done.json["id"]?.string ?? ""
            #expect(try await house.ask("POST /api/people/departures/\(id)/undo", as: .owner).status == 200)
            #expect(try await house.ask("GET /desk/notes", token).status == 401)
            #expect(try await house.ask("GET /desk/notes", house.open(.member)).status == 200)
            #expect(try await house.count("SELECT count(*) FROM security.team_member") == 1)
        }
    }

    @Test("moves exactly what was theirs, and brings back exactly what nobody has given on since", arguments: 1...6)
    func reversible(seed: UInt64) async throws {
        try await PeopleHouse.with { house async throws in
            var random = SeededRandom(seed: seed)
            try await Self.plant(house, &random)
            let before = try await Self.ownership(house)
            let (gone, heir) = (Person.member.id.description, Person.manager.id.description)
            let done = try await Self.leave(house, .member, to: .manager)
            let foreign = try await house.count(
                "SELECT count(*) FROM desk.note WHERE tenant_id = $1::uuid AND owner_id = $2::uuid",
                [PeopleHouse.bora.description, gone])
            #expect(foreign == 1)
            let ours = Set(before.filter { $0.value == gone }.keys)
            #expect(done.json["moved"]?.int == Int64(ours.count - 1))
            let left = try await house.count(
                "SELECT count(*) FROM desk.note WHERE tenant_id = $1::uuid AND owner_id = $2::uuid",
                [PeopleHouse.acme.description, gone])
            #expect(left == 0)
            let after = try await Self.ownership(house)
            for (id, owner) in before {
                let isForeign = owner == gone && after[id] == gone
                #expect(isForeign || after[id] == (owner == gone ? heir : owner))
            }
            // Some go on to a third, some are deleted, and the heir gets new ones of their own.
            var touched: Set<String> = []
            for id in ours where random.next() % 3 == 0 {
                touched.insert(id)
                let isDeleted = random.next() % 4 == 0
                for (table, column) in Self.tables {
                    try await house.database.run(
                        isDeleted
                            ? "DELETE FROM \(table) WHERE id = '\(id)' AND tenant_id = '\(PeopleHouse.acme)'"
                            : "UPDATE \(table) SET \(column) = '\(Person.admin.id)' WHERE id = '\(id)' AND tenant_id = '\(PeopleHouse.acme)'"
                    )
                }
            }
            try await house.database.run(
                "INSERT INTO desk.note (tenant_id, id, owner_id) VALUES ('\(PeopleHouse.acme)', '\(UUIDv7.make())', '\(heir)')"
            )
            let between = try await Self.ownership(house)
            let undone = try await house.ask(
                "POST /api/people/departures/\(done.json["id"]?.string ?? "")/undo", as: .owner)
            #expect(undone.json["state"]?.string == "undone", "\(undone.text)")
            let last = try await Self.ownership(house)
            for (id, owner) in between {
                let comesBack = ours.contains(id) && !touched.contains(id)
                #expect(last[id] == (comesBack ? gone : owner), "\(id)")
            }
        }
    }

    @Test("can be taken back once, within thirty days, and by a job where there is much")
    func once() async throws {
        try await PeopleHouse.with { house async throws in
            let done = try await Self.leave(house, .member, to: .manager)
            let id = done.json["id"]?.string ?? ""
            let owner = try await house.open(.neighbour, at: "bora.test")
            #expect(try await house.ask("POST /api/people/departures/\(id)/undo", owner, at: "bora.test").status == 404)
            house.clock.advance(by: .seconds(30 * 86_400))
            #expect(try await house.ask("POST /api/people/departures/\(id)/undo", as: .owner).code == "not-reversible")
            house.clock.advance(by: .seconds(-86_400))
            #expect(try await house.ask("POST /api/people/departures/\(id)/undo", as: .owner).status == 200)
            #expect(try await house.ask("POST /api/people/departures/\(id)/undo", as: .owner).code == "not-reversible")
            try await house.database.run(
                """
                INSERT INTO desk.note (tenant_id, id, owner_id)
                SELECT '\(PeopleHouse.acme)', gen_random_uuid(), '\(Person.member.id)' FROM generate_series(1, 5001)
                """)
            let many = try await Self.leave(house, .member, to: .manager)
            #expect(many.json["state"]?.string == "moving", "\(many.text)")
            #expect(try await house.count("SELECT count(*) FROM kernel.job WHERE kind = 'people.hand_over'") == 1)
            let departure = UUIDv7(many.json["id"]?.string ?? "") ?? .make()
            let found = try await Departures(office: house.office, tenant: PeopleHouse.acme).find(departure)
            try await HandingOver(office: house.office).run(found, in: PeopleHouse.acme)
            let end = try await Departures(office: house.office, tenant: PeopleHouse.acme).find(departure)
            #expect(end.state == .done && end.moved == 5_001)
        }
    }

    @Test("of who came back by a new invitation leaves the new membership alone")
    func again() async throws {
        try await PeopleHouse.with { house async throws in
            let done = try await Self.leave(house, .member, to: .manager)
            let back = try await house.ask(
                "POST /api/people/invitations", as: .owner, #"{"address":"member@acme.test","role":"read_only"}"#)
            #expect(back.status == 201, "\(back.text)")
            let id = done.json["id"]?.string ?? ""
            #expect(try await house.ask("POST /api/people/departures/\(id)/undo", as: .owner).status == 200)
            let member = try await house.ask("GET /api/people/members/\(Person.member.id)", as: .owner)
            #expect(member.json["role"]?.string == "read_only")
        }
    }
}
