import Core
import HTTP
import Kernel
import ModuleKit
import SQL

/// A module to be switched on and off, to say events and to hear them, with a real server and its real database. There with
/// `KONAK_BENCH=on`, on the tables of `scripts/bench/schema.sql`.
struct BenchModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("bench_switch"), title: Words(tr: "Ölçüm", en: "Bench"),
        summary: Words(tr: "Sınama ve ölçüm için.", en: "For tests and measurements."),
        permissions: [.administer],
        planFeature: PlanFeature("bench_switch"))

    private let capabilities: any CapabilityLookup

    init(_ services: ModuleServices) throws { capabilities = services.capabilities }

    func register(into module: inout ModuleRegistrar) {
        module.event(BenchSaid.self, title: Words(tr: "Söylendi", en: "Said"))
        module.event(BenchPassed.self, title: Words(tr: "Geçti", en: "Passed"))
        module.listen(BenchPassed.self) { _, _ in }
        module.job(BenchWait.self) { _, _ in .done }
        module.listen(BenchSaid.self) { event, envelope, tenant in try await event.note(envelope, in: tenant) }
        module.route(.get, "/bench/module", for: .open(.plenty)) { _, _ in .text("on\n") }
        module.route(.get, "/bench/module/rights", for: .staff(.administer)) { _, staff in
            .text("\(staff.user)\n")
        }
        module.route(.post, "/bench/module/events", for: .open(.plenty)) { _, anybody in
            guard let tenant = anybody.tenantContext else { throw Problem(.notFound) }
            let id = UUIDv7.make()
            try await tenant.transaction { database in
                // What happened, and the word of it.
                _ = try await database.query(BenchSaid.row("said", id, about: id))
                try await database.say(BenchSaid(said: id), about: id)
            }
            return .text("\(id)\n", status: .created)
        }
        module.require(.mail)
        module.route(.post, "/bench/module/mails", for: .open(.plenty)) { [capabilities] _, anybody in
            guard let tenant = anybody.tenantContext, let mail = try await capabilities.find(.mail, for: tenant) else {
                throw Problem(.notFound)
            }
            let address = "reader-\(UUIDv7.make())@example.com"
            _ = try await mail.send(MailOrder(.test, to: address, in: .tr), for: tenant)
            return .text("\(address)\n", status: .created)
        }
    }
}

extension Permission {
    fileprivate static let administer = Permission(
        "bench_switch.administer", title: Words(tr: "Sınamayı yönetme", en: "Run the bench"))
}

extension OpenLimit {
    /// More than any test asks for.
    fileprivate static let plenty = OpenLimit(perMinute: 1_000_000)
}

/// Somebody asked for an event.
struct BenchSaid: Event {
    static let name = EventName("bench_switch.event.said")
    /// The row that was written with it.
    let said: UUIDv7

    /// Written once for each event, however often it is heard: the event's id is the key.
    func note(_ envelope: EventEnvelope, in tenant: any TenantContext) async throws {
        _ = try await tenant.query(Self.row("heard", envelope.id.uuid, about: said))
    }

    static func row(_ action: String, _ id: UUIDv7, about subject: UUIDv7) -> Query {
        """
        INSERT INTO bench.audit (tenant_id, id, action, subject) \
        VALUES (kernel.tenant(), \(id), \(action), \(subject)) ON CONFLICT DO NOTHING
        """
    }
}

/// An event that nobody does anything about, for its price.
struct BenchPassed: Event {
    static let name = EventName("bench_switch.event.passed")
    let number: Int
}

/// A job that does nothing, and waits while the module is off.
struct BenchWait: Job {
    static let kind = JobKind("bench_switch.wait")
    let number: Int
}

/// The modules of this process: those of the house and, for the bench, its own.
func modules(of configuration: Configuration) -> [any FeatureModule.Type] {
    installedModules + (configuration.bench ? [BenchModule.self, TrialPages.self] : [])
}
