import Core
import ModuleKit

enum VisitWork {
    static func register(into module: inout ModuleRegistrar) {
        module.job(RemindVisitor.self) { try await $0.run(in: $1) }
        module.job(SweepVisits.self) { try await $0.run(in: $1) }
        module.schedule("15 3 * * *") { SweepVisits() }
        module.service("visits.watch") { house in
            try await house.eachTenant { tenant in _ = try await Visit.count(in: tenant) }
        }
        module.event(VisitPlanned.self, title: Words(tr: "Ziyaret planlandı", en: "Visit planned"))
        module.listen(VisitPlanned.self) { event, tenant in _ = try await Visit.find(event.visit, in: tenant) }
        module.live(LiveChannel(VisitPlanned.name, for: .readVisits))
    }
}

struct RemindVisitor: Job {
    static let kind = JobKind("visits.remind")
    let visit: UUIDv7

    func run(in tenant: any TenantContext) async throws -> JobOutcome {
        do { _ = try await Visit.find(visit, in: tenant) } catch { return .cancel(reason: "the visit is gone") }
        return .done
    }
}

struct SweepVisits: Job {
    static let kind = JobKind("visits.sweep")

    func run(in tenant: any TenantContext) async throws -> JobOutcome {
        try await Visit.sweep(in: tenant)
        return .done
    }
}

struct VisitPlanned: Event {
    static let name = EventName("visits.visit.planned")
    let visit: UUIDv7
}
