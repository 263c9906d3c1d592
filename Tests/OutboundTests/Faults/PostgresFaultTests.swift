import EventLoop
import Postgres
import SQL
import TestKit
import Testing

@Suite("Faults between the house and its database", .serialized) struct PostgresFaultTests {
    private static let faults = FaultPlan.shares.database
    private static let together = 24
    private static let deadline = Duration.milliseconds(300)
    /// What a busy machine may add.
    private static let slack = Duration.seconds(15)

    @Test(.timeLimit(.minutes(3)))
    func `PostgreSQL: what is reported done is done, and nothing waits past the deadline`() async throws {
        let plan = FaultPlan(reach: 3_000, of: "PostgreSQL")
        let (tally, done) = (FaultTally(), Handled())
        let port = try FreePort.find()
        try await TestCluster.with(port: port) { cluster in
            try await TestDatabase.with(on: cluster) { database in
                try await database.run("CREATE TABLE work (id bigint PRIMARY KEY, text text NOT NULL)")
                let proxy = try FaultProxy(to: port) { plan.fault(of: $0) }
                var settings = PostgresSettings(
                    connection:
                        "host=127.0.0.1 port=\(proxy.port) dbname=\(database.name) user=\(TestCluster.owner) sslmode=disable"
                )
                settings.connectionsPerLoop = 16
                (settings.timeout, settings.connectTimeout) = (Self.deadline, Self.deadline)
                settings.awayTimeout = Self.deadline
                try await withPostgres(settings) { driver, _ in
                    let counter = Counter()
                    await withTaskGroup { group in
                        for _ in 0..<Self.together {
                            group.addTask {
                                while proxy.faults < Self.faults, let number = counter.next(below: 100_000) {
                                    await Self.once(driver, number, tally, done)
                                }
                            }
                        }
                    }
                }
                proxy.stop()
                #expect(proxy.faults >= Self.faults)
                let rows = try await database.rows("SELECT id FROM work")
                let kept = Set(rows.compactMap { $0.first.flatMap { $0 }.flatMap { Int($0) } })
                #expect(done.all.subtracting(kept).isEmpty, "seed \(plan.seed)")
            }
        }
        let result = tally.result
        print("faults: PostgreSQL: \(result.successes) done, \(result.failures) failed, slowest \(result.slowest)")
        #expect(result.failures > 0 && result.successes > 0, "seed \(plan.seed)")
        #expect(result.wrong.isEmpty, "seed \(plan.seed)")
        #expect(result.slowest < Self.deadline * 2 + Self.slack, "seed \(plan.seed)")
    }

    /// One row in, and read again: by single shots, or in a transaction.
    private static func once(
        _ driver: PostgresDatabase, _ number: Int, _ tally: FaultTally, _ done: Handled
    ) async {
        let began = ContinuousClock.now
        let text = String(repeating: "konak-\(number)-", count: 20)
        do {
            if number.isMultiple(of: 3) {
                try await driver.withTransaction { connection in
                    _ = try await connection.query("INSERT INTO work (id, text) VALUES (\(Int64(number)), \(text))")
                }
            } else {
                _ = try await driver.perform("INSERT INTO work (id, text) VALUES (\(Int64(number)), \(text))")
            }
            done.add(number)
            tally.note(ContinuousClock.now - began, succeeded: true)
        } catch {
            let isOurs = error is PostgresError || error is TransactionError
            tally.note(ContinuousClock.now - began, succeeded: false, wrong: isOurs ? nil : "\(error)")
        }
    }
}
