import Core
import EventLoop
import Localization
import ModuleKit
import Postgres
import SQL

/// Adds the jobs that come by the clock. Every node does it, and the row that notes a schedule's last moment lets one of
/// them: it is changed in the same statement that adds the job.
struct JobScheduler: BackgroundWork {
    let name = "schedules"
    private let schedules: [PlannedJob]
    private let control: PostgresDatabase
    private let loops: LoopGroup
    private let zones: ZoneBook
    private let clock: any WallClock
    private let log: Log
    private let pace: Duration
    private let memory = ScheduleMemory()

    init(
        _ registry: Registry, control: PostgresDatabase, loops: LoopGroup, log: Log,
        clock: any WallClock = SystemClock(), zones: ZoneBook = ZoneBook(), pace: Duration = .seconds(5)
    ) throws {
        schedules = try registry.modules.flatMap { module in
            try module.registrar.schedules.map { try PlannedJob($0, of: module, in: registry) }
        }
        (self.control, self.loops, self.log) = (control, loops, log)
        (self.clock, self.zones, self.pace) = (clock, zones, pace)
    }

    func run(until drain: Drain) async {
        guard !schedules.isEmpty else { return }
        let loop = Loop.current ?? loops.first
        let bell = Bell()
        let waker = Task(executorPreference: loop) {
            await drain.wait()
            bell.ring()
        }
        while !drain.isDraining {
            do {
                _ = try await tick()
            } catch {
                log.warning("schedules not looked at", cause: error)
            }
            await bell.wait(atMost: pace, on: loop)
        }
        await waker.value
    }

    /// Adds what has come due since the last look, each schedule at most once: what was missed is made up for once. Gives
    /// back how many jobs there were.
    func tick() async throws -> Int {
        let now = clock.now()
        let names = try await control.perform(
            "SELECT DISTINCT time_zone FROM kernel.tenant WHERE state IN ('trial', 'active') ORDER BY 1")
        let zoneNames = try names.map { try $0.decode(0, as: String.self) }
        var added = 0
        for planned in schedules {
            let moments = zoneNames.map { memory.moment(of: planned, in: $0, rules(of: $0, at: now), upTo: now) }
            // Nothing is due before a zone has a new moment; but there may be new tenants, and modules on again.
            guard memory.isNews(moments, of: planned.name, at: now) else { continue }
            let query = try planned.query(zones: zoneNames, moments: moments)
            added += try await control.perform(query).affected
            memory.note(moments, of: planned.name, at: now)
        }
        return added
    }

    /// A zone that nobody knows is UTC's, so that it does not silence a tenant's schedules; and it is said, every hour.
    private func rules(of zone: String, at now: Timestamp) -> ZoneRules {
        if let rules = zones.zone(zone)?.rules { return rules }
        if memory.isUnsaid(zone, at: now) { log.error("time zone unknown, schedules go by UTC", ["zone": zone]) }
        return .utc
    }
}

/// A schedule with its expression read, and the kind of job it adds.
struct PlannedJob: Sendable {
    let cron: CronExpression
    private let registration: ScheduleRegistration
    private let policy: JobPolicy
    private let needs: [String]
    private let members: [String]

    init(_ registration: ScheduleRegistration, of module: RegisteredModule, in registry: Registry) throws {
        self.registration = registration
        cron = try CronExpression(registration.cron)
        policy = module.registrar.jobs.first { $0.kind == registration.kind }?.policy ?? JobPolicy()
        let book = JobBook(registry)
        let id = module.manifest.id.text
        needs = zip(book.needing, book.features).filter { $0.0 == id }.map(\.1)
        members = zip(book.depending, book.members).filter { $0.0 == id }.map(\.1)
    }

    /// What rows note its moments by.
    var name: String { "\(registration.kind.text) \(registration.cron)" }

    /// A UUIDv7 of now, one for each row.
    private static let freshID: Query = """
        (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
            || overlay(right(replace(gen_random_uuid()::text, '-', ''), 19) PLACING '8' FROM 4 FOR 1))::uuid
        """

    /// Adds a job for each open tenant whose last moment is older than its zone's. A tenant that the schedule sees for
    /// the first time has its moments from now on: nobody is sent last month's report on the day they come.
    func query(zones: [String], moments: [Timestamp]) throws -> Query {
        let arguments = JSONB(try JSONEncoding.encode(registration.make()))
        return """
            WITH due AS MATERIALIZED (
                SELECT t.id AS tenant_id, z.moment FROM kernel.tenant t
                JOIN kernel.agency a ON a.id = t.agency_id AND a.state = 'active'
                JOIN kernel.plan p ON p.id = t.plan_id AND p.modules @> \(needs)
                JOIN unnest(\(zones), \(moments)) AS z (zone, moment) ON z.zone = t.time_zone
                WHERE t.state IN ('trial', 'active') AND NOT EXISTS (
                    SELECT FROM kernel.module_switch s
                    WHERE s.tenant_id = t.id AND NOT s.is_on AND s.module = ANY (\(members)))),
            met AS (
                INSERT INTO kernel.job_schedule (tenant_id, schedule, moment)
                SELECT d.tenant_id, \(name), d.moment FROM due d WHERE NOT EXISTS (
                    SELECT FROM kernel.job_schedule s WHERE s.tenant_id = d.tenant_id AND s.schedule = \(name))
                ON CONFLICT DO NOTHING),
            served AS (
                UPDATE kernel.job_schedule s SET moment = d.moment FROM due d
                WHERE s.tenant_id = d.tenant_id AND s.schedule = \(name) AND s.moment < d.moment
                RETURNING s.tenant_id, s.moment)
            INSERT INTO kernel.job (tenant_id, id, kind, module, queue, arguments, unique_key, key_until_done, most_attempts)
            SELECT tenant_id, \(fragment: Self.freshID), \(registration.kind.text), \(registration.kind.module),
                \(policy.queue.text), \(arguments), 'moment ' || extract(epoch FROM moment)::bigint || ' ' || \(cron.text),
                true, \(Int32(clamping: policy.mostAttempts))
            FROM served
            ON CONFLICT DO NOTHING
            """
    }
}
