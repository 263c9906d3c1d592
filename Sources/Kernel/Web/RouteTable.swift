import HTTP
import ModuleKit

/// All routes of the house, by the face they stand on. What answers on any host comes first, so that a balancer's
/// question needs no site.
struct RouteTable: Sendable {
    /// The routes in the order they were given; metrics count by it.
    let routes: [Route]
    private let anywhere: Part
    private let surfaces: [Part]

    /// A class: to take one out of the list counts one reference, and not one for each of its router's lists.
    private final class Part: Sendable {
        let router: Router
        /// The place in the whole list of each of the router's routes.
        let places: [Int]

        init(_ routes: [Route], where isMember: (Route) -> Bool) throws(RouteConflict) {
            let places = routes.indices.filter { isMember(routes[$0]) }
            self.places = places
            router = try Router(places.map { routes[$0] })
        }

        func match(_ request: Request) -> Router.Match {
            switch router.match(request.method, request.head) {
            case .route(let index, let parameters): .route(places[index], parameters)
            case .otherMethods(let indices): .otherMethods(indices.map { places[$0] })
            case .none: .none
            case .malformed: .malformed
            }
        }
    }

    init(_ routes: [Route]) throws(RouteConflict) {
        self.routes = routes
        anywhere = try Part(routes) { $0.surfaces == nil }
        var parts: [Part] = []
        for surface in Site.Surface.allCases {
            parts.append(try Part(routes) { $0.surfaces == nil || $0.surfaces?.contains(surface) == true })
        }
        surfaces = parts
    }

    /// What answers on any host.
    func match(_ request: Request) -> Router.Match { anywhere.match(request) }

    /// The route that answers on any host, if one does.
    func routeAnywhere(_ request: Request) -> (index: Int, parameters: PathParameters)? {
        anywhere.router.route(request.method, request.head).map { (anywhere.places[$0.index], $0.parameters) }
    }

    /// What answers on a face; what answers anywhere is among it, so that no module takes its place.
    func match(_ request: Request, on surface: Site.Surface) -> Router.Match {
        surfaces[surface.place].match(request)
    }
}

extension Site.Surface {
    fileprivate var place: Int {
        switch self {
        case .operator: 0
        case .agency: 1
        case .app: 2
        case .portal: 3
        }
    }
}
