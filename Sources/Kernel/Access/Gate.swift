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
    let clock: any WallClock
    let proxies: TrustedProxies
    let limiter: RateLimiter
    let face: HouseFace
    let menu: HouseMenu
    /// False in the drill alone, which asks whose endpoint it is and has no sender's key.
    var weighsMessages = true

    /// A gate over the house's modules. Behind proxies of ours it must know them, or all clients are one to it.
    public init(
        registry: Registry, sites: any SiteLookup, databases: Databases, principals: any Principals, links: LinkSeal,
        clock: any WallClock, trusting proxies: TrustedProxies = TrustedProxies([]),
        face: HouseFace? = nil
    ) {
        (self.registry, self.sites, self.databases) = (registry, sites, databases)
        (self.principals, self.links, self.clock, self.proxies) = (principals, links, clock, proxies)
        limiter = RateLimiter()
        self.face = face ?? HouseFace(sites: sites)
        menu = HouseMenu(registry)
    }

    /// The routes of all modules, each behind the gate.
    public var routes: [Route] {
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
        let asker = GateCall(guarded: guarded, context: context, entry: entry)
        let answer = try await asker.answer()
        switch answer.content {
        case .response(let response): return response
        case .page(let page):
            return guarded.gate.page(page, for: answer.reader, context.request, at: entry)
        }
    }

    private func page(_ page: PageContent, for reader: PageReader, _ request: Request, at entry: SiteEntry) -> Response
    {
        let view = face.view(request, at: entry)
        let path = request.head.path
        return view.page(
            ModulePage(content: page, reader: reader, view: view, entry: entry, menu: menu, path: path).html)
    }
}

extension AccessRule {
    /// The faces on which a route with this access stands.
    public var surfaces: Set<Site.Surface> {
        switch self {
        case .staff: [.app]
        case .portal: [.portal]
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
