import Core
import ModuleKit
import Synchronization

/// The hosts of a drill, of which one tenant's can be given another plan or another switch.
final class ChangingSites: SiteLookup {
    private struct Change {
        let tenant: TenantID
        let entry: @Sendable (SiteEntry) -> SiteEntry
    }

    private let sites: DrillSites
    private let change = Mutex<Change?>(nil)

    init(_ sites: DrillSites) { self.sites = sites }

    /// Changes what is known of a tenant; nil puts everything back.
    func change(_ tenant: TenantID, _ entry: (@Sendable (SiteEntry) -> SiteEntry)?) {
        change.withLock { $0 = entry.map { Change(tenant: tenant, entry: $0) } }
    }

    func entry(forHost host: String) -> SiteEntry? { sites.entry(forHost: host).map(changed) }
    func entry(for tenant: TenantID) -> SiteEntry? { sites.entry(for: tenant).map(changed) }

    private func changed(_ entry: SiteEntry) -> SiteEntry {
        change.withLock { change in
            guard let change, entry.site.tenant == change.tenant else { return entry }
            return change.entry(entry)
        }
    }
}

extension SiteEntry {
    /// The same with a module switched off.
    func switchingOff(_ module: ModuleID) -> SiteEntry {
        SiteEntry(
            site: site, agencyState: agencyState, tenantState: tenantState, planFeatures: planFeatures,
            switches: switches.merging([module.text: false]) { $1 }, rates: rates)
    }

    /// The same with a plan that lacks a feature.
    func lacking(_ feature: PlanFeature) -> SiteEntry {
        SiteEntry(
            site: site, agencyState: agencyState, tenantState: tenantState,
            planFeatures: planFeatures.subtracting([feature.text]), switches: switches, rates: rates)
    }
}
