public import Core
import EventLoop
public import HTTP
public import ModuleKit
import Postgres
import SQL

/// Stands before every handler of a module: is the site open, the module on, who asks, may they? Only what passes is
/// given a context, and the context is what opens the tenant's data.
public struct Gate: Sendable {
    let registry: Registry
    let sites: any SiteLookup
    let databases: Databases
    let principals: any Principals
    let links: LinkSeal
    let forms: FormTokens?
    let clock: any WallClock
    let proxies: TrustedProxies
    let paces: Paces
    let face: HouseFace
    let surroundings: (any PageSurroundings)?
    let menu: HouseMenu
    let scopes: ScopeBook
    /// What all nodes remember of forms; without it each remembers its own.
    let store: FormStore?
    let log: Log?
    /// False in the drill alone, which asks whose endpoint it is and has no sender's key.
    var weighsMessages = true

    /// A gate over the house's modules. Behind proxies of ours it must know them, or all clients are one to it.
    public init(
        registry: Registry, sites: any SiteLookup, databases: Databases, principals: any Principals, links: LinkSeal,
        forms: FormTokens? = nil, clock: any WallClock, trusting proxies: TrustedProxies = TrustedProxies([]),
        paces: Paces? = nil, face: HouseFace? = nil, surroundings: (any PageSurroundings)? = nil,
        store: FormStore? = nil, log: Log? = nil
    ) {
        (self.registry, self.sites, self.databases) = (registry, sites, databases)
        self.paces = paces ?? Paces(clock: clock)
        self.principals = PacedPrincipals(principals, self.paces)
        (self.links, self.clock, self.proxies) = (links, clock, proxies)
        (self.forms, self.surroundings, self.store, self.log) = (forms, surroundings, store, log)
        self.face = face ?? HouseFace(sites: sites)
        menu = HouseMenu(registry)
        scopes = ScopeBook(registry)
    }

    /// The routes of all modules, each behind the gate, and the search over all of them.
    public var routes: [Route] { ofModules + SearchDesk(gate: self).routes }

    private var ofModules: [Route] {
        registry.modules.flatMap { module in
            module.registrar.routes.map { registration in
                let guarded = GuardedRoute(registration, of: module, self)
                return Route(
                    registration.method, registration.path, on: registration.access.surfaces,
                    isOn: { stands(module, at: $0) }
                ) { context in
                    try await Self.pass(guarded, context)
                }
            }
        }
    }

    /// Whether a module's routes are to be known at a site. Modules are on or off for tenants; above them all stand.
    private func stands(_ module: RegisteredModule, at entry: SiteEntry) -> Bool {
        entry.site.tenant == nil || registry.isOn(module.manifest.id, at: entry)
    }

    /// Inlined, as each return from an async function takes the lock of the task's records.
    @inline(__always)
    private static func pass(_ guarded: GuardedRoute, _ context: AnonymousContext) async throws -> Response {
        guard let entry = context.entry else { throw Problem(.misdirected) }
        do {
            let call = GateCall(guarded: guarded, context: context, entry: entry)
            if let question = try guarded.gate.paces.enter(
                from: call.client, at: entry, guarded.place, limit: guarded.limit)
            {
                try await guarded.gate.paces.settle(question)
            }
            let answer = try await call.answer()
            // Most answers of programs are whole already; to copy what shapes pages would cost them thirty retains.
            if case .response(let response) = answer.content { return response }
            let shaped = HouseAnswer(gate: guarded.gate, context: context, entry: entry, answer: answer)
            return try await shaped.response
        } catch let problem as Problem {
            let way = WayIn(
                access: guarded.route.access, request: context.request, entry: entry, face: guarded.gate.face)
            let kept = await FormKeeping(guarded: guarded, request: context.request, entry: entry).keep(after: problem)
            guard let response = way.answer(to: problem, keeping: kept) else { throw problem }
            return response
        }
    }
}

extension AccessRule {
    /// The faces on which a route with this access stands.
    public var surfaces: Set<Site.Surface> {
        switch self {
        case .staff: [.app]
        case .portal: [.portal]
        case .person: [.app, .agency, .operator]
        case .agency: [.agency]
        case .operator: [.operator]
        case .webhook, .signedLink: [.app, .portal]
        case .open: [.app, .portal, .agency, .operator]
        }
    }
}

extension ProblemCode {
    /// The site's agency or tenant is suspended, closing or gone.
    public static let siteClosed = ProblemCode("site-closed", status: 403, title: "This site is closed")
}
