import Core
import HTTP
import ModuleKit

extension OpenLimit {
    /// So many at once, refilled evenly over a minute.
    var rule: RateRule { RateRule(perMinute) }
}

/// Which open route, worked out once for all requests to it: two routes of one path are two.
struct PacedRoute: Sendable {
    private let number: Int

    init(_ method: Method, _ path: PathTemplate, of module: ModuleID) {
        number = "\(module.text) \(method.rawValue) \(path.text)".hashValue
    }

    /// Whose pace at this route: two tenants of one route share none.
    func key(for tenant: TenantID?, from client: IPAddress?) -> RateKey {
        RateKey(.address(client), in: tenant, routeNumber: number)
    }
}
