import Core
import EventLoop
import HTTP
import Postgres
import TestKit
import Testing

@testable import Kernel

/// A database with levels, and nodes that keep maps of it.
struct SitesHouse: Sendable {
    let walled: WalledDatabase

    var database: TestDatabase { walled.database }

    static let agency = "01900000-0000-7000-8000-00000000000a"
    static let otherAgency = "01900000-0000-7000-8000-00000000000b"
    static let plan = "01900000-0000-7000-8000-00000000000f"
    static let tenant = "01900000-0000-7000-8000-000000000001"
    static let otherTenant = "01900000-0000-7000-8000-000000000002"
    static let operatorHosts = ["127.0.0.1", "[::1]", "localhost", "konak.localhost"].compactMap { HostName($0) }

    /// Two agencies with a tenant each, a host for every face, a brand at every level.
    static let levels = """
        INSERT INTO kernel.agency (id, slug, name) VALUES ('\(agency)', 'mavi', 'Mavi'), ('\(otherAgency)', 'kirmizi', 'K');
        INSERT INTO kernel.plan (id, key, name_tr, name_en, modules)
        VALUES ('\(plan)', 'temel', 'Temel', 'Basic', '{crm,desk}');
        INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id, language) VALUES
            ('\(tenant)', '\(agency)', 'acme', 'Acme', 'active', '\(plan)', 'en'),
            ('\(otherTenant)', '\(otherAgency)', 'acme', 'Other', 'trial', '\(plan)', 'tr');
        INSERT INTO kernel.module_switch (tenant_id, module, is_on) VALUES
            ('\(tenant)', 'crm', true), ('\(tenant)', 'desk', false);
        INSERT INTO kernel.brand (id, agency_id, tenant_id, name, hue, chroma, sender_name, support_address) VALUES
            ('01900000-0000-7000-8000-0000000000b1', NULL, NULL, 'Platform', 10, 100, 'P', 'help@platform.test'),
            ('01900000-0000-7000-8000-0000000000b2', '\(agency)', NULL, 'Mavi CRM', 200, NULL, NULL, NULL),
            ('01900000-0000-7000-8000-0000000000b3', '\(agency)', '\(tenant)', NULL, 300, NULL, 'Acme', NULL);
        INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge) VALUES
            ('mavi.localhost', 'agency', '\(agency)', NULL, 'verified', true, repeat('x', 52)),
            ('b.acme.localhost', 'app', '\(agency)', '\(tenant)', 'verified', false, repeat('x', 52)),
            ('acme.localhost', 'app', '\(agency)', '\(tenant)', 'verified', true, repeat('x', 52)),
            ('my.acme.localhost', 'portal', '\(agency)', '\(tenant)', 'verified', false, repeat('x', 52)),
            ('crm.acme.test', 'app', '\(agency)', '\(tenant)', 'pending', false, repeat('x', 52)),
            ('old.acme.test', 'app', '\(agency)', '\(tenant)', 'failed', false, repeat('x', 52)),
            ('other.localhost', 'app', '\(otherAgency)', '\(otherTenant)', 'verified', false, repeat('x', 52)),
            ('torn.localhost', 'app', '\(otherAgency)', '\(tenant)', 'verified', false, repeat('x', 52)),
            ('ops.localhost', 'operator', NULL, NULL, 'verified', false, repeat('x', 52)),
            ('konak.localhost', 'app', '\(agency)', '\(tenant)', 'verified', false, repeat('x', 52));
        """

    static func with(
        levels: String = SitesHouse.levels, _ body: @escaping @Sendable (SitesHouse) async throws -> Void
    ) async throws {
        try await WalledDatabase.with { walled in
            if !levels.isEmpty { try await walled.database.run(levels) }
            try await body(SitesHouse(walled: walled))
        }
    }

    /// A node: a pool as konak_control on a loop of its own, a map and its keeper.
    func withNode(
        pace: SitePace = SitePace(), certificates: CertificateHosts? = nil, log: KeptLines = KeptLines(),
        _ body: @escaping @Sendable (Node) async throws -> Void
    ) async throws {
        try await database.withDriver(as: "konak_control") { driver, loops in
            let blocking = BlockingPool(threads: 1, waiting: 16)
            let map = SiteMap(operatorHosts: Self.operatorHosts)
            let keeper = SiteKeeper(
                map, database: driver, on: loops.first, blocking: blocking, log: Log(into: log),
                certificates: certificates, pace: pace)
            let node = Node(map: map, keeper: keeper, driver: driver, loop: loops.first)
            await keeper.start()
            let result: Result<Void, any Error>
            do { result = .success(try await body(node)) } catch { result = .failure(error) }
            keeper.stop()
            // What sleeps between two readings is let out before its loop ends.
            try await loops.first.sleep(for: pace.rest + .milliseconds(20))
            blocking.stop()
            try result.get()
        }
    }
}

struct Node: Sendable {
    let map: SiteMap
    let keeper: SiteKeeper
    let driver: PostgresDatabase
    let loop: Loop

    /// Waits until the map says so; the time it took, or nil when it never did.
    func wait(_ limit: Duration = .seconds(5), until isSo: (SiteMap) -> Bool) async throws -> Duration? {
        let clock = ContinuousClock()
        let began = clock.now
        while !isSo(map) {
            if clock.now - began > limit { return nil }
            try await loop.sleep(for: .milliseconds(5))
        }
        return clock.now - began
    }
}
