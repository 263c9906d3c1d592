public import Core
public import ModuleKit

/// What the house knows of a host: the site itself, and what its tenant may use today.
public struct SiteEntry: Sendable, Hashable {
    /// All of it in one piece, as a site's own content is.
    private final class Content: Sendable {
        let site: Site
        let agencyState: AgencyState?
        let tenantState: TenantState?
        let planFeatures: Set<String>
        let switches: [String: Bool]
        let rates: RatePlan?

        init(
            _ site: Site, _ agencyState: AgencyState?, _ tenantState: TenantState?, _ planFeatures: Set<String>,
            _ switches: [String: Bool], _ rates: RatePlan?
        ) {
            (self.site, self.agencyState, self.tenantState) = (site, agencyState, tenantState)
            (self.planFeatures, self.switches, self.rates) = (planFeatures, switches, rates)
        }
    }

    private let content: Content

    /// The site.
    public var site: Site { content.site }
    /// The agency's state; nil on the operator's site.
    public var agencyState: AgencyState? { content.agencyState }
    /// The tenant's state; nil above the tenants.
    public var tenantState: TenantState? { content.tenantState }
    /// The features of the tenant's plan.
    public var planFeatures: Set<String> { content.planFeatures }
    /// Modules that the tenant itself switched, by their ids.
    public var switches: [String: Bool] { content.switches }
    /// The paces of the tenant's plan, where it or the tenant has its own.
    public var rates: RatePlan? { content.rates }

    /// What is known of a host.
    public init(
        site: Site, agencyState: AgencyState? = nil, tenantState: TenantState? = nil, planFeatures: Set<String> = [],
        switches: [String: Bool] = [:], rates: RatePlan? = nil
    ) {
        content = Content(site, agencyState, tenantState, planFeatures, switches, rates)
    }

    /// True when both say the same.
    public static func == (left: SiteEntry, right: SiteEntry) -> Bool {
        let (one, other) = (left.content, right.content)
        return one === other
            || one.site == other.site && one.agencyState == other.agencyState && one.tenantState == other.tenantState
                && one.planFeatures == other.planFeatures && one.switches == other.switches
                && one.rates == other.rates
    }

    /// By the site.
    public func hash(into hasher: inout Hasher) { hasher.combine(content.site) }

    /// Whether agency and tenant let anybody in.
    public var isOpen: Bool { (agencyState ?? .active) == .active && tenantState?.isOpen ?? true }
}

/// The life of an agency.
public enum AgencyState: String, Sendable, Hashable, CaseIterable {
    /// It sells.
    case active
    /// Its sites and its tenants' are closed for a time.
    case suspended
    /// It is gone.
    case closed
}

/// The life of a tenant.
public enum TenantState: String, Sendable, Hashable, CaseIterable {
    /// It tries the house.
    case trial
    /// It lives here.
    case active
    /// Its doors are closed for a time; nothing is lost.
    case suspended
    /// It moves out: its people may still export.
    case closing
    /// Nothing of it is left but the proof.
    case erased

    /// Whether its people and customers are let in.
    public var isOpen: Bool { self == .trial || self == .active }
}

/// Finds what is known of a host. Answers at once, out of memory.
public protocol SiteLookup: Sendable {
    /// False until the map was read once: until then an unknown host may be somebody's.
    var isReady: Bool { get }
    /// The state of the map that answers now; another object once it has changed. Nil where nothing may be remembered.
    var edition: (any AnyObject & Sendable)? { get }
    /// What is known of a host, in lower case and without port; nil for a host that is not served here.
    func entry(forHost host: String) -> SiteEntry?
    /// What is known of a tenant, by the site where its people work; for work that comes without a host.
    func entry(for tenant: TenantID) -> SiteEntry?
    /// Whether there is any address that is let in nowhere; asked for every request.
    var deniesAddresses: Bool { get }
    /// The addresses that are let in nowhere.
    var denied: AddressDenyList { get }
}

extension SiteLookup {
    /// A map that need not be read is ready.
    public var isReady: Bool { true }
    /// Most maps know of none.
    public var deniesAddresses: Bool { false }
    /// None.
    public var denied: AddressDenyList { AddressDenyList() }
    /// What answers anew each time.
    public var edition: (any AnyObject & Sendable)? { nil }
}
