import Core
import EventLoop
public import HTTP
import ModuleKit

/// What every request passes on its way to a handler and back: the site, the route, the handler's errors turned into
/// problems, the account. The kernel composes it; nobody reorders it.
public struct WebChain: Responder {
    private let table: RouteTable
    private let sites: (any SiteLookup)?
    private let metrics: RouteMetrics
    private let log: Log
    private let face: HouseFace
    private let problems: ProblemPages?

    /// A chain over the routes. Without sites only the routes that stand anywhere answer.
    public init(
        routes: [Route], sites: (any SiteLookup)? = nil, metrics: RouteMetrics, log: Log, face: HouseFace? = nil,
        problems: ProblemPages? = nil
    ) throws(RouteConflict) {
        self.problems = problems
        table = try RouteTable(routes)
        (self.sites, self.metrics, self.log) = (sites, metrics, log)
        self.face = face ?? HouseFace(sites: sites)
    }

    /// Answers.
    public func respond(to request: Request) async -> Response {
        let start = monotonicNanoseconds()
        let (match, entry) = resolve(request)
        var route: Int?
        let response: Response
        switch match {
        case .route(let index, let parameters):
            route = index
            let context = AnonymousContext(request: request, parameters: parameters, entry: entry)
            response = await run(table.routes[index].handler, context)
        case .otherMethods(let indices): response = await otherMethods(indices, entry, request)
        case .some(.none): response = await problem(Problem(.notFound), request, entry)
        case .malformed: response = await problem(Problem(.badRequest), request, entry)
        case nil: response = await problem(whyNoSite(entry), request, entry)
        }
        metrics.record(route: route, status: response.status, nanoseconds: monotonicNanoseconds() &- start)
        return response
    }

    private func whyNoSite(_ entry: SiteEntry?) -> Problem {
        if entry != nil { return Problem(.siteClosed) }
        return sites?.isReady ?? true ? Problem(.misdirected) : Problem(.unavailable, retryAfter: 1)
    }

    /// What stands anywhere needs no site; everything else does. No match at all: the host is not served here, or its
    /// site is closed.
    private func resolve(_ request: Request) -> (Router.Match?, SiteEntry?) {
        let anywhere = table.match(request)
        if case .route = anywhere { return (anywhere, nil) }
        guard let sites else { return (anywhere, nil) }
        guard case .host(let host) = HostReading(request.head) else { return (.malformed, nil) }
        guard let entry = sites.entry(forHost: host) else { return (nil, nil) }
        // A closed site says so to everybody alike, before anything else is looked at.
        guard entry.isOpen else { return (nil, entry) }
        return (table.match(request, on: entry.site.surface), entry)
    }

    @inline(__always)
    private func run(_ handler: Route.Handler, _ context: AnonymousContext) async -> Response {
        do {
            return try await handler(context)
        } catch {
            let found = Problem(answering: error)
            if found.status >= 500 {
                log.error("request failed", request: context.request.id, cause: found)
            }
            return await problem(found, context.request, context.entry)
        }
    }

    /// Only routes that stand at this site count. Where none is left the path is as unknown as any other.
    private func otherMethods(_ indices: [Int], _ entry: SiteEntry?, _ request: Request) async -> Response {
        let methods = indices.map { table.routes[$0] }.filter { stands($0, at: entry) }.map(\.method)
        guard !methods.isEmpty else { return await problem(Problem(.notFound), request, entry) }
        let allowed = Method.allCases.filter { method in
            methods.contains(method) || method == .options || method == .head && methods.contains(.get)
        }
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        if request.method == .options { return Response(.noContent, fields: Fields((.allow, list))) }
        var response = await problem(Problem(.methodNotAllowed), request, entry)
        response.fields.append(.allow, list)
        return response
    }

    private func stands(_ route: Route, at entry: SiteEntry?) -> Bool {
        guard let isOn = route.isOn, let entry else { return true }
        return isOn(entry)
    }

    private func problem(_ problem: Problem, _ request: Request, _ entry: SiteEntry?) async -> Response {
        if let problems, let entry, var known = await problems.response(to: problem, request, at: entry) {
            if let seconds = problem.retryAfter { known.fields.append(.retryAfter, String(seconds)) }
            return known
        }
        return Response(problem, request: request, at: entry, face: face)
    }
}
