import Core
import HTTP
import ModuleKit
import SQL
import SampleModule
import TestKit
import Testing

@testable import Kernel
@testable import Security

/// Own, the teams', all: every reader gives the same rows, by the query's condition and by the database alone.
@Suite("Whose rows somebody reaches")
struct ReachTests {
    private struct Customer: Sendable {
        let id: UUIDv7
        let owner: UserID?
        let team: TeamID?
    }

    private struct Town: Sendable {
        let people: [UserID]
        let teams: [UserID: [TeamID]]
        let customers: [Customer]

        /// What somebody reaches, by the plain words of it.
        func reach(_ scope: Scope?, _ person: UserID) -> Set<UUIDv7> {
            let mine = Set(teams[person] ?? [])
            return Set(
                customers.filter { customer in
                    switch scope {
                    case nil: false
                    case .own: customer.owner == person
                    case .team: customer.owner == person || customer.team.map(mine.contains) ?? false
                    case .all: true
                    }
                }.map(\.id))
        }
    }

    /// People in some teams, customers of some people and teams, drawn by chance; some customers are nobody's.
    private static func found(_ house: PeopleHouse, _ random: inout SeededRandom) async throws -> Town {
        let people = [IdentityHouse.ada, IdentityHouse.can]
        let all = (0..<3).map { _ in TeamID.make() }
        var script = "DELETE FROM security.team_member; DELETE FROM sample.customer; DELETE FROM kernel.team;"
        for team in all {
            script += """
                INSERT INTO kernel.team (tenant_id, id, name) VALUES ('\(IdentityHouse.acme)', '\(team)', '\(team)');
                """
        }
        var teams: [UserID: [TeamID]] = [:]
        for person in people {
            teams[person] = all.filter { _ in Bool.random(using: &random) }
            for team in teams[person] ?? [] {
                script += """
                    INSERT INTO security.team_member (tenant_id, team_id, person_id)
                    VALUES ('\(IdentityHouse.acme)', '\(team)', '\(person)');
                    """
            }
        }
        let owners = people.map(Optional.some) + [.make(), nil]
        let customers = (0..<40).map { _ in
            Customer(
                id: .make(), owner: owners.randomElement(using: &random) ?? nil,
                team: (all.map(Optional.some) + [nil]).randomElement(using: &random) ?? nil)
        }
        for customer in customers {
            script += """
                INSERT INTO sample.customer (tenant_id, id, owner_id, team_id, name, email) VALUES
                ('\(IdentityHouse.acme)', '\(customer.id)', \(quoted(customer.owner)), \(quoted(customer.team)),
                'n \(customer.id)', '\(customer.id)@acme.test');
                """
        }
        try await house.people.database.run(script)
        return Town(people: people, teams: teams, customers: customers)
    }

    private static func quoted(_ id: (some CustomStringConvertible)?) -> String { id.map { "'\($0)'" } ?? "NULL" }

    private static func ids(in text: String) -> Set<UUIDv7> {
        Set(text.split { !$0.isHexDigit && $0 != "-" }.compactMap { UUIDv7($0) })
    }

    @Test("is the same in list, page, count, search and record, whatever the ownerships", arguments: [1, 2, 3])
    func readers(seed: UInt64) async throws {
        try await PeopleHouse.with { house in
            var random = SeededRandom(seed: seed)
            let town = try await Self.found(house, &random)
            for person in town.people {
                let token = try await house.session(person)
                for scope in Scope.allCases {
                    try await house.play(["sample.customer.read": scope], person)
                    let expected = town.reach(scope, person)
                    let list = try await house.ask("GET /sample/customers", by: token)
                    #expect(Self.ids(in: list.text) == expected, "\(scope)")
                    let page = try await house.ask("GET /sample", by: token, ["Accept: text/html"])
                    #expect(Self.ids(in: page.text).intersection(town.customers.map(\.id)) == expected, "\(scope)")
                    #expect(page.text.contains("<span class=\"sub\">\(expected.count)</span>"), "\(scope)")
                    for customer in town.customers.prefix(10) {
                        let found = try await house.ask("GET /sample/search?q=\(customer.id)", by: token)
                        #expect(Self.ids(in: found.text) == expected.intersection([customer.id]), "\(scope)")
                    }
                    for customer in town.customers {
                        let shown = try await house.ask("GET /sample/customers/\(customer.id)", by: token)
                        #expect(shown.status == (expected.contains(customer.id) ? 200 : 404), "\(scope)")
                    }
                }
            }
        }
    }

    @Test("gives the search as many hits as it asks for, however many better ones are out of reach")
    func bestHits() async throws {
        try await PeopleHouse.with { house in
            var script = "DELETE FROM sample.customer;"
            for number in 0..<60 {
                // What is hers comes last by name.
                let owner = number >= 50 ? IdentityHouse.ada : UserID.make()
                script += """
                    INSERT INTO sample.customer (tenant_id, id, owner_id, name, email) VALUES
                    ('\(IdentityHouse.acme)', '\(UUIDv7.make())', '\(owner)', 'Deniz \(number + 100)', '\(number)@acme.test');
                    """
            }
            try await house.people.database.run(script)
            try await house.play(["sample.customer.read": .own], IdentityHouse.ada)
            let token = try await house.session(IdentityHouse.ada)
            let page = try await house.ask("GET /search?q=deniz", by: token, ["Accept: text/html"])
            for number in 150..<155 { #expect(page.text.contains("Deniz \(number)"), "\(number)") }
            #expect(!page.text.contains("Deniz 149"))
        }
    }

    @Test("is the same by the condition without the net, and by the net without the condition")
    func apart() async throws {
        try await PeopleHouse.with { house in
            var random = SeededRandom(seed: 7)
            for _ in 0..<6 {
                let town = try await Self.found(house, &random)
                for person in town.people {
                    for scope in Scope.allCases.map(Optional.some) + [nil] {
                        let grants = scope.map { ["sample.customer.read": $0] } ?? [:]
                        let principal = StaffPrincipal(
                            user: person, tenant: IdentityHouse.acme, grants: grants, teams: town.teams[person] ?? [])
                        let bare = TenantDoor(tenant: IdentityHouse.acme, house.databases.app)
                        let net = TenantDoor(
                            tenant: IdentityHouse.acme, for: principal,
                            reaching: house.scopes.reach(holding: grants), house.databases.app)
                        let condition = SomebodysReach(principal).reach(Self.scope, as: "c")
                        let expected = town.reach(scope, person)
                        #expect(try await Self.rows(bare, condition) == expected, "condition, \(scope)")
                        #expect(try await Self.rows(net, "true") == expected, "net, \(scope)")
                        #expect(try await Self.rows(net, condition) == expected, "both, \(scope)")
                    }
                }
            }
        }
    }

    @Test("holds what is changed and taken away, whatever the statement says")
    func changes() async throws {
        try await PeopleHouse.with { house in
            var random = SeededRandom(seed: 11)
            let town = try await Self.found(house, &random)
            for person in town.people {
                for (read, write) in [(Scope.all, Scope.own), (.team, .own), (.all, .team), (.own, .all)] {
                    let grants = ["sample.customer.read": read, "sample.customer.write": write]
                    let principal = StaffPrincipal(
                        user: person, tenant: IdentityHouse.acme, grants: grants, teams: town.teams[person] ?? [])
                    let net = TenantDoor(
                        tenant: IdentityHouse.acme, for: principal, reaching: house.scopes.reach(holding: grants),
                        house.databases.app)
                    let touched = try await net.query(
                        "UPDATE sample.customer SET phone = '1' WHERE tenant_id = kernel.tenant() RETURNING id")
                    let ids = Set(try touched.map { try $0.decode(0, as: UUIDv7.self) })
                    #expect(ids == town.reach(write, person), "\(read) \(write)")
                    let condition = SomebodysReach(principal).reach(Self.scope, for: .changing, as: "c")
                    let bare = TenantDoor(tenant: IdentityHouse.acme, house.databases.app)
                    #expect(try await Self.rows(bare, condition) == town.reach(write, person))
                }
            }
            // Nobody gets past it by saying who they are: the latch closes once.
            await #expect(throws: (any Error).self) {
                let door = TenantDoor(tenant: IdentityHouse.acme, house.databases.app)
                _ = try await door.query("SELECT kernel.enter(kernel.tenant(), kernel.tenant(), '{}', '')")
            }
            let member = try await house.session(IdentityHouse.can)
            try await house.play(["sample.customer.read": .own, "sample.customer.write": .own], IdentityHouse.can)
            for customer in town.customers {
                let isOwn = customer.owner == IdentityHouse.can
                let gone = try await house.ask("DELETE /sample/customers/\(customer.id)", by: member)
                #expect(gone.status == (isOwn ? 200 : 404))
            }
        }
    }

    private static let scope = SampleModule.customers

    private static func rows(_ door: TenantDoor, _ condition: Query) async throws -> Set<UUIDv7> {
        let rows = try await door.query(
            """
            SELECT c.id FROM sample.customer c WHERE c.tenant_id = kernel.tenant() AND \(fragment: condition)
            """)
        return Set(try rows.map { try $0.decode(0, as: UUIDv7.self) })
    }
}

/// A context that is asked for its conditions alone.
private struct SomebodysReach: StaffContext {
    private let principal: StaffPrincipal

    init(_ principal: StaffPrincipal) { self.principal = principal }

    var user: UserID { principal.user }
    var tenant: TenantID { principal.tenant }
    var teams: [TeamID] { principal.teams }
    var session: SessionID? { nil }
    var fieldRules: [String: FieldRule] { [:] }
    var site: Site { SiteEntry.test("acme.test", .app).site }
    var parameters: PathParameters { PathParameters() }
    var language: Language { .en }
    var formToken: String? { nil }
    func scope(of permission: Permission) -> Scope? { principal.grants[permission.text] }
    func query(_ query: Query) async throws -> Rows { throw Problem(.notFound) }
    func queries(_ queries: [Query]) async throws -> [Rows] { throw Problem(.notFound) }
    func transaction<Success: Sendable>(
        _ body: @Sendable (any Database) async throws -> Success
    ) async throws -> Success { throw Problem(.notFound) }
}
