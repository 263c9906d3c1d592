import Core
import HTTP
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("The limit of open routes")
struct OpenRouteTests {
    private static let limit = OpenLimit(perMinute: 10)

    /// Paces on a clock that the test moves, and a few places.
    private struct Bench {
        let clock = ManualClock(Timestamp(seconds: 1_800_000_000))
        let paces: Paces

        init() { paces = Paces(clock: clock) }

        func place(
            _ method: HTTP.Method = .get, _ path: String = "/a", of module: ModuleID = ModuleID("sample")
        ) throws -> RatePlace {
            paces.place(method, try PathTemplate(path), of: module)
        }

        func takes(
            _ place: RatePlace, at entry: SiteEntry = OpenRouteTests.entry(GateRig.tenant),
            from client: IPAddress? = IPAddress(192, 0, 2, 1)
        ) -> Bool {
            do { try paces.enter(from: client, at: entry, place, limit: OpenRouteTests.limit) } catch { return false }
            return true
        }

        func exhaust(
            _ place: RatePlace, at entry: SiteEntry = OpenRouteTests.entry(GateRig.tenant),
            from client: IPAddress? = IPAddress(192, 0, 2, 1)
        ) {
            for _ in 0..<OpenRouteTests.limit.perMinute { #expect(takes(place, at: entry, from: client)) }
            #expect(!takes(place, at: entry, from: client))
        }
    }

    private static func entry(_ tenant: TenantID?) -> SiteEntry {
        .test(
            "a.example", tenant == nil ? .operator : .app, agency: tenant == nil ? nil : GateRig.agency, tenant: tenant)
    }

    @Test("has a bucket for each method, path, module, tenant and client")
    func keys() throws {
        let bench = Bench()
        bench.exhaust(try bench.place())
        bench.exhaust(try bench.place(.post))
        bench.exhaust(try bench.place(.get, "/b"))
        bench.exhaust(try bench.place(of: ModuleID("other")))
        let place = try bench.place()
        for tenant in [GateRig.neighbour, nil] { bench.exhaust(place, at: Self.entry(tenant)) }
        for client in [IPAddress(192, 0, 2, 2), nil] { bench.exhaust(place, from: client) }
        #expect(!bench.takes(place))
    }

    @Test("refills by the microsecond, however often it is asked")
    func refill() throws {
        let bench = Bench()
        let (place, start) = (try bench.place(), bench.clock.now())
        func takes(after microseconds: Int64) -> Bool {
            bench.clock.set(Timestamp(microseconds: start.microseconds + microseconds))
            return bench.takes(place)
        }
        bench.exhaust(place)
        // Ten a minute: one every six seconds, here in steps of less than one.
        for step in 1...11 { #expect(!takes(after: Int64(step) * 500_000)) }
        #expect(takes(after: 6_001_000))
        #expect(!takes(after: 6_002_000))
        // A clock that goes back gives nothing, and holds nobody up once it goes on.
        #expect(!takes(after: -3_600_000_000))
        #expect(takes(after: -3_593_000_000))
    }

    @Test("tells clients behind a trusted proxy apart, and takes nobody else's word")
    func proxies() async throws {
        let proxies = TrustedProxies(try AddressBlock.list("10.0.0.0/8"))
        try await GateRig.with(trusting: proxies) { rig async throws in
            func status(_ client: String, through peer: String = "10.0.0.1") async throws -> UInt16 {
                try await rig.ask(
                    "GET /sample/about", at: "app.example", ["X-Forwarded-For: \(client)"], peer: peer
                ).status.code
            }
            for _ in 0..<OpenLimit.pages.perMinute { #expect(try await status("203.0.113.7") == 200) }
            #expect(try await status("203.0.113.7") == 429)
            #expect(try await status("6.6.6.6, 203.0.113.7", through: "10.0.0.2") == 429)
            #expect(try await status("203.0.113.8") == 200)
            // Whoever is no proxy of ours has its own bucket, whatever it says.
            for number in 0..<OpenLimit.pages.perMinute {
                #expect(try await status("198.51.100.\(number)", through: "192.0.2.1") == 200)
            }
            #expect(try await status("203.0.113.9", through: "192.0.2.1") == 429)
            // What cannot be read counts as the proxy's own.
            for number in 0..<OpenLimit.pages.perMinute { #expect(try await status("nonsense\(number)") == 200) }
            #expect(try await status("nonsense") == 429)
        }
    }
}
