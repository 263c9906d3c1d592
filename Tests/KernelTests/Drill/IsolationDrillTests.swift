import Core
import Crypto
import HTTP
import ModuleKit
import SampleModule
import Synchronization
import TestKit
import Testing

@testable import Kernel

@Suite("The drill of isolation", .serialized)
struct IsolationDrillTests {
    @Test("finds every leak of a module that leaks, by its kind and place")
    func findsLeaks() async throws {
        try await DrillRig.with { rig async throws in
            LeakySample.hole.withLock { $0 = rig.superuser }
            defer { LeakySample.hole.withLock { $0 = nil } }
            let registry = try rig.registry([LeakySample.self])
            let report = try await rig.ground.drill(over: registry, .init(requests: 300, seed: 7)).run()
            let found = Set(report.leaks.map { "\($0.place) \($0.kind.rawValue)" })
            for leak in LeakySample.leaks {
                #expect(found.contains("\(leak.place) \(leak.kind)"), "not found: \(leak)")
            }
            let innocent = Set(registry.modules[0].registrar.routes.map { "\($0.method.rawValue) \($0.path)" })
                .filter { !$0.contains("leaky") }
            #expect(report.leaks.filter { innocent.contains($0.place) } == [])
            #expect(!report.leaks.contains { $0.place.hasPrefix("random round") })
            #expect(!report.isClean)
            print(
                "drill of what leaks: planted=\(LeakySample.leaks.count) kinds=\(Set(report.leaks.map(\.kind)).count)")
        }
    }

    @Test("finds nothing in 20,000 requests over every route of the sample, and leaves nothing behind")
    func findsNothing() async throws {
        try await DrillRig.with(loops: 2) { rig async throws in
            let registry = try rig.registry()
            // `scripts/soak drill` asks for a million.
            let requests = Environment.variables()["KONAK_DRILL_REQUESTS"].flatMap { Int($0) } ?? 20_000
            let report = try await rig.ground.drill(over: registry, .init(requests: requests, seed: 20_000)).run()
            #expect(report.leaks == [])
            #expect(report.uncounted == [])
            #expect(report.withoutCanary == [])
            #expect(report.isClean)
            #expect(report.routes == registry.modules[0].registrar.routes.count + Self.ofTheHouse)
            #expect(report.requests >= requests)
            #expect(report.works == 3)
            #expect(report.answers[5] == nil)
            #expect(report.answers[2] ?? 0 >= report.requests / 10)
            #expect(report.answers[4] ?? 0 >= report.requests / 10)
            for table: StaticString in [
                "kernel.agency", "kernel.plan", "kernel.tenant", "kernel.domain", "kernel.endpoint", "sample.customer",
                "sample.task", "sample.invoice",
            ] {
                #expect(try await rig.count(table) == 0, "\(table)")
            }
            print(report.text + report.lastLine)
        }
    }

    /// `/`, two of health, four that bear the brand; what is the same for everybody is not asked.
    private static let ofTheHouse = 7

    @Test("holds in a house without modules, where the house's own routes are left")
    func empty() async throws {
        try await DrillRig.with { rig async throws in
            let report = try await rig.ground.drill(over: try rig.registry([]), .init(requests: 100, seed: 1)).run()
            #expect(report.leaks == [] && report.uncounted == [])
            #expect(report.routes == Self.ofTheHouse)
            #expect(report.requests > 1_000)
        }
    }

    @Test("does not count a route whose owner is shown nothing")
    func uncounted() async throws {
        try await DrillRig.with { rig async throws in
            let registry = try rig.registry([SilentSample.self])
            let report = try await rig.ground.drill(over: registry, .init(requests: 100, seed: 3)).run()
            #expect(report.uncounted.count == 2)
            #expect(report.uncounted.contains { $0.hasPrefix("GET /sample/silent: its owner is answered 200") })
            #expect(report.uncounted.contains { $0.contains("sample.stranger") })
            #expect(report.leaks == [])
            #expect(!report.isClean)
        }
    }

    @Test("refuses, with the column's name, a table in which no row can be planted")
    func unplantable() async throws {
        let script = """
            CREATE TABLE sample.odd (
                tenant_id uuid NOT NULL, id uuid NOT NULL, code text NOT NULL CHECK (code ~ '^[0-9]{4}$'),
                PRIMARY KEY (tenant_id, id));
            GRANT SELECT, INSERT, UPDATE, DELETE ON sample.odd TO konak_app
            """
        try await DrillRig.with(script: script) { rig async throws in
            let registry = try rig.registry()
            await #expect {
                _ = try await rig.ground.drill(over: registry, .init(requests: 1, seed: 1)).run()
            } throws: { String(describing: $0).contains("sample.odd.code") }
            #expect(try await rig.count("kernel.tenant") == 0)
        }
    }

    @Test("signs what it says, and says the counts last")
    func signature() throws {
        let report = DrillReport(
            routes: 18, works: 3, requests: 20_400, leakCount: 1,
            leaks: [DrillLeak(kind: .shown, place: "GET /a", detail: "by chance: sample.customer.name")], uncounted: [],
            answers: [2: 400], withoutCanary: [], places: ["log"], liveChannels: [], seed: 5, seconds: 1.25)
        let key = try SigningKey.generate(.ed25519)
        let lines = try report.signed(by: key).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.suffix(2) == ["drill isolation: routes=18 requests=20400 leaks=1", ""])
        let words = try #require(lines.first { $0.hasPrefix("signed ") }).split(separator: " ")
        let message = Array((report.text + report.lastLine + "\n").utf8)
        let signature = try Base64.url.decode(String(words[2]))
        #expect(try key.verifyingKey().isValid(signature.span, of: message.span, by: .ed25519))
        #expect(!report.isClean)
    }
}

/// The sample with a page that shows nothing and a route about a table that is not there.
private struct SilentSample: FeatureModule {
    static let manifest = SampleModule.manifest
    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) {
        (try? SampleModule(.test))?.register(into: &module)
        let read = Access.staff(Self.manifest.permissions[0])
        module.route(.get, "/sample/silent", for: read) { _, _ in .text("nothing") }
        module.route(.get, "/sample/strangers/:stranger", for: read) { _, _ in .text("nothing") }
    }
}
