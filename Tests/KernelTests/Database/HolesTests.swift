import Kernel
import Postgres
import TestKit
import Testing

@Suite("The search for holes")
struct HolesTests {
    @Test(
        "finds nothing in a sound database, as every role that may ask",
        arguments: DatabaseRole.allCases.filter { $0 != .backup })
    func sound(role: DatabaseRole) async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            #expect(try walled.connect(role.rawValue).rows("SELECT code, object, reason FROM guard.holes()") == [])
        }
    }

    @Test("finds in its shares together what it finds at once, and knows of no other share")
    func shares() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            let superuser = try walled.connect(TestCluster.owner)
            try superuser.run(
                script: """
                    GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC;
                    GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC;
                    DROP EVENT TRIGGER konak_guard_drop
                    """)
            let owner = try walled.connect("konak_owner")
            let all = try WallHole.find(on: owner)
            #expect(Set(all.map(\.code)).count > 1)
            for shares in 1...5 {
                let found = try (0..<shares).flatMap { try WallHole.find(on: owner, share: $0, of: shares) }
                #expect(found.count == all.count && Set(found) == Set(all))
            }
            for (share, shares) in [(2, 2), (-1, 2), (0, 0), (1, 1)] {
                #expect(throws: PostgresError.self) { try WallHole.find(on: owner, share: share, of: shares) }
            }
        }
    }
}
