import HTTP
import HTTPServer
import ModuleKit

/// Finds out who asks, and holds them to their pace at once.
struct PacedPrincipals: Principals {
    private let principals: any Principals
    private let paces: Paces

    init(_ principals: any Principals, _ paces: Paces) { (self.principals, self.paces) = (principals, paces) }

    func staff(of request: Request, at entry: SiteEntry) async throws -> StaffPrincipal? {
        guard var found = try await principals.staff(of: request, at: entry) else { return nil }
        found.allowance = try await paces.admit(found.key.map { .key($0) } ?? .user(found.user), at: entry)
        return found
    }

    func customer(of request: Request, at entry: SiteEntry) async throws -> CustomerPrincipal? {
        guard let found = try await principals.customer(of: request, at: entry) else { return nil }
        _ = try await paces.admit(.customer(found.customer), at: entry)
        return found
    }

    func house(of request: Request, at entry: SiteEntry) async throws -> HousePrincipal? {
        guard let found = try await principals.house(of: request, at: entry) else { return nil }
        _ = try await paces.admit(.user(found.user), at: entry)
        return found
    }

    func departed(of request: Request, at entry: SiteEntry) async throws -> DepartedPrincipal? {
        guard let found = try await principals.departed(of: request, at: entry) else { return nil }
        _ = try await paces.admit(.user(found.user), at: entry)
        return found
    }
}

extension RouteAnswer {
    /// The same with what is left to a program, for it to keep its pace by itself.
    func telling(_ allowance: PaceAllowance?) -> RouteAnswer {
        guard let allowance, allowance.isForPrograms, case .response(var response) = self else { return self }
        allowance.write(into: &response.fields)
        return .response(response)
    }
}

extension TrustedProxies {
    /// Who truly asks: behind a proxy of ours the peer is always that proxy. What the proxy says and cannot be read
    /// counts as its own call, so that nonsense earns nobody a bucket.
    func client(of request: Request) -> IPAddress? {
        guard let peer = request.peer.address else { return nil }
        let origin = try? origin(peer: peer, field: request.head.joinedValue(of:))
        return origin?.address ?? peer
    }
}
