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
}
