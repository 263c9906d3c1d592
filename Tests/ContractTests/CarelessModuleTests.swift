import Core
import EventLoop
import ModuleKit
import Postgres
import TestKit
import Testing

@testable import Kernel

@Suite("A module that keeps to nothing", .serialized)
struct CarelessModuleTests {
    @Test("is found out by every check that it reaches")
    func careless() async throws {
        let report = try await Self.verify(CarelessModule.migration)
        let expected: [(ModuleFinding.Check, String)] = [
            (.data, "careless.note has no column “owner” of type uuid, and it is said to name an owner"),
            (.data, "personal data of careless.note: letter is no column of text"),
            (.data, "careless.note.phone sounds like a person's: declare it with `personalData`"),
            (.isolation, "GET /careless/silence: its owner is answered 200, with nothing of his in it"),
            (.rights, "GET /careless/notes/:note: with the permission alone is answered 403, not 2xx"),
            (.words, "GET /careless says “Notlar Bütün notlar burada” in Turkish and in English"),
            (.description, "POST /careless/notes/:note reads a body and does not say what it takes"),
        ]
        for (check, sentence) in expected {
            let faults = report.findings.first { $0.check == check }?.faults ?? []
            #expect(faults.contains { $0.contains(sentence) }, "\(check): \(faults)")
        }
        #expect(!report.isSound)
        let sound = report.findings.filter(\.faults.isEmpty).map(\.check)
        #expect(sound == [.registry, .teardown, .toggling, .plan])
        print("careless module: faults=\(report.faults.count) checks=\(report.findings.count)")
    }

    @Test("is found out where it cannot be taken away, by its switch and by its plan")
    func stuck() async throws {
        // A part of the house is always on, so this one stands for whatever would not go.
        let report = try await Self.verify(CarelessModule.migration, isPart: true)
        for (check, words) in [(ModuleFinding.Check.toggling, "switched off"), (.plan, "without the plan's feature")] {
            let faults = report.findings.first { $0.check == check }?.faults ?? []
            #expect(faults.contains { $0.contains("GET /careless is answered 200") && $0.contains(words) }, "\(faults)")
            #expect(faults.contains { $0.contains("names the tenant's data") })
            #expect(faults.contains { $0.contains("the tenant in the module's work over all tenants is still there") })
        }
    }

    @Test("is stopped where it leaves something behind, and where its migrations do not run")
    func litter() async throws {
        let littered = try await Self.verify(CarelessModule.litter)
        #expect(littered.findings.map(\.check) == [.registry, .teardown])
        #expect(
            littered.faults.contains { $0.contains("schema careless_too") && $0.contains("is left") },
            "\(littered.faults)")
        let broken = try await Self.verify("CREATE TABLE careless.note (id uuid);")
        #expect(broken.faults.count == 1)
        #expect(broken.faults.first?.contains("its migrations do not run") == true)
        #expect(!broken.isSound)
    }

    @Test("is stopped at the door where it does not fit into the house, and where nobody knows it")
    func unfit() async throws {
        let twice = try Self.module()
        let verification = ModuleVerification(
            of: CarelessModule.manifest.id, among: [twice, twice], files: [], preparation: Preparation(files: []))
        let report = try await Self.run(verification)
        #expect(report.findings.map(\.check) == [.registry])
        #expect(report.faults.contains { $0.contains("the module careless is registered twice") })
        #expect(throws: ModuleUnknown.self) {
            try ModuleVerification(
                of: ModuleID("nobody"), among: [CarelessModule.self], files: [], preparation: Preparation(files: []))
        }
    }

    private static func module(isPart: Bool = false) throws -> RegisteredModule {
        let services = ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: CapabilityTable())
        let module = try RegisteredModule(CarelessModule.self, services)
        return RegisteredModule(manifest: module.manifest, registrar: module.registrar, isPart: isPart)
    }

    private static func verify(_ migration: String, isPart: Bool = false) async throws -> ModuleReport {
        let folder = MigrationFolder(at: LocalPath(ModuleContractTests.near("migrations")))
        let own = try #require(
            MigrationFile(folder: "careless", fileName: "0001_notes.sql", content: Array(migration.utf8)))
        return try await run(
            ModuleVerification(
                of: CarelessModule.manifest.id, among: [module(isPart: isPart)], files: folder.files() + [own],
                preparation: folder.preparation(), requests: 50))
    }

    private static func run(_ verification: ModuleVerification) async throws -> ModuleReport {
        try await TestDatabase.with { database in
            func url(_ name: String, _ role: String) -> DatabaseURL {
                DatabaseURL(trusted: "postgresql:///\(name)?host=\(database.cluster.folder)&user=\(role)")
            }
            let addresses = DatabaseAddresses(superuser: url("postgres", TestCluster.owner)) { url(database.name, $0) }
            let pool = BlockingPool(threads: 1, waiting: 1)
            defer { pool.stop() }
            return try await pool.run {
                let loops = try LoopGroup(count: 1)
                defer { loops.stop() }
                let blocking = BlockingPool(threads: 1, waiting: 64)
                defer { blocking.stop() }
                return try verification.run(
                    beside: addresses, configuration: Configuration(environment: ["KONAK_DATABASE_CONNECTIONS": "1"]),
                    loops: loops, blocking: blocking)
            }
        }
    }
}
