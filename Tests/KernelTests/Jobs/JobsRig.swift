import Core
import EventLoop
import ModuleKit
import SQL
import Synchronization
import TestKit
import Testing

@testable import Kernel

/// Work that says its number.
struct CountJob: Job {
    static let kind = JobKind("work.count")
    static let policy = JobPolicy(
        mostAttempts: 3, timeout: .seconds(30), backoff: JobBackoff(first: .milliseconds(1), longest: .milliseconds(5)))
    var number = 0
}

/// Of which one tenant has two at once.
struct NarrowJob: Job {
    static let kind = JobKind("work.narrow")
    static let policy = JobPolicy(mostAtOncePerTenant: 2)
}

/// In a queue of its own.
struct AsideJob: Job {
    static let kind = JobKind("work.aside")
    static let policy = JobPolicy(queue: JobQueue("aside"))
}

/// Of a module that a plan has and a tenant can switch off.
struct DealJob: Job {
    static let kind = JobKind("crm.deal")
}

/// Of a module that requires the one with deals.
struct QuoteJob: Job {
    static let kind = JobKind("quotes.send")
}

/// A database with two tenants of two agencies, and what runs jobs on it.
struct JobsRig: Sendable {
    typealias Handler = @Sendable (CountJob, any TenantContext, JobRun) async throws -> JobOutcome

    let walled: WalledDatabase
    let databases: Databases
    let loops: LoopGroup
    let book: JobBook
    let registry: Registry
    let lines = KeptLines()

    var database: TestDatabase { walled.database }

    static let tenant = TenantID(UUIDv7(SitesHouse.tenant) ?? .make())
    static let other = TenantID(UUIDv7(SitesHouse.otherTenant) ?? .make())

    static func with(
        _ handler: @escaping Handler = { _, _, _ in .done }, _ body: @escaping @Sendable (JobsRig) async throws -> Void
    ) async throws {
        try await SitesHouse.with { house in
            let loops = try LoopGroup(count: 2)
            let blocking = BlockingPool(threads: 2, waiting: 64)
            let configuration = try Configuration(environment: [:])
            let databases = try #require(
                Databases(
                    .both { house.database.connection(as: $0) }, configuration, loops: loops, blocking: blocking))
            let result: Result<Void, any Error>
            do {
                let rig = try JobsRig(house.walled, databases, loops, handler)
                result = await Task(executorPreference: loops.first) { try await body(rig) }.result
            } catch {
                result = .failure(error)
            }
            await databases.stop()
            blocking.stop()
            loops.stop()
            try result.get()
        }
    }

    private init(
        _ walled: WalledDatabase, _ databases: Databases, _ loops: LoopGroup, _ handler: @escaping Handler
    ) throws {
        (self.walled, self.databases, self.loops) = (walled, databases, loops)
        registry = try Registry(Self.modules(handler))
        book = JobBook(registry)
    }

    private static func modules(_ handler: @escaping Handler) -> [RegisteredModule] {
        var work = ModuleRegistrar()
        work.job(CountJob.self, handler)
        work.job(NarrowJob.self) { _, _ in .done }
        work.job(AsideJob.self) { _, _ in .done }
        var deals = ModuleRegistrar()
        deals.job(DealJob.self) { _, _ in .done }
        var quotes = ModuleRegistrar()
        quotes.job(QuoteJob.self) { _, _ in .done }
        func manifest(_ id: ModuleID, _ feature: PlanFeature? = nil, requires: [ModuleID] = []) -> ModuleManifest {
            ModuleManifest(
                id: id, title: Words(tr: "B", en: "M"), summary: Words(tr: "B", en: "M"), planFeature: feature,
                requires: requires)
        }
        return [
            RegisteredModule(manifest: manifest(ModuleID("work")), registrar: work, isPart: true),
            RegisteredModule(manifest: manifest(ModuleID("crm"), PlanFeature("crm")), registrar: deals),
            RegisteredModule(
                manifest: manifest(ModuleID("quotes"), requires: [ModuleID("crm")]), registrar: quotes),
        ]
    }

    /// A worker that is asked step by step.
    func store(_ adjust: (inout JobSettings) -> Void = { _ in }) -> JobStore {
        var settings = JobSettings()
        settings.slotsPerTenant = 1_000
        adjust(&settings)
        return JobStore(control: databases.control, book: book, settings: settings, holder: .make())
    }

    func door(_ tenant: TenantID = JobsRig.tenant) -> TenantDoor { TenantDoor(tenant: tenant, databases.app) }

    /// A worker that runs by itself for the closure's time, then drains.
    func running(
        drain limit: Duration = .seconds(20), _ adjust: (inout JobSettings) -> Void = { _ in },
        _ body: @Sendable (JobRunner) async throws -> Void
    ) async throws {
        var settings = JobSettings()
        settings.idle = .milliseconds(50)
        adjust(&settings)
        let runner = JobRunner(book, settings, databases: databases, loops: loops, log: Log(into: lines))
        let drain = Drain()
        let task = Task(executorPreference: loops.first) { await runner.run(until: drain) }
        let result: Result<Void, any Error>
        do { result = .success(try await body(runner)) } catch { result = .failure(error) }
        drain.begin()
        let end = Task(executorPreference: loops.first) {
            try await loops.first.sleep(for: limit)
            task.cancel()
        }
        await task.value
        end.cancel()
        try result.get()
    }

    /// Waits until a query gives this; false when it never does.
    func wait(
        _ limit: Duration = .seconds(20), for expected: String, _ query: StaticString
    ) async throws -> Bool {
        let began = ContinuousClock.now
        while try await database.rows(query).first?.first != expected {
            if ContinuousClock.now - began > limit { return false }
            try await loops.first.sleep(for: .milliseconds(20))
        }
        return true
    }

    /// Waits until something holds; false when it never does.
    func poll(_ limit: Duration = .seconds(20), _ condition: @Sendable () -> Bool) async throws -> Bool {
        let began = ContinuousClock.now
        while !condition() {
            if ContinuousClock.now - began > limit { return false }
            try await loops.first.sleep(for: .milliseconds(10))
        }
        return true
    }

    /// Makes claimed jobs a runner's own, without running them.
    func hand(_ jobs: [ClaimedJob], to runner: JobRunner) async throws {
        try await database.run("UPDATE kernel.job SET holder = '\(runner.store.holder)' WHERE state = 'running'")
        for job in jobs { runner.desk.begin(RunningJob(job, timeout: .seconds(600))) }
    }

    /// Rows of a kind, made by the superuser: many at once.
    func fill(_ count: Int, of tenant: TenantID = JobsRig.tenant, kind: String = "work.count") async throws {
        let queue = kind == "work.aside" ? "aside" : "default"
        try await database.run(
            """
            INSERT INTO kernel.job (tenant_id, id, kind, module, queue, arguments)
            SELECT '\(tenant)', ('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '\(kind)',
                split_part('\(kind)', '.', 1), '\(queue)', '{"number": 1}' FROM generate_series(1, \(count)) n;
            """)
    }
}
