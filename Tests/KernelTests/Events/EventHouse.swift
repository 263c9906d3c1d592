import Core
import EventLoop
import ModuleKit
import Postgres
import SQL
import Synchronization
import TestKit
import Testing

@testable import Kernel

/// An order was placed. Two modules listen to it, one of them twice.
struct OrderPlaced: Event {
    static let name = EventName("orders.order.placed", version: 2)
    /// Which of the record's events it is.
    let number: Int
    /// Whose it is: what a listener must never hear of another tenant's.
    let mark: String

    /// The first version had no mark.
    static func older(_ version: Int, from decoder: any Decoder) throws -> OrderPlaced {
        OrderPlaced(number: try First(from: decoder).number, mark: "of version \(version)")
    }

    private struct First: Decodable { let number: Int }
}

/// Says an order by way of a job.
struct PlaceAgain: Job {
    static let kind = JobKind("orders.place_again")
    let number: Int
    let record: UUIDv7
}

/// What listeners heard, in the order in which they heard it.
final class HeardEvents: Sendable {
    struct Heard: Sendable, Hashable {
        let listener: String
        let event: OrderPlaced
        let envelope: EventEnvelope
        let tenant: TenantID
    }

    private let all = Mutex<[Heard]>([])
    var list: [Heard] { all.withLock { $0 } }

    func note(_ listener: String, _ event: OrderPlaced, _ envelope: EventEnvelope, _ tenant: TenantID) {
        all.withLock { $0.append(Heard(listener: listener, event: event, envelope: envelope, tenant: tenant)) }
    }
}

extension OrderPlaced: Hashable {}

/// A walled database with two tenants, modules that say and hear, and pools as two roles.
struct EventHouse: Sendable {
    let database: TestDatabase
    let databases: Databases
    let loops: LoopGroup
    let registry: Registry
    let heard: HeardEvents

    /// In different shards.
    static let tenant = SitesHouse.tenant
    static let other = SitesHouse.otherTenant

    /// What a listener does, by its label, before it notes what it heard.
    typealias Handler = @Sendable (String, OrderPlaced, EventEnvelope) async throws -> Void

    var app: PostgresDatabase { databases.app }
    var control: PostgresDatabase { databases.control }
    var here: TenantDoor { door(Self.tenant) }
    var there: TenantDoor { door(Self.other) }

    private func door(_ id: String) -> TenantDoor {
        // Both are well formed.
        TenantDoor(tenant: TenantID(id) ?? .make(), app)
    }

    static func with(
        loops count: Int = 1, hearing handler: @escaping Handler = { _, _, _ in },
        _ body: @escaping @Sendable (EventHouse) async throws -> Void
    ) async throws {
        try await SitesHouse.with { house in
            let heard = HeardEvents()
            let registry = try Registry(modules(heard, handler))
            let loops = try LoopGroup(count: count)
            let blocking = BlockingPool(threads: 1, waiting: 64)
            let result: Result<Void, any Error>
            do {
                let databases = try #require(
                    Databases(
                        .both { house.database.connection(as: $0) }, Configuration(environment: [:]), loops: loops,
                        blocking: blocking))
                let rig = EventHouse(
                    database: house.database, databases: databases, loops: loops, registry: registry, heard: heard)
                result = await Task(executorPreference: loops.first) { try await body(rig) }.result
                await databases.stop()
            } catch {
                result = .failure(error)
            }
            blocking.stop()
            loops.stop()
            try result.get()
        }
    }

    /// `orders` says, `crm` hears twice, `desk` is switched off for the tenant, `paid` is in nobody's plan.
    static func modules(_ heard: HeardEvents, _ handler: @escaping Handler) -> [RegisteredModule] {
        let words = Words(tr: "Ad", en: "Name")
        func module(
            _ id: ModuleID, _ feature: PlanFeature?, _ register: (inout ModuleRegistrar) -> Void
        ) -> RegisteredModule {
            var registrar = ModuleRegistrar()
            register(&registrar)
            return RegisteredModule(
                manifest: ModuleManifest(id: id, title: words, summary: words, planFeature: feature),
                registrar: registrar)
        }
        func listen(_ module: inout ModuleRegistrar, _ name: StaticString, as label: String) {
            module.listen(OrderPlaced.self, named: name) { event, envelope, tenant in
                try await handler(label, event, envelope)
                heard.note(label, event, envelope, tenant.tenant)
            }
        }
        return [
            module(ModuleID("orders"), nil) {
                $0.event(OrderPlaced.self, title: words)
                $0.job(PlaceAgain.self) { job, tenant in
                    try await tenant.say(OrderPlaced(number: job.number, mark: ""), about: job.record)
                    return .done
                }
            },
            module(ModuleID("crm"), PlanFeature("crm")) {
                listen(&$0, "", as: "crm")
                listen(&$0, "second", as: "crm second")
            },
            module(ModuleID("desk"), PlanFeature("desk")) { listen(&$0, "", as: "desk") },
            module(ModuleID("paid"), PlanFeature("paid")) { listen(&$0, "", as: "paid") },
        ]
    }

    /// Listeners whose modules are in the plan of both tenants.
    static let listeners = 3

    func dispatcher(_ sinks: [any EventSink] = [], batch: Int = 500, log: KeptLines = KeptLines()) -> EventDispatcher {
        var pace = EventPace()
        (pace.batch, pace.rest) = (batch, .milliseconds(5))
        return EventDispatcher(registry, sinks: sinks, control: control, pace: pace, log: Log(into: log))
    }

    /// Hands out until nothing waits.
    func handOutAll(_ dispatcher: EventDispatcher) async throws {
        while try await dispatcher.pass() > 0 {}
    }

    /// Hears all that waits in the queue, in the order of its ids, as a worker with all the time of the world.
    func hearAll() async throws {
        let rows = try await control.perform(
            "SELECT tenant_id, kind, arguments::text FROM kernel.job WHERE state = 'waiting' ORDER BY id")
        let kinds = Dictionary(
            registry.modules.flatMap(\.registrar.jobs).map { ($0.kind.text, $0) }, uniquingKeysWith: { $1 })
        for row in rows {
            let kind = try #require(kinds[try row.decode(1)])
            let decoder = try JSONReader.decode(
                HeldDecoder.self, from: Array(try row.decode(2, as: String.self).utf8), unknownKeys: .ignore)
            let door = TenantDoor(tenant: TenantID(try row.decode(0, as: UUIDv7.self)), app)
            let outcome = try await kind.run(decoder.decoder, door)
            #expect(outcome == .done)
        }
    }

    /// Dispatcher and runner for the closure's time.
    func atWork(
        log lines: KeptLines = KeptLines(), _ body: @Sendable () async throws -> Void
    ) async throws {
        var settings = JobSettings()
        (settings.idle, settings.lease) = (.milliseconds(20), .seconds(5))
        let log = Log(into: lines)
        let runner = JobRunner(
            JobBook(registry), settings, databases: databases, loops: loops, log: log)
        let (drain, dispatcher) = (Drain(), self.dispatcher())
        let work = [
            Task(executorPreference: loops.first) { await dispatcher.run(until: drain) },
            Task(executorPreference: loops.first) { await runner.run(until: drain) },
        ]
        let result: Result<Void, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        drain.begin()
        for task in work { await task.value }
        try result.get()
    }

    /// Waits until it holds; false when it never does.
    static func wait(
        _ limit: Duration = .seconds(60), until holds: @Sendable () async throws -> Bool
    ) async throws -> Bool {
        let began = ContinuousClock.now
        while try await !holds() {
            if ContinuousClock.now - began > limit { return false }
            try await Task.sleep(for: .milliseconds(20))
        }
        return true
    }

    /// One number out of the database, asked as the owner of everything.
    func number(_ sql: StaticString, _ parameters: [String] = []) async throws -> Int {
        Int(try await database.rows(sql, parameters).first?[0] ?? "") ?? -1
    }
}

/// A decoder, to be used later.
struct HeldDecoder: Decodable {
    let decoder: any Decoder
    init(from decoder: any Decoder) throws { self.decoder = decoder }
}
