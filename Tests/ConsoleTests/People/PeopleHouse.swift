import Core
import Crypto
import EventLoop
import HTTP
import HTTPServer
import Kernel
import ModuleKit
import Postgres
import SQL
import Security
import TestKit

@testable import Console

/// Two agencies, three tenants, people of every role, and the pages on people behind the real gate, asked by sessions that
/// stand in the real tables. The clock is the test's.
struct PeopleHouse: Sendable {
    let database: TestDatabase
    let pools: Databases
    let office: PeopleOffice
    let chain: WebChain
    let registry: Registry
    let letters: KeptLetters
    let clock: ManualClock
    let loops: LoopGroup

    private static func id(_ number: UInt64) -> UUIDv7 {
        UUIDv7(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | number)
    }

    static let (agency, otherAgency) = (AgencyID(id(0xa)), AgencyID(id(0xb)))
    static let (acme, bora, rival) = (TenantID(id(0x1)), TenantID(id(0x2)), TenantID(id(0x3)))
    static let plan = id(0xf)

    /// Who is there, with what they are.
    enum Person: UInt64, CaseIterable {
        case owner = 0xa1, admin, manager, member, reader, suspended, neighbour, stranger
        case chief, clerk, otherChief, root

        var id: UserID { UserID(PeopleHouse.id(rawValue)) }
        var agency: AgencyID? {
            switch self {
            case .stranger, .otherChief: PeopleHouse.otherAgency
            case .root: nil
            default: PeopleHouse.agency
            }
        }
        /// What they are called; Turkish letters, so that lists and searches have something to sort.
        var name: String {
            switch self {
            case .owner: "Ayşe Yılmaz"
            case .admin: "İpek Şen"
            case .manager: "Çağrı Demir"
            case .member: "Işık Kaya"
            case .reader: "Zeynep Öz"
            case .suspended: "Ömer Ay"
            case .neighbour: "Bora Er"
            case .stranger: "Eve Rival"
            case .chief: "Mert Mavi"
            case .clerk: "Can Mavi"
            case .otherChief: "Deniz Kırmızı"
            case .root: "Ops Root"
            }
        }
        var houseRole: String? {
            switch self {
            case .chief, .otherChief, .root: "owner"
            case .clerk: "member"
            default: nil
            }
        }
    }

    static let memberships: [(Person, TenantID, String, String)] = [
        (.owner, acme, "owner", "active"), (.admin, acme, "admin", "active"), (.manager, acme, "manager", "active"),
        (.member, acme, "member", "active"), (.reader, acme, "read_only", "active"),
        (.suspended, acme, "member", "suspended"), (.neighbour, bora, "owner", "active"),
        (.stranger, rival, "owner", "active"),
    ]

    private static var levels: String {
        let people = Person.allCases.map { person in
            let agency = person.agency.map { "'\($0)'" } ?? "NULL"
            let role = person.houseRole.map { "'\($0)'" } ?? "NULL"
            return """
                ('\(person.id)', \(agency), '\(person)@acme.test', '\(person)@acme.test', '\(person.name)', \(role), 'active')
                """
        }
        let rows = memberships.map { "('\($1)', '\($0.id)', '\($2)', '\($3)')" }
        return """
            INSERT INTO kernel.agency (id, slug, name) VALUES
                ('\(agency)', 'mavi', 'Mavi'), ('\(otherAgency)', 'kirmizi', 'Kırmızı');
            INSERT INTO kernel.plan (id, key, name_tr, name_en) VALUES ('\(plan)', 'temel', 'T', 'B');
            INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id) VALUES
                ('\(acme)', '\(agency)', 'acme', 'Acme', 'active', '\(plan)'),
                ('\(bora)', '\(agency)', 'bora', 'Bora', 'active', '\(plan)'),
                ('\(rival)', '\(otherAgency)', 'rival', 'Rival', 'active', '\(plan)');
            INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge) VALUES
                ('acme.test', 'app', '\(agency)', '\(acme)', 'verified', true, repeat('x', 52)),
                ('bora.test', 'app', '\(agency)', '\(bora)', 'verified', true, repeat('x', 52)),
                ('rival.test', 'app', '\(otherAgency)', '\(rival)', 'verified', true, repeat('x', 52));
            INSERT INTO security.person (id, agency_id, address, address_key, name, house_role, state) VALUES
                \(people.joined(separator: ", "));
            INSERT INTO security.membership (tenant_id, person_id, built_in, state) VALUES
                \(rows.joined(separator: ", "));
            """
    }

    private static func superuser(_ database: TestDatabase) -> DatabaseURL {
        DatabaseURL(trusted: "postgresql:///postgres?host=\(database.cluster.folder)&user=\(TestCluster.owner)")
    }

    private static let template = TestTemplate("people") { database in
        var path = LocalPath(#filePath)
        while path.text != "/", !(path / "Package.swift").exists { path = path.parent }
        let folder = MigrationFolder(at: path / "migrations")
        try folder.preparation().run(as: superuser(database), database: database.name)
        let ours = try folder.files().filter { ["kernel", "security"].contains($0.folder) }
        let owner = try ScriptConnection(database.connection(as: "konak_owner"))
        try MigrationRunner(files: ours).apply(on: owner)
        try ScriptConnection(database.connection(as: "konak_owner")).run(script: DeskModule.tables)
        try await database.run(levels)
    }

    static func with(_ body: @escaping @Sendable (PeopleHouse) async throws -> Void) async throws {
        try await TestDatabase.with(template) { database in
            let loops = try LoopGroup(count: 1)
            let blocking = BlockingPool(threads: 1, waiting: 64)
            let configuration = try Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "2"])
            let addresses = DatabaseAddresses(superuser: superuser(database)) { role in
                DatabaseURL(trusted: "postgresql:///\(database.name)?host=\(database.cluster.folder)&user=\(role)")
            }
            let result: Result<Void, any Error>
            do {
                guard let pools = Databases(addresses, configuration, loops: loops, blocking: blocking) else {
                    throw Missing()
                }
                let house = try PeopleHouse(database, pools, loops)
                result = await Task(executorPreference: loops.first) { try await body(house) }.result
                for pool in [pools.app, pools.control, pools.portal] { await pool?.stop() }
            } catch {
                result = .failure(error)
            }
            blocking.stop()
            loops.stop()
            try result.get()
        }
    }

    private struct Missing: Error {}

    private init(_ database: TestDatabase, _ pools: Databases, _ loops: LoopGroup) throws {
        (self.database, self.pools, self.loops) = (database, pools, loops)
        clock = ManualClock(Timestamp(seconds: 1_900_000_000))
        letters = KeptLetters()
        let sites = TestSites([
            .test("acme.test", .app, agency: Self.agency, tenant: Self.acme),
            .test("bora.test", .app, agency: Self.agency, tenant: Self.bora),
            .test("rival.test", .app, agency: Self.otherAgency, tenant: Self.rival),
            .test("mavi.test", .agency, agency: Self.agency), .test("kirmizi.test", .agency, agency: Self.otherAgency),
            .test("ops.test", .operator),
        ])
        office = PeopleOffice(
            databases: pools, clock: clock, letters: letters, shelf: RightsShelf(), sites: sites)
        let table = CapabilityTable()
        let services = ModuleServices(vault: EmptyVault(), clock: clock, capabilities: table)
        registry = try Registry([DeskModule.self], parts: [PeoplePart(office).part], services: services)
        table.fill(registry, sites: sites)
        office.shelf.put(registry)
        chain = try Self.chain(registry, sites, pools, clock, loops)
    }

    private static func chain(
        _ registry: Registry, _ sites: TestSites, _ pools: Databases, _ clock: ManualClock, _ loops: LoopGroup
    ) throws -> WebChain {
        let principals = IdentityPrincipals(
            pools.control, sessions: Sessions(pools.control, clock: clock), catalogue: PermissionCatalogue(registry),
            portal: [])
        let gate = Gate(
            registry: registry, sites: sites, databases: pools, principals: principals,
            links: LinkSeal(key: HeldSecret(.random(count: 32))), clock: clock)
        let routes = gate.routes
        return try WebChain(
            routes: routes, sites: sites, metrics: RouteMetrics(loops: loops, routes: routes.count),
            log: Log(into: KeptLines()))
    }

    /// The same house on a second node: its own pools and its own gate over the same tables.
    func withNode(_ body: @escaping @Sendable (WebChain) async throws -> Void) async throws {
        try await database.withDriver(as: "konak_control") { control, loops in
            let addresses = DatabaseAddresses(superuser: Self.superuser(database)) { role in
                DatabaseURL(trusted: "postgresql:///\(database.name)?host=\(database.cluster.folder)&user=\(role)")
            }
            _ = control
            let blocking = BlockingPool(threads: 1, waiting: 16)
            defer { blocking.stop() }
            let configuration = try Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "1"])
            guard let pools = Databases(addresses, configuration, loops: loops, blocking: blocking) else {
                throw Missing()
            }
            let sites = TestSites([.test("acme.test", .app, agency: Self.agency, tenant: Self.acme)])
            try await body(try Self.chain(registry, sites, pools, clock, loops))
            for pool in [pools.app, pools.control, pools.portal] { await pool?.stop() }
        }
    }

    var sessions: Sessions { Sessions(pools.control, clock: clock) }

    /// An open session of somebody at a host of theirs.
    func open(_ person: Person, at host: String = "acme.test") async throws -> SecretToken {
        let tenants = ["acme.test": Self.acme, "bora.test": Self.bora, "rival.test": Self.rival]
        let holder: SessionHolder =
            tenants[host].map { .staff(person.id, $0) } ?? .house(person.id, person.agency)
        return try await sessions.open(
            Sessions.Opening(holder, agency: person.agency, host: host, label: "Firefox, Linux"))
    }

    /// Asks with a session, as a program would; a body is JSON.
    func ask(
        _ line: String, _ token: SecretToken?, at host: String = "acme.test", _ json: String? = nil,
        fields: [String] = [], on node: WebChain? = nil
    ) async throws -> Answer {
        var lines = token.map { ["Cookie: __Host-konak-session=\($0.reveal())", "Sec-Fetch-Site: same-origin"] } ?? []
        lines += fields
        if json != nil { lines.append("Content-Type: application/json") }
        if !lines.contains(where: { $0.hasPrefix("Accept:") }) { lines.append("Accept: application/json") }
        let request = try TestRequest.make(line, lines, host: host, body: json.map { Array($0.utf8) })
        if let node { return Answer(await node.respond(to: request)) }
        // A request stays on its loop, wherever the test itself runs.
        return await Task(executorPreference: loops.first) { Answer(await chain.respond(to: request)) }.value
    }

    /// Asks as somebody who has just signed in.
    func ask(_ line: String, as person: Person, at host: String = "acme.test", _ json: String? = nil) async throws
        -> Answer
    {
        try await ask(line, try await open(person, at: host), at: host, json)
    }

    /// One number of the database.
    func count(_ sql: StaticString, _ values: [String] = []) async throws -> Int {
        let rows = try await database.rows(sql, values)
        return rows.first?.first.flatMap { $0 }.flatMap { Int($0) } ?? -1
    }
}

/// What was answered.
struct Answer {
    let status: Int
    let text: String
    let fields: Fields

    init(_ response: Response) {
        (status, fields) = (Int(response.status.code), response.fields)
        if case .bytes(let bytes) = response.body { text = String(decoding: bytes, as: UTF8.self) } else { text = "" }
    }

    var json: JSONValue { (try? JSONParser.parse(Array(text.utf8))) ?? .null }
    var code: String { json["code"]?.string ?? "" }
}
