import Core
import EventLoop
import Localization
import ModuleKit
import Postgres
import SQL
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

    @Test("are worked out once a day for each zone, and come as if they were worked out each time")
    func courses() throws {
        let zone = try #require(Zone("America/New_York")?.rules)
        let begin = try Self.at("2026-10-31T00:00:00Z")
        for (text, most) in [("*/5 * * * *", 5), ("0 9 * * mon", 2), ("30 1 * * *", 5), ("0 0 30 2 *", 5)] {
            let cron = try CronExpression(text)
            var course = MomentCourse()
            for step in 0..<2_000 {
                // Three days, with the night in which clocks are put back.
                let now = begin + .seconds(step * 130)
                let moment = course.last(of: cron, in: zone, upTo: now)
                if step % 50 == 0 || moment > now { #expect(moment == cron.last(upTo: now, in: zone) ?? .epoch) }
            }
            #expect(course.count <= most, "\(text): \(course.count)")
            // A clock that was put back is believed.
            let earlier = course.last(of: cron, in: zone, upTo: begin)
            #expect(earlier == cron.last(upTo: begin, in: zone) ?? .epoch)
        }
    }

    @Test("in a zone that nobody knows go by UTC, and the log says so, once an hour")
    func unknownZones() async throws {
        try await JobsRig.with { rig in
            try await rig.database.run("UPDATE kernel.tenant SET time_zone = 'Europe/Konstantinopel'")
            let clock = ManualClock(try Self.at("2026-03-01T08:00:00Z"))
            let scheduler = try JobScheduler(
                Self.registry(), control: rig.databases.control, loops: rig.loops, log: Log(into: rig.lines),
                clock: clock)
            var added: [Int] = []
            for moment in ["2026-03-01T08:00:00Z", "2026-03-01T08:59:00Z", "2026-03-01T09:00:00Z"] {
                clock.set(try Self.at(moment))
                added.append(try await scheduler.tick())
            }
            #expect(added == [0, 0, 2])
            let said = rig.lines.lines.filter { $0.contains("time zone unknown") && $0.contains("Konstantinopel") }
            #expect(said.count == 2)
        }
    }

    @Test(
        "a service's work writes nothing once its lease is over; while it writes, nobody takes the lease")
    func serviceFence() async throws {
        try await JobsRig.with { rig in
            try rig.walled.addDeals()
            func lease() -> Lease {
                Lease(name: "service x", holder: .make(), length: .seconds(600), control: rig.databases.control)
            }
            func expire() async throws {
                try await rig.database.run("UPDATE kernel.lease SET lease_until = now() - interval '1 s'")
            }
            func door(_ lease: Lease, _ term: Int64) -> TenantDoor {
                TenantDoor(tenant: JobsRig.tenant, holding: lease.fence(term), rig.databases.app)
            }
            let (frozen, other) = (lease(), lease())
            let first = try #require(try await frozen.take())
            let early = try await other.take()
            let served = try await rig.refusals(of: door(frozen, first), from: 1_000)
            #expect(early == nil && served == [nil, nil, nil])
            try await door(frozen, first).transaction { data in
                _ = try await data.query("SELECT 1")
                // Past its time, but under way: it may end before another begins, and can be kept.
                try await rig.database.run(
                    "UPDATE kernel.lease SET lease_until = now() - interval '1 s'")
                let meanwhile = try await other.take()
                let isKept = try await frozen.keep(first)
                #expect(meanwhile == nil && isKept)
            }
            try await expire()
            let over = try await rig.refusals(of: door(frozen, first), from: 2_000)
            #expect(over == [.leaseNotHeld, .leaseNotHeld, .leaseNotHeld])
            let second = try #require(try await other.take())
            let stale = try await rig.refusals(of: door(frozen, first), from: 3_000)
            let held = try await rig.refusals(of: door(other, second), from: 4_000)
            #expect(stale == over && held == [nil, nil, nil] && second == first + 1)
            let written = try await rig.database.rows(
                "SELECT id / 1000, count(*) FROM crm.deal WHERE id >= 1000 GROUP BY 1 ORDER BY 1")
            #expect(written == [["1", "3"], ["4", "3"]])
            let peek = try await rig.refusal { _ = try await rig.door().query("SELECT * FROM kernel.lease") }
            #expect(peek == SQLState("42501"))
        }
    }

    @Test("a service's work ends at the first tenant once its lease is another's")
    func serviceEnds() async throws {
        try await JobsRig.with { rig in
            let lease = Lease(name: "service y", holder: .make(), length: .seconds(600), control: rig.databases.control)
            let term = try #require(try await lease.take())
            let sites = TestSites(
                [JobsRig.tenant, JobsRig.other].enumerated().map {
                    .test("t\($0).localhost", .app, agency: .make(), tenant: $1, features: ["crm"])
                })
            let work = HouseWork(
                of: ModuleID("crm"), rig.registry, sites: sites, databases: rig.databases, log: Log(into: rig.lines))
            let seen = Mutex(0)
            func visit() async throws {
                try await work.holding(lease.fence(term)).eachTenant { tenant in
                    seen.withLock { $0 += 1 }
                    _ = try await tenant.query("SELECT 1")
                }
            }
            try await visit()
            #expect(seen.withLock { $0 } == 2)
            try await rig.database.run("UPDATE kernel.lease SET term = term + 1")
            await #expect(throws: CancellationError.self) { try await visit() }
            #expect(seen.withLock { $0 } == 3)
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
