import Core
import Crypto
import HTTP
import Kernel
import ModuleKit
import Postgres
import TestKit
import Testing

@testable import Security

@Suite("Who asks")
struct IdentityPrincipalsTests {
    private static let site = SiteEntry.test(
        "acme.test", .app, agency: IdentityHouse.agency, tenant: IdentityHouse.acme)
    private static let boraSite = SiteEntry.test(
        "bora.test", .app, agency: IdentityHouse.agency, tenant: IdentityHouse.bora)
    private static let agencySite = SiteEntry.test("mavi.test", .agency, agency: IdentityHouse.agency)
    private static let portalSite = SiteEntry.test(
        "my.acme.test", .portal, agency: IdentityHouse.agency, tenant: IdentityHouse.acme)

    private static func principals(_ house: IdentityHouse, on control: PostgresDatabase? = nil) -> IdentityPrincipals {
        let control = control ?? house.control
        return IdentityPrincipals(
            control, sessions: Sessions(control, clock: house.clock),
            catalogue: PermissionCatalogue(StandingTests.declared), portal: ["crm.portal.view"])
    }

    private static func request(
        _ token: SecretToken?, key: String? = nil, peer: String = "192.0.2.1"
    ) throws -> Request {
        let cookie = token.map { ["Cookie: __Host-konak-session=\($0.reveal())"] } ?? []
        let authorization = key.map { ["Authorization: Bearer \($0)"] } ?? []
        return try TestRequest.make("GET /", cookie + authorization, host: "acme.test", peer: peer)
    }

    @Test("is somebody by an open session of this tenant, on its host, and nobody by anything else")
    func staff() async throws {
        try await IdentityHouse.with { house in
            let principals = Self.principals(house)
            let token = try await house.sessions.open(house.opening())
            let ada = try await principals.staff(of: Self.request(token), at: Self.site)
            #expect(ada?.user == IdentityHouse.ada && ada?.tenant == IdentityHouse.acme)
            #expect(ada?.permissions == Set(StandingTests.declared.map(\.permission.text)))
            for (token, site) in [(token, Self.boraSite), (token, Self.portalSite), (.random(), Self.site)] {
                #expect(try await principals.staff(of: Self.request(token), at: site) == nil, "\(site.site.host)")
            }
            #expect(try await principals.staff(of: Self.request(nil), at: Self.site) == nil)
            #expect(try await principals.staff(of: Self.request(token, key: "x"), at: Self.site) == nil)
            #expect(try await principals.house(of: Self.request(token), at: Self.agencySite) == nil)
            #expect(try await principals.customer(of: Self.request(token), at: Self.portalSite) == nil)
            let half = try await house.sessions.open(
                Sessions.Opening(
                    .staff(IdentityHouse.ada, IdentityHouse.acme), agency: IdentityHouse.agency, host: "acme.test",
                    label: "x", stage: .half))
            #expect(try await principals.staff(of: Self.request(half), at: Self.site) == nil)
        }
    }

    @Test("changes with role, membership, person and session at the next request on another node")
    func atOnce() async throws {
        try await IdentityHouse.with { house in
            try await house.withNode { other in
                let there = Self.principals(house, on: other)
                func permissions(_ token: SecretToken) async throws -> Set<String>? {
                    try await there.staff(of: Self.request(token), at: Self.site)?.permissions
                }
                let token = try await house.sessions.open(house.opening())
                #expect(try await permissions(token)?.count == 6)
                try await house.database.run("UPDATE security.membership SET built_in = 'read_only'")
                #expect(try await permissions(token) == ["crm.customer.read", "crm.board.view"])
                let role = UUIDv7.make()
                try await house.database.run(
                    """
                    INSERT INTO security.role (tenant_id, id, name) VALUES ('\(IdentityHouse.acme)', '\(role)', 'Sales');
                    INSERT INTO security.role_permission VALUES ('\(IdentityHouse.acme)', '\(role)', 'crm.call', 'own');
                    UPDATE security.membership SET built_in = NULL, role_id = '\(role)'
                    WHERE tenant_id = '\(IdentityHouse.acme)'
                    """)
                #expect(try await permissions(token) == ["crm.call"])
                try await house.database.run("DELETE FROM security.role_permission")
                #expect(try await permissions(token) == [])
                try await house.database.run("UPDATE security.membership SET state = 'suspended'")
                #expect(try await permissions(token) == nil)
                try await house.database.run(
                    "UPDATE security.membership SET state = 'active'; UPDATE security.person SET state = 'disabled'")
                #expect(try await permissions(token) == nil)
                try await house.database.run("UPDATE security.person SET state = 'active'")
                #expect(try await permissions(token) == [])
                try await house.sessions.revokeAll(of: IdentityHouse.ada)
                #expect(try await permissions(token) == nil)
            }
        }
    }

    @Test("holds by a key what person and key both hold")
    func keys() async throws {
        try await IdentityHouse.with { house in
            let (principals, keys) = (Self.principals(house), APIKeys(house.control, clock: house.clock))
            let text = try await keys.make(
                "robot", for: IdentityHouse.ada, in: IdentityHouse.acme,
                permissions: [Permission("crm.customer.read"), Permission("crm.call"), Permission("gone.thing")]
            ).reveal()
            func permissions(_ site: SiteEntry = Self.site) async throws -> Set<String>? {
                try await principals.staff(of: Self.request(nil, key: text), at: site)?.permissions
            }
            #expect(try await permissions() == ["crm.customer.read", "crm.call"])
            #expect(try await permissions(Self.boraSite) == nil)
            try await house.database.run("UPDATE security.membership SET built_in = 'read_only'")
            #expect(try await permissions() == ["crm.customer.read"])
            try await house.database.run("UPDATE security.person SET state = 'disabled'")
            #expect(try await permissions() == nil)
        }
    }

    @Test("may come from the tenant's addresses only, by cookie and by key")
    func addresses() async throws {
        try await IdentityHouse.with { house in
            let principals = Self.principals(house)
            let token = try await house.sessions.open(house.opening())
            let key = try await APIKeys(house.control, clock: house.clock).make(
                "robot", for: IdentityHouse.ada, in: IdentityHouse.acme, permissions: [Permission("crm.call")]
            ).reveal()
            try await house.database.run(
                "INSERT INTO security.tenant_policy (tenant_id, allowed_addresses) VALUES ('\(IdentityHouse.acme)', '{192.0.2.0/24,2001:db8::/32}')"
            )
            for request in [
                try Self.request(token), try Self.request(nil, key: key), try Self.request(token, peer: "2001:db8::7"),
            ] {
                #expect(try await principals.staff(of: request, at: Self.site) != nil)
            }
            for request in [
                try Self.request(token, peer: "198.51.100.1"), try Self.request(nil, key: key, peer: "198.51.100.1"),
            ] {
                await #expect(throws: Problem.self) { _ = try await principals.staff(of: request, at: Self.site) }
            }
        }
    }

    @Test("is somebody of the house, or a customer, at their own doors")
    func others() async throws {
        try await IdentityHouse.with { house in
            let principals = Self.principals(house)
            let staff = try await house.sessions.open(house.opening(IdentityHouse.agencyDoor, IdentityHouse.can))
            let can = try await principals.house(of: Self.request(staff), at: Self.agencySite)
            #expect(can?.user == IdentityHouse.can && can?.agency == IdentityHouse.agency)
            let hash = try staff.hash()
            #expect(can?.session?.tokenHash == hash && can?.person?.name == "Can")
            #expect(try await principals.house(of: Self.request(staff), at: .test("ops.test", .operator)) == nil)
            let rival = SiteEntry.test("mavi.test", .agency, agency: IdentityHouse.otherAgency)
            #expect(try await principals.house(of: Self.request(staff), at: rival) == nil)
            try await house.database.run("UPDATE security.person SET house_role = NULL")
            #expect(try await principals.house(of: Self.request(staff), at: Self.agencySite) == nil)
            let customer = CustomerID.make()
            let token = try await house.sessions.open(
                Sessions.Opening(
                    .customer(customer, IdentityHouse.acme), agency: IdentityHouse.agency, host: "my.acme.test",
                    label: "x"))
            let found = try await principals.customer(of: Self.request(token), at: Self.portalSite)
            #expect(found?.customer == customer && found?.permissions == ["crm.portal.view"])
            #expect(try await principals.staff(of: Self.request(token), at: Self.site) == nil)
        }
    }

    @Test("may or may not, and is told why")
    func explained() async throws {
        try await IdentityHouse.with { house in
            let rights = Rights(house.control, PermissionCatalogue(StandingTests.declared))
            func ask(
                _ person: UserID, _ permission: String, _ tenant: TenantID = IdentityHouse.acme,
                _ record: RecordOwnership? = nil
            ) async throws -> RightsAnswer {
                try await rights.may(person, permission, in: tenant, with: record)
            }
            let can = IdentityHouse.can
            #expect(try await ask(IdentityHouse.ada, "crm.call").reasons == [.roleGives(.builtIn(.owner), .all)])
            #expect(try await ask(can, "crm.call").reasons == [.roleLacks(.builtIn(.member))])
            #expect(try await ask(can, "no.such").reasons == [.unknownPermission])
            #expect(try await ask(can, "crm.call", IdentityHouse.bora).reasons == [.barred(.notMember)])
            #expect(try await ask(can, "crm.call", IdentityHouse.rival).reasons == [.barred(.unknown)])
            #expect(try await ask(.make(), "crm.call").reasons == [.barred(.unknown)])
            let team = TeamID.make()
            try await house.database.run(
                """
                INSERT INTO kernel.team (tenant_id, id, name) VALUES ('\(IdentityHouse.acme)', '\(team)', 'T');
                INSERT INTO security.team_member VALUES ('\(IdentityHouse.acme)', '\(team)', '\(can)')
                """)
            let theirs = RecordOwnership(owner: IdentityHouse.ada, team: team)
            #expect(try await ask(can, "crm.customer.read", IdentityHouse.acme, theirs).isAllowed)
            #expect(
                try await ask(can, "crm.customer.write", IdentityHouse.acme, theirs).reasons
                    == [.roleGives(.builtIn(.member), .own), .othersRecord])
            for (state, bar) in [("invited", Standing.Bar.invited), ("disabled", .disabled)] {
                try await house.database.run("UPDATE security.person SET state = '\(state)'")
                #expect(try await ask(can, "crm.call").reasons == [.barred(bar)])
            }
        }
    }
}
