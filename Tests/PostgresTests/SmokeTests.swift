import Postgres
import SQL
import TestKit
import Testing

@Suite struct SmokeTests {
    @Test func `a database answers`() async throws {
        try await TestDatabase.with { database in
            let one = try await database.withDriver { database, _ in
                try await database.perform("SELECT 1 + \(1)")[0].decode(0, as: Int.self)
            }
            #expect(one == 2)
        }
    }
}
