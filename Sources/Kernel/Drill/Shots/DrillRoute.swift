import HTTP
import ModuleKit

/// A route as the drill sees it: what in it names a record, and of which table.
struct DrillRoute: Sendable {
    let module: RegisteredModule
    let route: RouteRegistration
    /// Parameters of the path with the table whose record each names; nil for those that name something else.
    let parameters: [(name: String, table: String?)]
    /// Fields of the body that take an id, with their tables.
    let idFields: [(name: String, table: String)]

    init(_ route: RouteRegistration, of module: RegisteredModule) {
        (self.module, self.route) = (module, route)
        let schema = module.manifest.id.text
        parameters = route.path.parameterNames.map { name in
            (name, route.freeParameters.contains(name) ? nil : "\(schema).\(name)")
        }
        idFields = route.input.compactMap { field in
            if case .id(let table) = field.kind { (field.name, table.text) } else { nil }
        }
    }

    /// All routes of a registry that a module has written itself.
    static func all(of registry: Registry) -> [DrillRoute] {
        registry.modules.flatMap { module in
            module.registrar.routes.filter { !$0.isOfHouse }.map { DrillRoute($0, of: module) }
        }
    }

    /// As reports name it.
    var label: String { "\(route.method.rawValue) \(route.path)" }

    /// Routes that speak of no tenant's records by their nature: for them an answer is enough. The others must show that
    /// they had something to show, or nothing is proven by their silence.
    var hasDataByNature: Bool {
        switch route.access {
        case .staff, .portal, .signedLink: true
        case .person, .agency, .operator, .webhook, .open: false
        }
    }

    var hasIDs: Bool { parameters.contains { $0.table != nil } || !idFields.isEmpty }

    /// The door at which the route stands, for a tenant.
    func door(of tenant: DrillTenant) -> DrillShot.Door {
        switch route.access {
        case .staff, .person, .webhook, .signedLink, .open: .app(tenant.place)
        case .portal: .portal(tenant.place)
        case .agency: .agency(tenant.agency)
        case .operator: .operator
        }
    }

    /// Who may call it.
    func caller(of tenant: DrillTenant, set: Int) -> DrillCaller {
        switch route.access {
        case .staff, .person: .staff(tenant.place, .all)
        case .portal: .customer(tenant.place, set: set, .all)
        case .agency: .agency(tenant.agency)
        case .operator: .operator
        case .webhook, .signedLink, .open: .nobody
        }
    }
}
