import Core
import HTTP
import ModuleKit

extension OpenLimit {
    /// So many at once, refilled evenly over a minute.
    var rule: RateRule { RateRule(perMinute) }
}

extension RateKey {
    /// Whose pace at which open route: two routes of one path, and two tenants of one route, share none.
    init(
        _ method: Method, _ path: PathTemplate, of module: ModuleID, for tenant: TenantID?, from client: IPAddress?
    ) {
        self.init(.address(client), in: tenant, route: "\(module.text) \(method.rawValue) \(path.text)")
    }
}
