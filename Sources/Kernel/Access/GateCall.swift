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
    /// Parts of the route that every request asks for: out of the whole they would be copied each time.
    let handler: RouteHandler
    let terms: AccessTerms
    let module: ModuleID
    /// Where its pace is kept, and its own limit if it is open.
    let place: RatePlace
    let limit: OpenLimit?

    init(_ route: RouteRegistration, of module: RegisteredModule, _ gate: Gate) {
        (self.gate, self.route) = (gate, route)
        (handler, terms, self.module) = (route.handler, route.terms, module.manifest.id)
        place = gate.paces.place(route.method, route.path, of: module.manifest.id)
        limit = if case .open(let limit) = route.access { limit } else { nil }
    }
}

/// One request at the gate of one route.
struct GateCall: Sendable {
    let guarded: GuardedRoute
    let context: AnonymousContext
    let entry: SiteEntry

    private var gate: Gate { guarded.gate }
    private var route: RouteRegistration { guarded.route }
    private var request: Request { context.request }
    private var terms: AccessTerms { guarded.terms }

    @inline(__always)
    func answer() async throws -> GateAnswer {
        switch guarded.handler {
        case .staff(let handler): try await staff(handler)
        case .portal(let handler): try await portal(handler)
        case .person(let handler): try await person(handler)
        case .agency(let handler): try await agency(handler)
        case .operator(let handler): try await operatorRoom(handler)
        case .webhook(let handler): GateAnswer(try await webhook(handler), for: .stranger)
        case .signedLink(let handler): GateAnswer(try await handler(request, try link()), for: .stranger)
        case .open(let handler): GateAnswer(try await handler(request, try open()), for: .stranger)
        }
    }

    // MARK: Each kind earns its context

    private func staff(_ handler: RouteHandler.Handler<any StaffContext>) async throws -> GateAnswer {
        let tenant = try ownTenant()
        try checkModule()
        try crossSite.checkHead()
        let principal = try await staffPrincipal(of: tenant)
        try check { principal.grants[$0] != nil }
        try checkProof(principal.session)
        let request = try await crossSite.meant(for: principal.session)
        let room = gate.room(of: principal, context, entry)
        let answer = try await handler(request, room).telling(principal.allowance)
        return GateAnswer(answer, for: .staff(principal), room.place.token)
    }

    private func portal(_ handler: RouteHandler.Handler<any PortalContext>) async throws -> GateAnswer {
        let tenant = try ownTenant()
        try checkModule()
        try crossSite.checkHead()
        let found = try await gate.principals.customer(of: request, at: entry)
        guard let principal = found, principal.tenant == tenant else { throw Problem(.unauthenticated) }
        try check(principal.permissions.contains)
        guard let portal = gate.databases.portal else { throw Problem(.unavailable) }
        let request = try await crossSite.meant(for: principal.session)
        let token = token(for: principal.session)
        let room = PortalRoom(
            door: TenantDoor(tenant: tenant, customer: principal.customer, portal: portal),
            place: place(for: nil, token), customer: principal.customer)
        return GateAnswer(try await handler(request, room), for: .customer(principal), token)
    }

    /// Whoever is signed in by a session; a key is nobody's own.
    private func person(_ handler: RouteHandler.Handler<any PersonContext>) async throws -> GateAnswer {
        try crossSite.checkHead()
        let found = try await signedIn()
        guard let session = found.session else { throw Problem(.unauthenticated) }
        // An account is its owner's alone.
        if session.visit != nil, !terms.takesVisits { throw Problem(.visiting) }
        try checkProof(session)
        let request = try await crossSite.meant(for: session)
        let token = token(for: session)
        let room = PersonRoom(
            user: found.user, session: session.id, person: found.person ?? unnamed,
            isFresh: session.isFresh(gate.clock.now()), place: place(for: found.person, token, found.user))
        return GateAnswer(try await handler(request, room), for: found.reader, token)
    }

    private func agency(_ handler: RouteHandler.Handler<any AgencyContext>) async throws -> GateAnswer {
        guard let agency = entry.site.agency else { throw Problem(.notFound) }
        let (principal, request) = try await housePrincipal(of: agency)
        let token = token(for: principal.session)
        let room = AgencyRoom(
            agency: agency, user: principal.user, place: place(for: principal.person, token, principal.user))
        return GateAnswer(try await handler(request, room), for: .house(principal), token)
    }

    private func operatorRoom(_ handler: RouteHandler.Handler<any OperatorContext>) async throws -> GateAnswer {
        let (principal, request) = try await housePrincipal(of: nil)
        let token = token(for: principal.session)
        let room = OperatorRoom(user: principal.user, place: place(for: principal.person, token, principal.user))
        return GateAnswer(try await handler(request, room), for: .house(principal), token)
    }

    /// The address names the tenant, the verifier weighs the message. A site of another tenant is as good as none.
    private func webhook(_ handler: RouteHandler.Handler<any WebhookContext>) async throws -> RouteAnswer {
        guard let verifier = route.verifier, let token = context.parameters[Endpoints.parameter] else {
            throw Problem(.notFound)
        }
        guard
            let tenant = try await Endpoints(gate.databases.control).tenant(of: token, module: guarded.module),
            tenant == entry.site.tenant
        else { throw Problem(.notFound) }
        try checkModule()
        let door = TenantDoor(tenant: tenant, gate.databases.app)
        let message = try await request.body.collect(upTo: verifier.mostBytes)
        if gate.weighsMessages { try await verifier.verify(request, message, door) }
        let room = WebhookRoom(door: door, place: CallPlace(context, entry), message: message)
        return try await handler(request, room)
    }

    private func link() throws -> LinkRoom {
        guard case .signedLink(let purpose) = route.access else { throw Problem(.notFound) }
        let tenant = try ownTenant()
        try checkModule()
        let text = request.head.query.flatMap { try? QueryItems($0) }?[SignedLink.parameter] ?? ""
        guard let link = gate.links.link(in: text, for: purpose, now: gate.clock.now()), link.tenant == tenant else {
            throw Problem(.linkInvalid)
        }
        return LinkRoom(
            door: TenantDoor(tenant: tenant, gate.databases.app), place: CallPlace(context, entry),
            subject: link.subject)
    }

    private func open() throws -> OpenRoom {
        if entry.site.tenant != nil { try checkModule() }
        if !terms.takesOtherSites { try crossSite.checkHead() }
        let door = entry.site.tenant.map { TenantDoor(tenant: $0, gate.databases.app) }
        return OpenRoom(tenantContext: door, place: place(for: nil, nil))
    }

    // MARK: Who asks

    private func staffPrincipal(of tenant: TenantID) async throws -> StaffPrincipal {
        guard let principal = try await gate.principals.staff(of: request, at: entry), principal.tenant == tenant else {
            throw Problem(.unauthenticated)
        }
        return principal
    }

    /// Somebody of the agency, of the operator where there is none, and the request that they meant.
    private func housePrincipal(of agency: AgencyID?) async throws -> (HousePrincipal, Request) {
        try crossSite.checkHead()
        guard let principal = try await gate.principals.house(of: request, at: entry), principal.agency == agency else {
            throw Problem(.unauthenticated)
        }
        try checkProof(principal.session)
        return (principal, try await crossSite.meant(for: principal.session))
    }

    private func signedIn() async throws -> (
        user: UserID, session: HeldSession?, person: PersonProfile?, reader: PageReader
    ) {
        if let tenant = entry.site.tenant {
            try checkModule()
            let principal = try await staffPrincipal(of: tenant)
            return (principal.user, principal.session, principal.person, .staff(principal))
        }
        guard let principal = try await gate.principals.house(of: request, at: entry),
            principal.agency == entry.site.agency
        else { throw Problem(.unauthenticated) }
        return (principal.user, principal.session, principal.person, .house(principal))
    }

    /// Whoever is known without a name, as the people of a drill are.
    private var unnamed: PersonProfile {
        PersonProfile(name: "", address: "", language: request.language(at: entry), timeZone: "UTC")
    }

    private var crossSite: CrossSiteGuard { CrossSiteGuard(request: request, tokens: gate.forms) }

    private func token(for session: HeldSession?) -> PageToken? { gate.token(for: session) }

    private func place(for person: PersonProfile?, _ token: PageToken?, _ user: UserID? = nil) -> CallPlace {
        CallPlace(context, entry, person: person, token: token, store: gate.store, user: user)
    }

    /// Who truly asks.
    var client: IPAddress? { gate.proxies.client(of: request) }

    // MARK: What they are held to

    private func ownTenant() throws -> TenantID {
        guard let tenant = entry.site.tenant else { throw Problem(.notFound) }
        return tenant
    }

    /// A module that is off leaves no trace: its routes are as unknown as any other path.
    private func checkModule() throws {
        guard gate.registry.isOn(guarded.module, at: entry) else { throw Problem(.notFound) }
    }

    private func check(_ holds: (String) -> Bool) throws {
        guard let needed = route.access.permission, holds(needed.text) else { throw Problem(.forbidden) }
    }

    private func checkProof(_ session: HeldSession?) throws {
        guard terms.needsFreshProof else { return }
        if session?.visit != nil { throw Problem(.visiting) }
        guard session?.isFresh(gate.clock.now()) == true else { throw Problem(.stepUpNeeded) }
    }
}

extension ProblemCode {
    /// Out of reach for who works in somebody's place.
    public static let visiting = ProblemCode(
        "visiting", status: 403, title: "This stays out of reach while you work in somebody's place")
    /// The link was not made by this house for this door, or its time is over.
    public static let linkInvalid = ProblemCode(
        "link-invalid", status: 403, title: "This link is not valid, or no longer")
}
