import Core
import EventLoop
import ModuleKit
import Synchronization
import TestKit
import Testing

@testable import Kernel

@Suite("Schedules and services")
struct JobScheduleTests {
    private static func registry() throws -> Registry {
        var work = ModuleRegistrar()
        work.job(CountJob.self) { _, _ in .done }
        work.schedule("0 9 * * *") { CountJob(number: 9) }
        let words = Words(tr: "B", en: "M")
        return try Registry([
            RegisteredModule(
                manifest: ModuleManifest(id: ModuleID("work"), title: words, summary: words), registrar: work,
                isPart: true)
        ])
    }

    private static func at(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

    @Test("add one job for each tenant and moment, in its own zone, whatever the number of nodes, and one after a stop")
    func moments() async throws {
        try await JobsRig.with { rig in
            try await rig.database.run(
                """
                UPDATE kernel.tenant SET time_zone = CASE id WHEN '\(JobsRig.tenant)' THEN 'Europe/Istanbul'
                    ELSE 'America/New_York' END
                """)
            let clock = ManualClock(try Self.at("2026-03-01T00:00:00Z"))
            let nodes = try (0..<3).map { _ in
                try JobScheduler(
                    Self.registry(), control: rig.databases.control, loops: rig.loops, log: Log(into: rig.lines),
                    clock: clock)
            }
            func tick(_ moment: String) async throws -> Int {
                clock.set(try Self.at(moment))
                return try await withThrowingTaskGroup(of: Int.self) { group in
                    for node in nodes { group.addTask { try await node.tick() } }
                    return try await group.reduce(0, +)
                }
            }
            let expected: [(String, Int)] = [
                // Seen for the first time: nothing that is past.
                ("2026-03-01T12:00:00Z", 0), ("2026-03-01T13:59:59Z", 0),
                ("2026-03-01T14:00:00Z", 1), ("2026-03-01T14:00:05Z", 0),
                ("2026-03-02T06:00:00Z", 1), ("2026-03-02T13:59:00Z", 0), ("2026-03-02T14:00:01Z", 1),
                // Nobody looked for nine days, in which New York's clocks went forward: once each.
                ("2026-03-11T20:00:00Z", 2), ("2026-03-11T20:00:10Z", 0),
                ("2026-03-12T12:59:00Z", 1), ("2026-03-12T13:00:00Z", 1),
            ]
            for (moment, count) in expected {
                let added = try await tick(moment)
                #expect(added == count, "\(moment)")
            }
            let rows = try await rig.database.rows("SELECT count(*), count(DISTINCT unique_key) FROM kernel.job")
            #expect(rows == [["7", "7"]])
            let batch = try await rig.store().claim(slots: 20, after: nil)
            #expect(batch.jobs.count == 7)
        }
    }

    @Test("a service runs on exactly one of two nodes, again after a failure, and on the other after a stop")
    func services() async throws {
        let running = Mutex((now: 0, most: 0, begun: 0))
        try await JobsRig.with { rig in
            var registrar = ModuleRegistrar()
            registrar.service("listen") { _ in
                let begun = running.withLock { state in
                    state = (state.now + 1, max(state.most, state.now + 1), state.begun + 1)
                    return state.begun
                }
                defer { running.withLock { $0.now -= 1 } }
                if begun == 1 { throw Problem(.conflict) }
                try await Task.sleep(for: .seconds(600))
            }
            let service = try #require(registrar.services.first)
            func keeper() throws -> ServiceKeeper {
                ServiceKeeper(
                    service, of: ModuleID("work"), rig.registry, sites: TestSites([]), databases: rig.databases,
                    loops: rig.loops, lease: .seconds(1), log: Log(into: rig.lines),
                    backoff: JobBackoff(first: .milliseconds(20), longest: .milliseconds(50)))
            }
            let drains = [Drain(), Drain()]
            let tasks = try drains.map { drain in
                let keeper = try keeper()
                return Task(executorPreference: rig.loops.first) { await keeper.run(until: drain) }
            }
            func wait(for condition: @Sendable () -> Bool) async throws -> Bool {
                let began = ContinuousClock.now
                while !condition() {
                    if ContinuousClock.now - began > .seconds(20) { return false }
                    try await Task.sleep(for: .milliseconds(10))
                }
                return true
            }
            let isAgain = try await wait { running.withLock { $0.begun == 2 && $0.now == 1 } }
            #expect(isAgain)
            // Its lease is kept for longer than it is long.
            try await Task.sleep(for: .seconds(2))
            #expect(running.withLock { $0.begun } == 2)
            // Another takes the row by force: the one that has it stops.
            try await rig.database.run(
                "UPDATE kernel.lease SET holder = gen_random_uuid(), term = term + 1, lease_until = now() + interval '1 s'"
            )
            let isNext = try await wait { running.withLock { $0.begun == 3 && $0.now == 1 } }
            #expect(isNext)
            for drain in drains { drain.begin() }
            for task in tasks { await task.value }
            #expect(running.withLock { $0.now == 0 && $0.most == 1 })
        }
    }
}
