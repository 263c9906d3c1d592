import Core
import ModuleKit
import SQL

/// One row of what sites are made of: a host with its levels, or a tenant that has no host yet.
struct SiteRecord: Sendable {
    var host: String?
    var surface: Site.Surface?
    var isVerified = false
    var isPrimary = false
    var agency: AgencyID?
    /// The agency that the tenant belongs to; it must be the host's.
    var tenantAgency: AgencyID?
    var agencyState: AgencyState?
    var tenant: TenantID?
    var tenantState: TenantState?
    var language = Language.tr
    var brand = Brand.house
    var planFeatures: Set<String> = []
    var switches: [String: Bool] = [:]
    /// What plan and tenant change of the paces.
    var rates: [RatePace: Int] = [:]

    /// Proven, and of one house: host, agency and tenant belong together.
    var isServed: Bool {
        guard host != nil, isVerified, let surface else { return false }
        switch surface {
        case .operator: return agency == nil && tenant == nil
        case .agency: return agencyState != nil && tenant == nil
        case .app, .portal: return agencyState != nil && tenantState != nil && tenantAgency == agency
        }
    }

    /// A closing tenant still lets its people in, to take their data along.
    var mayHaveCertificate: Bool {
        guard isServed, agencyState ?? .active == .active else { return false }
        return tenantState.map { $0.isOpen || $0 == .closing } ?? true
    }

    /// What the gate gets to see, with the paces that plans change.
    func entry(_ paces: RatePlan) -> SiteEntry { entry(host: host ?? "", surface ?? .app, paces) }

    private func entry(host: String, _ surface: Site.Surface, _ paces: RatePlan) -> SiteEntry {
        SiteEntry(
            site: Site(host: host, surface: surface, agency: agency, tenant: tenant, brand: brand, language: language),
            agencyState: agencyState, tenantState: tenantState, planFeatures: planFeatures, switches: switches,
            rates: rates.isEmpty ? nil : paces.changed(rates))
    }

    /// The tenant's entry for work without a host. `.invalid` is nobody's (RFC 6761).
    func home(_ paces: RatePlan) -> SiteEntry {
        guard isServed, surface == .app, let host else {
            var own = self
            own.agency = tenantAgency
            return own.entry(host: "\(tenant?.description ?? "nobody").invalid", .app, paces)
        }
        return entry(host: host, .app, paces)
    }

    /// The primary app host is home, or else the first by name, or else none.
    func isHome(before other: SiteRecord) -> Bool {
        rank == other.rank ? (host ?? "") < (other.host ?? "") : rank < other.rank
    }

    private var rank: Int { isServed && surface == .app ? (isPrimary ? 0 : 1) : 2 }
}

extension SiteRecord {
    /// A host of the operator's own that needs no row.
    init(operatorHost host: String, brand: Brand) {
        self.init(host: host, surface: .operator, isVerified: true, brand: brand)
    }
}

/// All that was read at one time.
struct SiteRecords: Sendable {
    var all: [SiteRecord] = []
    /// The brand above all agencies.
    var platform = Brand.house
    /// Rows that this version cannot read, such as states of a newer one. They give no site.
    var unreadable = 0
    /// The addresses that are let in nowhere.
    var denied = AddressDenyList()
}

extension Brand {
    /// How the house looks where nobody says otherwise.
    static let house = Brand(name: "Konak", hue: 262, chroma: 190)
}
