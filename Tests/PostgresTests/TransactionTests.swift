import EventLoop
import SQL
import TestKit
import Testing

@testable import Postgres

@Suite struct TransactionTests {
    struct Mistake: Error, Equatable {}

    private func withDriver(
        _ body: @escaping @Sendable (PostgresDatabase, LoopGroup) async throws -> Void
    ) async throws {
        try await TestDatabase.with(walled) { database in
            try await database.withDriver({ ($0.connectionsPerLoop, $0.timeout) = (1, .seconds(20)) }) {
                driver, loops in
                try await body(driver, loops)
                #expect(await driver.counters().refusedAtHandOver == 0)
            }
        }
    }

    @Test func `a failing body rolls back and keeps its cause`() async throws {
        try await withDriver { driver, _ in
            let error = await #expect(throws: TransactionError.self) {
                try await driver.withTransaction { connection in
                    _ = try await connection.query("DELETE FROM thing")
                    throw Mistake()
                }
            }
            #expect(error?.body as? Mistake == Mistake())
            #expect(error?.rollback == nil)
            let found1 = try await driver.perform("SELECT FROM thing").count
            #expect(found1 == 100)
            #expect(await driver.counters().opened == 1)
        }
    }

    @Test func `a failed statement fails the transaction, and its cause is the server's`() async throws {
        try await withDriver { driver, _ in
            let error = await #expect(throws: TransactionError.self) {
                try await driver.withTransaction { connection in
                    _ = try await connection.query("DELETE FROM thing WHERE id = 1")
                    _ = try await connection.query("INSERT INTO thing (id) VALUES (2)")
                }
            }
            #expect((error?.body as? PostgresError)?.sqlState == .uniqueViolation)
            #expect((error?.body as? PostgresError)?.constraint == "thing_pkey")
            let found2 = try await driver.perform("SELECT FROM thing").count
            #expect(found2 == 100)
        }
    }

    @Test func `a body that swallows the error does not commit half`() async throws {
        try await withDriver { driver, _ in
            let error = await #expect(throws: TransactionError.self) {
                try await driver.withTransaction { connection in
                    _ = try await connection.query("DELETE FROM thing WHERE id = 1")
                    _ = try? await connection.query("SELECT fail('swallowed')")
                }
            }
            #expect(error?.commit != nil)
            #expect(error?.body == nil)
            let found3 = try await driver.perform("SELECT FROM thing").count
            #expect(found3 == 100)
            #expect(await driver.counters().opened == 1)
        }
    }

    @Test func `a commit that fails says so`() async throws {
        try await withDriver { driver, _ in
            let error = await #expect(throws: TransactionError.self) {
                try await driver.withTransaction { _ = try await $0.query("INSERT INTO late VALUES (1, 999999)") }
            }
            #expect((error?.commit as? PostgresError)?.sqlState == .foreignKeyViolation)
            let holds4 = try await driver.perform("SELECT FROM late").isEmpty
            #expect(holds4)
        }
    }

    @Test func `a prelude that fails is a failure to begin`() async throws {
        try await withDriver { driver, _ in
            let error = await #expect(throws: TransactionError.self) {
                try await driver.withTransaction(after: "SELECT fail('no entry')") { _ in Issue.record("begun") }
            }
            #expect((error?.begin as? PostgresError)?.message == "no entry")
            let found5 = try await driver.perform("SELECT 1").count
            #expect(found5 == 1)
        }
    }

    @Test func `what is committed stays, within the prelude's setting`() async throws {
        try await withDriver { driver, _ in
            let tenant = try await driver.withTransaction(after: "SELECT enter(\("a"))") { connection in
                _ = try await connection.query("UPDATE thing SET owner = tenant() WHERE id = 1")
                return try await connection.query("SELECT tenant()")[0].decode(0, as: String.self)
            }
            #expect(tenant == "a")
            let rows = try await driver.perform("SELECT owner, tenant() FROM thing WHERE id = 1")
            #expect(try rows[0].decode(0, as: String.self) == "a")
            #expect(try rows[0].decodeIfPresent(1, as: String.self) == nil)
        }
    }

    @Test func `a cancelled task rolls back`() async throws {
        try await withDriver { driver, loops in
            let begun = Counter()
            let task = Task(executorPreference: loops.first) {
                try await driver.withTransaction { connection in
                    _ = try await connection.query("DELETE FROM thing")
                    begun.add()
                    try await loops.first.sleep(for: .seconds(60))
                }
            }
            while begun.value == 0 { try await loops.first.sleep(for: .milliseconds(5)) }
            task.cancel()
            await #expect(throws: TransactionError.self) { try await task.value }
            let found6 = try await driver.perform("SELECT FROM thing").count
            #expect(found6 == 100)
            #expect(await driver.counters().opened == 1)
        }
    }

    @Test func `a task cancelled in the middle of a statement stops it and rolls back`() async throws {
        try await withDriver { driver, loops in
            let begun = Counter()
            let task = Task(executorPreference: loops.first) {
                try await driver.withTransaction { connection in
                    _ = try await connection.query("DELETE FROM thing")
                    begun.add()
                    _ = try await connection.query("SELECT pg_sleep(60)")
                }
            }
            while begun.value == 0 { try await loops.first.sleep(for: .milliseconds(5)) }
            try await loops.first.sleep(for: .milliseconds(20))
            task.cancel()
            let error = await #expect(throws: TransactionError.self) { try await task.value }
            #expect((error?.body as? PostgresError)?.code == .cancelled)
            let found7 = try await driver.perform("SELECT FROM thing").count
            #expect(found7 == 100)
        }
    }

    @Test func `a connection is of no use after it was given back, nor on another thread`() async throws {
        try await withDriver { driver, _ in
            let kept = try await driver.withConnection { $0 }
            let late = await #expect(throws: PostgresError.self) { _ = try await kept.query("SELECT 1") }
            #expect(late?.code == .misuse)
            try await driver.withConnection { connection in
                let elsewhere = Task { try await connection.query("SELECT 1").count }
                let error = await #expect(throws: PostgresError.self) { _ = try await elsewhere.value }
                #expect(error?.code == .misuse)
            }
        }
    }

    @Test func `a transaction left open by hand does not reach the next`() async throws {
        try await withDriver { driver, _ in
            try await driver.withConnection { _ = try await $0.query("BEGIN") }
            try await driver.withConnection { connection in
                #expect(connection.link.isClean)
            }
            let counters = await driver.counters()
            #expect(counters.discarded == 1)
            #expect(counters.opened == 2)
        }
    }

    @Test func `borrowers wait their turn and are not overtaken for ever`() async throws {
        try await withDriver { driver, loops in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<200 { _ = try await driver.perform("SELECT 1") }
                    }
                }
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<25 {
                            try await driver.withTransaction {
                                _ = try await $0.query("UPDATE thing SET owner = 'x' WHERE id = 3")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(await driver.counters().failures == 0)
        }
    }
}
