import Core
import Crypto
import EventLoop
import HTTP
import HTTPServer
import Markup
import ModuleKit
import Postgres
import SampleModule
import TestKit
import Testing
import UI

@testable import Kernel
@testable import Security

/// The sample behind the gate with people who are known by their sessions and keys: nothing stands in for anything but
/// the hosts.
struct PeopleHouse: Sendable {
    let people: IdentityHouse
    let databases: Databases
    let registry: Registry
    let catalogue: PermissionCatalogue
    let forms: FormTokens
    let scopes: ScopeBook
    private let chain: WebChain

    private static let template = TestTemplate("people") { database in
        try await IdentityHouse.found(database, with: ["Tests/Sample/migrations"])
    }

    static func with(_ body: @escaping @Sendable (PeopleHouse) async throws -> Void) async throws {
        try await TestDatabase.with(template) { database in
            let loops = try LoopGroup(count: 1)
            let blocking = BlockingPool(threads: 1, waiting: 64)
            let result: Result<Void, any Error>
            do {
                let addresses = DatabaseAddresses(
                    superuser: DatabaseURL(trusted: database.connection(as: TestCluster.owner))
                ) { DatabaseURL(trusted: database.connection(as: $0)) }
                let configuration = try Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "1"])
                let pools = Databases(addresses, configuration, loops: loops, blocking: blocking)
                let house = try PeopleHouse(try #require(pools), database, loops)
                result = await Task(executorPreference: loops.first) { try await body(house) }.result
                for pool in [house.databases.app, house.databases.control, house.databases.portal] {
                    await pool?.stop()
                }
            } catch {
                result = .failure(error)
            }
            blocking.stop()
            loops.stop()
            try result.get()
        }
    }

    private init(_ databases: Databases, _ database: TestDatabase, _ loops: LoopGroup) throws {
        self.databases = databases
        people = IdentityHouse(database: database, control: databases.control, loops: loops)
        let services = ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: CapabilityTable())
        registry = try Registry([SampleModule.self], parts: [Self.part], services: services)
        catalogue = PermissionCatalogue(registry)
        scopes = ScopeBook(registry)
        forms = try FormTokens(RootKey(HeldSecret(.random(count: 32))))
        let sites = TestSites([
            .test(
                "acme.test", .app, agency: IdentityHouse.agency, tenant: IdentityHouse.acme, features: ["sample"]),
            .test("mavi.test", .agency, agency: IdentityHouse.agency),
        ])
        let principals = IdentityPrincipals(
            databases.control, sessions: people.sessions, catalogue: catalogue, portal: [])
        let gate = Gate(
            registry: registry, sites: sites, databases: databases, principals: principals,
            links: LinkSeal(key: HeldSecret(.random(count: 32))), forms: forms, clock: people.clock,
            store: FormStore(
                databases.control, seal: try FormSeal(HeldSecret(.random(count: 32))), clock: people.clock))
        chain = try WebChain(
            routes: gate.routes, sites: sites, metrics: RouteMetrics(loops: loops, routes: gate.routes.count),
            log: Log(into: KeptLines()))
    }

    /// What a person may do for themselves, and what needs a proof.
    private static let part = HousePart(
        ModuleManifest(
            id: ModuleID("desk"), title: Words(tr: "Masa", en: "Desk"), summary: Words(tr: "Masa", en: "Desk")),
        register: register)

    private static func register(into module: inout ModuleRegistrar) {
        module.route(.post, "/own", for: .person) { _, person in .text(person.session.description) }
        module.route(.get, "/danger", for: .person.fresh) { _, person in .text("\(person.isFresh)") }
        module.route(.post, "/danger", for: .person.fresh) { _, _ in .text("done") }
        module.route(.post, "/agency/own", for: .agency) { _, agency in .text(agency.user.description) }
        module.form(
            "/desk/form", for: .person.fresh, taking: DeskInput.self,
            show: { _, draft in
                PageContent(title: "Desk", body: draft.form(FormFields(DeskInput.fields, draft)).html)
            }, save: { _, _ in .see("/card") })
        module.page("/card", for: .person) { _, person in
            PageContent(title: person.person.name, body: "<p>\(person.formToken ?? "none")</p>")
        }
    }

    /// Asks, by a session's cookie or a key, as a page of the site would.
    func ask(
        _ line: String, by token: SecretToken? = nil, key: String? = nil, _ fields: [String] = [],
        json: String? = nil, form: String? = nil, host: String = "acme.test", isOurs: Bool = true
    ) async throws -> (status: Int, text: String, fields: Fields) {
        var lines = token.map { ["Cookie: __Host-konak-session=\($0.reveal())"] } ?? []
        lines += key.map { ["Authorization: Bearer \($0)"] } ?? []
        if isOurs { lines.append("Sec-Fetch-Site: same-origin") }
        if json != nil { lines.append("Content-Type: application/json") }
        if form != nil { lines.append("Content-Type: application/x-www-form-urlencoded") }
        let body = (json ?? form).map { Array($0.utf8) }
        let answer = await chain.respond(to: try TestRequest.make(line, lines + fields, host: host, body: body))
        let text = if case .bytes(let bytes) = answer.body { String(decoding: bytes, as: UTF8.self) } else { "" }
        return (Int(answer.status.code), text, answer.fields)
    }

    func session(
        _ person: UserID = IdentityHouse.ada, at door: Doorstep = IdentityHouse.acmeDoor
    ) async throws -> SecretToken {
        try await people.sessions.open(people.opening(door, person))
    }

    /// Gives somebody a role of the tenant's own, with these permissions and rules for fields.
    func play(
        _ grants: [String: Scope], fields: [String: FieldRule] = [:], _ person: UserID = IdentityHouse.ada
    ) async throws {
        let role = UUIDv7.make()
        var script = """
            INSERT INTO security.role (tenant_id, id, name) VALUES ('\(IdentityHouse.acme)', '\(role)', '\(role)');
            UPDATE security.membership SET built_in = NULL, role_id = '\(role)'
            WHERE tenant_id = '\(IdentityHouse.acme)' AND person_id = '\(person)';
            """
        for (permission, scope) in grants {
            script += """
                INSERT INTO security.role_permission (tenant_id, role_id, permission, scope)
                VALUES ('\(IdentityHouse.acme)', '\(role)', '\(permission)', '\(scope.rawValue)');
                """
        }
        for (field, rule) in fields {
            script += """
                INSERT INTO security.role_field (tenant_id, role_id, field, rule)
                VALUES ('\(IdentityHouse.acme)', '\(role)', '\(field)', '\(rule.rawValue)');
                """
        }
        try await people.database.run(script)
    }

    func play(_ role: BuiltInRole, _ person: UserID = IdentityHouse.ada) async throws {
        try await people.database.run(
            """
            UPDATE security.membership SET built_in = '\(role.rawValue)', role_id = NULL
            WHERE tenant_id = '\(IdentityHouse.acme)' AND person_id = '\(person)'
            """)
    }
}

/// A form with words that are kept and words that are not.
struct DeskInput: RouteInput {
    static let fields = [
        InputField("name", title: Words(tr: "Ad", en: "Name"), .text(most: 40)),
        InputField("word", title: Words(tr: "Parola", en: "Password"), .secret(most: 40), required: false),
        InputField("code", title: Words(tr: "Kod", en: "Code"), .text(most: 10), required: false)
            .autocomplete("one-time-code"),
    ]

    let name: String
    let word: String?
    let code: String?
}
