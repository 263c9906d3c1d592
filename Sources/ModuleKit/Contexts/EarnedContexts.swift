public import Core

/// One of the tenant's people, signed in and allowed.
public protocol StaffContext: TenantContext, RouteContext {
    /// Who.
    var user: UserID { get }
    /// Whether the role holds another permission, for pages that show what may be done.
    func may(_ permission: Permission) -> Bool
}

/// One of the tenant's customers, signed in. The wall shows nothing that is another customer's.
public protocol PortalContext: TenantContext, RouteContext {
    /// Who.
    var customer: CustomerID { get }
}

/// Somebody of the agency. Its tenants' data stay behind their walls.
public protocol AgencyContext: RouteContext {
    /// Which agency.
    var agency: AgencyID { get }
    /// Who.
    var user: UserID { get }
}

/// Somebody of the operator. The tenants' data stay behind their walls.
public protocol OperatorContext: RouteContext {
    /// Who.
    var user: UserID { get }
}

/// A machine whose message was verified.
public protocol WebhookContext: TenantContext, RouteContext {
    /// The message, read whole.
    var message: [UInt8] { get }
}

/// Somebody who holds a link that the house has signed.
public protocol LinkContext: TenantContext, RouteContext {
    /// What the link is about.
    var subject: UUIDv7 { get }
}

/// Anybody. On a tenant's site the tenant's data are within reach, so an open handler shows only what is public.
public protocol OpenContext: RouteContext {
    /// The tenant whose site was asked, if it is one's.
    var tenantContext: (any TenantContext)? { get }
}

/// The house itself, for work that goes over all tenants for which the module is on: one wall after another, never two
/// at once.
public protocol SystemContext: Sendable {
    /// Calls the closure for each of them; what it throws for one does not keep it from the next.
    func eachTenant(_ body: @Sendable (any TenantContext) async throws -> Void) async throws
}
