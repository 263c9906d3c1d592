import Core
import Crypto
import EventLoop
import HTTP
import Kernel
import ModuleKit
import Outbound
import Postgres
import SQL
import TestKit
import Testing

@testable import Delivery

/// A house with two agencies, each with tenants, and all that sends its mail; one for each test.
struct MailRig: Sendable {
    let database: TestDatabase
    let control: PostgresDatabase
    let app: PostgresDatabase
    let loops: LoopGroup
    let settings: MailSettings
    let office: MailOffice
    let log = KeptLines()

    static let mavi = id("01900000-0000-7000-8000-00000000000a", AgencyID.self)
    static let acme = id("01900000-0000-7000-8000-000000000001", TenantID.self)
    static let borek = id("01900000-0000-7000-8000-000000000002", TenantID.self)
    static let other = id("01900000-0000-7000-8000-000000000003", TenantID.self)

    private static func id<Subject>(_ text: String, _: ID<Subject>.Type) -> ID<Subject> { ID(text) ?? .make() }

    /// Names that occur nowhere else, so that a leak of one can be seen.
    private static let levels = """
        INSERT INTO kernel.agency (id, slug, name) VALUES
            ('01900000-0000-7000-8000-00000000000a', 'mavi', 'Mavidunya'),
            ('01900000-0000-7000-8000-00000000000b', 'kirmizi', 'Kirmizievren');
        INSERT INTO kernel.plan (id, key, name_tr, name_en) VALUES
            ('01900000-0000-7000-8000-00000000000f', 'temel', 'Temel', 'Basic');
        INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id) VALUES
            ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-00000000000a', 'acme', 'Acmegiller',
             'active', '01900000-0000-7000-8000-00000000000f'),
            ('01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-00000000000a', 'borek', 'Borekciler',
             'active', '01900000-0000-7000-8000-00000000000f'),
            ('01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-00000000000b', 'other', 'Otekiler',
             'active', '01900000-0000-7000-8000-00000000000f');
        INSERT INTO kernel.brand (id, agency_id, tenant_id, name, hue, chroma, sender_name, support_address) VALUES
            ('01900000-0000-7000-8000-0000000000b1', NULL, NULL, 'Evsahibi', 10, 100, 'Evsahibi Posta', 'help@platform.test'),
            ('01900000-0000-7000-8000-0000000000b2', '01900000-0000-7000-8000-00000000000a', NULL, 'Mavidunya CRM', 200,
             NULL, NULL, 'destek@mavi.test'),
            ('01900000-0000-7000-8000-0000000000b3', '01900000-0000-7000-8000-00000000000a',
             '01900000-0000-7000-8000-000000000001', 'Acmegiller', 300, NULL, NULL, 'yardim@acme.test');
        INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge) VALUES
            ('crm.mavi.test', 'agency', '01900000-0000-7000-8000-00000000000a', NULL, 'verified', true, repeat('x', 52)),
            ('app.acme.test', 'app', '01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-000000000001',
             'verified', true, repeat('x', 52)),
            ('my.acme.test', 'portal', '01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-000000000001',
             'verified', true, repeat('x', 52)),
            ('app.borek.test', 'app', '01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-000000000002',
             'verified', false, repeat('x', 52)),
            ('app.other.test', 'app', '01900000-0000-7000-8000-00000000000b', '01900000-0000-7000-8000-000000000003',
             'verified', false, repeat('x', 52));
        """

    private static let template = TestTemplate("mail_house") { database in
        var path = LocalPath(#filePath)
        while path.text != "/", !(path / "Package.swift").exists { path = path.parent }
        let folder = MigrationFolder(at: path / "migrations")
        let place = "postgresql:///postgres?host=\(database.cluster.folder)&user=\(TestCluster.owner)"
        try folder.preparation().run(as: DatabaseURL(trusted: place), database: database.name)
        let owner = try ScriptConnection(database.connection(as: "konak_owner"))
        try MigrationRunner(files: folder.files()).apply(on: owner)
        try owner.run(script: ShopModule.schema)
        try await database.run(levels)
    }

    static func with(_ body: @escaping @Sendable (MailRig) async throws -> Void) async throws {
        try await TestDatabase.with(template) { database in
            try await database.withDriver(as: "konak_control", { $0.connectionsPerLoop = 2 }) { control, loops in
                let blocking = BlockingPool(threads: 1, waiting: 64)
                var settings = PostgresSettings(connection: database.connection(as: "konak_app"))
                settings.connectionsPerLoop = 2
                let app = PostgresDatabase(loops: loops, settings: settings, blocking: blocking)
                let root = RootKey(HeldSecret(SecretBytes(copying: [UInt8](repeating: 7, count: 32).span)))
                let levels = try MailSettings(control, root: root)
                let rig = MailRig(
                    database: database, control: control, app: app, loops: loops, settings: levels,
                    office: MailOffice(control: control, seal: levels.seal, renderer: try letters(app, control)))
                let result: Result<Void, any Error>
                do { result = .success(try await body(rig)) } catch { result = .failure(error) }
                await app.stop()
                blocking.stop()
                try result.get()
            }
        }
    }

    private static func letters(_ app: PostgresDatabase, _ control: PostgresDatabase) throws -> HouseLetters {
        HouseLetters(try .ofLetters(control, and: [try MailShop.source(), MailShop.papers]), tenants: app)
    }

    /// A sender of its own holder. It waits for nothing that a working server of this machine needs.
    func sender(
        lease: Duration = .seconds(60), authority: String? = nil, keeps: Bool = false,
        greeting: HelloName? = nil,
        onStep: @escaping @Sendable (MailSender.Step) async throws -> Void = { _ in }
    ) throws -> MailSender {
        var timeouts = SMTPTimeouts().scaled(by: 0.1)
        timeouts.goodbye = .seconds(1)
        let loopback = DestinationPolicy(opening: [try AddressBlock("127.0.0.0/8")])
        let carrier = try MailCarrier(
            loops: loops, policy: loopback, resolver: Here(),
            helloName: try greeting ?? #require(HelloName("konak.example")),
            trust: authority.map { .authorities(file: $0) } ?? .system, timeouts: timeouts)
        let composer = MailComposer(
            seal: settings.seal, renderer: office.renderer,
            links: MailLinks(port: 8080, operatorHost: "konak.localhost"))
        return MailSender(
            queue: MailQueue(database: control, holder: .make(), lease: lease), settings: settings, composer: composer,
            carrier: carrier, log: Log(into: log), clock: SystemClock(), keepsWithoutRoute: keeps, onStep: onStep)
    }

    /// The little server as a level's own.
    func route(
        to server: LittleMailServer, for house: MailHouse = .platform, from address: String = "posta@route.test",
        name: String? = nil
    ) async throws {
        let route = MailRoute(
            host: HostName(.loopback), port: server.port, security: .none, senderAddress: try MailAddress(address),
            senderName: name)
        try await settings.set(route, password: nil, for: house)
    }

    func tenant(_ id: TenantID) -> TestTenant { TestTenant(tenant: id, app: app) }

    /// A reset for somebody of a tenant.
    static func reset(_ address: String, key: String? = nil, notAfter: Timestamp? = nil) -> MailOrder {
        MailOrder(
            .passwordReset, to: address, name: "Ayşe", in: .tr, values: ["link": .path("/reset?token=gizli")], key: key,
            notAfter: notAfter)
    }

    /// State, attempts and error of every mail, by address.
    func states() async throws -> [String: String] {
        let entries = try await MailLedger(control).list()
        return Dictionary(
            entries.map { ($0.address, [$0.state, $0.lastError].compactMap(\.self).joined(separator: " ")) },
            uniquingKeysWith: { first, second in "\(first), \(second)" })
    }

    /// As if the wait of all mails were over.
    func hurry() async throws {
        try await database.run(
            """
            UPDATE delivery.mail SET next_at = now() - interval '1 second' WHERE ended_at IS NULL;
            UPDATE delivery.house_mail SET next_at = now() - interval '1 second' WHERE ended_at IS NULL;
            """)
    }
}

/// Every name is this machine.
struct Here: HostResolver {
    func addresses(of host: HostName) async throws -> [IPAddress] { [.loopback] }
}

/// The door of a tenant, as the gate opens it.
struct TestTenant: TenantContext {
    let tenant: TenantID
    let app: PostgresDatabase

    private var enter: Query { "SELECT kernel.enter(\(tenant))" }

    func query(_ query: Query) async throws -> Rows { try await app.perform(after: enter, query) }
    func queries(_ queries: [Query]) async throws -> [Rows] { try await app.perform(after: enter, all: queries) }
    func transaction<Success: Sendable>(
        _ body: @Sendable (any Database) async throws -> Success
    ) async throws -> Success {
        try await app.withTransaction(after: enter) { try await body(TestTransaction(connection: $0)) }
    }
}

struct TestTransaction: Database {
    let connection: BorrowedConnection
    func query(_ query: Query) async throws -> Rows { try await connection.query(query) }
}
