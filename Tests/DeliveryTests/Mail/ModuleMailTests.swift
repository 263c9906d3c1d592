import Core
import ModuleKit
import SQL
import TestKit
import Testing

@testable import Delivery

/// Letters that modules brought along, ordered like those of the house.
@Suite(.serialized) struct ModuleMailTests {
    private static func order(
        _ customer: UUIDv7, in language: Language = .tr, _ change: (inout [String: MailValue]) -> Void = { _ in }
    ) -> MailOrder {
        var values = MailShop.values(for: customer)
        change(&values)
        return MailOrder(
            MailTemplate(MailShop.receipt), to: "ayse@example.com", name: "Ayşe", in: language, values: values)
    }

    private static func shopper(_ name: String, of tenant: TenantID, in rig: MailRig) async throws -> UUIDv7 {
        let id = UUIDv7.make()
        _ = try await rig.tenant(tenant).query(
            "INSERT INTO shop.shopper (tenant_id, id, name) VALUES (kernel.tenant(), \(id), \(name))")
        return id
    }

    private static func sent(_ orders: [MailOrder], in rig: MailRig) async throws -> [String] {
        var texts: [String] = []
        try await LittleMailServer.with { server in
            try await rig.route(to: server)
            for order in orders { _ = try await rig.office.send(order, for: rig.tenant(MailRig.acme)) }
            try await rig.sender().turn()
            for mail in server.mails { texts.append(try await ReadMail.parsed(mail.bytes)) }
        }
        return texts
    }

    @Test func aModulesLetterIsOrderedWithItsValuesInBrandAndLanguage() async throws {
        try await MailRig.with { rig in
            let customer = try await Self.shopper("Işıl <Çelik>", of: MailRig.acme, in: rig)
            let mails = try await Self.sent([Self.order(customer), Self.order(customer, in: .en)], in: rig)
            let turkish = try #require(mails.first { $0.contains("subject: Makbuz 7") })
            #expect(
                turkish.contains("Işıl <Çelik>|₺1.250,00|18.11.2026 14:06|09.03.2026|18,5|yeni, acil")
                    && turkish.contains("açık||İzmir") && turkish.contains("Merhaba Ayşe,"))
            #expect(turkish.contains("<a href=\"https://app.acme.test/items/1\">Boya &lt;1&gt;</a>"))
            #expect(turkish.contains("https://app.acme.test/receipts/7") && turkish.contains("Işıl &lt;Çelik&gt;"))
            // The frame's parts are the house's, in the tenant's brand.
            #expect(turkish.contains("Acmegiller") && turkish.contains("yardim@acme.test"))
            let english = try #require(mails.first { $0.contains("subject: Receipt 7") })
            #expect(english.contains("Işıl <Çelik> owes ₺1,250.00"))
        }
    }

    @Test func theTenantsOwnTextStandsInThePlaceOfTheModules() async throws {
        try await MailRig.with { rig in
            let customer = try await Self.shopper("Işıl", of: MailRig.acme, in: rig)
            try await rig.database.run(
                """
                BEGIN; SELECT kernel.enter('\(MailRig.acme)');
                INSERT INTO delivery.template (tenant_id, id, key, channel, language, subject, body)
                VALUES ('\(MailRig.acme)', gen_random_uuid(), 'shop.receipt', 'mail', 'tr', 'Bizden {{ number }}',
                    '<p>{{ reader }}, {{ customer.name }} için {{ total }}</p>'); COMMIT
                """)
            let mails = try await Self.sent([Self.order(customer)], in: rig)
            #expect(mails.count == 1)
            #expect(mails[0].contains("subject: Bizden 7") && mails[0].contains("Ayşe, Işıl için ₺1.250,00"))
        }
    }

    @Test func anotherTenantsRecordAndOneThatIsGonePrintAsNothing() async throws {
        try await MailRig.with { rig in
            let strangers = try await Self.shopper("Kirmizikedi", of: MailRig.other, in: rig)
            let mails = try await Self.sent([Self.order(strangers), Self.order(.make())], in: rig)
            #expect(mails.count == 2)
            for mail in mails { #expect(mail.contains("|₺1.250,00|") && !mail.contains("Kirmizikedi")) }
        }
    }

    struct Refused: Sendable {
        let refusal: MailRefusal
        let change: @Sendable (inout [String: MailValue]) -> Void

        init(_ refusal: MailRefusal, _ change: @escaping @Sendable (inout [String: MailValue]) -> Void) {
            (self.refusal, self.change) = (refusal, change)
        }
    }

    static let refused = [
        Refused(.value("total")) { $0["total"] = nil }, Refused(.value("total")) { $0["total"] = .number(5) },
        Refused(.value("number")) { $0["number"] = .text("7") },
        Refused(.value("rate")) { $0["rate"] = .decimal(units: 1, places: 10) },
        Refused(.value("more")) { $0["more"] = .text("x") },
        Refused(.value("customer")) { $0["customer"] = .record(["name": .text("x")]) },
        Refused(.value("tags")) { $0["tags"] = .list([.number(1)]) },
        Refused(.value("lines")) { $0["lines"] = .list([.text("x")]) },
        Refused(.value("lines.title")) { $0["lines"] = .list([.record([:])]) },
        Refused(.value("shop.street")) { $0["shop"] = .record(["city": .text("x"), "street": .text("y")]) },
        Refused(.value("due")) { $0["due"] = .time(.epoch) },
        Refused(.value("note")) { $0["note"] = .items([MailItem("x")]) },
        Refused(.path("link")) { $0["link"] = .path("//evil.example/") },
        Refused(.path("lines.link")) {
            $0["lines"] = .list([.record(["title": .text("x"), "link": .path("https://evil.example/")])])
        },
        Refused(.tooLarge) { $0["note"] = .text(String(repeating: "x", count: 100_000)) },
    ]

    private static func writer() throws -> HouseLetters {
        HouseLetters(try .ofLetters(nil, and: [try MailShop.source(), MailShop.papers]), tenants: nil)
    }

    @Test(arguments: refused.indices) func whatCannotBeWrittenIsRefusedAtOnce(_ index: Int) throws {
        let order = Self.order(.make(), Self.refused[index].change)
        let refusal = #expect(throws: MailRefusal.self) { _ = try CheckedOrder(order, writtenBy: Self.writer()) }
        #expect(refusal == Self.refused[index].refusal)
    }

    @Test(arguments: ["shop.frame", "shop.code", "shop.nothing", "mail.invitation"])
    func onlyALetterCanBeOrdered(_ name: String) throws {
        let order = MailOrder(MailTemplate(stored: name), to: "ayse@example.com", in: .tr)
        #expect(throws: MailRefusal.self) { _ = try CheckedOrder(order, writtenBy: Self.writer()) }
        #expect(throws: Never.self) { _ = try CheckedOrder(Self.order(.make()), writtenBy: Self.writer()) }
    }

    @Test func everyValueComesBackAsItWasSealed() throws {
        for (name, value) in MailShop.values(for: .make()) {
            let contents = MailContents(
                name: nil, audience: .people, unsubscribePath: nil, values: [name: MailContents.StoredValue(value)])
            let read = try MailContents(decoding: try contents.encoded())
            #expect(read.values[name]?.value == value, "\(name)")
        }
    }
}
