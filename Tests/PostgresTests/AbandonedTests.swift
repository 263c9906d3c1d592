import EventLoop
import SQL
import Synchronization
import TestKit
import Testing

@testable import Postgres

/// Callers that go away before they have their answer, as those do whose clients reset their connections.
@Suite struct AbandonedTests {
    private func withDriver(
        _ adjust: @escaping (inout PostgresSettings) -> Void,
        _ body: @escaping @Sendable (PostgresDatabase, Loop) async throws -> Void
    ) async throws {
        try await TestDatabase.with(walled) { database in
            try await database.withDriver(adjust) { driver, loops in
                try await Task(executorPreference: loops.first) { try await body(driver, loops.first) }.value
            }
        }
    }

    /// Begins so many, has all of them sent or queued, and takes them back; how many heard of it.
    private func cancelled(_ count: Int, of query: Query, _ driver: PostgresDatabase, _ loop: Loop) async -> Int {
        let tasks = (0..<count).map { _ in
            Task(executorPreference: loop) { () async -> PostgresError.Code? in
                do { _ = try await driver.perform(query) } catch { return (error as? PostgresError)?.code }
                return nil
            }
        }
        await Task.yield()
        for task in tasks { task.cancel() }
        var heard = 0
        for task in tasks where await task.value == .cancelled { heard += 1 }
        return heard
    }

    @Test func `quick work that nobody waits for costs no connection`() async throws {
        try await withDriver({ ($0.connectionsPerLoop, $0.depth) = (2, 4) }) { driver, loop in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 { group.addTask { _ = try await driver.perform("SELECT pg_sleep(0.02)") } }
                try await group.waitForAll()
            }
            let before = await driver.counters()
            var heard = 0
            for _ in 0..<100 { heard += await cancelled(10, of: "SELECT pg_sleep(0.001)", driver, loop) }
            let rows = try await driver.perform("SELECT \(7)::int4")
            #expect(try rows[0].decode(0, as: Int.self) == 7)
            let after = await driver.counters()
            #expect(heard > 500)
            #expect(after.cancelled == 0)
            #expect(after.opened == before.opened)
            #expect(after.discarded == 0)
        }
    }

    @Test func `slow work that nobody waits for is stopped soon, and its neighbours are answered`() async throws {
        try await withDriver({ ($0.connectionsPerLoop, $0.depth) = (1, 8) }) { driver, loop in
            _ = try await driver.perform("SELECT 1")
            let slow = Task(executorPreference: loop) { try await driver.perform("SELECT pg_sleep(5)").count }
            try await loop.sleep(for: .milliseconds(30))
            let began = monotonicNanoseconds()
            let neighbours = (0..<5).map { number in
                Task(executorPreference: loop) {
                    let rows = try await driver.perform("SELECT \(number)::int4")
                    return try rows[0].decode(0, as: Int.self)
                }
            }
            await Task.yield()
            slow.cancel()
            let error = await #expect(throws: PostgresError.self) { _ = try await slow.value }
            #expect(error?.code == .cancelled)
            for (number, neighbour) in neighbours.enumerated() { #expect(try await neighbour.value == number) }
            #expect(monotonicNanoseconds() - began < 2_000_000_000)
            #expect(await driver.counters().cancelled == 1)
        }
    }

    @Test func `a read that was quick and is not any more is taken back all the same`() async throws {
        try await withDriver({ ($0.connectionsPerLoop, $0.depth) = (1, 4) }) { driver, loop in
            func sleep(_ seconds: Double) async throws -> Int {
                try await driver.perform("SELECT pg_sleep(\(seconds))").count
            }
            for _ in 0..<50 { _ = try await sleep(0) }
            let began = monotonicNanoseconds()
            let held = Task(executorPreference: loop) { try await sleep(5) }
            try await loop.sleep(for: .milliseconds(20))
            held.cancel()
            let error = await #expect(throws: PostgresError.self) { _ = try await held.value }
            #expect(error?.code == .cancelled)
            #expect(monotonicNanoseconds() - began < 1_000_000_000)
            #expect(try await driver.perform("SELECT 1").count == 1)
            #expect(await driver.counters().cancelled == 1)
        }
    }

    @Test func `those who have gone keep nobody out of a full line`() async throws {
        try await withDriver({ ($0.connectionsPerLoop, $0.depth, $0.waiting) = (1, 1, 10) }) { driver, loop in
            _ = try await driver.perform("SELECT 1")
            let slow = Task(executorPreference: loop) { try await driver.perform("SELECT pg_sleep(0.3)").count }
            try await loop.sleep(for: .milliseconds(30))
            for _ in 0..<5 {
                let heard = await cancelled(10, of: "SELECT 1", driver, loop)
                #expect(heard == 10)
            }
            let found = try await driver.perform("SELECT 1").count
            #expect(found == 1)
            #expect(try await slow.value == 1)
        }
    }

    @Test func `a read that was quick and is held up makes way for those behind it, and is answered itself`()
        async throws
    {
        try await withDriver({ ($0.connectionsPerLoop, $0.depth) = (2, 4) }) { driver, loop in
            func sleep(_ seconds: Double) async throws -> Int {
                try await driver.perform("SELECT pg_sleep(\(seconds))").count
            }
            func number(_ value: Int) async throws -> Int {
                try await driver.perform("SELECT \(Int32(value))")[0].decode(0, as: Int.self)
            }
            for value in 0..<50 { _ = try await (sleep(0), number(value)) }
            let over = Ended()
            let held = Task(executorPreference: loop) {
                let rows = try await sleep(3)
                over.say("held")
                return rows
            }
            await Task.yield()
            let behind = (0..<8).map { value in
                Task(executorPreference: loop) {
                    let found = try await number(value)
                    over.say("behind")
                    return found
                }
            }
            for (value, task) in behind.enumerated() {
                let found = try await task.value
                #expect(found == value)
            }
            let rows = try await held.value
            #expect(rows == 1)
            #expect(over.order == Array(repeating: "behind", count: 8) + ["held"])
            let counters = await driver.counters()
            #expect(counters.cancelled == 1)
            #expect(counters.repeated >= 1)
        }
    }
}

/// Who ended when.
private final class Ended: Sendable {
    private let names = Mutex<[String]>([])
    var order: [String] { names.withLock { $0 } }
    func say(_ name: String) { names.withLock { $0.append(name) } }
}
