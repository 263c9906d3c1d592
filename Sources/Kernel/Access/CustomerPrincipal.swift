public import Core

/// One of a tenant's customers.
public struct CustomerPrincipal: Sendable, Hashable {
    /// Who.
    public let customer: CustomerID
    /// Of which tenant.
    public let tenant: TenantID
    /// What the portal gives, by name.
    public let permissions: Set<String>
    /// The session they are signed in by.
    public let session: HeldSession?

    /// Somebody.
    public init(customer: CustomerID, tenant: TenantID, permissions: Set<String>, session: HeldSession? = nil) {
        (self.customer, self.tenant, self.permissions, self.session) = (customer, tenant, permissions, session)
    }
}
