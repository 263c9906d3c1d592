import EventLoop
import Glibc
import SQL
import TestKit
import Testing

@testable import Postgres

/// `soil` does to a session all that must not be found by the next borrower. It is undone with its transaction, so it
/// is found exactly when a connection is handed on that was not brought to rest.
private let soilable = TestTemplate("soilable") { database in
    try await database.run(
        """
        CREATE TABLE thing (id int PRIMARY KEY);
        CREATE FUNCTION enter(tenant text) RETURNS text LANGUAGE sql AS $$ SELECT set_config('app.tenant', tenant, true) $$;
        CREATE FUNCTION tenant() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.tenant', true), '') $$;
        CREATE FUNCTION fail() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE 'wanted'; END $$;
        CREATE FUNCTION soil() RETURNS int LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM set_config('app.tenant', 'soiled', false);
            EXECUTE 'CREATE TEMP TABLE dirt (x int)';
            EXECUTE 'DECLARE spade CURSOR WITH HOLD FOR SELECT 1';
            EXECUTE 'LISTEN gossip';
            RETURN 1;
        END $$;
        """)
}

/// 100,000 pieces of work on few connections, with everything that can go wrong going wrong at random: what is handed
/// on is always idle and clean. `KONAK_SEED` repeats a run as far as the scheduler allows.
@Suite struct CyclesTests {
    @Test(.timeLimit(.minutes(5)))
    func `nothing is handed on that is not idle and clean`() async throws {
        let given = unsafe getenv("KONAK_SEED").flatMap { unsafe UInt64(String(cString: $0)) }
        let seed = given ?? .random(in: 1..<1_000_000)
        try await TestDatabase.with(soilable) { database in
            try await database.withDriver(loops: 2, { ($0.connectionsPerLoop, $0.timeout) = (3, .seconds(20)) }) {
                driver, loops in
                let cycles = Cycles(driver, total: 100_000)
                await withTaskGroup(of: Void.self) { group in
                    for number in 0..<24 {
                        let loop = loops.loops[number % loops.loops.count]
                        var random = SeededRandom(seed: seed &* 1_000 &+ UInt64(number))
                        group.addTask(executorPreference: loop) { await cycles.run(on: loop, &random) }
                    }
                }
                let counters = await driver.counters()
                print("cycles: checked=\(cycles.done.value) failed=\(cycles.failed.value) seed=\(seed)")
                print("cycles: looked into=\(cycles.looked.value) errors=\(cycles.errors.value) \(counters)")
                #expect(cycles.done.value >= 100_000)
                #expect(cycles.failed.value == 0)
                #expect(counters.refusedAtHandOver == 0)
                #expect(cycles.looked.value > 500)
                #expect(cycles.errors.value > 5_000)
                #expect(counters.discarded > 100)
                #expect(counters.cancelled > 100)
                #expect(counters.lost > 5)
            }
        }
    }
}

/// The work, and what was found.
private final class Cycles: Sendable {
    struct Whim: Error {}

    let (done, failed, looked, errors) = (Counter(), Counter(), Counter(), Counter())
    private let driver: PostgresDatabase
    private let total: Int

    init(_ driver: PostgresDatabase, total: Int) { (self.driver, self.total) = (driver, total) }

    func run(on loop: Loop, _ random: inout SeededRandom) async {
        while done.value < total {
            let dice = Int.random(in: 0..<10_000, using: &random)
            do {
                try await cycle(dice, on: loop)
            } catch {
                errors.add()
                if !isExpected(error) { fail("\(dice): \(told(error))") }
            }
            done.add()
        }
    }

    private func told(_ error: any Error) -> String {
        (error as? PostgresError)?.unredacted ?? (error as? TransactionError)?.unredacted ?? String(reflecting: error)
    }

    private func fail(_ what: String) {
        failed.add()
        Issue.record("\(what)")
    }

    /// What the whims below and the killed server processes may lead to; anything else is a fault.
    private func isExpected(_ error: any Error) -> Bool {
        switch error {
        case is Whim: true
        case let error as TransactionError: error.first.map { isExpected($0) } ?? false
        case let error as PostgresError:
            error.isTransient || error.code == .cancelled || error.code == .refusedStatement
                || error.message == "wanted"
        default: false
        }
    }

    private func cycle(_ dice: Int, on loop: Loop) async throws {
        switch dice {
        case 0..<5: _ = try await driver.perform(Self.killAnother)
        case 5..<25: _ = try await driver.perform("SELECT pg_sleep(0.3)", timeout: .milliseconds(5))
        case 25..<50: try await timeOutInside(on: loop)
        case 50..<150: try await cancel(on: loop, after: dice % 8)
        case 150..<200: try await leaveOpen()
        case 200..<500: try await driver.withTransaction(after: "SELECT enter(\("\(dice)"))", abort)
        case 500..<1_000:
            _ = try await driver.perform(after: "SELECT enter(\("\(dice)"))", all: ["SELECT soil()", "SELECT fail()"])
        case 1_000..<1_200: _ = try await driver.perform(Self.refused[dice % Self.refused.count])
        case 1_200..<1_500: try await driver.withConnection(lookInto)
        case 1_500..<2_500: try await transaction(dice)
        default: try await single(dice)
        }
    }

    private static let refused: [Query] = [
        "SET app.tenant = 'x'", "LISTEN gossip", "CREATE TEMP TABLE t (x int)", "BEGIN",
        "DECLARE c CURSOR FOR SELECT 1",
    ]
    private static let killAnother: Query = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1
        """

    /// Sees its own tenant, whoever went before on the same connection.
    private func single(_ dice: Int) async throws {
        let tenant = "\(dice)"
        let rows = try await driver.perform(after: "SELECT enter(\(tenant))", "SELECT tenant()")
        if try rows[0].decode(0, as: String.self) != tenant { fail("another tenant") }
    }

    private func transaction(_ dice: Int) async throws {
        let tenant = "\(dice)"
        try await driver.withTransaction(after: "SELECT enter(\(tenant))") { connection in
            let rows = try await connection.query("SELECT tenant()")
            if try rows[0].decode(0, as: String.self) != tenant { self.fail("another tenant") }
        }
    }

    /// Looks at a connection just lent, on both sides of it.
    private func lookInto(_ connection: BorrowedConnection) async throws {
        if connection.link.isOpen, !connection.link.isClean { fail("lent unclean") }
        looked.add()
        let row = try await connection.query(
            """
            SELECT tenant() IS NULL, (SELECT count(*) FROM pg_cursors WHERE name <> ''), (SELECT count(*) FROM pg_listening_channels()),
                (SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema()),
                (SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype IN ('advisory', 'transactionid'))
            """)[0]
        if try !row.decode(0, as: Bool.self) { fail("a tenant is set") }
        for (column, name) in ["", "cursor", "LISTEN", "temporary table", "lock"].enumerated().dropFirst() {
            if try row.decode(column, as: Int.self) != 0 { fail("found: \(name)") }
        }
    }

    private func abort(_ connection: BorrowedConnection) async throws {
        _ = try await connection.query("SELECT soil()")
        throw Whim()
    }

    private func leaveOpen() async throws {
        try await driver.withConnection { connection in
            if connection.link.isOpen, !connection.link.isClean { self.fail("lent unclean") }
            _ = try await connection.query("BEGIN")
            _ = try await connection.query("SELECT soil()")
        }
    }

    private func timeOutInside(on loop: Loop) async throws {
        try await driver.withTransaction { connection in
            _ = try await connection.query("SELECT soil()")
            _ = try await connection.query("SELECT pg_sleep(0.3)", timeout: .milliseconds(5))
        }
    }

    private func cancel(on loop: Loop, after milliseconds: Int) async throws {
        let task = Task(executorPreference: loop) {
            if milliseconds % 2 == 0 {
                try await self.driver.withTransaction(after: "SELECT enter('x')") { connection in
                    _ = try await connection.query("SELECT soil()")
                    _ = try await connection.query("SELECT pg_sleep(0.01)")
                }
            } else {
                _ = try await self.driver.perform(after: "SELECT enter('x')", "SELECT pg_sleep(0.01)")
            }
        }
        try? await loop.sleep(for: .milliseconds(milliseconds))
        task.cancel()
        try await task.value
    }
}
