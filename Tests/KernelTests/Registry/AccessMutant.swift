import Core
import HTTP
import ModuleKit
import SQL

@testable import Kernel
@testable import ModuleKit

/// A route whose access is weaker, or simply another, than it was declared; its handler is the same.
struct AccessMutant: Sendable {
    /// What was done to it.
    let kind: String
    let route: RouteRegistration

    /// Every way of changing the access of a route, made up from what the registry knows.
    static func all(of route: RouteRegistration, in registry: Registry) -> [AccessMutant] {
        let permissions = registry.modules.flatMap(\.manifest.permissions)
        let lent = Lent(route.handler)
        var rules: [(String, AccessRule, RouteHandler)] = [
            (
                "opened to everybody", .open(OpenLimit(perMinute: 50)),
                .open { try await lent.run($0, $1, $1.tenantContext) }
            ),
            ("given to whoever is signed in", .person, .person { try await lent.run($0, $1, nil) }),
            ("given to the agency", .agency, .agency { try await lent.run($0, $1, nil) }),
            ("given to the operator", .operator, .operator { try await lent.run($0, $1, nil) }),
            (
                "given to holders of a link", .signedLink(LinkPurpose("sample.mutant")),
                .signedLink { try await lent.run($0, $1, $1) }
            ),
        ]
        for permission in permissions {
            rules.append(
                (
                    "given to staff with another permission", .staff(permission),
                    .staff { try await lent.run($0, $1, $1) }
                ))
            rules.append(
                (
                    "given to customers with another permission", .portal(permission),
                    .portal { try await lent.run($0, $1, $1) }
                ))
        }
        if case .open(let limit) = route.access {
            rules.append(("limit doubled", .open(OpenLimit(perMinute: limit.perMinute * 2)), route.handler))
            rules.append(("limit halved", .open(OpenLimit(perMinute: limit.perMinute / 2)), route.handler))
        }
        return rules.filter { $0.1 != route.access }.map { kind, rule, handler in
            AccessMutant(
                kind: kind,
                route: RouteRegistration(
                    route.method, route.path, rule, route.terms, input: route.input,
                    freeParameters: route.freeParameters, verifier: route.verifier, handler))
        }
    }
}

/// Runs a handler of any kind with whatever context there is, as a wrong registration would.
private struct Lent: Sendable {
    private let handler: RouteHandler

    init(_ handler: RouteHandler) { self.handler = handler }

    func run(
        _ request: Request, _ place: any RouteContext, _ tenant: (any TenantContext)?
    ) async throws -> RouteAnswer {
        let context = LentContext(place: place, door: tenant)
        return switch handler {
        case .staff(let handler): try await handler(request, context)
        case .portal(let handler): try await handler(request, context)
        case .person(let handler): try await handler(request, LentPerson(place: place))
        case .agency(let handler): try await handler(request, context)
        case .operator(let handler): try await handler(request, context)
        case .webhook(let handler): try await handler(request, context)
        case .signedLink(let handler): try await handler(request, context)
        case .open(let handler): try await handler(request, context)
        }
    }
}

/// Every context at once.
private struct LentContext: StaffContext, PortalContext, AgencyContext, OperatorContext, WebhookContext, LinkContext,
    OpenContext
{
    let place: any RouteContext
    let door: (any TenantContext)?

    var tenantContext: (any TenantContext)? { door }
    var tenant: TenantID { door?.tenant ?? TenantID(UUIDv7(high: 0, low: 0)) }
    var user: UserID { UserID(tenant.uuid) }
    var customer: CustomerID { CustomerID(tenant.uuid) }
    var agency: AgencyID { place.site.agency ?? AgencyID(tenant.uuid) }
    var subject: UUIDv7 { tenant.uuid }
    var message: [UInt8] { [] }
    var site: Site { place.site }
    var parameters: PathParameters { place.parameters }
    var language: Language { place.language }

    var formToken: String? { nil }
    var teams: [TeamID] { [] }
    var session: SessionID? { nil }
    func scope(of permission: Permission) -> Scope? { .all }
    var fieldRules: [String: FieldRule] { [:] }
    func query(_ query: Query) async throws -> Rows { try await opened.query(query) }
    func queries(_ queries: [Query]) async throws -> [Rows] { try await opened.queries(queries) }
    func transaction<Success: Sendable>(
        _ body: @Sendable (any Database) async throws -> Success
    ) async throws -> Success {
        try await opened.transaction(body)
    }

    private var opened: any TenantContext {
        get throws {
            guard let door else { throw Problem(.notFound) }
            return door
        }
    }
}

/// Somebody who is nobody.
private struct LentPerson: PersonContext {
    let place: any RouteContext

    var user: UserID { UserID(UUIDv7(high: 0, low: 0)) }
    var session: SessionID { SessionID(UUIDv7(high: 0, low: 0)) }
    var agency: AgencyID? { place.site.agency }
    var tenant: TenantID? { place.site.tenant }
    var person: PersonProfile { PersonProfile(name: "", address: "", language: .tr, timeZone: "UTC") }
    var isFresh: Bool { true }
    var site: Site { place.site }
    var parameters: PathParameters { place.parameters }
    var language: Language { place.language }
    var formToken: String? { nil }
}
