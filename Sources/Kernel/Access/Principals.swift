public import HTTP

/// Finds out who asks, from cookies or keys. It says whom it knows; whether they may is the gate's to judge.
public protocol Principals: Sendable {
    /// One of a tenant's people.
    func staff(of request: Request, at entry: SiteEntry) async throws -> StaffPrincipal?
    /// One of a tenant's customers.
    func customer(of request: Request, at entry: SiteEntry) async throws -> CustomerPrincipal?
    /// Somebody of the agency or the operator.
    func house(of request: Request, at entry: SiteEntry) async throws -> HousePrincipal?
    /// Whose session it was that the request carries and that is over. It opens nothing.
    func departed(of request: Request, at entry: SiteEntry) async throws -> DepartedPrincipal?
}

extension Principals {
    /// Nobody, where what is over is forgotten.
    public func departed(of request: Request, at entry: SiteEntry) async throws -> DepartedPrincipal? { nil }
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
