import Core
import HTTP
import ModuleKit
import SQL
import TestKit
import Testing

@testable import Kernel

@Suite("Paces at the gate")
struct PacesTests {
    private static func rates(_ rates: [RatePace: Int]) -> RatePlan { RatePlan.standard.changed(rates) }

    /// A door that was opened shows as 503, for there is no database behind it.
    private static let opened: UInt16 = 503

    @Test("hold an address at a tenant before anybody is asked who comes, and no neighbour with it")
    func address() async throws {
        try await GateRig.with(rates: Self.rates([.address: 5])) { rig async throws in
            func status(_ host: String = "app.example", _ word: String? = nil, peer: String = "192.0.2.1") async throws
                -> UInt16
            {
                try await rig.ask("GET /sample/customers", at: host, as: word, peer: peer).status.code
            }
            for _ in 0..<5 { #expect(try await status() == 401) }
            // Even a person of the house waits: who comes was not asked.
            for word in [nil, "staff"] { #expect(try await status("app.example", word) == 429) }
            #expect(try await status(peer: "192.0.2.2") == 401)
            #expect(try await status("neighbour.example") == 401)
            rig.clock.advance(by: .seconds(12))
            #expect(try await status() == 401)
            #expect(try await status() == 429)
        }
    }

    @Test("hold a tenant at any number of addresses, and leave its neighbours alone")
    func tenant() async throws {
        try await GateRig.with(rates: Self.rates([.tenant: 50])) { rig async throws in
            var passed = 0
            for number in 0..<2_500 {
                let peer = "10.1.\(number / 250).\(number % 250)"
                if try await rig.ask("GET /sample/customers", at: "app.example", peer: peer).status.code == 401 {
                    passed += 1
                }
            }
            #expect(passed == 50)
            #expect(try await rig.ask("GET /sample/customers", at: "neighbour.example").status.code == 401)
        }
    }

    @Test("hold a person wherever they come from, by a pace of their own")
    func user() async throws {
        try await GateRig.with(rates: Self.rates([.user: 4])) { rig async throws in
            func status(_ word: String, _ number: Int) async throws -> UInt16 {
                try await rig.ask("GET /sample/customers", at: "app.example", as: word, peer: "192.0.2.\(number)")
                    .status
                    .code
            }
            for number in 1...4 { #expect(try await status("staff", number) == Self.opened) }
            #expect(try await status("staff", 5) == 429)
            #expect(try await status("robot", 5) == Self.opened)
            for number in 1...4 {
                let answer = try await rig.ask(
                    "GET /invoices", at: "portal.example", as: "customer", peer: "192.0.2.\(number)")
                #expect(answer.status.code != 429)
            }
        }
    }

    @Test("tell programs what is left, and everybody refused when to come again")
    func told() async throws {
        try await GateRig.with(rates: Self.rates([.key: 2, .address: 100])) { rig async throws in
            func ask(_ accept: String) async throws -> Response {
                try await rig.ask("GET /sample/customers", at: "app.example", as: "robot", ["Accept: \(accept)"])
            }
            for _ in 0..<2 { _ = try await ask("*/*") }
            let refused = try await ask("application/json")
            #expect(refused.status.code == 429 && refused.fields[.contentType] == "application/problem+json")
            #expect(refused.fields[.retryAfter] == "30")
            #expect(refused.fields[.rateLimit] == "\"key\";r=0;t=60")
            #expect(refused.fields[.rateLimitPolicy] == "\"key\";q=2;w=60")
            let page = try await ask("application/xhtml+xml,text/html;q=0.9")
            #expect(page.status.code == 429 && page.fields[.contentType]?.hasPrefix("text/html") == true)
            #expect(page.fields[.retryAfter] == "30")
            rig.clock.advance(by: .seconds(30))
            #expect(try await ask("*/*").status.code == Self.opened)
        }
        let outcome = RateOutcome(
            pace: .key, decision: RateLimiter().take(RateSeal().key(.tenant, in: nil), RateRule(9), now: .epoch))
        guard case .response(let told) = RouteAnswer.response(Response(.ok)).telling(PaceAllowance(outcome)) else {
            Issue.record("no response")
            return
        }
        #expect(told.fields[.rateLimit] == "\"key\";r=8;t=7")
        let person = RateOutcome(pace: .user, decision: outcome.decision)
        guard case .response(let quiet) = RouteAnswer.response(Response(.ok)).telling(PaceAllowance(person)) else {
            return
        }
        #expect(quiet.fields[.rateLimit] == nil)
    }

    @Test("refuse people without looking for them: no page with their menu, for which the database would be asked")
    func refusedUnseen() async throws {
        try await GateRig.with(rates: Self.rates([.address: 1])) { rig async throws in
            func page(_ path: String) async throws -> (UInt16, String) {
                let answer = try await rig.ask("GET \(path)", at: "app.example", as: "staff", ["Accept: text/html"])
                guard case .bytes(let bytes) = answer.body else { return (answer.status.code, "") }
                return (answer.status.code, String(decoding: bytes, as: UTF8.self))
            }
            let known = try await page("/nowhere")
            #expect(known.0 == 404 && known.1.contains("href=\"/sample\""), "others' problems stand within their menu")
            #expect(try await page("/sample/customers").0 == Self.opened)
            let refused = try await page("/sample/customers")
            #expect(refused.0 == 429 && refused.1.contains("429") && !refused.1.contains("href=\"/sample\""))
        }
    }

    @Test("are those of the tenant's plan where it has its own")
    func plans() async throws {
        try await GateRig.with(rates: Self.rates([.address: 2])) { rig async throws in
            rig.sites.set(
                SiteEntry(
                    site: try #require(rig.sites.entry(forHost: "app.example")).site, agencyState: .active,
                    tenantState: .active, planFeatures: ["sample"], rates: Self.rates([.address: 7])))
            for (host, most) in [("app.example", 7), ("neighbour.example", 2)] {
                for _ in 0..<most {
                    #expect(try await rig.ask("GET /sample/customers", at: host).status.code == 401)
                }
                #expect(try await rig.ask("GET /sample/customers", at: host).status.code == 429)
            }
        }
    }

    @Test(
        "count what a person sends by channel: 50 mails, 20 SMS, 20 WhatsApp messages a minute unless the plan says other",
        arguments: MessageChannel.allCases)
    func channels(channel: MessageChannel) async throws {
        let clock = ManualClock(Timestamp(seconds: 1_800_000_000))
        let paces = Paces(clock: clock)
        let (ada, can, tenant) = (UserID.make(), UserID.make(), TenantID.make())
        func sent(_ user: UserID, _ plan: RatePlan? = nil) async -> Int {
            var count = 0
            while count < 200, (try? await paces.take(channel, by: user, in: tenant, plan: plan)) != nil { count += 1 }
            return count
        }
        #expect(await sent(ada) == (channel == .mail ? 50 : 20))
        #expect(await sent(ada) == 0)
        let plan = RatePlan.standard.changed([.mail: 3, .sms: 3, .whatsapp: 3])
        #expect(await sent(can, plan) == 3)
        clock.advance(by: .seconds(60))
        #expect(await sent(ada) == (channel == .mail ? 50 : 20))
    }

    @Test("for messages are kept from whoever was not let in by the house")
    func claimed() async throws {
        struct Claimed: TenantContext {
            let tenant = TenantID.make()
            func query(_ query: Query) async throws -> Rows { throw Problem(.internal) }
            func queries(_ queries: [Query]) async throws -> [Rows] { throw Problem(.internal) }
            func transaction<Success: Sendable>(
                _ body: @Sendable (any Database) async throws -> Success
            ) async throws -> Success { throw Problem(.internal) }
        }
        let sending = PlannedSending(paces: Paces(), sites: TestSites())
        await #expect(throws: Problem.self) { try await sending.take(.mail, by: .make(), in: Claimed()) }
    }
}
