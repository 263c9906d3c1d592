import Core
public import ModuleKit
import Synchronization

/// What modules do for each other. Empty while they are made, filled once when all fit, read from then on.
public final class CapabilityTable: CapabilityLookup {
    private struct Filled {
        let registry: Registry
        let sites: any SiteLookup
        let providers: [CapabilityName: (module: ModuleID, provider: any Sendable)]
    }

    private let filled = Mutex<Filled?>(nil)

    /// An empty table.
    public init() {}

    /// Fills it.
    public func fill(_ registry: Registry, sites: any SiteLookup) {
        var providers: [CapabilityName: (module: ModuleID, provider: any Sendable)] = [:]
        for module in registry.modules {
            for capability in module.registrar.capabilities {
                providers[capability.name] = (module.manifest.id, capability.provider)
            }
        }
        filled.withLock { $0 = Filled(registry: registry, sites: sites, providers: providers) }
    }

    /// The provider, if its module is on for the tenant.
    public func find<Provider>(
        _ capability: Capability<Provider>, for tenant: any TenantContext
    ) async throws -> Provider? {
        provider(capability.name, for: tenant) as? Provider
    }

    /// Whether somebody does it for the tenant.
    func offers(_ name: CapabilityName, to tenant: any TenantContext) -> Bool { provider(name, for: tenant) != nil }

    private func provider(_ name: CapabilityName, for tenant: any TenantContext) -> (any Sendable)? {
        guard tenant is any Earned, let filled = filled.withLock({ $0 }), let found = filled.providers[name],
            let entry = filled.sites.entry(for: tenant.tenant), filled.registry.isOn(found.module, at: entry)
        else { return nil }
        return found.provider
    }
}
