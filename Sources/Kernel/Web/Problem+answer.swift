public import Core
import EventLoop
public import HTTP
import ModuleKit
import Postgres

extension Problem {
    /// What a handler's error is to the world. Anything unknown is our fault and says no more than that.
    public init(answering error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as RateRefusal: self = refusal.problem
        case let fault as BodyFault: self.init(ofBody: fault)
        case let failure as TransactionError: self.init(answering: failure.first ?? failure)
        case let failure as PostgresError: self.init(ofDatabase: failure)
        case is CancellationError, is BlockingPool.Saturated:
            self.init(.unavailable, retryAfter: 1, underlying: error)
        default: self.init(.internal, underlying: error)
        }
    }

    private init(ofBody fault: BodyFault) {
        switch fault {
        case .tooLarge: self.init(.tooLarge)
        case .interrupted: self.init(.badRequest)
        case .tooSlow: self.init(.requestTimeout)
        }
    }

    private init(ofDatabase failure: PostgresError) {
        if failure.isTransient || failure.code == .cancelled || failure.sqlState == .queryCancelled {
            self.init(.unavailable, retryAfter: 1, underlying: failure)
        } else if failure.sqlState == .foreignKeyViolation || failure.sqlState == .uniqueViolation {
            // Somebody was quicker: what was there when the handler looked is gone, or is there now.
            self.init(.conflict, underlying: failure)
        } else {
            self.init(.internal, underlying: failure)
        }
    }
}

extension Response {
    /// A problem as RFC 9457 has it: JSON for programs, a page for people whose browser asked.
    public init(
        _ problem: Problem, request: Request, at entry: SiteEntry? = nil, face: HouseFace = HouseFace()
    ) {
        self =
            request.prefersPage
            ? face.page(problem, request, at: entry) : Response(json: problem, request: request)
        if let seconds = problem.retryAfter { fields.append(.retryAfter, String(seconds)) }
        if problem.status == 401 { fields.append(.wwwAuthenticate, "Bearer realm=\"konak\"") }
    }

    private init(json problem: Problem, request: Request) {
        var json = JSONWriter(reserveCapacity: 256)
        problem.write(into: &json, instance: request.id.description)
        self.init(
            Status(problem.status),
            fields: Fields((.contentType, "application/problem+json"), (.cacheControl, "no-store")),
            body: .bytes(json.finish()))
    }
}

extension FieldName {
    /// How a program may prove who it is. RFC 9110, 11.6.1.
    static let wwwAuthenticate = FieldName("www-authenticate")
}
