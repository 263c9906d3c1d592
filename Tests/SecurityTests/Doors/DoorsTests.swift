import Core
import Crypto
import HTTP
import ModuleKit
import Postgres
import TestKit
import Testing

@testable import Security

@Suite("Links, handovers and keys")
struct DoorsTests {
    private static func count(_ times: Int, _ work: @escaping @Sendable () async throws -> Bool) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<times { group.addTask { try await work() } }
            return try await group.reduce(0) { $1 ? $0 + 1 : $0 }
        }
    }

    @Test("A link opens once, soon, for its purpose and on its host")
    func links() async throws {
        try await IdentityHouse.with { house in
            let links = OneTimeLinks(house.control, clock: house.clock)
            let link = OneTimeLinks.Link(
                about: IdentityHouse.ada.uuid, agency: IdentityHouse.agency, tenant: IdentityHouse.acme)
            let token = try await links.make(.reset, link, host: "acme.test")
            for purpose in OneTimeLinks.Purpose.allCases where purpose != .reset {
                #expect(try await links.take(token, for: purpose, host: "acme.test") == nil)
            }
            for host in ["bora.test", "ACME.test", "acme.test.", "evil.test", ""] {
                #expect(try await links.take(token, for: .reset, host: host) == nil)
            }
            #expect(try await links.take(.random(), for: .reset, host: "acme.test") == nil)
            let taken = try await Self.count(50) { try await links.take(token, for: .reset, host: "acme.test") == link }
            #expect(taken == 1)
            let late = try await links.make(.reset, link, host: "acme.test")
            house.clock.advance(by: .seconds(900))
            #expect(try await links.take(late, for: .reset, host: "acme.test") == nil)
            let replaced = try await links.make(.reset, link, host: "acme.test")
            let newest = try await links.make(.reset, link, host: "acme.test")
            #expect(try await links.take(replaced, for: .reset, host: "acme.test") == nil)
            #expect(try await links.take(newest, for: .reset, host: "acme.test") == link)
            try await links.sweep()
        }
    }

    private static func session(_ house: IdentityHouse, _ person: UserID = IdentityHouse.ada) async throws -> (
        SecretToken, Session
    ) {
        let token = try await house.sessions.open(house.opening(IdentityHouse.acmeDoor, person))
        return (token, try #require(try await house.sessions.session(of: token, host: "acme.test")))
    }

    @Test("A handover opens once, for half a minute, on the one host, while the session lives")
    func handovers() async throws {
        try await IdentityHouse.with { house in
            let handovers = Handovers(house.control, sessions: house.sessions)
            let (old, session) = try await Self.session(house)
            house.clock.advance(by: .seconds(1_000))
            func make() async throws -> SecretToken {
                try #require(try await handovers.make(for: session, to: IdentityHouse.bora, host: "bora.test"))
            }
            func take(_ token: SecretToken, _ host: String = "bora.test") async throws -> SecretToken? {
                try await handovers.take(token, host: host, label: "Firefox")
            }
            let token = try await make()
            #expect(try await take(token, "acme.test") == nil)
            #expect(try await take(token, "rival.test") == nil)
            let taken = try await Self.count(50) {
                try await handovers.take(token, host: "bora.test", label: "x") != nil
            }
            #expect(taken == 1)
            let next = try #require(try await take(make()))
            let there = try #require(try await house.sessions.session(of: next, host: "bora.test"))
            #expect(there.holder == .staff(IdentityHouse.ada, IdentityHouse.bora))
            // Nothing is proved anew by moving, and nothing lasts longer.
            #expect(there.proved == session.proved)
            let late = try await make()
            house.clock.advance(by: .seconds(30))
            #expect(try await take(late) == nil)
            let orphan = try await make()
            try await house.sessions.end(old)
            #expect(try await take(orphan) == nil)
            #expect(try await handovers.make(for: session, to: IdentityHouse.bora, host: "bora.test") == nil)
        }
    }

    @Test("A handover is not made towards foreign doors, unproven hosts, or past a second factor")
    func refusedHandovers() async throws {
        try await IdentityHouse.with { house in
            let handovers = Handovers(house.control, sessions: house.sessions)
            let (token, ada) = try await Self.session(house)
            let (_, can) = try await Self.session(house, IdentityHouse.can)
            for (session, tenant, host) in [
                (can, IdentityHouse.bora, "bora.test"), (ada, IdentityHouse.rival, "rival.test"),
                (ada, IdentityHouse.bora, "rival.test"), (ada, IdentityHouse.bora, "new.bora.test"),
                (ada, IdentityHouse.bora, "acme.test"),
            ] {
                #expect(try await handovers.make(for: session, to: tenant, host: host) == nil, "\(host)")
            }
            try await house.database.run(
                "INSERT INTO security.tenant_policy (tenant_id, second_factor) VALUES ('\(IdentityHouse.bora)', 'required')"
            )
            #expect(try await handovers.make(for: ada, to: IdentityHouse.bora, host: "bora.test") == nil)
            let proven = try #require(
                try await house.sessions.rotate(token, host: "acme.test", showedSecondFactor: true))
            let strong = try #require(try await house.sessions.session(of: proven, host: "acme.test"))
            let handover = try #require(
                try await handovers.make(for: strong, to: IdentityHouse.bora, host: "bora.test"))
            try await house.database.run("DELETE FROM security.membership WHERE tenant_id = '\(IdentityHouse.bora)'")
            #expect(try await handovers.take(handover, host: "bora.test", label: "x") == nil)
        }
    }

    @Test("A key is found by all of its bits, in its tenant, from its addresses, until it ends")
    func keys() async throws {
        try await IdentityHouse.with { house in
            let keys = APIKeys(house.control, clock: house.clock)
            let text = try await keys.make(
                "robot", for: IdentityHouse.ada, in: IdentityHouse.acme, permissions: [Permission("crm.customer.read")],
                from: try AddressBlock.list("192.0.2.0/24 2001:db8::/32"),
                until: house.clock.now() + .seconds(3_600))
            let whole = text.reveal()
            func find(_ text: String, _ tenant: TenantID = IdentityHouse.acme, _ address: String? = "192.0.2.7")
                async throws -> APIKey?
            {
                guard let key = APIKeyText(text) else { return nil }
                return try await keys.key(of: key, in: tenant, from: address.flatMap { IPAddress($0) })
            }
            let found = try #require(try await find(whole))
            #expect(found.permissions == ["crm.customer.read"] && found.person == IdentityHouse.ada)
            #expect(whole.hasPrefix("konak_\(found.prefix)_") && !"\(text)".contains(whole.suffix(43)))
            #expect(try await find(whole, IdentityHouse.acme, "2001:db8:1::1") != nil)
            for text in [
                "", "konak_", String(whole.dropLast()), whole + "A", whole.uppercased(), "konak_" + whole,
                String(whole.prefix(19)) + SecretToken.random().reveal(),
            ] {
                #expect(try await find(text) == nil, "\(text)")
            }
            #expect(try await find(whole, IdentityHouse.bora) == nil)
            #expect(try await find(whole, IdentityHouse.acme, "192.0.3.1") == nil)
            #expect(try await find(whole, IdentityHouse.acme, nil) == nil)
            #expect(try await keys.list(of: IdentityHouse.acme).map(\.lastUsed) == [house.clock.now()])
            #expect(try await keys.revoke(found.id, of: IdentityHouse.bora) == false)
            house.clock.advance(by: .seconds(3_600))
            #expect(try await find(whole) == nil)
            let endless = try await keys.make(
                "other", for: IdentityHouse.ada, in: IdentityHouse.acme, permissions: [Permission("crm.customer.read")])
            let other = try #require(try await find(endless.reveal()))
            #expect(try await keys.revoke(other.id, of: IdentityHouse.acme))
            #expect(try await find(endless.reveal()) == nil)
        }
    }
}
