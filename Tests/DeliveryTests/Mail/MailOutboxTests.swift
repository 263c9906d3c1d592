import Core
import HTTP
import Kernel
import ModuleKit
import TestKit
import Testing

@testable import Delivery

/// The outbox of a house in the making: what it shows, and to whom.
@Suite(.serialized) struct MailOutboxTests {
    private struct Asker: OpenContext {
        var tenantContext: (any TenantContext)?
        var site: Site
        var parameters = PathParameters()
        var language = Language.tr
        var formToken: String? { nil }

        init(_ surface: Site.Surface = .operator, mail: String? = nil) {
            site = Site(
                host: "konak.localhost", surface: surface, agency: nil, tenant: nil,
                brand: Brand(name: "Konak", hue: 262, chroma: 190), language: .tr)
            if let mail { parameters.append("mail", mail[...]) }
        }
    }

    private static func ask(
        _ rig: MailRig, _ path: String, _ asker: Asker = Asker(), isOpen: Bool = true, fields: [String] = [],
        peer: String = "127.0.0.1"
    ) async throws -> Response {
        var registrar = ModuleRegistrar()
        MailOutbox(control: rig.control, isOpen: isOpen).register(into: &registrar)
        let route = try #require(registrar.routes.first { $0.path.text == path })
        guard case .open(let handler) = route.handler else { throw Problem(.internal) }
        let request = try TestRequest.make("GET \(path)", fields, host: "konak.localhost", peer: peer)
        guard case .response(let response) = try await handler(request, asker) else { throw Problem(.internal) }
        return response
    }

    private static func text(_ response: Response) -> String {
        guard case .bytes(let bytes) = response.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    struct Stranger: Sendable {
        var surface = Site.Surface.operator
        var isOpen = true
        var fields: [String] = []
        var peer = "127.0.0.1"
    }

    static let strangers = [
        Stranger(surface: .app), Stranger(surface: .agency), Stranger(surface: .portal), Stranger(isOpen: false),
        Stranger(peer: "192.0.2.7"), Stranger(peer: "10.0.0.3"), Stranger(peer: "::ffff:192.0.2.7"),
        Stranger(fields: ["X-Forwarded-For: 192.0.2.7"]), Stranger(fields: ["X-Forwarded-For: 127.0.0.1, 192.0.2.7"]),
        Stranger(fields: ["X-Forwarded-For: 127.0.0.1", "X-Forwarded-For: 192.0.2.7"]),
        Stranger(fields: ["X-Forwarded-For: unknown"]), Stranger(fields: ["Forwarded: for=127.0.0.1"]),
    ]

    @Test func itIsNotThereForAnybodyElse() async throws {
        try await MailRig.with { rig in
            for path in ["/outbox", "/outbox/style.css", "/outbox/:mail", "/outbox/:mail/page"] {
                for stranger in Self.strangers {
                    let problem = await #expect(throws: Problem.self) {
                        _ = try await Self.ask(
                            rig, path, Asker(stranger.surface), isOpen: stranger.isOpen, fields: stranger.fields,
                            peer: stranger.peer)
                    }
                    #expect(problem?.status == 404)
                }
            }
            let own = try await Self.ask(rig, "/outbox", fields: ["X-Forwarded-For: 127.0.0.1"], peer: "::1")
            #expect(own.status == .ok)
        }
    }

    @Test func anEmptyOneSaysWhatWillCome() async throws {
        try await MailRig.with { rig in
            let page = Self.text(try await Self.ask(rig, "/outbox"))
            #expect(page.contains("Henüz ileti yok") && page.contains("konak mail route set"))
            var english = Asker()
            english.language = .en
            #expect(Self.text(try await Self.ask(rig, "/outbox", english)).contains("No messages yet"))
        }
    }

    @Test func keptMailIsShownAndCanDoNothing() async throws {
        try await MailRig.with { rig in
            for order in HouseLettersTests.orders(for: "ayse@example.com") {
                _ = try await rig.office.send(order, for: rig.tenant(MailRig.acme))
            }
            _ = try await rig.office.send(
                MailOrder(
                    .notice, to: "x@example.com", in: .en,
                    values: ["title": .text("<script>alert(1)</script>"), "text": .text("x")]),
                from: .platform)
            try await rig.sender(keeps: true).turn()
            let kept = try await MailLedger(rig.control).list(state: "kept")
            #expect(kept.count == 9)
            let sealed = try await rig.database.rows("SELECT 1 FROM delivery.mail WHERE sealed IS NOT NULL")
            #expect(sealed.isEmpty)
            let list = Self.text(try await Self.ask(rig, "/outbox"))
            for entry in kept { #expect(list.contains("href=\"/outbox/\(entry.id)\"")) }
            #expect(!list.contains("<script>alert"))
            for entry in kept {
                let shown = try await Self.ask(rig, "/outbox/:mail", Asker(mail: entry.id.description))
                let text = Self.text(shown)
                #expect(text.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\""))
                #expect(
                    text.contains("src=\"/outbox/\(entry.id)/page\"") && text.contains("Auto-Submitted: auto-generated")
                )
                #expect(!text.contains("<script>alert"))
                let inner = try await Self.ask(rig, "/outbox/:mail/page", Asker(mail: entry.id.description))
                let policy = try #require(inner.fields[.contentSecurityPolicy])
                #expect(policy.contains("default-src 'none'") && policy.contains("; sandbox "))
                #expect(!policy.contains("allow-scripts") && !policy.contains("allow-same-origin"))
                #expect(Self.text(inner).hasPrefix("<!doctype html>"))
            }
            for unknown in [UUIDv7.make().description, "x", "../etc"] {
                let problem = await #expect(throws: Problem.self) {
                    _ = try await Self.ask(rig, "/outbox/:mail", Asker(mail: unknown))
                }
                #expect(problem?.status == 404)
            }
        }
    }

    @Test func whereAnyServerIsSetNothingIsKept() async throws {
        try await LittleMailServer.with { server in
            try await MailRig.with { rig in
                try await rig.route(to: server, for: .tenant(MailRig.other))
                _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
                try await rig.sender(keeps: true).turn()
                let states = try await rig.states()
                #expect(states == ["ayse@example.com": "waiting route.none"])
            }
        }
    }

    static let listening: [([String: String], Bool)] = [
        ([:], true), (["KONAK_LISTEN": "127.0.0.1:8080,[::1]:8080"], true), (["KONAK_LISTEN": "127.9.9.9:80"], true),
        (["KONAK_LISTEN": "0.0.0.0:8080"], false), (["KONAK_LISTEN": "[::]:8080"], false),
        (["KONAK_LISTEN": "127.0.0.1:8080,192.168.1.4:8080"], false),
        (["KONAK_TRUSTED_PROXIES": "127.0.0.1/32"], false),
    ]

    @Test(arguments: listening.indices) func onlyAHouseThatNobodyElseCanReachHasOne(_ index: Int) throws {
        let (environment, isInTheMaking) = Self.listening[index]
        #expect(try Configuration(environment: environment).isInTheMaking == isInTheMaking)
    }
}
