import EventLoop
import Glibc
import SQL
import TestKit
import Testing

@testable import Postgres

/// A table and a setting that stands for the tenant; `enter` is what the kernel does before every query.
let walled = TestTemplate("walled") { database in
    try await database.run(
        """
        CREATE TABLE thing (id int PRIMARY KEY, name text NOT NULL DEFAULT '', owner text);
        CREATE TABLE late (id int PRIMARY KEY, thing int REFERENCES thing DEFERRABLE INITIALLY DEFERRED);
        INSERT INTO thing SELECT n, 'thing ' || n FROM generate_series(1, 100) n;
        CREATE FUNCTION enter(tenant text) RETURNS text LANGUAGE sql AS $$ SELECT set_config('app.tenant', tenant, true) $$;
        CREATE FUNCTION tenant() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.tenant', true), '') $$;
        CREATE FUNCTION fail(message text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE '%', message; END $$;
        """)
}

@Suite struct SingleShotTests {
    private func withDriver(
        _ adjust: (inout PostgresSettings) -> Void = { _ in },
        _ body: @escaping @Sendable (PostgresDatabase, LoopGroup) async throws -> Void
    ) async throws {
        try await TestDatabase.with(walled) { try await $0.withDriver(adjust, body) }
    }

    @Test func `prelude and query take one round trip, however new the statements are`() async throws {
        try await TestDatabase.with(walled) { database in
            let pool = BlockingPool(threads: 4, waiting: 4)
            let proxy = try CountingProxy(
                server: database.cluster.folder, folder: "/tmp/konak-proxy-\(getpid())-\(database.name)", pool)
            let settings = PostgresSettings(
                connection: "host=\(proxy.folder) dbname=\(database.name) user=\(TestCluster.owner)")
            try await withPostgres(settings) { driver, _ in
                _ = try await driver.perform("SELECT 1")
                _ = proxy.takeTurns()
                for _ in 0..<3 {
                    let rows = try await driver.perform(
                        after: "SELECT enter(\("a"))", "SELECT name, tenant() FROM thing WHERE id = \(7)")
                    #expect(try rows[0].decode(1, as: String.self) == "a")
                    #expect(proxy.takeTurns() == 2)
                }
                _ = try await driver.perform(
                    after: "SELECT enter(\("a"))",
                    all: ["SELECT 1", "SELECT 2", "UPDATE thing SET name = 'x' WHERE id = 1"])
                #expect(proxy.takeTurns() == 2)
            }
            proxy.stop()
            pool.stop()
        }
    }

    @Test func `the prelude's setting ends with the ticket`() async throws {
        try await withDriver({ $0.connectionsPerLoop = 1 }) { driver, _ in
            for _ in 0..<10 {
                let inside = try await driver.perform(after: "SELECT enter(\("a"))", "SELECT tenant()")
                #expect(try inside[0].decode(0, as: String.self) == "a")
                let after = try await driver.perform("SELECT tenant()")
                #expect(try after[0].decodeIfPresent(0, as: String.self) == nil)
            }
            #expect(await driver.counters().opened == 1)
        }
    }

    @Test func `a prelude that fails keeps the query from being done`() async throws {
        try await withDriver { driver, _ in
            let error = await #expect(throws: PostgresError.self) {
                _ = try await driver.perform(after: "SELECT fail('no entry')", "DELETE FROM thing")
            }
            #expect(error?.sqlState == SQLState("P0001"))
            #expect(error?.message == "no entry")
            #expect(error?.description == "the database refused")
            let found1 = try await driver.perform("SELECT FROM thing").count
            #expect(found1 == 100)
        }
    }

    @Test func `all statements of a request are done, or none`() async throws {
        try await withDriver { driver, _ in
            await #expect(throws: PostgresError.self) {
                _ = try await driver.perform(all: ["DELETE FROM thing WHERE id = 1", "SELECT fail('late')"])
            }
            let found2 = try await driver.perform("SELECT FROM thing").count
            #expect(found2 == 100)
            let both = try await driver.perform(all: ["DELETE FROM thing WHERE id = 1", "SELECT count(*) FROM thing"])
            #expect(both[0].affected == 1)
            #expect(try both[1][0].decode(0, as: Int.self) == 99)
            let holds3 = try await driver.perform(all: []).isEmpty
            #expect(holds3)
        }
    }

    @Test func `a constraint that is checked at the end fails its own ticket and harms nothing else`() async throws {
        try await withDriver({ $0.connectionsPerLoop = 1 }) { driver, _ in
            for id in 0..<5 {
                let error = await #expect(throws: PostgresError.self) {
                    _ = try await driver.perform("INSERT INTO late VALUES (\(id), 999999)")
                }
                #expect(error?.sqlState == .foreignKeyViolation)
                _ = try await driver.perform("INSERT INTO late VALUES (\(100 + id), 1)")
            }
            let found4 = try await driver.perform("SELECT FROM late").count
            #expect(found4 == 5)
            #expect(await driver.counters().opened == 1)
        }
    }

    @Test func `neighbours on one connection do not feel each other's errors`() async throws {
        try await withDriver({ ($0.connectionsPerLoop, $0.depth) = (2, 3) }) { driver, _ in
            try await withThrowingTaskGroup(of: (Int, Result<Int, any Error>).self) { group in
                for number in 0..<900 {
                    group.addTask {
                        do {
                            let rows =
                                switch number % 6 {
                                case 0:
                                    try await driver.perform(after: "SELECT enter(\("\(number)"))", "SELECT fail('x')")
                                case 3: try await driver.perform("SELECT 1 / (\(number) - \(number))")
                                default:
                                    try await driver.perform(
                                        after: "SELECT enter(\("\(number)"))", "SELECT tenant()::int")
                                }
                            return (number, .success(try rows[0].decode(0)))
                        } catch { return (number, .failure(error)) }
                    }
                }
                for try await (number, result) in group {
                    if number % 3 == 0 {
                        #expect(throws: PostgresError.self) { try result.get() }
                    } else {
                        #expect(try result.get() == number)
                    }
                }
            }
            let counters = await driver.counters()
            #expect(counters.failures == 300)
            #expect(counters.opened <= 2)
            #expect(counters.lost + counters.discarded + counters.refusedAtHandOver == 0)
        }
    }

    @Test func `quick reads do not queue behind a slow one while another connection rests`() async throws {
        try await withDriver({ ($0.connectionsPerLoop, $0.depth, $0.timeout) = (2, 3, .seconds(30)) }) { driver, _ in
            for _ in 0..<40 { _ = try await driver.perform("SELECT \(1)::int") }
            while await driver.counters().opened < 2 { _ = try await driver.perform("SELECT \(1)::int") }
            try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask { try await driver.perform("SELECT pg_sleep(3)").isEmpty }
                for number in 0..<200 {
                    let rows = try await driver.perform("SELECT \(number)::int")
                    #expect(try rows[0].decode(0) == number)
                }
                // The slow one is still at it: its answer can only come after those that were asked later.
                group.addTask { true }
                #expect(try await group.next() == true)
                #expect(try await group.next() == false)
            }
            #expect(await driver.counters().opened == 2)
        }
    }

    @Test func `a statement that cannot be prepared fails with its own cause each time`() async throws {
        try await withDriver({ $0.connectionsPerLoop = 1 }) { driver, _ in
            try await withThrowingTaskGroup(of: PostgresError?.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        do {
                            _ = try await driver.perform("SELECT nothing FROM nowhere")
                            return nil
                        } catch let error as PostgresError { return error }
                    }
                }
                for try await error in group { #expect(error?.sqlState == SQLState("42P01")) }
            }
            let found5 = try await driver.perform("SELECT 1").count
            #expect(found5 == 1)
        }
    }

    @Test func `a statement whose columns change is prepared anew`() async throws {
        try await TestDatabase.with(walled) { database in
            try await database.withDriver({ $0.connectionsPerLoop = 1 }) { driver, _ in
                for number in 0..<4 {
                    let rows = try await driver.perform("SELECT * FROM thing WHERE id = \(5)")
                    #expect(rows.columnCount == 3 + number)
                    try await database.run("ALTER TABLE thing ADD COLUMN more\(number) int")
                }
                #expect(await driver.counters().repeated == 3)
                #expect(await driver.counters().failures == 0)
            }
        }
    }

    @Test func `a connection that has prepared too many statements is replaced`() async throws {
        try await withDriver({ $0.connectionsPerLoop = 1 }) { driver, _ in
            for number in 0..<(StatementCache.limit + 50) {
                let rows = try await driver.perform(Query(unsafeSQL: "SELECT \(number)"))
                #expect(try rows[0].decode(0, as: Int.self) == number)
            }
            #expect(await driver.counters().opened == 2)
        }
    }
}
