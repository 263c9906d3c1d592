import Core
import EventLoop
public import HTTP

/// What every request passes on its way to a handler and back: the route, the handler's errors turned into problems, the
/// account. The kernel composes it; nobody reorders it.
public struct WebChain: Responder {
    private let router: Router
    private let metrics: RouteMetrics
    private let log: Log

    /// A chain over the routes.
    public init(routes: [Route], metrics: RouteMetrics, log: Log) throws(RouteConflict) {
        router = try Router(routes)
        (self.metrics, self.log) = (metrics, log)
    }

    /// Answers.
    public func respond(to request: Request) async -> Response {
        let start = monotonicNanoseconds()
        var route: Int?
        let response: Response
        switch router.match(request.method, request.head) {
        case .route(let index, let parameters):
            route = index
            response = await run(
                router.routes[index].handler, AnonymousContext(request: request, parameters: parameters))
        case .otherMethods(let methods): response = otherMethods(methods, request)
        case .none: response = problem(Problem(.notFound), request)
        case .malformed: response = problem(Problem(.badRequest), request)
        }
        metrics.record(route: route, status: response.status, nanoseconds: monotonicNanoseconds() &- start)
        return response
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
            return problem(found, context.request)
        }
    }

    private func otherMethods(_ methods: [Method], _ request: Request) -> Response {
        let allowed = Method.allCases.filter { method in
            methods.contains(method) || method == .options || method == .head && methods.contains(.get)
        }
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        if request.method == .options { return Response(.noContent, fields: Fields((.allow, list))) }
        var response = problem(Problem(.methodNotAllowed), request)
        response.fields.append(.allow, list)
        return response
    }

    private func problem(_ problem: Problem, _ request: Request) -> Response {
        Response(problem, request: request)
    }
}
