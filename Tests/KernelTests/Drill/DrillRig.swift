import Core
import EventLoop
import ModuleKit
import Postgres
import SQL
import SampleModule
import TestKit
import Testing

@testable import Kernel

/// A database with the sample's tables, the pools of a server on it, and all that a drill needs.
struct DrillRig: Sendable {
    let database: TestDatabase
    let loops: LoopGroup
    let ground: DrillGround
    /// Above every wall; for modules of tests that are meant to leak.
    let superuser: PostgresDatabase

    static func with<Success: Sendable>(
        script: String = "", loops count: Int = 1, _ body: @escaping @Sendable (DrillRig) async throws -> Success
    ) async throws -> Success {
        try await TestDatabase.with(template) { database in
            if !script.isEmpty { try ScriptConnection(database.connection(as: "konak_owner")).run(script: script) }
            let loops = try LoopGroup(count: count)
            let blocking = BlockingPool(threads: 2, waiting: 256)
            let result: Result<Success, any Error>
            do {
                let rig = try DrillRig(database, loops, blocking)
                result = await Task(executorPreference: loops.first) { try await body(rig) }.result
                await rig.ground.stop()
                await rig.superuser.stop()
            } catch {
                result = .failure(error)
            }
            blocking.stop()
            loops.stop()
            return try result.get()
        }
    }

    private init(_ database: TestDatabase, _ loops: LoopGroup, _ blocking: BlockingPool) throws {
        (self.database, self.loops) = (database, loops)
        // All tests share one server, whose connections are counted.
        let configuration = try Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "2"])
        func url(_ role: String) -> DatabaseURL { DatabaseURL(trusted: database.connection(as: role)) }
        var addresses = DatabaseAddresses()
        (addresses.app, addresses.control) = (url("konak_app"), url("konak_control"))
        (addresses.portal, addresses.owner) = (url("konak_portal"), url("konak_owner"))
        ground = try DrillGround(addresses: addresses, configuration, loops, blocking)
        var settings = PostgresSettings(connection: database.connection())
        settings.connectionsPerLoop = 1
        superuser = PostgresDatabase(loops: loops, settings: settings, blocking: blocking)
    }

    /// Prepared and migrated by the repository's own files and the sample's, with all roles.
    private static let template = TestTemplate("drill") { database in
        let walled = WalledDatabase(database: database)
        try walled.prepare()
        try MigrationRunner(files: try WalledDatabase.folder.files() + sampleFiles).apply(
            on: walled.connect("konak_owner"))
    }

    private static var sampleFiles: [MigrationFile] {
        get throws {
            try MigrationFolder(at: WalledDatabase.folder.path.parent / "Tests/Sample/migrations").files()
        }
    }

    func registry(_ modules: [any FeatureModule.Type] = [SampleModule.self]) throws -> Registry {
        try Registry(modules, services: .test)
    }

    /// How many rows a table has, whoever they belong to.
    func count(_ table: StaticString) async throws -> Int {
        let rows = try await superuser.perform(Query(unsafeSQL: "SELECT count(*) FROM \(table)"))
        return try #require(rows.first).decode(0)
    }
}

extension ModuleServices {
    /// For modules that ask for nothing.
    static var test: ModuleServices {
        ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: CapabilityTable())
    }
}
