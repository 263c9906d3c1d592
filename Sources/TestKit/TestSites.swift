public import Core
public import Kernel
public import ModuleKit
import Synchronization

/// Hosts that a test sets and changes as it likes.
public final class TestSites: SiteLookup {
    private let entries: Mutex<[String: SiteEntry]>

    /// These hosts.
    public init(_ entries: [SiteEntry] = []) {
        self.entries = Mutex(Dictionary(entries.map { ($0.site.host, $0) }) { $1 })
    }

    /// Adds a host, or changes what is known of it.
    public func set(_ entry: SiteEntry) { entries.withLock { $0[entry.site.host] = entry } }

    /// What is known of a host.
    public func entry(forHost host: String) -> SiteEntry? { entries.withLock { $0[host] } }

    /// What is known of a tenant, by its app.
    public func entry(for tenant: TenantID) -> SiteEntry? {
        entries.withLock { $0.values.first { $0.site.tenant == tenant && $0.site.surface == .app } }
    }
}

extension SiteEntry {
    /// A host for a test, open and with everything in its plan unless said otherwise.
    public static func test(
        _ host: String, _ surface: Site.Surface, agency: AgencyID? = nil, tenant: TenantID? = nil,
        agencyState: AgencyState? = nil, tenantState: TenantState? = nil, features: Set<String> = [],
        switches: [String: Bool] = [:]
    ) -> SiteEntry {
        let site = Site(
            host: host, surface: surface, agency: agency, tenant: tenant,
            brand: Brand(name: "The house at \(host)", hue: 210, chroma: 100), language: .en)
        return SiteEntry(
            site: site, agencyState: agencyState ?? (agency == nil ? nil : .active),
            tenantState: tenantState ?? (tenant == nil ? nil : .active), planFeatures: features, switches: switches)
    }
}
