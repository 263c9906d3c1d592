import Core
import Crypto
import EventLoop
import HTTP
import ModuleKit
import SampleModule
import TestKit
import Testing

@testable import Kernel

/// A gate over the sample, with hosts and people a test can change. Where nothing gets past the gate no database is
/// needed; a door that was opened shows as 503.
struct GateRig: Sendable {
    let sites: TestSites
    let links: LinkSeal
    let clock: ManualClock
    let chain: WebChain
    let databases: Databases
    let loops: LoopGroup

    static let (agency, other) = (AgencyID.make(), AgencyID.make())
    static let (tenant, neighbour) = (TenantID.make(), TenantID.make())
    static let all = Set(
        (SampleModule.manifest.permissions + LetterModule.manifest.permissions + ThingModule.manifest.permissions).map(
            \.text))

    static func with(
        _ modules: [any FeatureModule.Type] = [SampleModule.self], on database: TestDatabase? = nil,
        trusting proxies: TrustedProxies = TrustedProxies([]), rates: RatePlan = .free, forms seal: FormSeal? = nil,
        _ body: @escaping @Sendable (GateRig) async throws -> Void
    ) async throws {
        let loops = try LoopGroup(count: 1)
        let blocking = BlockingPool(threads: 1, waiting: 64)
        let result: Result<Void, any Error>
        do {
            let rig = try GateRig(modules, database, proxies, rates, seal, loops, blocking)
            result = await Task(executorPreference: loops.first) { try await body(rig) }.result
            await rig.databases.stop()
        } catch {
            result = .failure(error)
        }
        blocking.stop()
        loops.stop()
        try result.get()
    }

    private init(
        _ modules: [any FeatureModule.Type], _ database: TestDatabase?, _ proxies: TrustedProxies, _ rates: RatePlan,
        _ seal: FormSeal?, _ loops: LoopGroup, _ blocking: BlockingPool
    ) throws {
        func url(_ role: String) -> String { database?.connection(as: role) ?? "postgresql:///none?host=/nowhere" }
        var addresses = DatabaseAddresses.both(url)
        addresses.portal = DatabaseURL(trusted: url("konak_portal"))
        databases = try #require(
            Databases(
                addresses, Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "1"]), loops: loops,
                blocking: blocking))
        self.loops = loops
        sites = TestSites(Self.entries())
        links = LinkSeal(key: HeldSecret(.random(count: 32)))
        clock = ManualClock(Timestamp(seconds: 1_800_000_000))
        let gate = Gate(
            registry: try Registry(modules, services: .test), sites: sites, databases: databases,
            principals: Self.people, links: links, clock: clock, trusting: proxies,
            paces: Paces(rates, clock: clock),
            store: seal.map { [databases, clock] in FormStore(databases.control, seal: $0, clock: clock) })
        let routes = gate.routes
        chain = try WebChain(
            routes: routes, sites: sites, metrics: RouteMetrics(loops: loops, routes: routes.count),
            log: Log(into: KeptLines()), problems: gate.problems)
    }

    /// Every host, with the tenant as the case wants it.
    static func entries(
        agencyState: AgencyState? = nil, state: TenantState? = nil, features: Set<String> = ["sample"],
        switches: [String: Bool] = [:]
    ) -> [SiteEntry] {
        func entry(_ host: String, _ surface: Site.Surface, _ tenant: TenantID) -> SiteEntry {
            .test(
                host, surface, agency: agency, tenant: tenant, agencyState: agencyState, tenantState: state,
                features: features, switches: switches)
        }
        return [
            entry("app.example", .app, tenant), entry("portal.example", .portal, tenant),
            .test("neighbour.example", .app, agency: agency, tenant: neighbour, features: ["sample"]),
            .test("agency.example", .agency, agency: agency, agencyState: agencyState),
            .test("operator.example", .operator),
        ]
    }

    /// The same for every rig: two of them are two nodes.
    private static let people = everybody()

    private static func everybody() -> TestPrincipals {
        var people = TestPrincipals()
        people.staff = [
            "staff": StaffPrincipal(user: .make(), tenant: tenant, permissions: all),
            "neighbour": StaffPrincipal(user: .make(), tenant: neighbour, permissions: all),
            "robot": StaffPrincipal(user: .make(), tenant: tenant, permissions: all, key: .make()),
            "finder": StaffPrincipal(user: .make(), tenant: tenant, permissions: [Permission.find.text]),
            "digger": StaffPrincipal(
                user: .make(), tenant: tenant, permissions: [Permission.find.text, Permission.dig.text]),
            "reader": StaffPrincipal(user: .make(), tenant: tenant, permissions: [Permission.readThings.text]),
            "weak": StaffPrincipal(user: .make(), tenant: tenant, permissions: []),
        ]
        people.customers = [
            "customer": CustomerPrincipal(customer: .make(), tenant: tenant, permissions: all),
            "stranger": CustomerPrincipal(customer: .make(), tenant: neighbour, permissions: all),
            "poor": CustomerPrincipal(customer: .make(), tenant: tenant, permissions: []),
        ]
        people.house = [
            "agent": HousePrincipal(user: .make(), agency: agency),
            "rival": HousePrincipal(user: .make(), agency: other),
            "operator": HousePrincipal(user: .make(), agency: nil),
        ]
        return people
    }

    func ask(
        _ line: String, at host: String, as word: String? = nil, _ fields: [String] = [], body: [UInt8]? = nil,
        peer: String = "127.0.0.1"
    ) async throws -> Response {
        let known = word.map { ["Authorization: Test \($0)"] } ?? []
        return await chain.respond(
            to: try TestRequest.make(line, known + fields, host: host, body: body, peer: peer))
    }
}
