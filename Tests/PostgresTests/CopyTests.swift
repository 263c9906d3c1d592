import EventLoop
import SQL
import TestKit
import Testing

@testable import Postgres

@Suite struct CopyTests {
    /// `@unchecked Sendable`: used on one loop only.
    private final class Pieces: @unchecked Sendable {
        var bytes: [UInt8] = []
        var sizes: [Int] = []
        func take(_ piece: [UInt8]) {
            bytes += piece
            sizes.append(piece.count)
        }
    }

    struct Enough: Error {}

    private func withDriver(
        _ body: @escaping @Sendable (PostgresDatabase, Loop) async throws -> Void
    ) async throws {
        try await TestDatabase.with(walled) { database in
            try await database.withDriver({ ($0.connectionsPerLoop, $0.timeout) = (1, .seconds(20)) }) {
                driver, loops in
                try await body(driver, loops.first)
                #expect(await driver.counters().refusedAtHandOver == 0)
            }
        }
    }

    @Test(
        arguments: [
            "SELECT 1", "COPY thing FROM STDIN", "COPY thing TO '/tmp/x'", "COPY (SELECT \(1)) TO STDOUT", "BEGIN",
        ] as [Query])
    func `nothing but a COPY to the client without binds`(query: Query) async throws {
        try await withDriver { driver, _ in
            let error = await #expect(throws: PostgresError.self) { try await driver.copyOut(query) { _ in } }
            #expect(error?.code == .refusedStatement)
            #expect(await driver.counters().opened == 0)
        }
    }

    @Test func `all rows come in pieces, within the prelude's setting, and the connection serves on`() async throws {
        try await withDriver { driver, _ in
            for _ in 0..<3 {
                let pieces = Pieces()
                try await driver.copyOut(
                    after: "SELECT enter(\("a"))",
                    "COPY (SELECT n, tenant(), repeat('x', 100) FROM generate_series(1, 20000) n) TO STDOUT"
                ) { pieces.take($0) }
                let lines = pieces.bytes.split(separator: UInt8(ascii: "\n"))
                #expect(lines.count == 20_000)
                #expect(lines.first == Array("1\ta\t\(String(repeating: "x", count: 100))".utf8)[...])
                #expect(pieces.sizes.count > 10)
                #expect(pieces.sizes.allSatisfy { $0 < 66_000 })
                let rows = try await driver.perform("SELECT tenant()")
                #expect(try rows[0].decodeIfPresent(0, as: String.self) == nil)
            }
            let none = Pieces()
            try await driver.copyOut("COPY (SELECT 1 WHERE false) TO STDOUT (FORMAT csv)") { none.take($0) }
            #expect(none.sizes.isEmpty)
            #expect(await driver.counters().opened == 1)
        }
    }

    @Test func `a statement that fails at the start or midway throws its cause`() async throws {
        try await withDriver { driver, _ in
            let start = await #expect(throws: PostgresError.self) {
                try await driver.copyOut("COPY nowhere TO STDOUT") { _ in }
            }
            #expect(start?.sqlState == SQLState("42P01"))
            let pieces = Pieces()
            let midway = await #expect(throws: PostgresError.self) {
                try await driver.copyOut(
                    after: "SELECT enter(\("a"))",
                    "COPY (SELECT 1 / (50000 - n) FROM generate_series(1, 60000) n) TO STDOUT"
                ) { pieces.take($0) }
            }
            #expect(midway?.sqlState == SQLState("22012"))
            #expect(!pieces.sizes.isEmpty)
            let found = try await driver.perform("SELECT tenant()").count
            #expect(found == 1)
        }
    }

    /// On a cluster of its own: a server process that waits for its client keeps the others from making databases.
    @Test func `a slow taker holds up the server, not the memory`() async throws {
        try await TestCluster.with { cluster in
            try await TestDatabase.with(on: cluster) { try await checkSlowTaker($0) }
        }
    }

    private func checkSlowTaker(_ database: TestDatabase) async throws {
        try await database.withDriver { driver, loops in
            let counted = Pieces()
            // Some 300 MB: it could not all be here, nor in the sockets between.
            let task = Task(executorPreference: loops.first) {
                try await driver.copyOut("COPY (SELECT repeat('x', 1000) FROM generate_series(1, 300000) n) TO STDOUT")
                {
                    counted.sizes.append($0.count)
                    try await loops.first.sleep(for: .seconds(60))
                }
            }
            var waitsFor: String?
            for _ in 0..<100 where waitsFor != "ClientWrite" {
                try await loops.first.sleep(for: .milliseconds(20))
                let rows = try await database.rows("SELECT wait_event FROM pg_stat_activity WHERE query LIKE 'COPY%'")
                waitsFor = rows.first?.first ?? nil
            }
            #expect(waitsFor == "ClientWrite")
            #expect(counted.sizes.count == 1)
            task.cancel()
            await #expect(throws: (any Error).self) { try await task.value }
            let found = try await driver.perform("SELECT 1").count
            #expect(found == 1)
        }
    }

    @Test func `a copy left midway, timed out or cancelled leaves no dirty connection`() async throws {
        try await withDriver { driver, loop in
            await #expect(throws: Enough.self) {
                try await driver.copyOut(
                    after: "SELECT enter(\("a"))", "COPY (SELECT generate_series(1, 1000000)) TO STDOUT"
                ) { _ in throw Enough() }
            }
            let timeout = await #expect(throws: PostgresError.self) {
                try await driver.copyOut("COPY (SELECT pg_sleep(60)) TO STDOUT", timeout: .seconds(3)) { _ in }
            }
            #expect(timeout?.code == .timeout)
            let task = Task(executorPreference: loop) {
                try await driver.copyOut("COPY (SELECT pg_sleep(60)) TO STDOUT") { _ in }
            }
            try await loop.sleep(for: .milliseconds(100))
            task.cancel()
            let cancelled = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(cancelled?.code == .cancelled)
            let rows = try await driver.perform("SELECT tenant()")
            #expect(try rows[0].decodeIfPresent(0, as: String.self) == nil)
            #expect(await driver.counters().discarded >= 1)
        }
    }
}
