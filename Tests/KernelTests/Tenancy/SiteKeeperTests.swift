import EventLoop
import ModuleKit
import Postgres
import SQL
import TestKit
import Testing

@testable import Kernel

@Suite("The keeper of sites")
struct SiteKeeperTests {
    private static let suspend = "UPDATE kernel.tenant SET state = 'suspended' WHERE slug = 'acme'"

    private static func isSuspended(_ map: SiteMap) -> Bool {
        map.entry(forHost: "acme.localhost")?.tenantState == .suspended
    }

    @Test("tells every node of a suspension within a second")
    func twoNodes() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { first in
                try await house.withNode { second in
                    let before = Self.isSuspended(first.map) || Self.isSuspended(second.map)
                    #expect(!before)
                    try await house.database.run(Self.suspend)
                    let took = try await second.wait(.seconds(1)) {
                        Self.isSuspended($0) && Self.isSuspended(first.map)
                    }
                    #expect(took != nil)
                }
            }
        }
    }

    @Test("reads seldom, however much is said")
    func frugal() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { node in
                _ = try await node.wait { _ in node.keeper.readings >= 2 }
                let before = node.keeper.readings
                for number in 0..<200 {
                    _ = try await node.driver.perform(
                        "UPDATE kernel.tenant SET name = \("Acme \(number)") WHERE slug = 'acme'")
                }
                try await house.database.run(Self.suspend)
                let came = try await node.wait { Self.isSuspended($0) }
                #expect(came != nil)
                #expect(node.keeper.readings - before < 60)
            }
        }
    }

    @Test("reads again after its connection broke, though nothing was said meanwhile")
    func brokenConnection() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { node in
                try await house.database.run(
                    "ALTER TABLE kernel.tenant DISABLE TRIGGER sites_changed; \(Self.suspend)")
                try await node.loop.sleep(for: .milliseconds(300))
                #expect(!Self.isSuspended(node.map))
                _ = try await house.database.rows(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND query LIKE 'LISTEN%'
                    """)
                let came = try await node.wait { Self.isSuspended($0) }
                #expect(came != nil)
            }
        }
    }

    @Test("reads now and then in case a notice was lost")
    func safety() async throws {
        var pace = SitePace()
        pace.safety = .milliseconds(300)
        try await SitesHouse.with { [pace] house in
            try await house.withNode(pace: pace) { node in
                try await house.database.run(
                    "ALTER TABLE kernel.tenant DISABLE TRIGGER sites_changed; \(Self.suspend)")
                let came = try await node.wait { Self.isSuspended($0) }
                #expect(came != nil)
            }
        }
    }

    @Test("keeps the old map while the database cannot be read, and tries again")
    func away() async throws {
        var pace = SitePace()
        (pace.retry, pace.patience) = (.milliseconds(200), .seconds(2))
        let log = KeptLines()
        try await SitesHouse.with { [pace] house in
            try await house.withNode(pace: pace, log: log) { node in
                try await house.database.run(
                    "REVOKE SELECT ON kernel.plan FROM konak_control; NOTIFY konak_sites")
                let isSaid = try await node.wait { _ in log.lines.contains { $0.contains("sites not read anew") } }
                #expect(isSaid != nil)
                try await house.database.run(Self.suspend)
                try await node.loop.sleep(for: .milliseconds(300))
                #expect(!Self.isSuspended(node.map) && node.map.snapshot.isLoaded)
                try await house.database.run("GRANT SELECT ON kernel.plan TO konak_control")
                let came = try await node.wait { Self.isSuspended($0) }
                #expect(came != nil)
            }
        }
    }

    @Test("leaves out what this version cannot read, and says so")
    func unknownState() async throws {
        let log = KeptLines()
        try await SitesHouse.with { house in
            try await house.database.run(
                """
                ALTER TABLE kernel.tenant DROP CONSTRAINT tenant_state_check;
                UPDATE kernel.tenant SET state = 'levitating' WHERE id = '\(SitesHouse.tenant)'
                """)
            try await house.withNode(log: log) { node in
                #expect(node.map.entry(forHost: "acme.localhost") == nil)
                #expect(node.map.entry(forHost: "other.localhost") != nil)
                #expect(log.lines.contains { $0.contains("sites left out") })
            }
        }
    }
}
