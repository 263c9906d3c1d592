import Core
import Postgres
import SQL
import TestKit
import Testing

@Suite struct ValueTests {
    /// Sends a value, has the server hand it back, and reads it.
    private func echo<Value: SQLBindable & SQLDecodable & Sendable>(
        _ values: [Value], on database: PostgresDatabase
    ) async throws -> [Value] {
        var found: [Value] = []
        for value in values { found.append(try await database.perform("SELECT \(value)")[0].decode(0)) }
        return found
    }

    private func checkEcho<Value: SQLBindable & SQLDecodable & Equatable & Sendable>(_ values: [Value]) async throws {
        try await TestDatabase.with { database in
            try await database.withDriver { driver, _ in
                let found1 = try await echo(values, on: driver)
                #expect(found1 == values)
            }
        }
    }

    @Test func `numbers and truths come back as they went`() async throws {
        try await checkEcho([true, false])
        try await checkEcho([Int16.min, -1, 0, 1, .max])
        try await checkEcho([Int32.min, -1, 0, 1, .max])
        try await checkEcho([Int64.min, -1, 0, 1, .max])
        try await checkEcho([
            0.0, -0.0, 1.5, 0.1, -1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity,
        ])
    }

    @Test func `texts come back byte by byte`() async throws {
        let long = String(repeating: "İstanbul'da ığdır ", count: 60_000)
        try await checkEcho([
            "", "a", "İıŞşĞğÜüÖöÇç", "e\u{301} é", "'; DROP TABLE x; --", "\\", "😀\n\t\"", "NULL", long,
        ])
        let bytes: [[UInt8]] = [[], [0], Array(0...255), [UInt8](repeating: 0x5c, count: 1 << 20)]
        try await checkEcho(bytes)
    }

    @Test func `times, days and ids come back`() async throws {
        try await checkEcho([Timestamp(microseconds: 0), Timestamp(microseconds: 1_777_777_777_123_456)])
        let days = [(1, 1, 1), (1999, 12, 31), (2000, 2, 29), (9999, 12, 31)].compactMap { (year, month, day) in
            CalendarDate(year: year, month: month, day: day)
        }
        #expect(days.count == 4)
        try await checkEcho(days)
        try await checkEcho(["018f2b1c-7d3e-7a4b-8c5d-6e7f80910a1b"].compactMap { UUIDv7($0) })
    }

    @Test func `arrays come back, whatever is in them`() async throws {
        try await checkEcho([[1, -2, 3], []] as [[Int]])
        try await checkEcho([["", "a,b", "\"", "\\", "NULL", "null", "{}", "ğ", " "], []])
        try await checkEcho([[1, nil, 3]] as [[Int?]])
        try await checkEcho([[[0, 255], []]] as [[[UInt8]]])
        try await checkEcho([[true, false]])
    }

    @Test func `NULL is nothing, the empty string is something`() async throws {
        try await TestDatabase.with { database in
            try await database.withDriver { driver, _ in
                let nothing: String? = nil
                let row = try await driver.perform("SELECT \(nothing), \(""), \(nothing)::int, '{}'::jsonb")[0]
                #expect(try row.decodeIfPresent(0, as: String.self) == nil)
                #expect(try row.decode(1, as: String.self) == "")
                #expect(try row.decodeIfPresent(2, as: Int.self) == nil)
                #expect(try row.decode(3, as: JSONB.self) == JSONB("{}"))
                let fault = #expect(throws: RowFault.self) { try row.decode(0, as: String.self) }
                #expect(fault?.index == 0)
                #expect(throws: RowFault.self) { try row.decode(1, as: Int.self) }
            }
        }
    }

    @Test func `what the server itself prints is read, whatever its settings`() async throws {
        try await TestDatabase.with { database in
            try await database.run("ALTER DATABASE \(database.name) SET timezone = 'Europe/Istanbul'")
            try await database.withDriver { driver, _ in
                let row = try await driver.perform(
                    "SELECT timestamptz '2026-03-01 12:00:00.5+03', 'Infinity'::float8, 9.5::numeric::float8, 7::int2")[
                        0]
                #expect(try row.decode(0, as: Timestamp.self).microseconds == 1_772_355_600_500_000)
                #expect(try row.decode(1, as: Double.self) == .infinity)
                #expect(try row.decode(2, as: Double.self) == 9.5)
                #expect(try row.decode(3, as: Int16.self) == 7)
            }
        }
    }

    @Test func `answers know their rows, columns and what was done`() async throws {
        try await TestDatabase.with { database in
            try await database.run("CREATE TABLE thing (id int PRIMARY KEY, name text)")
            try await database.withDriver { driver, _ in
                let added = try await driver.perform(
                    "INSERT INTO thing SELECT n, 'n' || n FROM generate_series(1, 5000) n")
                #expect(added.affected == 5_000)
                #expect(added.commandTag == "INSERT 0 5000")
                let rows = try await driver.perform("SELECT id, name FROM thing ORDER BY id")
                #expect(rows.count == 5_000)
                #expect(rows.columnCount == 2)
                #expect(rows.columnName(1) == "name")
                #expect(try rows.map { try $0.decode(0, as: Int.self) } == Array(1...5_000))
                let none = try await driver.perform("SELECT 1 WHERE false")
                #expect(none.isEmpty)
            }
        }
    }

    @Test func `many binds are sent, too many are refused without harm`() async throws {
        try await TestDatabase.with { database in
            try await database.withDriver({ $0.connectionsPerLoop = 1 }) { driver, _ in
                let many = (1...20_000).map { Bind.int4(Int32($0)) }
                let list = (1...20_000).map { "$\($0)" }.joined(separator: ",")
                let rows = try await driver.perform(
                    Query(unsafeSQL: "SELECT sum(n) FROM unnest(ARRAY[\(list)]) n", binds: many))
                #expect(try rows[0].decode(0, as: Int.self) == 20_000 * 20_001 / 2)
                let tooMany = Array(repeating: Bind.int4(1), count: 65_536)
                let error = await #expect(throws: PostgresError.self) {
                    _ = try await driver.perform(Query(unsafeSQL: "SELECT $1::int", binds: tooMany))
                }
                #expect(error?.code == .refusedStatement)
                let found2 = try await driver.perform("SELECT 1").count
                #expect(found2 == 1)
                #expect(await driver.counters().opened == 1)
            }
        }
    }
}
