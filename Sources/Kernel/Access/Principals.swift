public import Core
public import HTTP
import ModuleKit

/// One of a tenant's people, known by what came with the request.
public struct StaffPrincipal: Sendable, Hashable {
    /// Who.
    public let user: UserID
    /// In which tenant.
    public let tenant: TenantID
    /// What the role holds, by name.
    public let permissions: Set<String>
    /// The key that a program came with instead of a session.
    public let key: UUIDv7?
    /// What is left of their pace.
    var allowance: PaceAllowance?

    /// Somebody.
    public init(user: UserID, tenant: TenantID, permissions: Set<String>, key: UUIDv7? = nil) {
        (self.user, self.tenant, self.permissions, self.key) = (user, tenant, permissions, key)
    }
}

/// One of a tenant's customers.
public struct CustomerPrincipal: Sendable, Hashable {
    /// Who.
    public let customer: CustomerID
    /// Of which tenant.
    public let tenant: TenantID
    /// What the portal gives, by name.
    public let permissions: Set<String>

    /// Somebody.
    public init(customer: CustomerID, tenant: TenantID, permissions: Set<String>) {
        (self.customer, self.tenant, self.permissions) = (customer, tenant, permissions)
    }
}

/// Somebody of an agency, or of the operator where there is none.
public struct HousePrincipal: Sendable, Hashable {
    /// Who.
    public let user: UserID
    /// Which agency.
    public let agency: AgencyID?

    /// Somebody.
    public init(user: UserID, agency: AgencyID?) { (self.user, self.agency) = (user, agency) }
}

/// Finds out who asks, from cookies or keys. It says whom it knows; whether they may is the gate's to judge.
public protocol Principals: Sendable {
    /// One of a tenant's people.
    func staff(of request: Request, at entry: SiteEntry) async throws -> StaffPrincipal?
    /// One of a tenant's customers.
    func customer(of request: Request, at entry: SiteEntry) async throws -> CustomerPrincipal?
    /// Somebody of the agency or the operator.
    func house(of request: Request, at entry: SiteEntry) async throws -> HousePrincipal?
}

/// Knows nobody: every door that asks who comes stays shut.
public struct NobodyIsKnown: Principals {
    /// Knows nobody.
    public init() {}
    /// Nobody.
    public func staff(of request: Request, at entry: SiteEntry) async throws -> StaffPrincipal? { nil }
    /// Nobody.
    public func customer(of request: Request, at entry: SiteEntry) async throws -> CustomerPrincipal? { nil }
    /// Nobody.
    public func house(of request: Request, at entry: SiteEntry) async throws -> HousePrincipal? { nil }
}
