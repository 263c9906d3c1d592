import Core
import EventLoop
import HTTP
import ModuleKit
import Outbound
import Postgres
import TestKit
import Testing

@testable import Kernel
@testable import konak

/// The house as `konak serve` has it, parts and modules, on a real database.
@Suite("The whole house", .serialized)
struct WholeHouseTests {
    @Test("stands: no fault in the registry, no hole in the walls, and its parts answer behind the gate")
    func stands() async throws {
        try await Self.withHouse { house, chain, database in
            let parts = house.registry.modules.filter(\.isPart).map(\.manifest.id.text)
            #expect(Set(parts).isSuperset(of: ["documents", "mail", "reference"]))
            #expect(RegistryCheck(house.registry.modules).faults == [])
            let folder = MigrationFolder(at: LocalPath(ModuleContractTests.near("migrations")))
            #expect(throws: Never.self) {
                try BootCheck(folder).run(on: ScriptConnection(database.connection(as: "konak_control")))
            }
            for (path, words) in [("/reference/countries.tr.json", "Türkiye"), ("/outbox", "Henüz ileti yok")] {
                let request = try TestRequest.make("GET \(path)", ["Accept-Language: tr"], host: "konak.localhost")
                let answer = await chain.respond(to: request)
                #expect(answer.status == .ok, "\(path)")
                #expect(try await Self.text(answer).contains(words), "\(path)")
            }
            let stranger = try TestRequest.make("GET /outbox", host: "konak.localhost", peer: "203.0.113.7")
            let refusal = await chain.respond(to: stranger)
            #expect(refusal.status.code == 404)
        }
    }

    @Test("declares what its parts hold of persons")
    func persons() async throws {
        try await Self.withHouse { house, _, database in
            let declared = house.registry.modules.flatMap(\.registrar.personalData)
            #expect(declared.contains { $0.table.text == "delivery.mail" })
            let session = try OwnerSession(ScriptConnection(database.connection(as: "konak_owner")))
            let plan = try PersonalDataPlan(declared, catalogue: session.catalogue())
            #expect(plan.tables.contains("delivery.mail"))
        }
    }

    private static func text(_ answer: Response) async throws -> String {
        guard case .bytes(let bytes) = answer.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func prepare(_ database: TestDatabase) throws {
        let folder = MigrationFolder(at: LocalPath(ModuleContractTests.near("migrations")))
        let place = "postgresql:///postgres?host=\(database.cluster.folder)&user=\(TestCluster.owner)"
        try folder.preparation().run(as: DatabaseURL(trusted: place), database: database.name)
        try MigrationRunner(files: folder.files()).apply(on: ScriptConnection(database.connection(as: "konak_owner")))
    }

    private static func withHouse(
        _ body: @escaping @Sendable (House, WebChain, TestDatabase) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            try prepare(database)
            let loops = try LoopGroup(count: 1)
            let blocking = BlockingPool(threads: 1, waiting: 64)
            let configuration = try Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "1"])
            var addresses = DatabaseAddresses()
            addresses.app = DatabaseURL(trusted: database.connection(as: "konak_app"))
            addresses.control = DatabaseURL(trusted: database.connection(as: "konak_control"))
            let databases = try #require(Databases(addresses, configuration, loops: loops, blocking: blocking))
            let client = try configuration.httpClient(on: loops)
            let result = await Task(executorPreference: loops.first) {
                let services = HouseServices(
                    configuration: configuration, loops: loops, blocking: blocking, databases: databases,
                    http: client, log: Log(into: KeptLines()),
                    sites: SiteMap(operatorHosts: configuration.operatorHosts))
                let house = try services.house(parts: houseParts(services), modules: installedModules)
                let chain = try WebChain(
                    routes: house.routes, sites: services.sites,
                    metrics: RouteMetrics(loops: loops, routes: house.routes.count), log: services.log)
                try await body(house, chain, database)
            }.result
            await client.close()
            await databases.stop()
            blocking.stop()
            loops.stop()
            try result.get()
        }
    }
}
