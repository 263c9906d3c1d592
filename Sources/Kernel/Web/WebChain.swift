import Core
import EventLoop
public import HTTP
import ModuleKit

/// What every request passes on its way to a handler and back: the site, the route, the handler's errors turned into
/// problems, the account. The kernel composes it; nobody reorders it. A class, so that a request holds it by one count and
/// not by one for each of its parts.
public final class WebChain: Responder {
    private let table: RouteTable
    private let sites: (any SiteLookup)?
    private let metrics: RouteMetrics
    private let memos: [HostMemo]
    private let log: Log
    private let face: HouseFace
    private let street: Street
    private let problems: ProblemPages?

    /// A chain over the routes. Without sites only the routes that stand anywhere answer.
    public init(
        routes: [Route], sites: (any SiteLookup)? = nil, metrics: RouteMetrics, log: Log, face: HouseFace? = nil,
        street: Street = Street(), problems: ProblemPages? = nil
    ) throws(RouteConflict) {
        self.problems = problems
        table = try RouteTable(routes)
        (self.sites, self.metrics, self.log, self.street) = (sites, metrics, log, street)
        memos = metrics.loops.map { HostMemo(loop: $0) }
        self.face = face ?? HouseFace(sites: sites)
    }

    /// Answers. Inlined, as each return from an async function takes the lock of the task's records.
    @inline(__always)
    public func respond(to request: Request) async -> Response {
        let start = monotonicNanoseconds()
        if let sites, sites.deniesAddresses, street.isDenied(request, by: sites) {
            // Before anything is looked up: whose host it asks for is none of its business.
            let response = Response(Problem(.addressNotAllowed), request: request, face: face)
            metrics.record(route: nil, status: response.status, nanoseconds: monotonicNanoseconds() &- start)
            return response
        }
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
        if let (index, parameters) = table.routeAnywhere(request) { return (.route(index, parameters), nil) }
        guard let sites else { return (table.match(request), nil) }
        switch site(of: request.head, in: sites) {
        case .malformed: return (.malformed, nil)
        case .unknown: return (nil, nil)
        case .site(let entry):
            // A closed site says so to everybody alike, before anything else is looked at.
            guard entry.isOpen else { return (nil, entry) }
            return (table.match(request, on: entry.site.surface), entry)
        }
    }

    private func site(of head: RequestHead, in sites: any SiteLookup) -> HostFinding {
        func read() -> HostFinding {
            guard case .host(let host) = HostReading(head) else { return .malformed }
            return sites.entry(forHost: host).map { .site($0) } ?? .unknown
        }
        guard let memo = HostMemo.current(of: memos) else { return read() }
        // The state of the map is asked for first: what is read after it can only be newer, and is then forgotten again.
        return memo.entry(of: head, in: sites.edition, read)
    }

    @inline(__always)
    private func run(_ handler: Route.Handler, _ context: AnonymousContext) async -> Response {
        do {
            return try await handler(context)
        } catch let refusal as RateRefusal {
            return tooSoon(refusal, context)
        } catch {
            let found = Problem(answering: error)
            if found.status >= 500 {
                log.error("request failed", request: context.request.id, cause: found)
            }
            return await problem(found, context.request, context.entry)
        }
    }

    /// Who comes too often is told so without being looked for: a storm must not reach the database by its refusals.
    private func tooSoon(_ refusal: RateRefusal, _ context: AnonymousContext) -> Response {
        var response = Response(refusal.problem, request: context.request, at: context.entry, face: face)
        refusal.write(into: &response.fields)
        return response
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
