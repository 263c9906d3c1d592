public import Core
import Crypto
import EventLoop
import HTTP
import HTTPServer
import Kernel
public import ModuleKit
import Postgres

/// A small house for the tests of one module: a database with the house's tables and the module's, two tenants who have
/// the module, and people of every kind. Nothing in it is a stand-in but the people and the hosts.
public struct ModuleHouse: Sendable {
    /// Who asks.
    public enum Caller: String, Sendable, CaseIterable {
        /// Nobody says who they are.
        case nobody
        /// One of our tenant's people, with every permission of the module.
        case staff
        /// One of our tenant's people, with no permission.
        case newcomer
        /// One of the other tenant's people, with every permission.
        case neighbour
        /// One of our tenant's customers, with every permission.
        case customer
    }

    /// Whose site is asked.
    public enum Place: String, Sendable, CaseIterable {
        /// Where our tenant's people work.
        case ours
        /// Where our tenant's customers look after themselves.
        case portal
        /// Where the other tenant's people work.
        case theirs
    }

    /// Our tenant's data, for calls of the module's model.
    public let ours: any TenantContext
    /// The other tenant's data.
    public let theirs: any TenantContext
    /// Our tenant's customer.
    public let customer: CustomerID
    private let database: TestDatabase
    private let chain: WebChain
    private let sites: TestSites

    /// Builds a house around the module, lends it and takes it down. The migrations are found from the test's own file.
    public static func with<Success: Sendable>(
        _ type: any FeatureModule.Type, file: String = #filePath,
        _ body: @escaping @Sendable (ModuleHouse) async throws -> Success
    ) async throws -> Success {
        let files = try ModuleMigrations(of: type.manifest.id, near: file)
        return try await TestDatabase.with(files.template) { database in
            let loops = try LoopGroup(count: 1)
            let blocking = BlockingPool(threads: 1, waiting: 64)
            let result: Result<Success, any Error>
            do {
                let configuration = try Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "1"])
                let pools = Databases(files.addresses(of: database), configuration, loops: loops, blocking: blocking)
                guard let pools else { throw MissingPools() }
                let house = try ModuleHouse(type, pools, database, loops)
                try await database.run(house.rows)
                result = await Task(executorPreference: loops.first) { try await body(house) }.result
                for pool in [pools.app, pools.control, pools.portal] { await pool?.stop() }
            } catch {
                result = .failure(error)
            }
            blocking.stop()
            loops.stop()
            return try result.get()
        }
    }

    private struct MissingPools: Error {}

    private static let agency = AgencyID.make()

    private init(_ type: any FeatureModule.Type, _ databases: Databases, _ database: TestDatabase, _ loops: LoopGroup)
        throws
    {
        self.database = database
        let manifest = type.manifest
        let (tenant, neighbour) = (TenantID.make(), TenantID.make())
        customer = CustomerID.make()
        (ours, theirs) = (ModuleDoor.open(tenant, databases), ModuleDoor.open(neighbour, databases))
        let features = Set([manifest.planFeature?.text].compactMap(\.self))
        sites = TestSites([
            .test("ours.test", .app, agency: Self.agency, tenant: tenant, features: features),
            .test("portal.test", .portal, agency: Self.agency, tenant: tenant, features: features),
            .test("theirs.test", .app, agency: Self.agency, tenant: neighbour, features: features),
        ])
        let held = Set(manifest.permissions.map(\.text))
        var people = TestPrincipals()
        people.staff = [
            Caller.staff.rawValue: StaffPrincipal(user: .make(), tenant: tenant, permissions: held),
            Caller.newcomer.rawValue: StaffPrincipal(user: .make(), tenant: tenant, permissions: []),
            Caller.neighbour.rawValue: StaffPrincipal(user: .make(), tenant: neighbour, permissions: held),
        ]
        people.customers = [
            Caller.customer.rawValue: CustomerPrincipal(customer: customer, tenant: tenant, permissions: held)
        ]
        let table = CapabilityTable()
        let services = ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: table)
        let registry = try Registry([type], services: services)
        table.fill(registry, sites: sites)
        let gate = Gate(
            registry: registry, sites: sites, databases: databases, principals: people,
            links: LinkSeal(key: HeldSecret(.random(count: 32))), clock: SystemClock())
        let routes = gate.routes
        chain = try WebChain(
            routes: routes, sites: sites, metrics: RouteMetrics(loops: loops, routes: routes.count),
            log: Log(into: KeptLines()), problems: gate.problems)
    }

    /// The two tenants in the house's own tables.
    private var rows: String {
        let plan = UUIDv7.make()
        return """
            INSERT INTO kernel.agency (id, slug, name) VALUES ('\(Self.agency)', 'agency', 'Agency');
            INSERT INTO kernel.plan (id, key, name_tr, name_en) VALUES ('\(plan)', 'all', 'Hepsi', 'All');
            INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id) VALUES
                ('\(ours.tenant)', '\(Self.agency)', 'ours', 'Ours', 'active', '\(plan)'),
                ('\(theirs.tenant)', '\(Self.agency)', 'theirs', 'Theirs', 'active', '\(plan)')
            """
    }

    /// Asks as somebody, with a body of JSON if one is given: `ask("GET /notes", as: .staff)`.
    public func ask(
        _ line: String, as caller: Caller, at place: Place = .ours, _ json: String? = nil, fields: [String] = []
    ) async throws -> ModuleAnswer {
        var lines = caller == .nobody ? fields : ["Authorization: Test \(caller.rawValue)"] + fields
        if json != nil { lines.append("Content-Type: application/json") }
        let request = try TestRequest.make(
            line, lines, host: "\(place.rawValue).test", body: json.map { Array($0.utf8) })
        return ModuleAnswer(await chain.respond(to: request))
    }

    /// Sends a form as a browser does: `send("/notes/new", as: .staff, ["title": "Tea"])`.
    public func send(
        _ path: String, as caller: Caller, at place: Place = .ours, _ typed: [String: String] = [:],
        in language: String = "tr"
    ) async throws -> ModuleAnswer {
        var items = QueryItems()
        for (name, value) in typed.sorted(by: { $0.key < $1.key }) { items.append(name, value) }
        var lines = [
            "Accept: text/html", "Accept-Language: \(language)", "Content-Type: application/x-www-form-urlencoded",
        ]
        if caller != .nobody { lines.append("Authorization: Test \(caller.rawValue)") }
        let request = try TestRequest.make(
            "POST \(path)", lines, host: "\(place.rawValue).test", body: Array(items.encoded.utf8))
        return ModuleAnswer(await chain.respond(to: request))
    }

    /// The arguments of our tenant's jobs of a kind, as they wait.
    public func jobs<J: Job>(of _: J.Type) async throws -> [J] {
        try await written(
            "SELECT arguments::text FROM kernel.job WHERE tenant_id = $1::uuid AND kind = $2 ORDER BY id", J.kind.text)
    }

    /// Our tenant's events of a name, as they were said.
    public func events<E: Event>(of _: E.Type) async throws -> [E] {
        try await written(
            "SELECT content::text FROM kernel.event WHERE tenant_id = $1::uuid AND name = $2 ORDER BY id", E.name.text)
    }

    private func written<Value: Decodable>(_ sql: StaticString, _ name: String) async throws -> [Value] {
        try await database.rows(sql, [ours.tenant.description, name]).map { row in
            let text = row.first.flatMap(\.self) ?? "null"
            let value = try JSONParser.parse(Array(text.utf8))
            return try JSONReader.decode(Value.self, from: value)
        }
    }

    /// Switches the module off for our tenant.
    public func switchOff(_ module: String) {
        for host in ["ours.test", "portal.test"] {
            guard let entry = sites.entry(forHost: host) else { continue }
            sites.set(
                SiteEntry(
                    site: entry.site, agencyState: entry.agencyState, tenantState: entry.tenantState,
                    planFeatures: entry.planFeatures, switches: [module: false]))
        }
    }
}
