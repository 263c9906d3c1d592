import Core
public import ModuleKit
import Postgres
import SQL

/// The house at work over all tenants for whom a module is on, one wall after another. The runner of services and
/// schedules makes one for each module; nobody else can.
public struct HouseWork: SystemContext {
    private let module: ModuleID
    private let registry: Registry
    private let sites: any SiteLookup
    private let databases: Databases
    private let log: Log
    /// What every statement for a tenant holds first.
    private var fence: Query?

    /// Work of a module.
    init(of module: ModuleID, _ registry: Registry, sites: any SiteLookup, databases: Databases, log: Log) {
        (self.module, self.registry, self.sites) = (module, registry, sites)
        (self.databases, self.log) = (databases, log)
    }

    /// The same, for one term of a lease: once the lease is over, it neither reads nor writes in any tenant.
    func holding(_ lease: Query) -> HouseWork {
        var work = self
        work.fence = lease
        return work
    }

    /// Calls the closure for each of them, in the order of their ids; what it throws for one is logged and does not keep
    /// it from the next.
    public func eachTenant(_ body: @Sendable (any TenantContext) async throws -> Void) async throws {
        var last: UUIDv7?
        while true {
            let page = try await tenants(after: last)
            for id in page { try await visit(TenantID(id), body) }
            guard page.count == Self.pageSize else { return }
            last = page.last
        }
    }

    private static let pageSize = 200

    private func tenants(after last: UUIDv7?) async throws -> [UUIDv7] {
        try await databases.control.perform(
            """
            SELECT id FROM kernel.tenant \
            WHERE state IN ('trial', 'active') AND (\(last)::uuid IS NULL OR id > \(last)) ORDER BY id LIMIT 200
            """
        ).map { try $0.decode(0) }
    }

    /// The list may be older than the last change: whether the tenant is open and the module on is asked anew.
    private func visit(_ tenant: TenantID, _ body: @Sendable (any TenantContext) async throws -> Void) async throws {
        guard let entry = sites.entry(for: tenant), entry.isOpen, registry.isOn(module, at: entry) else { return }
        do {
            try await body(door(to: tenant))
        } catch is CancellationError {
            throw CancellationError()
        } catch  where isOver(error) {
            // Nothing is left to do here for any tenant: another node does it.
            throw CancellationError()
        } catch {
            log.error("work for a tenant failed", cause: Problem(wrapping: error))
        }
    }

    private func door(to tenant: TenantID) -> TenantDoor {
        guard let fence else { return TenantDoor(tenant: tenant, databases.app) }
        return TenantDoor(tenant: tenant, holding: fence, databases.app)
    }

    private func isOver(_ error: any Error) -> Bool {
        let first = (error as? TransactionError)?.first ?? error
        return (first as? PostgresError)?.sqlState == .leaseNotHeld
    }
}
