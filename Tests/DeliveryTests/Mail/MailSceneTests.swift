import Core
import HTTP
import ModuleKit
import Outbound
import TestKit
import Testing

@testable import Delivery

/// Through whose server, from which address, under which name, and where answers go.
@Suite(.serialized) struct MailSceneTests {
    enum Reader: String, Sendable { case platform, agency, tenant }

    struct Row: Sendable, CustomTestStringConvertible {
        let reader: Reader
        let servers: [Reader]
        /// What of the brands is set, beside names: `tenant.senderAddress` and so on.
        var brands: Set<String> = []
        let expected: String
        var testDescription: String { "\(reader) \(servers) \(brands.sorted())" }
    }

    /// server | address | name | reply-to
    static let rows: [Row] = [
        Row(reader: .tenant, servers: [], expected: "none"),
        Row(reader: .agency, servers: [.tenant], expected: "none"),
        Row(reader: .platform, servers: [.tenant, .agency], expected: "none"),
        Row(reader: .tenant, servers: [.platform], expected: "platform | mail@platform.test | Tenant | none"),
        Row(reader: .tenant, servers: [.platform, .agency], expected: "agency | mail@agency.test | Tenant | none"),
        Row(
            reader: .tenant, servers: [.platform, .agency, .tenant],
            expected: "tenant | mail@tenant.test | Tenant | none"),
        Row(reader: .agency, servers: [.platform, .tenant], expected: "platform | mail@platform.test | Agency | none"),
        Row(reader: .agency, servers: [.agency], expected: "agency | mail@agency.test | Agency | none"),
        Row(reader: .platform, servers: [.platform], expected: "platform | mail@platform.test | Platform | none"),
        // The level that sends says from which address, never the reader's.
        Row(
            reader: .tenant, servers: [.agency], brands: ["tenant.sender", "agency.sender"],
            expected: "agency | brand@agency.test | Tenant | brand@tenant.test"),
        Row(
            reader: .tenant, servers: [.platform], brands: ["tenant.support"],
            expected: "platform | mail@platform.test | Tenant | support@tenant.test"),
        Row(
            reader: .tenant, servers: [.platform], brands: ["agency.support", "platform.support"],
            expected: "platform | mail@platform.test | Tenant | support@agency.test"),
        Row(
            reader: .tenant, servers: [.platform], brands: ["platform.support", "platform.sender"],
            expected: "platform | brand@platform.test | Tenant | none"),
        Row(
            reader: .tenant, servers: [.tenant], brands: ["tenant.sender", "tenant.support"],
            expected: "tenant | brand@tenant.test | Tenant | none"),
        Row(
            reader: .agency, servers: [.platform], brands: ["agency.sender"],
            expected: "platform | mail@platform.test | Agency | brand@agency.test"),
        Row(
            reader: .tenant, servers: [.agency], brands: ["tenant.name"],
            expected: "agency | mail@agency.test | Tenant's sender | none"),
        // What is no address is as good as none.
        Row(
            reader: .tenant, servers: [.agency], brands: ["agency.broken", "tenant.broken"],
            expected: "agency | mail@agency.test | Tenant | none"),
    ]

    @Test(arguments: rows) func theNearestServerSendsUnderTheReadersOwnName(_ row: Row) throws {
        func level(_ reader: Reader) throws -> MailScene.Level {
            var level = MailScene.Level()
            level.title = reader.rawValue.capitalizedASCII
            func has(_ word: String) -> Bool { row.brands.contains("\(reader.rawValue).\(word)") }
            if has("sender") { level.senderAddress = "brand@\(reader.rawValue).test" }
            if has("broken") { level.senderAddress = "nobody at all\r\nBcc: x" }
            if has("support") { level.supportAddress = "support@\(reader.rawValue).test" }
            if has("name") { level.senderName = "\(reader.rawValue.capitalizedASCII)'s sender" }
            if row.servers.contains(reader) {
                level.route = MailRoute(
                    host: try #require(HostName("\(reader.rawValue).test")), port: 587, security: .starttls,
                    senderAddress: try MailAddress("mail@\(reader.rawValue).test"))
            }
            return level
        }
        var scene = MailScene()
        scene.platform = try level(.platform)
        if row.reader != .platform { scene.agency = try level(.agency) }
        if row.reader == .tenant { scene.tenant = try level(.tenant) }
        let found = scene.sender.map { sender in
            let server = sender.route.host.text.split(separator: ".")[0]
            return "\(server) | \(sender.address) | \(sender.name) | \(sender.replyTo?.description ?? "none")"
        }
        #expect(found ?? "none" == row.expected)
        if let sender = scene.sender { #expect(sender.isPlatforms == (sender.route.host.text == "platform.test")) }
    }

    /// Whatever server carries it: no other brand's name stands in any field or any part.
    @Test(arguments: [[MailHouse.platform], [.platform, .agency(MailRig.mavi)], [.platform, .tenant(MailRig.acme)]])
    func noOtherBrandsNameIsInAMail(_ routes: [MailHouse]) async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                for house in routes { try await rig.route(to: server, for: house, name: "Gizliad") }
                for tenant in [MailRig.acme, MailRig.borek, MailRig.other] {
                    for order in HouseLettersTests.orders(for: "\(tenant)@example.com") {
                        _ = try await rig.office.send(order, for: rig.tenant(tenant))
                    }
                }
                for order in HouseLettersTests.orders(for: "agency@example.com") {
                    _ = try await rig.office.send(order, from: .agency(MailRig.mavi))
                }
                for order in HouseLettersTests.orders(for: "tenant@example.com") {
                    _ = try await rig.office.send(order, from: .tenant(MailRig.acme))
                }
                let sender = try rig.sender()
                while try await sender.turn() > 0 {}
                let names = ["Acmegiller", "Borekciler", "Otekiler", "Mavidunya", "Kirmizievren", "Evsahibi"]
                let allowed = [
                    "\(MailRig.acme)@example.com": ["Acmegiller"], "tenant@example.com": ["Acmegiller"],
                    // Without a brand of its own a tenant looks as its agency does.
                    "\(MailRig.borek)@example.com": ["Borekciler", "Mavidunya"],
                    "\(MailRig.other)@example.com": ["Otekiler", "Kirmizievren"],
                    "agency@example.com": ["Mavidunya"],
                ]
                #expect(server.mails.count == 5 * 8)
                for mail in server.mails {
                    let text = try await ReadMail.parsed(mail.bytes)
                    let own = try #require(allowed[mail.recipient])
                    for name in names where !own.contains(name) {
                        #expect(!text.contains(name), "\(name) in a mail to \(mail.recipient)")
                    }
                    #expect(own.contains { text.contains($0) })
                    #expect(!text.contains("platform.test") && !text.contains("konak.localhost"))
                }
            }
        }
    }

    static let hosts: [(MailHouse, MailOrder.Audience, String)] = [
        (.tenant(MailRig.acme), .people, "https://app.acme.test/reset?token=gizli"),
        (.tenant(MailRig.acme), .customers, "https://my.acme.test/reset?token=gizli"),
        (.tenant(MailRig.borek), .people, "https://app.borek.test/reset?token=gizli"),
        (.agency(MailRig.mavi), .people, "https://crm.mavi.test/reset?token=gizli"),
        (.platform, .people, "http://konak.localhost:8080/reset?token=gizli"),
    ]

    @Test func linksLeadToTheReadersOwnHost() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server)
                for (index, (house, audience, _)) in Self.hosts.enumerated() {
                    var order = MailRig.reset("reader\(index)@example.com")
                    order.audience = audience
                    _ = try await rig.office.send(order, from: house)
                }
                var order = MailRig.reset("nowhere@example.com")
                order.audience = .customers
                _ = try await rig.office.send(order, from: .tenant(MailRig.borek))
                try await rig.sender().turn()
                for (index, (_, _, link)) in Self.hosts.enumerated() {
                    let mail = try #require(server.mails.first { $0.recipient == "reader\(index)@example.com" })
                    let text = try await ReadMail.parsed(mail.bytes)
                    #expect(text.contains("\n\(link)\n") && text.contains("href=\"\(link)\""))
                }
                let states = try await rig.states()
                #expect(states["nowhere@example.com"] == "waiting host.none")
            }
        }
    }
}

extension String {
    fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
