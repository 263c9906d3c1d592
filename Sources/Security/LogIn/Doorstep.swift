public import Core
public import HTTP
public import Kernel
import ModuleKit

/// Where somebody stands: the door of a tenant, of an agency or of the operator.
public struct Doorstep: Sendable, Hashable {
    /// Of which agency; none at the operator's.
    public let agency: AgencyID?
    /// Of which tenant; none above the tenants.
    public let tenant: TenantID?
    /// On which host.
    public let host: String

    /// The doorstep of a site.
    public init(_ entry: SiteEntry) {
        (agency, tenant, host) = (entry.site.agency, entry.site.tenant, entry.site.host)
    }

    /// A doorstep in its parts.
    public init(agency: AgencyID?, tenant: TenantID?, host: String) {
        (self.agency, self.tenant, self.host) = (agency, tenant, host)
    }

    /// Who a person is here.
    public func holder(_ person: UserID) -> SessionHolder {
        if let tenant { .staff(person, tenant) } else { .house(person, agency) }
    }
}

extension IPAddress {
    /// What one caller has all of: an IPv4 address, or the network of an IPv6 address.
    public var network: String {
        guard case .v6(let high, _) = unmapped else { return "\(unmapped)" }
        return "\(IPAddress.v6(high: high, low: 0))/64"
    }
}
