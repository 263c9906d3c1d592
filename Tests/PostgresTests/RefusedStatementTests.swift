import SQL
import TestKit
import Testing

@testable import Postgres

@Suite struct RefusedStatementTests {
    private static let refused: [Query] = [
        "SET app.tenant = 'b'", "SET LOCAL app.tenant = 'b'", "SET SESSION AUTHORIZATION x", "SET ROLE x", "RESET ALL",
        "DO $$ BEGIN END $$", "COPY thing FROM STDIN", "COPY thing TO STDOUT", "COPY thing TO PROGRAM 'x'",
        "COPY thing TO '/tmp/x'", "LISTEN a", "UNLISTEN *", "NOTIFY a", "CREATE TEMP TABLE t (x int)",
        "DECLARE c CURSOR WITH HOLD FOR SELECT 1", "PREPARE p AS SELECT 1", "DISCARD ALL", "LOCK thing",
        "SELECT 1; SELECT 2", "SELECT 1 INTO t", "EXPLAIN SELECT 1", "VACUUM", "CALL p()", "TRUNCATE thing", "",
        "COMMIT AND CHAIN", "PREPARE TRANSACTION 'x'",
    ]
    private static let lentOnly: [Query] = [
        "BEGIN", "START TRANSACTION", "COMMIT", "ROLLBACK", "SAVEPOINT s", "RELEASE s", "ROLLBACK TO s",
    ]

    @Test func `what changes a session goes nowhere`() async throws {
        try await TestDatabase.with(walled) { database in
            try await database.withDriver { driver, _ in
                for query in Self.refused {
                    let shared = await #expect(throws: PostgresError.self) { _ = try await driver.perform(query) }
                    #expect(shared?.code == .refusedStatement, "\(query)")
                    let lent = await #expect(throws: PostgresError.self) {
                        _ = try await driver.withConnection { try await $0.query(query) }
                    }
                    #expect(lent?.code == .refusedStatement, "\(query)")
                    let prelude = await #expect(throws: PostgresError.self) {
                        _ = try await driver.perform(after: query, "SELECT 1")
                    }
                    #expect(prelude?.code == .refusedStatement, "\(query)")
                }
                let counters = await driver.counters()
                #expect(counters.lost + counters.discarded + counters.refusedAtHandOver == 0)
            }
        }
    }

    @Test func `a transaction that was opened for somebody is not theirs to end`() async throws {
        try await TestDatabase.with(walled) { database in
            try await database.withDriver { driver, _ in
                for query: Query in ["COMMIT", "ROLLBACK", "BEGIN", "START TRANSACTION", "END", "ABORT"] {
                    // Known on the connection already, as its own opener's are, or not.
                    for known in [false, true] {
                        if known { _ = try await driver.withConnection { try? await $0.query(query) } }
                        let error = await #expect(throws: TransactionError.self) {
                            try await driver.withTransaction { connection in
                                _ = try await connection.query("DELETE FROM thing")
                                _ = try await connection.query(query)
                            }
                        }
                        #expect((error?.first as? PostgresError)?.code == .refusedStatement, "\(query)")
                    }
                }
                try await driver.withTransaction { connection in
                    for query: Query in ["SAVEPOINT s", "DELETE FROM thing", "ROLLBACK TO s", "RELEASE s"] {
                        _ = try await connection.query(query)
                    }
                }
                let left = try await driver.perform("SELECT FROM thing").count
                #expect(left == 100)
            }
        }
    }

    @Test func `transactions are for those who have a connection to themselves`() async throws {
        try await TestDatabase.with(walled) { database in
            try await database.withDriver { driver, _ in
                // Known from a lent connection or not, it is refused on a shared one.
                _ = try await driver.withConnection { connection in
                    for query: Query in ["BEGIN", "SAVEPOINT s", "ROLLBACK TO s", "RELEASE s", "COMMIT"] {
                        _ = try await connection.query(query)
                    }
                }
                for query in Self.lentOnly {
                    let error = await #expect(throws: PostgresError.self) { _ = try await driver.perform(query) }
                    #expect(error?.code == .refusedStatement)
                    let many = await #expect(throws: PostgresError.self) {
                        _ = try await driver.perform(all: ["DELETE FROM thing", query])
                    }
                    #expect(many?.code == .refusedStatement)
                }
                let found1 = try await driver.perform("SELECT FROM thing").count
                #expect(found1 == 100)
            }
        }
    }
}
