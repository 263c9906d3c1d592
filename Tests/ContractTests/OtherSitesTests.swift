import Core
import Crypto
import EventLoop
import HTTP
import ModuleKit
import Postgres
import SampleModule
import Synchronization
import TestKit
import Testing

@testable import Kernel
@testable import ModuleKit
@testable import konak

/// Every route that changes something, of the house's parts, the installed modules and the sample: none is carried out for
/// another site's page, in whatever shape it asks. The routes are taken from the registry, so a new one is asked as well.
@Suite("What other sites ask for in somebody's name", .serialized)
struct OtherSitesTests {
    /// What a browser adds, or leaves out, when another site's page makes it send something.
    private static let forged: [(shape: String, fields: [String], body: String?)] = [
        ("cross-site", ["Sec-Fetch-Site: cross-site", form], "a=b"),
        ("same-site", ["Sec-Fetch-Site: same-site", form], "a=b"),
        ("foreign origin", ["Origin: https://evil.example", form], "a=b"),
        ("null origin", ["Origin: null", form], "a=b"),
        ("text/plain JSON", ["Origin: https://evil.example", "Content-Type: text/plain"], #"{"a":"b"}"#),
        ("multipart form", ["Sec-Fetch-Site: cross-site", "Content-Type: multipart/form-data; boundary=b"], "--b--"),
        ("method in the head", ["Sec-Fetch-Site: cross-site", "X-HTTP-Method-Override: DELETE", form], "a=b"),
        ("method in the form", ["Origin: https://evil.example", form], "_method=DELETE"),
    ]
    /// What old browsers leave out altogether; it is refused where a session would be used.
    private static let bare: [(shape: String, fields: [String], body: String?)] = [
        ("nothing said", [form], "a=b"), ("nothing said, text/plain", ["Content-Type: text/plain"], "{}"),
        ("typed address", ["Sec-Fetch-Site: none", form], "a=b"),
        ("wrong token", ["Sec-Fetch-Site: same-origin", "X-CSRF: \(String(repeating: "A", count: 64))"], "a=b"),
    ]
    private static let form = "Content-Type: application/x-www-form-urlencoded"

    @Test("has no effect in any shape, and our own pages do")
    func allRoutes() async throws {
        let configuration = try Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "1"])
        let registry = try HouseListing.registry(
            configuration, modules: installedModules + [SampleModule.self], parts: houseParts)
        let loops = try LoopGroup(count: 1)
        let blocking = BlockingPool(threads: 1, waiting: 64)
        let addresses = DatabaseAddresses(superuser: DatabaseURL(trusted: "postgresql:///none?host=/nowhere")) { _ in
            DatabaseURL(trusted: "postgresql:///none?host=/nowhere")
        }
        let databases = try #require(Databases(addresses, configuration, loops: loops, blocking: blocking))
        let result = await Task(executorPreference: loops.first) {
            try await Self.ask(try Street(registry, databases, loops))
        }.result
        await databases.stop()
        blocking.stop()
        loops.stop()
        try result.get()
    }

    private static func ask(_ street: Street) async throws {
        var (routes, shots) = (0, 0)
        for route in street.changing {
            let path = route.path.segments.map { if case .literal(let text) = $0 { "/\(text)" } else { "/x" } }.joined()
            let takesBody = [.post, .put, .patch].contains(route.method)
            for surface in route.access.surfaces {
                routes += 1
                let line = "\(route.method.rawValue) \(path)"
                var shapes = forged
                if case .open = route.access {} else { shapes += bare }
                for (shape, fields, body) in shapes {
                    let status = try await street.answer(line, fields, takesBody ? body : nil, at: surface)
                    #expect(status == 403, "\(line) at \(surface): \(shape) is answered \(status)")
                    shots += 1
                }
                // A link or a picture asks by GET, and hopes that somebody takes it for something else.
                for method in ["GET", "HEAD"] {
                    for field in ["X-HTTP-Method-Override: \(route.method.rawValue)", "X-Method-Override: POST"] {
                        let fields = ["Sec-Fetch-Site: cross-site", field]
                        _ = try await street.answer(
                            "\(method) \(path)?_method=\(route.method.rawValue)", fields, nil, at: surface)
                        shots += 1
                    }
                }
                #expect(street.effects == 0, "\(line) at \(surface)")
                // That silence is worth something only if our own page is heard.
                let ours = ["Sec-Fetch-Site: same-origin", form]
                let status = try await street.answer(line, ours, takesBody ? "a=b" : nil, at: surface)
                #expect(status == 200 && street.effects == 1, "\(line) at \(surface): ours is answered \(status)")
                street.forget()
            }
        }
        #expect(routes >= 5)
        print("other sites: \(routes) routes that change something, \(shots) forged requests, no effect")
    }
}

/// The house's routes behind the gate, with everybody signed in by cookie and handlers that only count.
private final class Street: Sendable {
    let changing: [RouteRegistration]
    private let chain: WebChain
    private let count = Mutex(0)
    private let counter: Counter

    private final class Counter: Sendable { let calls = Mutex(0) }

    init(_ registry: Registry, _ databases: Databases, _ loops: LoopGroup) throws {
        let (agency, tenant, counter) = (AgencyID.make(), TenantID.make(), Counter())
        self.counter = counter
        let sites = TestSites([
            .test("app.test", .app, agency: agency, tenant: tenant, features: ["sample"]),
            .test("portal.test", .portal, agency: agency, tenant: tenant, features: ["sample"]),
            .test("agency.test", .agency, agency: agency), .test("operator.test", .operator),
        ])
        let permissions = Set(registry.modules.flatMap { $0.manifest.permissions.map(\.text) })
        let gate = Gate(
            registry: registry, sites: sites, databases: databases,
            principals: Everybody(tenant: tenant, permissions: permissions),
            links: LinkSeal(key: HeldSecret(.random(count: 32))),
            forms: try FormTokens(RootKey(HeldSecret(.random(count: 32)))), clock: SystemClock())
        let all = registry.modules.flatMap { module in module.registrar.routes.map { (module, $0) } }
        changing = all.map { $0.1 }.filter { route in
            switch route.access {
            case .webhook, .signedLink: false
            case .staff, .portal, .person, .agency, .operator, .open:
                !route.method.isSafe && !route.terms.takesOtherSites
            }
        }
        let routes = all.map { module, route in
            let counting = RouteRegistration(
                route.method, route.path, route.access, route.terms, input: route.input,
                freeParameters: route.freeParameters, verifier: route.verifier,
                route.handler.counting { if !route.method.isSafe { counter.calls.withLock { $0 += 1 } } })
            let guarded = GuardedRoute(counting, of: module, gate)
            return Route(route.method, route.path, on: route.access.surfaces) { context in
                guard let entry = context.entry else { throw Problem(.misdirected) }
                let answer = try await GateCall(guarded: guarded, context: context, entry: entry).answer()
                if case .response(let response) = answer.content { return response }
                return .text("page")
            }
        }
        chain = try WebChain(
            routes: routes, sites: sites, metrics: RouteMetrics(loops: loops, routes: routes.count),
            log: Log(into: KeptLines()))
    }

    var effects: Int { counter.calls.withLock { $0 } }

    func forget() { counter.calls.withLock { $0 = 0 } }

    /// Each from an address of its own, so that no pace is in the way.
    func answer(_ line: String, _ fields: [String], _ body: String?, at surface: Site.Surface) async throws -> Int {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let request = try TestRequest.make(
            line, fields, host: "\(surface.rawValue).test", body: body.map { Array($0.utf8) },
            peer: "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)")
        return Int(await chain.respond(to: request).status.code)
    }
}

extension RouteHandler {
    /// A handler of the same kind that only counts.
    fileprivate func counting(_ count: @escaping @Sendable () -> Void) -> RouteHandler {
        let answer: @Sendable () -> RouteAnswer = {
            count()
            return .response(.text("done"))
        }
        return switch self {
        case .staff: .staff { _, _ in answer() }
        case .portal: .portal { _, _ in answer() }
        case .person: .person { _, _ in answer() }
        case .agency: .agency { _, _ in answer() }
        case .operator: .operator { _, _ in answer() }
        case .webhook: .webhook { _, _ in answer() }
        case .signedLink: .signedLink { _, _ in answer() }
        case .open: .open { _, _ in answer() }
        }
    }
}

/// Knows everybody, by a session that was opened a moment ago, and lets them do everything.
private struct Everybody: Principals {
    let tenant: TenantID
    let permissions: Set<String>

    private var session: HeldSession {
        HeldSession(id: .make(), tokenHash: SecureRandom.bytes(32), proved: SystemClock().now())
    }
    private static let profile = PersonProfile(name: "Ada", address: "ada@app.test", language: .tr, timeZone: "UTC")

    func staff(of request: Request, at entry: SiteEntry) async throws -> StaffPrincipal? {
        StaffPrincipal(
            user: .make(), tenant: tenant, permissions: permissions, session: session, person: Self.profile)
    }

    func customer(of request: Request, at entry: SiteEntry) async throws -> CustomerPrincipal? {
        CustomerPrincipal(customer: .make(), tenant: tenant, permissions: permissions, session: session)
    }

    func house(of request: Request, at entry: SiteEntry) async throws -> HousePrincipal? {
        HousePrincipal(user: .make(), agency: entry.site.agency, session: session, person: Self.profile)
    }
}
