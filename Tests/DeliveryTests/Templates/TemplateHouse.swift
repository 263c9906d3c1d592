import Core
import EventLoop
import HTTP
import ModuleKit
import Postgres
import SQL
import TestKit
import Testing

@testable import Delivery
@testable import Kernel

/// A database with the house's migrations, a shop, two tenants, and an open store.
struct TemplateHouse: Sendable {
    static let (agency, tenant, neighbour) = (AgencyID.make(), TenantID.make(), TenantID.make())
    static let (shopper, neighbours) = (UUIDv7.make(), UUIDv7.make())

    let database: TestDatabase
    let databases: Databases
    let store: TemplateStore
    let registry: Registry
    let sites: TestSites
    let loops: LoopGroup

    var ours: TenantDoor { TenantDoor(tenant: Self.tenant, databases.app) }
    var theirs: TenantDoor { TenantDoor(tenant: Self.neighbour, databases.app) }

    func reader(may permissions: Set<String> = [Permission.seeShoppers.text]) -> Reader {
        Reader(door: ours, permissions: permissions)
    }

    static func with(_ body: @escaping @Sendable (TemplateHouse) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            try prepare(database)
            let loops = try LoopGroup(count: 1)
            let blocking = BlockingPool(threads: 1, waiting: 64)
            var addresses = DatabaseAddresses()
            addresses.app = DatabaseURL(trusted: database.connection(as: "konak_app"))
            addresses.control = DatabaseURL(trusted: database.connection(as: "konak_control"))
            let databases = try #require(
                Databases(addresses, Configuration(environment: [:]), loops: loops, blocking: blocking))
            let result = await Task(executorPreference: loops.first) {
                try await body(try TemplateHouse(database, databases, loops))
            }.result
            await databases.stop()
            blocking.stop()
            loops.stop()
            try result.get()
        }
    }

    private init(_ database: TestDatabase, _ databases: Databases, _ loops: LoopGroup) throws {
        (self.database, self.databases, self.loops) = (database, databases, loops)
        sites = TestSites(
            [(Self.tenant, "a.localhost"), (Self.neighbour, "b.localhost")].map {
                .test($1, .app, agency: Self.agency, tenant: $0)
            })
        store = TemplateStore()
        var registrar = ModuleRegistrar()
        registrar.provide(.templates, store)
        for part in HouseParts.all { registrar.template(part) }
        var shop = ModuleRegistrar()
        let lent = ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: CapabilityTable())
        try ShopModule(lent).register(into: &shop)
        registry = try Registry([
            RegisteredModule(
                manifest: ModuleManifest(
                    id: ModuleID("documents"), title: Words(tr: "Belgeler", en: "Documents"),
                    summary: Words(tr: "Belgeler.", en: "Documents.")), registrar: registrar, isPart: true),
            RegisteredModule(manifest: ShopModule.manifest, registrar: shop),
        ])
        try store.open(registry.modules, sites: sites, databases: databases)
    }

    private static let folder: MigrationFolder = {
        var path = LocalPath(#filePath)
        while path.text != "/", !(path / "Package.swift").exists { path = path.parent }
        return MigrationFolder(at: path / "migrations")
    }()

    private static func prepare(_ database: TestDatabase) throws {
        let superuser = DatabaseURL(
            trusted: "postgresql:///postgres?host=\(database.cluster.folder)&user=\(TestCluster.owner)")
        try folder.preparation().run(as: superuser, database: database.name)
        let owner = try ScriptConnection(database.connection(as: "konak_owner"))
        try MigrationRunner(files: folder.files()).apply(on: owner)
        try owner.run(script: schema)
        for (tenant, shopper) in [(tenant, shopper), (neighbour, neighbours)] {
            try owner.run(
                script: """
                    BEGIN; SELECT kernel.enter('\(tenant)');
                    INSERT INTO shop.shopper VALUES ('\(tenant)', '\(shopper)', 'Çiğdem <b>', 3, 12345, 'EUR', '1990-03-05',
                        '2026-11-21 11:30:00+00', true); COMMIT
                    """)
        }
    }

    private static let schema = """
        CREATE SCHEMA shop;
        GRANT USAGE ON SCHEMA shop TO konak_app;
        CREATE TABLE shop.shopper (
            tenant_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, visits bigint, debt bigint, currency text,
            born date, seen_at timestamptz, is_vip boolean, PRIMARY KEY (tenant_id, id));
        GRANT SELECT, INSERT, UPDATE, DELETE ON shop.shopper TO konak_app;
        INSERT INTO kernel.agency (id, slug, name) VALUES ('\(agency)', 'ajans', 'Ajans');
        """
}

/// One of the tenant's people.
struct Reader: StaffContext {
    let door: TenantDoor
    let permissions: Set<String>
    let user = UserID.make()
    let parameters = PathParameters()
    let language = Language.tr

    var tenant: TenantID { door.tenant }
    var site: Site { SiteEntry.test("a.localhost", .app).site }
    var formToken: String? { nil }
    var teams: [TeamID] { [] }
    var session: SessionID? { nil }
    func scope(of permission: Permission) -> Scope? { permissions.contains(permission.text) ? .all : nil }
    var fieldRules: [String: FieldRule] { [:] }
    func query(_ query: Query) async throws -> Rows { try await door.query(query) }
    func queries(_ queries: [Query]) async throws -> [Rows] { try await door.queries(queries) }
    func transaction<Success: Sendable>(
        _ body: @Sendable (any Database) async throws -> Success
    ) async throws -> Success { try await door.transaction(body) }
}
