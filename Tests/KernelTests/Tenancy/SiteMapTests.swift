import Core
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("The map of sites")
struct SiteMapTests {
    private static let acme = TenantID(SitesHouse.tenant)
    private static let other = TenantID(SitesHouse.otherTenant)

    @Test("knows the operator's hosts before anything was read, and nobody else's")
    func beforeReading() {
        let map = SiteMap(operatorHosts: SitesHouse.operatorHosts)
        #expect(map.entry(forHost: "acme.localhost") == nil)
        for host in ["127.0.0.1", "[::1]", "localhost", "konak.localhost"] {
            #expect(map.entry(forHost: host)?.site.surface == .operator)
        }
        #expect(!map.snapshot.isLoaded)
        #expect(map.snapshot.certificateHosts == ["konak.localhost", "localhost"])
    }

    @Test("gives no entry for hosts that are unproven, torn between levels, or not there")
    func refusals() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { node in
                #expect(node.map.snapshot.isLoaded)
                for host in [
                    "crm.acme.test", "old.acme.test", "torn.localhost", "", "acme", "Acme.localhost", "x.localhost",
                ] {
                    #expect(node.map.entry(forHost: host) == nil, "\(host)")
                }
                #expect(node.map.entry(for: TenantID.make()) == nil)
            }
        }
    }

    @Test("knows of each host whose it is, its face, its language, and what its tenant may use")
    func entries() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { node in
                let faces = [
                    ("mavi.localhost", Site.Surface.agency, TenantID?.none), ("acme.localhost", .app, Self.acme),
                    ("my.acme.localhost", .portal, Self.acme), ("other.localhost", .app, Self.other),
                    ("ops.localhost", .operator, nil), ("konak.localhost", .operator, nil),
                    ("127.0.0.1", .operator, nil),
                ]
                for (host, surface, tenant) in faces {
                    let entry = try #require(node.map.entry(forHost: host))
                    #expect((entry.site.host, entry.site.surface, entry.site.tenant) == (host, surface, tenant))
                }
                let acme = try #require(node.map.entry(forHost: "acme.localhost"))
                #expect(acme.site.agency == AgencyID(SitesHouse.agency))
                #expect((acme.agencyState, acme.tenantState, acme.site.language) == (.active, .active, .en))
                #expect(acme.planFeatures == ["crm", "desk"])
                #expect(acme.switches == ["crm": true, "desk": false])
                #expect(node.map.entry(forHost: "mavi.localhost")?.tenantState == nil)
                #expect(node.map.entry(forHost: "other.localhost")?.tenantState == .trial)
            }
        }
    }

    @Test("fills the gaps of a brand from the level above")
    func brands() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { node in
                func brand(_ host: String) -> Brand? { node.map.entry(forHost: host)?.site.brand }
                let platform = Brand(
                    name: "Platform", hue: 10, chroma: 100, senderName: "P", supportAddress: "help@platform.test")
                let agency = Brand(
                    name: "Mavi CRM", hue: 200, chroma: 100, senderName: "P", supportAddress: "help@platform.test")
                let tenant = Brand(
                    name: "Mavi CRM", hue: 300, chroma: 100, senderName: "Acme", supportAddress: "help@platform.test")
                #expect(brand("konak.localhost") == platform && brand("ops.localhost") == platform)
                #expect(brand("other.localhost") == platform)
                #expect(brand("mavi.localhost") == agency)
                #expect(brand("acme.localhost") == tenant && brand("my.acme.localhost") == tenant)
            }
        }
    }

    @Test("finds a tenant's home: the primary app host, else the first, else one that cannot exist")
    func homes() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { node in
                let (acme, other) = (try #require(Self.acme), try #require(Self.other))
                #expect(node.map.entry(for: acme)?.site.host == "acme.localhost")
                try await house.database.run("UPDATE kernel.domain SET is_primary = false")
                let first = try await node.wait { $0.entry(for: acme)?.site.host == "acme.localhost" }
                try await house.database.run("DELETE FROM kernel.domain WHERE host = 'acme.localhost'")
                let second = try await node.wait { $0.entry(for: acme)?.site.host == "b.acme.localhost" }
                try await house.database.run("DELETE FROM kernel.domain WHERE host = 'other.localhost'")
                let none = try await node.wait { $0.entry(for: other)?.site.host.hasSuffix(".invalid") == true }
                #expect(first != nil && second != nil && none != nil)
                let home = try #require(node.map.entry(for: other))
                #expect(home.site.agency == AgencyID(SitesHouse.otherAgency) && home.tenantState == .trial)
                #expect(node.map.entry(forHost: home.site.host) == nil)
            }
        }
    }

    @Test("says a level's state on every host of it, and closes the certificates of those that are not open")
    func states() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { node in
                #expect(
                    node.map.snapshot.certificateHosts == [
                        "acme.localhost", "b.acme.localhost", "konak.localhost", "localhost", "mavi.localhost",
                        "my.acme.localhost", "ops.localhost", "other.localhost",
                    ])
                for (state, mayHave) in [("suspended", false), ("closing", true), ("erased", false), ("trial", true)] {
                    try await house.database.run("UPDATE kernel.tenant SET state = '\(state)' WHERE slug = 'acme'")
                    let came = try await node.wait {
                        $0.entry(forHost: "my.acme.localhost")?.tenantState?.rawValue == state
                    }
                    #expect(came != nil)
                    #expect(node.map.snapshot.mayHaveCertificate("my.acme.localhost") == mayHave, "\(state)")
                    #expect(node.map.snapshot.mayHaveCertificate("mavi.localhost"))
                }
                for state in ["suspended", "closed"] {
                    try await house.database.run("UPDATE kernel.agency SET state = '\(state)' WHERE slug = 'mavi'")
                    let came = try await node.wait {
                        $0.entry(forHost: "acme.localhost")?.agencyState?.rawValue == state
                    }
                    #expect(came != nil && node.map.entry(forHost: "mavi.localhost")?.agencyState?.rawValue == state)
                    let open = node.map.snapshot.certificateHosts
                    #expect(open == ["konak.localhost", "localhost", "ops.localhost", "other.localhost"])
                }
            }
        }
    }

    @Test("holds two thousand tenants, each by its own host")
    func many() async throws {
        let levels =
            SitesHouse.levels + """
                INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
                SELECT ('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '\(SitesHouse.agency)', 't' || n, 'T' || n,
                    (ARRAY['trial', 'active', 'suspended'])[1 + n % 3], '\(SitesHouse.plan)'
                FROM generate_series(1, 2000) n;
                INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, challenge)
                SELECT slug || '.localhost', 'app', agency_id, id, 'verified', repeat('x', 52) FROM kernel.tenant
                WHERE slug LIKE 't%';
                """
        try await SitesHouse.with(levels: levels) { house in
            try await house.withNode { node in
                var (found, open) = (0, 0)
                for number in 1...2_000 {
                    let digits = String(number, radix: 16)
                    let id = "01900000-0000-7000-9000-" + String(repeating: "0", count: 12 - digits.count) + digits
                    let entry = node.map.entry(forHost: "t\(number).localhost")
                    let states: [TenantState] = [.trial, .active, .suspended]
                    if entry?.site.tenant == TenantID(id), entry?.tenantState == states[number % 3] { found += 1 }
                    if node.map.snapshot.mayHaveCertificate("t\(number).localhost") { open += 1 }
                }
                #expect((found, open) == (2_000, 1_333))
            }
        }
    }
}
