import Core
import Crypto
import EventLoop
import HTTP
import HTTPServer
import ModuleKit
import Outbound
import Postgres
import SQL
import Security
import Synchronization
import TestKit
import Testing

@testable import Console
@testable import Delivery
@testable import Kernel

/// A house with its doors, in one process: two tenants of one agency, one of another, and a clock that the test moves.
struct DoorHouse: Sendable {
    let database: TestDatabase
    let services: HouseServices
    let ground: DoorGround
    let chain: WebChain
    let clock: ManualClock
    let hasher: PasswordHasher
    let orders: LinkOrders
    /// What the database was asked.
    let asked: AskedQueries

    static let start = Timestamp(seconds: 1_900_000_000)
    static let password = "correct horse battery"

    private static func id(_ number: UInt64) -> UUIDv7 {
        UUIDv7(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | number)
    }

    static let agency = AgencyID(id(0xa))
    static let acme = TenantID(id(0x1))
    static let bora = TenantID(id(0x2))
    static let ada = UserID(id(0xa1))

    static func with(_ body: @escaping @Sendable (DoorHouse) async throws -> Void) async throws {
        try await TestDatabase.with(template) { database in
            let loops = try LoopGroup(count: 1)
            let blocking = BlockingPool(threads: 2, waiting: 64)
            let folder = LocalPath("/tmp/konak-doors-\(UUIDv7.make())")
            let configuration = try Configuration(environment: [
                "KONAK_DATABASE_CONNECTIONS": "4", "KONAK_VAR": folder.text,
            ])
            var addresses = DatabaseAddresses()
            addresses.app = DatabaseURL(trusted: database.connection(as: "konak_app"))
            addresses.control = DatabaseURL(trusted: database.connection(as: "konak_control"))
            let asked = AskedQueries()
            let databases = try #require(
                Databases(addresses, configuration, loops: loops, blocking: blocking) { asked.add($0) })
            let client = try configuration.httpClient(on: loops)
            let hasher = PasswordHasher(parameters: .least)
            let result = await Task(executorPreference: loops.first) {
                let services = HouseServices(
                    configuration: configuration, loops: loops, blocking: blocking, databases: databases,
                    http: client, log: Log(into: KeptLines()), sites: SiteMap(operatorHosts: []))
                let house = try await DoorHouse(database, services, hasher, asked)
                try await body(house)
            }.result
            hasher.stop()
            await client.close()
            await databases.stop()
            blocking.stop()
            loops.stop()
            try result.get()
        }
    }

    private init(
        _ database: TestDatabase, _ services: HouseServices, _ hasher: PasswordHasher, _ asked: AskedQueries
    ) async throws {
        (self.database, self.services, self.hasher, self.asked) = (database, services, hasher, asked)
        clock = ManualClock(Self.start)
        let identity = Identity(services, clock: clock)
        let templates = TemplateStore()
        let mail = try MailPart(services, templates: templates)
        ground = DoorGround(identity, mail: mail.office, hasher: hasher)
        let sites = TestSites([
            .test("acme.test", .app, agency: Self.agency, tenant: Self.acme),
            .test("bora.test", .app, agency: Self.agency, tenant: Self.bora),
            .test("portal.test", .portal, agency: Self.agency, tenant: Self.acme),
            .test("mavi.test", .agency, agency: Self.agency), .test("konak.test", .operator),
        ])
        let doors = DoorsPart(ground, sites: sites)
        orders = doors.orders
        let parts = [DeliveryPart.documents(services, templates: templates), mail.part, doors.part]
        let registry = try Registry(
            [], parts: parts,
            services: ModuleServices(vault: EmptyVault(), clock: clock, capabilities: CapabilityTable()))
        try templates.open(registry, sites: sites, databases: services.databases)
        let root = try identity.root()
        let gate = Gate(
            registry: registry, sites: sites, databases: services.databases,
            principals: identity.principals(registry), links: LinkSeal(key: try root.derive("links")),
            forms: try FormTokens(root), clock: clock, surroundings: doors.part.surroundings)
        let routes = gate.routes
        chain = try WebChain(
            routes: routes, sites: sites, metrics: RouteMetrics(loops: services.loops, routes: routes.count),
            log: services.log)
        let hash = try await hasher.hash(NewPassword(Self.password).secret).text
        _ = try await services.databases.control.perform("UPDATE security.person SET password_hash = \(hash)")
    }

    private static let template = TestTemplate("doors") { database in
        var path = LocalPath(#filePath)
        while path.text != "/", !(path / "Package.swift").exists { path = path.parent }
        let folder = MigrationFolder(at: path / "migrations")
        let superuser = "postgresql:///postgres?host=\(database.cluster.folder)&user=\(TestCluster.owner)"
        try folder.preparation().run(as: DatabaseURL(trusted: superuser), database: database.name)
        try MigrationRunner(files: folder.files()).apply(on: ScriptConnection(database.connection(as: "konak_owner")))
        try await database.run(levels)
    }

    private static let levels = """
        INSERT INTO kernel.agency (id, slug, name) VALUES ('\(agency)', 'mavi', 'Mavi');
        INSERT INTO kernel.plan (id, key, name_tr, name_en)
        VALUES ('01900000-0000-7000-8000-00000000000f', 'temel', 'T', 'B');
        INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id) VALUES
            ('\(acme)', '\(agency)', 'acme', 'Acme', 'active', '01900000-0000-7000-8000-00000000000f'),
            ('\(bora)', '\(agency)', 'bora', 'Bora', 'active', '01900000-0000-7000-8000-00000000000f');
        INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge) VALUES
            ('acme.test', 'app', '\(agency)', '\(acme)', 'verified', true, repeat('x', 52)),
            ('bora.test', 'app', '\(agency)', '\(bora)', 'verified', true, repeat('x', 52)),
            ('mavi.test', 'agency', '\(agency)', NULL, 'verified', true, repeat('x', 52));
        INSERT INTO security.person (id, agency_id, address, address_key, name, language, house_role) VALUES
            ('\(ada)', '\(agency)', 'Ada@acme.test', 'ada@acme.test', 'Ada', 'en', NULL);
        INSERT INTO security.membership (tenant_id, person_id, built_in) VALUES
            ('\(acme)', '\(ada)', 'owner'), ('\(bora)', '\(ada)', 'member');
        """

    /// What was ordered of letters: template and address, in order.
    func letters() async throws -> [String] {
        try await database.rows("SELECT template || ' ' || to_address FROM delivery.house_mail ORDER BY id").compactMap
        {
            $0.first.flatMap(\.self)
        }
    }
}

/// The statements that the database was sent, by their shapes.
final class AskedQueries: Sendable {
    private let shapes = Mutex<[UInt64]>([])

    func add(_ query: Query) { shapes.withLock { $0.append(query.shapeHash) } }

    /// Those since the last time.
    func taken() -> [UInt64] {
        shapes.withLock { shapes in
            defer { shapes = [] }
            return shapes
        }
    }
}

/// Somebody's browser: it keeps cookies, and follows nothing by itself.
final class Browser: Sendable {
    private let house: DoorHouse
    private let host: String
    private let peer: String
    private let jar = Mutex<[String: String]>([:])

    init(_ house: DoorHouse, at host: String = "acme.test", from peer: String = "192.0.2.1") {
        (self.house, self.host, self.peer) = (house, host, peer)
    }

    /// An answer, as far as tests look at it.
    struct Answer: Sendable {
        let status: UInt16
        let location: String?
        let text: String
        let cookies: [String]
        let retryAfter: String?
        let isKept: Bool
        /// What the browser is told to forget.
        let forgets: String?

        /// The token that the page's forms carry.
        var formToken: String? {
            let mark = "name=\"csrf\" value=\""
            guard let start = text.firstRange(of: mark)?.upperBound else { return nil }
            return String(text[start...].prefix { $0 != "\"" })
        }
    }

    func cookie(_ name: String) -> String? { jar.withLock { $0[name] } }

    /// The browser of somebody who found this one's cookies.
    func thief() -> Browser {
        let other = Browser(house, at: host, from: peer)
        let found = jar.withLock { $0 }
        other.jar.withLock { $0 = found }
        return other
    }

    func forget(_ name: String) { jar.withLock { $0[name] = nil } }

    func get(_ path: String, _ more: [String] = []) async throws -> Answer { try await ask("GET \(path)", more, nil) }

    /// Sends a form as a page of ours does.
    func post(
        _ path: String, _ form: KeyValuePairs<String, String> = [:], site: String = "same-origin"
    ) async throws -> Answer {
        var items = QueryItems()
        for (name, value) in form { items.append(name, value) }
        return try await send(path, encoded: items.encoded, site: site)
    }

    func send(_ path: String, encoded form: String, site: String = "same-origin") async throws -> Answer {
        try await ask(
            "POST \(path)",
            ["Content-Type: application/x-www-form-urlencoded", "Sec-Fetch-Site: \(site)", "Origin: https://\(host)"],
            Array(form.utf8))
    }

    private func ask(_ line: String, _ more: [String], _ body: [UInt8]?) async throws -> Answer {
        let cookies = jar.withLock { jar in jar.map { "\($0.key)=\($0.value)" } }
        var fields =
            ["Accept: text/html", "Accept-Language: en", "User-Agent: Mozilla/5.0 (X11; Linux) Firefox/140.0"] + more
        if !cookies.isEmpty { fields.append("Cookie: \(cookies.joined(separator: "; "))") }
        let request = try TestRequest.make(line, fields, host: host, body: body, peer: peer)
        let response = await house.chain.respond(to: request)
        keep(response.fields)
        return Answer(response)
    }

    private func keep(_ fields: Fields) {
        for value in fields.values(of: .setCookie) {
            let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            let isGone = value.contains("Max-Age=0")
            jar.withLock { $0[String(pair[0])] = isGone ? nil : String(pair[1]) }
        }
    }
}

extension Browser.Answer {
    fileprivate init(_ response: Response) {
        status = response.status.code
        location = response.fields[.location]
        cookies = response.fields.values(of: .setCookie)
        retryAfter = response.fields[.retryAfter]
        isKept = response.fields[.cacheControl] != "no-store"
        forgets = response.fields[FieldName("clear-site-data")]
        if case .bytes(let bytes) = response.body { text = String(decoding: bytes, as: UTF8.self) } else { text = "" }
    }
}

extension Fields {
    fileprivate func values(of name: FieldName) -> [String] { entries.filter { $0.name == name }.map(\.value) }
}
