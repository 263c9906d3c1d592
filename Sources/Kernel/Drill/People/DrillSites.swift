import Core
import ModuleKit

/// The drill's own hosts, and no others: whoever else lives in the database is not reached by it.
struct DrillSites: SiteLookup {
    private let hosts: [String: SiteEntry]
    private let tenants: [TenantID: SiteEntry]

    init(_ entries: [SiteEntry]) {
        hosts = Dictionary(entries.map { ($0.site.host, $0) }) { first, _ in first }
        let apps = entries.compactMap { entry in
            entry.site.surface == .app ? entry.site.tenant.map { ($0, entry) } : nil
        }
        tenants = Dictionary(apps) { first, _ in first }
    }

    func entry(forHost host: String) -> SiteEntry? { hosts[host] }
    func entry(for tenant: TenantID) -> SiteEntry? { tenants[tenant] }
}
