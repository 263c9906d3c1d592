import Core
import ModuleKit
import Postgres
import SQL
import TestKit
import Testing

@testable import Delivery

/// What may be ordered, and what an order leaves behind.
@Suite(.serialized) struct MailOrderTests {
    struct Refused: Sendable {
        let order: MailOrder
        let refusal: MailRefusal
        init(_ refusal: MailRefusal, _ change: (inout MailOrder) -> Void) {
            var order = MailRig.reset("ayse@example.com")
            change(&order)
            (self.order, self.refusal) = (order, refusal)
        }
    }

    static let refused: [Refused] = [
        Refused(.address) { $0.address = "" },
        Refused(.address) { $0.address = "ayse" },
        Refused(.address) { $0.address = "ayse@example.com\r\nBcc: all@example.com" },
        Refused(.address) { $0.address = "ayse@example.com\n" },
        Refused(.address) { $0.address = "ayse\u{0}@example.com" },
        Refused(.address) { $0.address = "ay\u{202E}se@example.com" },
        Refused(.address) { $0.address = "<ayse@example.com>" },
        Refused(.address) { $0.address = "a@example.com,b@example.com" },
        Refused(.template("crm.unknown")) { $0.template = MailTemplate("crm.unknown") },
        Refused(.value("link")) { $0.values = [:] },
        Refused(.value("link")) { $0.values["link"] = .text("/reset") },
        Refused(.path("link")) { $0.values["link"] = .path("https://evil.example/") },
        Refused(.path("link")) { $0.values["link"] = .path("//evil.example/") },
        Refused(.path("link")) { $0.values["link"] = .path("/\\evil.example/") },
        Refused(.path("link")) { $0.values["link"] = .path("reset") },
        Refused(.path("link")) { $0.values["link"] = .path("/a b") },
        Refused(.path("link")) { $0.values["link"] = .path("/a\r\nb") },
        Refused(.path("link")) { $0.values["link"] = .path("@evil.example/") },
        Refused(.path("link")) { $0.values["link"] = .path(".evil.example/") },
        Refused(.path("more")) { $0.values["more"] = .items([MailItem("x", path: "javascript:alert(1)")]) },
        Refused(.path("unsubscribePath")) { $0.unsubscribePath = "https://evil.example/" },
        Refused(.key) { $0.key = "" },
        Refused(.key) { $0.key = String(repeating: "k", count: 201) },
        Refused(.tooLarge) { $0.values["text"] = .text(String(repeating: "x", count: 10_000_000)) },
        Refused(.tooLarge) { $0.name = String(repeating: "x", count: 10_000_000) },
        Refused(.tooLarge) {
            $0.values["items"] = .items((0..<9_000).map { MailItem("thing \($0)") })
        },
        Refused(.tooLarge) { $0.values["text"] = .text(String(repeating: "\"", count: 50_000)) },
    ]

    @Test(arguments: refused.indices) func isRefused(_ index: Int) {
        let one = Self.refused[index]
        let refusal = #expect(throws: MailRefusal.self) {
            _ = try CheckedOrder(one.order, writtenBy: HouseLetters())
        }
        #expect(refusal == one.refusal)
    }

    @Test func aTransactionWithoutTenantOrdersNothing() async throws {
        try await MailRig.with { rig in
            let refusal = await #expect(throws: TransactionError.self) {
                try await rig.app.withTransaction { connection in
                    _ = try await rig.office.send(
                        MailRig.reset("ayse@example.com"), in: TestTransaction(connection: connection))
                }
            }
            #expect(refusal?.body as? MailRefusal == .noTenant)
        }
    }

    @Test func whatIsRolledBackIsNeverSent() async throws {
        struct Undo: Error {}
        try await MailRig.with { rig in
            let tenant = rig.tenant(MailRig.acme)
            _ = try? await tenant.transaction { database in
                try await rig.office.send(MailRig.reset("undone@example.com"), in: database)
                throw Undo()
            }
            _ = try await tenant.transaction { database in
                try await rig.office.send(MailRig.reset("done@example.com"), in: database)
            }
            let states = try await rig.states()
            #expect(states == ["done@example.com": "waiting"])
        }
    }

    @Test func aKeyIsOneMailInItsHouse() async throws {
        try await MailRig.with { rig in
            let order = MailRig.reset("ayse@example.com", key: "reset-1")
            let first = try await rig.office.send(order, for: rig.tenant(MailRig.acme))
            let again = try await rig.office.send(order, for: rig.tenant(MailRig.acme))
            let elsewhere = try await rig.office.send(order, for: rig.tenant(MailRig.borek))
            #expect(first != .knownKey && again == .knownKey && elsewhere != .knownKey)
            for house in [MailHouse.platform, .agency(MailRig.mavi), .tenant(MailRig.acme)] {
                let first = try await rig.office.send(order, from: house)
                let again = try await rig.office.send(order, from: house)
                #expect(first != .knownKey && again == .knownKey)
            }
            let rows = try await rig.database.rows(
                "SELECT (SELECT count(*) FROM delivery.mail)::text, (SELECT count(*) FROM delivery.house_mail)::text")
            #expect(rows == [["2", "3"]])
        }
    }

    @Test func nothingOfItLiesInTheOpen() async throws {
        try await MailRig.with { rig in
            _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
            _ = try await rig.office.send(MailRig.reset("ayse@example.com"), from: .platform)
            let rows = try await rig.database.rows(
                """
                SELECT m::text || encode(m.sealed, 'escape') FROM delivery.mail m UNION ALL
                SELECT m::text || encode(m.sealed, 'escape') FROM delivery.house_mail m
                """)
            for row in rows {
                let text = try #require(row[0])
                #expect(!text.contains("gizli") && !text.contains("Ayşe") && !text.contains("reset?token"))
            }
            #expect(rows.count == 2)
        }
    }

    @Test func aTenantSeesItsOwnMailAndNoMore() async throws {
        try await MailRig.with { rig in
            _ = try await rig.office.send(MailRig.reset("ours@example.com"), for: rig.tenant(MailRig.acme))
            _ = try await rig.office.send(MailRig.reset("theirs@example.com"), for: rig.tenant(MailRig.other))
            let seen = try await rig.tenant(MailRig.acme).query("SELECT to_address FROM delivery.mail")
            let addresses = try seen.map { try $0.decode(0, as: String.self) }
            #expect(addresses == ["ours@example.com"])
        }
    }

    static let forbidden: [Query] = [
        "SELECT sealed FROM delivery.mail", "UPDATE delivery.mail SET state = 'sent'", "DELETE FROM delivery.mail",
        "SELECT * FROM delivery.house_mail", "SELECT * FROM delivery.mail_route", "SELECT * FROM delivery.mail_key",
        "SELECT * FROM delivery.kept_mail",
        """
        INSERT INTO delivery.mail (tenant_id, id, unique_key, template, to_address, language, state)
        VALUES (kernel.tenant(), gen_random_uuid(), 'x', 'house.test', 'a@b.test', 'tr', 'sent')
        """,
    ]

    @Test(arguments: forbidden.indices) func whoServesTenantsOnlyOrders(_ index: Int) async throws {
        try await MailRig.with { rig in
            let error = await #expect(throws: PostgresError.self) {
                _ = try await rig.tenant(MailRig.acme).query(Self.forbidden[index])
            }
            #expect(error?.sqlState?.text == "42501")
        }
    }

    @Test func anotherTenantsRowCannotBeWritten() async throws {
        try await MailRig.with { rig in
            let error = await #expect(throws: PostgresError.self) {
                _ = try await rig.tenant(MailRig.acme).query(
                    """
                    INSERT INTO delivery.mail (tenant_id, id, unique_key, template, to_address, language)
                    VALUES (\(MailRig.other), \(UUIDv7.make()), 'x', 'house.test', 'a@b.test', 'tr')
                    """)
            }
            #expect(error?.sqlState?.text == "42501")
        }
    }
}
