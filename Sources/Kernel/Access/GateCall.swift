public import Core
import Crypto
import HTTP
import HTTPServer
import ModuleKit
import Postgres
import SQL

/// A route behind the gate, made once: what every request to it shares.
final class GuardedRoute: Sendable {
    let gate: Gate
    let route: RouteRegistration
    let module: RegisteredModule
    let paced: PacedRoute

    init(_ route: RouteRegistration, of module: RegisteredModule, _ gate: Gate) {
        (self.gate, self.route, self.module) = (gate, route, module)
        paced = PacedRoute(route.method, route.path, of: module.manifest.id)
    }
}

/// One request at the gate of one route.
struct GateCall: Sendable {
    let guarded: GuardedRoute
    let context: AnonymousContext
    let entry: SiteEntry

    private var gate: Gate { guarded.gate }
    private var route: RouteRegistration { guarded.route }
    private var module: RegisteredModule { guarded.module }
    private var request: Request { context.request }
    private var place: CallPlace { CallPlace(context, entry) }

    @inline(__always)
    func answer() async throws -> (content: RouteAnswer, reader: PageReader) {
        switch route.handler {
        case .staff(let handler):
            let room = try await staff()
            return (try await handler(request, room), .staff(room.principal.permissions))
        case .portal(let handler):
            let (room, held) = try await portal()
            return (try await handler(request, room), .customer(held))
        case .agency(let handler): return (try await handler(request, try await agency()), .house)
        case .operator(let handler): return (try await handler(request, try await operatorRoom()), .house)
        case .webhook(let handler): return (try await webhook(handler), .stranger)
        case .signedLink(let handler): return (try await handler(request, try link()), .stranger)
        case .open(let handler): return (try await handler(request, try open()), .stranger)
        }
    }

    // MARK: Each kind earns its context

    private func staff() async throws -> StaffRoom {
        let tenant = try ownTenant()
        try checkModule()
        guard let principal = try await gate.principals.staff(of: request, at: entry), principal.tenant == tenant else {
            throw Problem(.unauthenticated)
        }
        try check(principal.permissions)
        return StaffRoom(door: TenantDoor(tenant: tenant, gate.databases.app), place: place, principal: principal)
    }

    private func portal() async throws -> (PortalRoom, Set<String>) {
        let tenant = try ownTenant()
        try checkModule()
        let found = try await gate.principals.customer(of: request, at: entry)
        guard let principal = found, principal.tenant == tenant else { throw Problem(.unauthenticated) }
        try check(principal.permissions)
        guard let portal = gate.databases.portal else { throw Problem(.unavailable) }
        let door = TenantDoor(tenant: tenant, customer: principal.customer, portal: portal)
        return (PortalRoom(door: door, place: place, customer: principal.customer), principal.permissions)
    }

    private func agency() async throws -> AgencyRoom {
        guard let agency = entry.site.agency else { throw Problem(.notFound) }
        guard let principal = try await gate.principals.house(of: request, at: entry), principal.agency == agency else {
            throw Problem(.unauthenticated)
        }
        return AgencyRoom(agency: agency, user: principal.user, place: place)
    }

    private func operatorRoom() async throws -> OperatorRoom {
        guard let principal = try await gate.principals.house(of: request, at: entry), principal.agency == nil else {
            throw Problem(.unauthenticated)
        }
        return OperatorRoom(user: principal.user, place: place)
    }

    /// The address names the tenant, the verifier weighs the message. A site of another tenant is as good as none.
    private func webhook(_ handler: RouteHandler.Handler<any WebhookContext>) async throws -> RouteAnswer {
        guard let verifier = route.verifier, let token = context.parameters[Endpoints.parameter] else {
            throw Problem(.notFound)
        }
        guard
            let tenant = try await Endpoints(gate.databases.control).tenant(of: token, module: module.manifest.id),
            tenant == entry.site.tenant
        else { throw Problem(.notFound) }
        try checkModule()
        let door = TenantDoor(tenant: tenant, gate.databases.app)
        let message = try await request.body.collect(upTo: verifier.mostBytes)
        if gate.weighsMessages { try await verifier.verify(request, message, door) }
        return try await handler(request, WebhookRoom(door: door, place: place, message: message))
    }

    private func link() throws -> LinkRoom {
        guard case .signedLink(let purpose) = route.access else { throw Problem(.notFound) }
        let tenant = try ownTenant()
        try checkModule()
        let text = request.head.query.flatMap { try? QueryItems($0) }?[SignedLink.parameter] ?? ""
        guard let link = gate.links.link(in: text, for: purpose, now: gate.clock.now()), link.tenant == tenant else {
            throw Problem(.linkInvalid)
        }
        return LinkRoom(door: TenantDoor(tenant: tenant, gate.databases.app), place: place, subject: link.subject)
    }

    private func open() throws -> OpenRoom {
        if entry.site.tenant != nil { try checkModule() }
        if case .open(let limit) = route.access {
            let key = guarded.paced.key(for: entry.site.tenant, from: client)
            try gate.limiter.take(key, limit.rule, now: gate.clock.now()).check()
        }
        let door = entry.site.tenant.map { TenantDoor(tenant: $0, gate.databases.app) }
        return OpenRoom(tenantContext: door, place: place)
    }

    /// Who truly asks: behind a proxy of ours the peer is always that proxy. What the proxy says and cannot be read
    /// counts as its own call, so that nonsense earns nobody a bucket.
    private var client: IPAddress? {
        guard let peer = request.peer.address else { return nil }
        let origin = try? gate.proxies.origin(peer: peer, field: request.head.joinedValue(of:))
        return origin?.address ?? peer
    }

    // MARK: What they are held to

    private func ownTenant() throws -> TenantID {
        guard let tenant = entry.site.tenant else { throw Problem(.notFound) }
        return tenant
    }

    /// A module that is off leaves no trace: its routes are as unknown as any other path.
    private func checkModule() throws {
        guard gate.registry.isOn(module.manifest.id, at: entry) else { throw Problem(.notFound) }
    }

    private func check(_ held: Set<String>) throws {
        guard let needed = route.access.permission, held.contains(needed.text) else { throw Problem(.forbidden) }
    }
}

extension ProblemCode {
    /// The link was not made by this house for this door, or its time is over.
    public static let linkInvalid = ProblemCode(
        "link-invalid", status: 403, title: "This link is not valid, or no longer")
}
