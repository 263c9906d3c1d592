import Core
import Crypto
import HTTP
import Kernel
import ModuleKit
import Outbound
import Postgres
import TestKit
import Testing

@testable import Delivery

/// Servers and keys as they are set, and the tables as the lints and a tenant's end see them.
@Suite(.serialized) struct MailSettingsTests {
    private static func route(_ security: MailRoute.Security, user: String? = nil) throws -> MailRoute {
        MailRoute(
            host: try #require(HostName("mail.example.com")), port: 587, security: security, user: user,
            senderAddress: try MailAddress("posta@example.com"), senderName: "Posta")
    }

    private static var secret: HeldSecret { HeldSecret(SecretBytes(copying: Array("kapi-42-gizli".utf8).span)) }

    @Test func anAccountIsToldToNobodyUnproven() async throws {
        try await MailRig.with { rig in
            for security in [MailRoute.Security.none, .opportunistic] {
                await #expect(throws: MailSettingsFault.accountInTheClear) {
                    try await rig.settings.set(
                        try Self.route(security, user: "u"), password: Self.secret, for: .platform)
                }
            }
            await #expect(throws: MailSettingsFault.halfAnAccount) {
                try await rig.settings.set(try Self.route(.starttls, user: "u"), password: nil, for: .platform)
            }
            await #expect(throws: MailSettingsFault.halfAnAccount) {
                try await rig.settings.set(try Self.route(.starttls), password: Self.secret, for: .platform)
            }
            let none = try await rig.settings.route(of: .platform)
            #expect(none == nil || none?.host.text == "")
        }
    }

    @Test func passwordsAndKeysAreSealedAndOpenedByTheirOwnHouseOnly() async throws {
        try await MailRig.with { rig in
            for house in [MailHouse.platform, .agency(MailRig.mavi), .tenant(MailRig.acme)] {
                try await rig.settings.set(try Self.route(.starttls, user: "u"), password: Self.secret, for: house)
            }
            let rows = try await rig.database.rows(
                "SELECT encode(sealed_password, 'escape') || r::text FROM delivery.mail_route r")
            #expect(rows.count == 3)
            for row in rows { #expect(row[0]?.contains("kapi-42-gizli") == false) }
            let route = try #require(try await rig.settings.route(of: .tenant(MailRig.acme)))
            let server = try MailCarrier.server(route, rig.settings.seal)
            guard case .password("u", let password)? = server.credentials else {
                Issue.record("no account")
                return
            }
            #expect(password.reveal() == "kapi-42-gizli")
            let other = RootKey(HeldSecret(SecretBytes(copying: [UInt8](repeating: 8, count: 32).span)))
            #expect(throws: MailFailure.routeSealed) { try MailCarrier.server(route, MailSeal(other)) }
        }
    }

    @Test func eachLevelHasItsOwnAndTakesItAway() async throws {
        try await MailRig.with { rig in
            for (index, house) in [MailHouse.platform, .agency(MailRig.mavi), .tenant(MailRig.acme)].enumerated() {
                var route = try Self.route(.starttls)
                route.port = UInt16(1_000 + index)
                try await rig.settings.set(route, password: nil, for: house)
                try await rig.settings.set(route, password: nil, for: house)
            }
            let ports = [
                try await rig.settings.route(of: .platform)?.port,
                try await rig.settings.route(of: .agency(MailRig.mavi))?.port,
                try await rig.settings.route(of: .tenant(MailRig.acme))?.port,
                try await rig.settings.route(of: .tenant(MailRig.borek))?.port,
            ]
            #expect(ports == [1_000, 1_001, 1_002, nil])
            let (first, second) = (
                try await rig.settings.remove(of: .tenant(MailRig.acme)),
                try await rig.settings.remove(of: .tenant(MailRig.acme))
            )
            #expect(first && !second)
            let left = try await rig.settings.scene(of: .tenant(MailRig.acme))?.sender?.route.port
            #expect(left == 1_001)
        }
    }

    @Test func keysHaveNamesOfTheirOwn() async throws {
        try await MailRig.with { rig in
            let domain = try #require(HostName("example.com"))
            let selector = try #require(HostName("konak"))
            let key = try await rig.settings.makeKey(.ed25519, domain: domain, selector: selector, for: .platform)
            #expect(key.recordName == "konak._domainkey.example.com")
            #expect(key.record.hasPrefix("v=DKIM1; k=ed25519; p=") && key.publicKey.utf8.count == 44)
            await #expect(throws: MailSettingsFault.keyExists("konak._domainkey.example.com")) {
                _ = try await rig.settings.makeKey(.rsa, domain: domain, selector: selector, for: .platform)
            }
            await #expect(throws: MailSettingsFault.badKey) {
                _ = try await rig.settings.makeKey(
                    .p256, domain: domain, selector: selector, for: .agency(MailRig.mavi))
            }
            let keys = try await rig.settings.keys(of: .platform)
            #expect(keys.count == 1)
            for (address, speaks) in [
                ("a@example.com", true), ("a@mail.example.com", true), ("a@badexample.com", false),
                ("a@example.org", false),
            ] {
                #expect(key.speaks(for: try MailAddress(address)) == speaks)
            }
        }
    }

    @Test func namesOfLevelsAreFound() async throws {
        try await MailRig.with { rig in
            let houses = [
                try await rig.settings.house(nil), try await rig.settings.house("mavi"),
                try await rig.settings.house("mavi/acme"),
            ]
            #expect(houses == [.platform, .agency(MailRig.mavi), .tenant(MailRig.acme)])
            for name in ["", "nobody", "mavi/other", "mavi/acme/x", "/acme"] {
                await #expect(throws: MailSettingsFault.unknown(name)) { _ = try await rig.settings.house(name) }
            }
        }
    }

    @Test func theWallsHaveNoHole() async throws {
        try await MailRig.with { rig in
            // What may be done in a database as such is not copied with it from the template.
            let holes = try await rig.database.rows(
                "SELECT code, object, reason FROM guard.holes() WHERE code <> 'role.database'")
            #expect(holes.isEmpty, "\(holes)")
        }
    }

    @Test func aPersonsMailGoesWithThePerson() async throws {
        try await MailRig.with { rig in
            _ = try await rig.office.send(MailRig.reset("Ayse@example.com"), for: rig.tenant(MailRig.acme))
            _ = try await rig.office.send(MailRig.reset("can@example.com"), for: rig.tenant(MailRig.acme))
            let session = try OwnerSession(ScriptConnection(rig.database.connection(as: "konak_owner")))
            let engine = PersonalDataEngine(
                try PersonalDataPlan(MailPart.personalData, catalogue: session.catalogue()), key: Self.secret)
            let person = try #require(PersonAddress("ayse@example.com"))
            let found = try engine.export(person, of: "mavi/acme", on: session)
            #expect(found.rows == 1)
            _ = try engine.erase(person, of: "mavi/acme", on: session)
            let states = try await rig.states()
            #expect(states == ["can@example.com": "waiting"])
        }
    }

    @Test func aTenantTakesItsMailAlongAndLeavesNone() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server, for: .tenant(MailRig.acme))
                _ = try await rig.office.send(MailRig.reset("ours@example.com"), for: rig.tenant(MailRig.acme))
                _ = try await rig.office.send(MailRig.reset("house@example.com"), from: .tenant(MailRig.acme))
                _ = try await rig.office.send(MailRig.reset("theirs@example.com"), for: rig.tenant(MailRig.borek))
                try await rig.database.run("UPDATE kernel.tenant SET state = 'closing' WHERE slug = 'acme'")
                let owner = rig.database.connection(as: "konak_owner")
                let proof = try TenantErasure().erase("mavi/acme", on: try OwnerSession(ScriptConnection(owner)))
                #expect(proof.subject == .tenant)
                let states = try await rig.states()
                #expect(states.keys.sorted() == ["theirs@example.com"])
                let routes = try await rig.database.rows("SELECT 1 FROM delivery.mail_route")
                #expect(routes.isEmpty)
            }
        }
    }
}
