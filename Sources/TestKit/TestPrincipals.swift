public import HTTP
public import Kernel

/// People by the word behind `Authorization: Test`.
public struct TestPrincipals: Principals {
    /// A tenant's people.
    public var staff: [String: StaffPrincipal] = [:]
    /// Customers.
    public var customers: [String: CustomerPrincipal] = [:]
    /// People of agencies and of the operator.
    public var house: [String: HousePrincipal] = [:]

    /// Nobody yet.
    public init() {}

    /// One of a tenant's people.
    public func staff(of request: Request, at entry: SiteEntry) async throws -> StaffPrincipal? {
        word(of: request).flatMap { staff[$0] }
    }

    /// One of a tenant's customers.
    public func customer(of request: Request, at entry: SiteEntry) async throws -> CustomerPrincipal? {
        word(of: request).flatMap { customers[$0] }
    }

    /// Somebody of the agency or the operator.
    public func house(of request: Request, at entry: SiteEntry) async throws -> HousePrincipal? {
        word(of: request).flatMap { house[$0] }
    }

    private func word(of request: Request) -> String? {
        guard let text = request.head[.authorization], text.hasPrefix("Test ") else { return nil }
        return String(text.dropFirst(5))
    }
}
