import Core
import HTTP
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("The limit of open routes")
struct OpenRouteTests {
    private static let start = Timestamp(seconds: 1_800_000_000)
    private static let limit = OpenLimit(perMinute: 10)

    private static func key(
        _ method: HTTP.Method = .get, _ path: String = "/a", of module: ModuleID = ModuleID("sample"),
        for tenant: TenantID? = GateRig.tenant, from client: IPAddress? = IPAddress(192, 0, 2, 1)
    ) throws -> RateKey {
        PacedRoute(method, try PathTemplate(path), of: module).key(for: tenant, from: client)
    }

    private static func takes(
        _ limiter: RateLimiter, _ key: RateKey, after microseconds: Int64 = 0
    ) -> Bool {
        let now = Timestamp(microseconds: start.microseconds + microseconds)
        return limiter.take(key, limit.rule, now: now).isAllowed
    }

    private static func exhaust(_ limiter: RateLimiter, _ key: RateKey) {
        for _ in 0..<limit.perMinute { #expect(takes(limiter, key)) }
        #expect(!takes(limiter, key))
    }

    @Test("has a bucket for each method, path, module, tenant and client")
    func keys() throws {
        let limiter = RateLimiter()
        Self.exhaust(limiter, try Self.key())
        for other in [
            try Self.key(.post), try Self.key(.get, "/b"), try Self.key(of: ModuleID("other")),
            try Self.key(for: GateRig.neighbour), try Self.key(for: nil), try Self.key(from: IPAddress(192, 0, 2, 2)),
            try Self.key(from: nil),
        ] {
            Self.exhaust(limiter, other)
        }
    }

    @Test(
        "takes a network of IPv6 as one client, and a mapped IPv4 address as what it is",
        arguments: [
            ("2001:db8::1", "2001:db8::ffff:1", true), ("2001:db8::1", "2001:db8:0:1::1", false),
            ("::ffff:192.0.2.1", "192.0.2.1", true), ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
        ])
    func networks(one: String, other: String, isSame: Bool) throws {
        let first: IPAddress = try #require(IPAddress(one))
        let second: IPAddress = try #require(IPAddress(other))
        let areOne = try Self.key(from: first) == Self.key(from: second)
        #expect(areOne == isSame)
    }

    @Test("refills by the microsecond, however often it is asked")
    func refill() throws {
        let (limiter, key) = (RateLimiter(), try Self.key())
        Self.exhaust(limiter, key)
        // Ten a minute: one every six seconds, here in steps of less than one.
        for step in 1...11 { #expect(!Self.takes(limiter, key, after: Int64(step) * 500_000)) }
        #expect(Self.takes(limiter, key, after: 6_001_000))
        #expect(!Self.takes(limiter, key, after: 6_002_000))
        // A clock that goes back gives nothing, and holds nobody up once it goes on.
        #expect(!Self.takes(limiter, key, after: -3_600_000_000))
        #expect(Self.takes(limiter, key, after: -3_593_000_000))
    }

    @Test("stays bounded while strangers flood, and lets go of nobody who keeps calling")
    func flood() throws {
        let (limiter, key) = (RateLimiter(keys: 4_096), try Self.key())
        Self.exhaust(limiter, key)
        for number in UInt32(0)..<60_000 {
            _ = Self.takes(limiter, try Self.key(from: .v4(0x0A00_0000 + number)))
            if number % 1_000 == 0 { #expect(!Self.takes(limiter, key)) }
        }
        #expect(!Self.takes(limiter, key))
        #expect(limiter.count <= limiter.capacity)
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
