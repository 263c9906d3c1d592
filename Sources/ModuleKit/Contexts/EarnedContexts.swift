public import Core

/// One of the tenant's people, signed in and allowed.
public protocol StaffContext: TenantContext, RouteContext {
    /// Who.
    var user: UserID { get }
    /// Their teams.
    var teams: [TeamID] { get }
    /// The session they are signed in by; nil for a program with a key of theirs.
    var session: SessionID? { get }
    /// With whose records the role holds a permission; nil when it does not hold it. One that has no scope is held for
    /// all.
    func scope(of permission: Permission) -> Scope?
    /// What the role does not do with fields, by the field's name; `sight(of:)` is what readers use.
    var fieldRules: [String: FieldRule] { get }
}

extension StaffContext {
    /// Whether the role holds another permission, for pages that show what may be done.
    public func may(_ permission: Permission) -> Bool { scope(of: permission) != nil }
}

/// Somebody who is signed in at this site, whatever they may do: one of a tenant's people, of the agency or of the
/// operator. For what concerns nobody but themselves.
public protocol PersonContext: RouteContext {
    /// Who.
    var user: UserID { get }
    /// The session they are signed in by.
    var session: SessionID { get }
    /// The agency whose person they are; nil for the operator's.
    var agency: AgencyID? { get }
    /// The tenant at whose site they are; nil above the tenants.
    var tenant: TenantID? { get }
    /// Their name, address, language and zone.
    var person: PersonProfile { get }
    /// Whether they proved who they are a short while ago. A route that always needs this is registered for
    /// `.person.fresh`.
    var isFresh: Bool { get }
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
