import Core
import ModuleKit
import Postgres
import SQL

/// Puts one job of each kind into the queue and looks, as a worker does, which of them would be taken: while a module is
/// away from a tenant its jobs wait, and afterwards they go on.
struct QueueProbe: Sendable {
    let visit: ModuleVisit
    let tenant: DrillTenant
    let means: SwitchCheck.Means
    /// More than a module has kinds of jobs.
    private static let most = 256

    /// A sentence for each kind that is taken while the module is away, or not taken afterwards.
    func faults(_ words: String) async throws -> [String] {
        let jobs = visit.module.registrar.jobs
        guard !jobs.isEmpty else { return [] }
        for job in jobs { try await add(job) }
        try await set(isAway: true)
        let meanwhile = try await taken()
        try await set(isAway: false)
        let afterwards = try await taken()
        try await visit.house.planter.restore(tenant)
        return jobs.filter { meanwhile.contains($0.kind.text) }.map { "the job \($0.kind) is run \(words)" }
            + jobs.filter { !meanwhile.union(afterwards).contains($0.kind.text) }.map {
                "the job \($0.kind) does not go on once the module is back"
            }
    }

    private func add(_ job: JobRegistration) async throws {
        let door = TenantDoor(tenant: tenant.id, visit.gate.databases.app)
        _ = try await door.query(
            """
            INSERT INTO kernel.job (tenant_id, id, kind, module, queue, priority, arguments, stage, run_at, most_attempts) \
            VALUES (kernel.tenant(), \(UUIDv7.make()), \(job.kind.text), \(job.kind.module), \(job.policy.queue.text), \
            \(JobPriority.usual.rawValue), '{}', 'ready', now(), 1)
            """)
    }

    /// As the operator switches a module, or changes a plan: in the house's own tables, where a worker looks.
    private func set(isAway: Bool) async throws {
        let control = visit.gate.databases.control
        switch means {
        case .switch:
            _ = try await control.perform(
                """
                INSERT INTO kernel.module_switch (tenant_id, module, is_on) \
                VALUES (\(tenant.id), \(visit.module.manifest.id.text), \(!isAway)) \
                ON CONFLICT (tenant_id, module) DO UPDATE SET is_on = excluded.is_on
                """)
        case .plan:
            let features = Set(visit.gate.registry.modules.compactMap { $0.manifest.planFeature?.text })
            let lost = isAway ? visit.module.manifest.planFeature?.text : nil
            let held = features.filter { $0 != lost }.sorted()
            _ = try await control.perform("UPDATE kernel.plan SET modules = \(held) WHERE id = \(visit.house.plan)")
        }
    }

    /// The kinds of the tenant's jobs that a worker is given now.
    private func taken() async throws -> Set<String> {
        var settings = JobSettings()
        settings.slotsPerTenant = Self.most
        let store = JobStore(
            control: visit.gate.databases.control, book: JobBook(visit.gate.registry), settings: settings,
            holder: .make())
        let batch = try await store.claim(slots: Self.most, after: nil)
        return Set(batch.jobs.filter { $0.key.tenant == tenant.id.uuid }.map(\.kind))
    }
}
