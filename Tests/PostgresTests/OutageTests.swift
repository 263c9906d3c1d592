import EventLoop
import Glibc
import SQL
import TestKit
import Testing

@testable import Postgres

@Suite struct OutageTests {
    @Test func `a connection whose server process was ended is an error once, then replaced`() async throws {
        try await TestDatabase.with(walled) { database in
            try await database.withDriver({ $0.connectionsPerLoop = 1 }) { driver, loops in
                for _ in 0..<5 {
                    let task = Task(executorPreference: loops.first) {
                        try await driver.perform("SELECT pg_sleep(60)").count
                    }
                    try await loops.first.sleep(for: .milliseconds(80))
                    try await endConnections(of: database)
                    let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
                    #expect(error?.isTransient == true)
                    let found = try await driver.perform("SELECT 1").count
                    #expect(found == 1)
                }
                // At rest it is noticed before anybody uses it.
                try await endConnections(of: database)
                try await loops.first.sleep(for: .milliseconds(100))
                #expect(await driver.openConnections() == 0)
                let found = try await driver.perform("SELECT 1").count
                #expect(found == 1)
            }
        }
    }

    private func endConnections(of database: TestDatabase) async throws {
        _ = try await database.rows(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    }

    @Test(arguments: [
        "host=/nonexistent", "host=127.0.0.1 port=1", "host=no-such-host.invalid", "this is no connection string",
    ])
    func `a server that is not there is unavailable, within the time for that`(connection: String) async throws {
        var settings = PostgresSettings(connection: connection)
        settings.awayTimeout = .milliseconds(300)
        try await withPostgres(settings) { driver, _ in
            let before = monotonicNanoseconds()
            let error = await #expect(throws: PostgresError.self) { _ = try await driver.perform("SELECT 1") }
            #expect(error?.code == .unavailable)
            #expect(error?.isTransient == true)
            #expect(monotonicNanoseconds() - before < 4_000_000_000)
        }
    }

    @Test func `a server that accepts and says nothing is given up`() async throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let loops = try LoopGroup(count: 1)
        let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let port = try await Task(executorPreference: loops.first) {
            // What is accepted is never closed and never answered.
            try Listener(on: loops.first, address) { _ in }.address.port
        }.value
        var settings = PostgresSettings(connection: "host=127.0.0.1 port=\(port) dbname=x user=y")
        (settings.connectTimeout, settings.timeout) = (.milliseconds(200), .seconds(10))
        settings.awayTimeout = .milliseconds(400)
        try await withPostgres(settings) { driver, _ in
            let before = monotonicNanoseconds()
            let error = await #expect(throws: PostgresError.self) { _ = try await driver.perform("SELECT 1") }
            #expect(error?.code == .unavailable)
            #expect(monotonicNanoseconds() - before < 4_000_000_000)
        }
        loops.stop()
        close(descriptor)
    }

    @Test func `a server's name is looked up without holding up the loop`() async throws {
        let names = ServerNames("host=/tmp,127.0.0.1,localhost port=1,2,3")
        #expect(names.needLookUp)
        let found = Dictionary(uniqueKeysWithValues: try #require(names.lookedUp()).map { ($0.keyword, $0.value) })
        #expect(found["host"]?.hasPrefix("/tmp,127.0.0.1,localhost") == true)
        #expect(found["hostaddr"]?.hasPrefix(",,") == true)
        #expect(found["port"]?.hasPrefix("1,2,3") == true)
        for plain in ["host=/tmp", "host=127.0.0.1", "host=::1", "postgres://u@[::1]:5/x", "host=a hostaddr=127.0.0.1"]
        {
            #expect(!ServerNames(plain).needLookUp, "\(plain)")
        }
        #expect(ServerNames("postgresql://u:p@db.example/x").needLookUp)
    }

    /// 64 callers at a time; the server's first process is killed under them and started again.
    @Test func `no call outlives its timeout when the server is killed, and service returns by itself`() async throws {
        try await TestCluster.with { cluster in
            try await TestDatabase.with(walled, on: cluster) { database in
                try await database.withDriver(
                    loops: 2, { ($0.timeout, $0.awayTimeout) = (.seconds(2), .milliseconds(500)) }
                ) { driver, loops in
                    let load = Load(driver, loops)
                    for _ in 0..<3 {
                        try await load.run(for: .milliseconds(400))
                        try await cluster.kill()
                        try await load.run(for: .milliseconds(900))
                        try await cluster.launch()
                        let before = monotonicNanoseconds()
                        var isBack = false
                        while !isBack, monotonicNanoseconds() - before < 10_000_000_000 {
                            isBack = (try? await driver.perform("SELECT 1")) != nil
                        }
                        #expect(monotonicNanoseconds() - before < 5_000_000_000)
                    }
                    await load.finish()
                    #expect(load.good.value > 100)
                    #expect(load.failed.value > 64)
                    #expect(load.strange.value == 0)
                    #expect(load.late.value == 0)
                    #expect(await driver.counters().refusedAtHandOver == 0)
                }
            }
        }
    }
}

/// 64 tasks that ask and ask.
private final class Load: Sendable {
    let (good, failed, strange, late, over) = (Counter(), Counter(), Counter(), Counter(), Counter())
    private let loops: LoopGroup
    private let tasks: [Task<Void, Never>]

    init(_ driver: PostgresDatabase, _ loops: LoopGroup) {
        self.loops = loops
        let (good, failed, strange, late, over) = (good, failed, strange, late, over)
        tasks = (0..<64).map { number in
            Task(executorPreference: loops.loops[number % loops.loops.count]) {
                while over.value == 0 {
                    let before = monotonicNanoseconds()
                    do {
                        if number % 4 == 0 {
                            try await driver.withTransaction(after: "SELECT enter(\("a"))") {
                                _ = try await $0.query("SELECT 1")
                            }
                        } else {
                            _ = try await driver.perform(after: "SELECT enter(\("a"))", "SELECT tenant()")
                        }
                        good.add()
                    } catch {
                        failed.add()
                        let isExpected =
                            (error as? PostgresError)?.isTransient ?? (error as? TransactionError)?.isTransient ?? false
                        if !isExpected { strange.add() }
                    }
                    // A transaction is three round trips and the wait for a connection, each with its own two seconds.
                    if monotonicNanoseconds() - before > (number % 4 == 0 ? 8_500_000_000 : 2_500_000_000) {
                        late.add()
                    }
                }
            }
        }
    }

    func run(for duration: Duration) async throws { try await loops.first.sleep(for: duration) }

    func finish() async {
        over.add()
        for task in tasks { await task.value }
    }
}
