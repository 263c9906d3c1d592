import EventLoop
import SQL
import TestKit
import Testing

@testable import Postgres

@Suite struct TimeoutTests {
    private func withDriver(
        _ adjust: (inout PostgresSettings) -> Void = { _ in },
        _ body: @escaping @Sendable (PostgresDatabase, Loop, TestDatabase) async throws -> Void
    ) async throws {
        try await TestDatabase.with(walled) { database in
            try await database.withDriver(adjust) { try await body($0, $1.first, database) }
        }
    }

    /// Waits until the server does nothing any more for this database but answer this question.
    private func activeStatements(_ database: TestDatabase, _ loop: Loop) async throws -> Int {
        var active = -1
        for _ in 0..<100 where active != 0 {
            let rows = try await database.rows(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()
                """)
            active = Int(rows.first?.first.flatMap { $0 } ?? "") ?? -1
            if active != 0 { try await loop.sleep(for: .milliseconds(20)) }
        }
        return active
    }

    @Test func `a statement that takes too long is given up and stopped at the server`() async throws {
        try await withDriver { driver, loop, database in
            _ = try await driver.perform("SELECT 1")
            let before = monotonicNanoseconds()
            let error = await #expect(throws: PostgresError.self) {
                _ = try await driver.perform("SELECT pg_sleep(60)", timeout: .milliseconds(200))
            }
            #expect(error?.code == .timeout)
            #expect(error?.isTransient == true)
            #expect(monotonicNanoseconds() - before < 5_000_000_000)
            let active = try await activeStatements(database, loop)
            #expect(active == 0)
            #expect(await driver.counters().cancelled == 1)
        }
    }

    @Test func `a cancelled task is let go at once and its statement stopped`() async throws {
        try await withDriver { driver, loop, database in
            let task = Task(executorPreference: loop) { try await driver.perform("SELECT pg_sleep(60)").count }
            try await loop.sleep(for: .milliseconds(100))
            task.cancel()
            let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
            #expect(error?.code == .cancelled)
            let active = try await activeStatements(database, loop)
            #expect(active == 0)
        }
    }

    @Test func `a task cancelled beforehand asks nothing`() async throws {
        try await withDriver { driver, loop, _ in
            let task = Task(executorPreference: loop) {
                while !Task.isCancelled { await Task.yield() }
                return try await driver.perform("SELECT 1").count
            }
            task.cancel()
            let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
            #expect(error?.code == .cancelled)
            #expect(await driver.counters().opened == 0)
        }
    }

    /// Everybody shares one connection; a third of them give up in the middle of it.
    @Test func `neighbours of those who give up get their answers, and each piece of work is done once`() async throws {
        try await withDriver({ ($0.connectionsPerLoop, $0.depth, $0.timeout) = (2, 4, .seconds(30)) }) {
            driver, loop, database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<240 {
                    group.addTask {
                        if number % 3 == 0 {
                            let error = await #expect(throws: PostgresError.self) {
                                _ = try await driver.perform("SELECT pg_sleep(0.2)", timeout: .milliseconds(60))
                            }
                            #expect(error?.code == .timeout || error?.code == .unavailable)
                        } else {
                            let id = 1_000 + number
                            let rows = try await driver.perform(
                                "INSERT INTO thing (id, name) SELECT \(id), 'x' FROM pg_sleep(0.002) RETURNING id")
                            #expect(try rows[0].decode(0, as: Int.self) == id)
                        }
                    }
                    if number % 8 == 0 { try await loop.sleep(for: .milliseconds(10)) }
                }
                try await group.waitForAll()
            }
            let found = try await driver.perform("SELECT FROM thing WHERE id >= 1000").count
            #expect(found == 160)
            let active = try await activeStatements(database, loop)
            #expect(active == 0)
            let counters = await driver.counters()
            #expect(counters.refusedAtHandOver == 0)
        }
    }

    @Test func `an exhausted pool says so in bounded time, and serves again`() async throws {
        try await withDriver({ ($0.connectionsPerLoop, $0.timeout) = (2, .milliseconds(300)) }) { driver, loop, _ in
            let lent = Counter()
            let holders = (0..<2).map { _ in
                Task(executorPreference: loop) {
                    try await driver.withConnection(timeout: .seconds(30)) { _ in
                        lent.add()
                        while lent.value < 3 { try await loop.sleep(for: .milliseconds(5)) }
                    }
                }
            }
            while lent.value < 2 { try await loop.sleep(for: .milliseconds(5)) }
            let before = monotonicNanoseconds()
            let shared = await #expect(throws: PostgresError.self) { _ = try await driver.perform("SELECT 1") }
            let alone = await #expect(throws: PostgresError.self) {
                try await driver.withConnection(timeout: .milliseconds(100)) { _ in Issue.record("lent") }
            }
            #expect(shared?.code == .unavailable)
            #expect(alone?.code == .unavailable)
            #expect(monotonicNanoseconds() - before < 3_000_000_000)
            lent.add()
            for holder in holders { try await holder.value }
            let found = try await driver.perform("SELECT 1").count
            #expect(found == 1)
        }
    }

    @Test func `more callers than may wait are refused at once`() async throws {
        try await withDriver({ ($0.connectionsPerLoop, $0.depth, $0.waiting) = (1, 1, 10) }) { driver, loop, _ in
            _ = try await driver.perform("SELECT 1")
            let outcomes = try await withThrowingTaskGroup(of: PostgresError.Code?.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        do {
                            _ = try await driver.perform("SELECT pg_sleep(0.01)")
                            return nil
                        } catch let error as PostgresError { return error.code }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 11)
            #expect(outcomes.count { $0 == .unavailable } == 39)
        }
    }

    @Test func `a timeout within a transaction closes its connection`() async throws {
        try await withDriver({ $0.connectionsPerLoop = 1 }) { driver, loop, database in
            let error = await #expect(throws: TransactionError.self) {
                try await driver.withTransaction { connection in
                    _ = try await connection.query("DELETE FROM thing")
                    _ = try await connection.query("SELECT pg_sleep(60)", timeout: .milliseconds(150))
                }
            }
            #expect((error?.body as? PostgresError)?.code == .timeout)
            #expect(error?.isTransient == true)
            let found = try await driver.perform("SELECT FROM thing").count
            #expect(found == 100)
            let active = try await activeStatements(database, loop)
            #expect(active == 0)
        }
    }
}
