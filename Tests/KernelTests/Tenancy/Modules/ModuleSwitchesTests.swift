import Core
import ModuleKit
import Postgres
import SQL
import TestKit
import Testing

@testable import Kernel

@Suite("Switching modules")
struct ModuleSwitchesTests {
    private static let words = Words(tr: "Ad", en: "Name")

    private static func module(_ id: ModuleID, _ feature: PlanFeature?, requires: [ModuleID] = []) -> RegisteredModule {
        RegisteredModule(
            manifest: ModuleManifest(id: id, title: words, summary: words, planFeature: feature, requires: requires),
            registrar: ModuleRegistrar())
    }

    /// The plan has crm and desk; desk is switched off.
    private static func registry() throws -> Registry {
        try Registry([
            RegisteredModule(
                manifest: ModuleManifest(id: ModuleID("mail"), title: words, summary: words),
                registrar: ModuleRegistrar(), isPart: true),
            module(ModuleID("crm"), PlanFeature("crm")),
            module(ModuleID("desk"), PlanFeature("desk"), requires: [ModuleID("crm")]),
            module(ModuleID("chat"), nil, requires: [ModuleID("desk")]),
            module(ModuleID("extra"), PlanFeature("extra")),
        ])
    }

    private static func switches(_ house: SitesHouse) throws -> ModuleSwitches {
        ModuleSwitches(control: try house.walled.connect("konak_control"), registry: try registry())
    }

    @Test("are listed with the reason")
    func list() async throws {
        try await SitesHouse.with { house in
            let list = try Self.switches(house).list("mavi/acme").map { "\($0.module.id) \($0.standing)" }
            #expect(
                list == [
                    "mail part", "crm on", "desk switchedOff", "chat requires(desk)", "extra notInPlan(extra)",
                ])
            #expect(try Self.switches(house).list("kirmizi/acme").filter(\.standing.isOn).count == 4)
            #expect(throws: TenantRollFault.unknown("mavi/none")) { try Self.switches(house).list("mavi/none") }
        }
    }

    @Test("stand as the gate sees them, whatever plan and switches say")
    func agreement() throws {
        let registry = try Self.registry()
        let ids = ["crm", "desk", "chat", "extra"]
        for number in 0..<(1 << 7) {
            let all = ["crm", "desk", "extra"].enumerated()
            let features = Set(all.filter { number >> $0.offset & 1 == 1 }.map(\.element))
            var switches: [String: Bool] = [:]
            for (index, id) in ids.enumerated() where number >> (index + 3) & 1 == 1 { switches[id] = false }
            let entry = SiteEntry.test("a.example", .app, features: features, switches: switches)
            for module in registry.modules {
                let id = module.manifest.id
                let isOn = registry.standing(of: id, features: features, switches: switches)?.isOn
                #expect(isOn == registry.isOn(id, at: entry), "\(id) \(features) \(switches)")
            }
        }
    }

    @Test("are refused where they would do nothing")
    func refusals() async throws {
        try await SitesHouse.with { house in
            let cases: [(String, Bool, ModuleSwitchFault, String)] = [
                (
                    "crn", false, .unknown("crn", known: ["mail", "crm", "desk", "chat", "extra"]),
                    "installed are mail, crm"
                ),
                ("mail", false, .part("mail"), "always on"),
                ("extra", true, .notInPlan("extra", feature: "extra", plan: "temel"), "the plan temel lacks"),
                ("chat", true, .requires("chat", "desk"), "switch that on first"),
            ]
            for (name, isOn, fault, words) in cases {
                #expect(throws: fault) { _ = try Self.switches(house).turn(name, on: isOn, for: "mavi/acme").nodes }
                #expect(fault.description.contains(words), "\(fault)")
            }
        }
    }

    @Test("are thrown when every node knows: no request after it meets the old map")
    func allNodes() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { first in
                try await house.withNode { second in
                    for turn in 0..<20 {
                        let isOn = turn % 2 == 1
                        let done = try await Self.turn("crm", on: isOn, house)
                        #expect(done.nodes == 2 && done.silent.isEmpty)
                        for node in [first, second] {
                            #expect(node.map.entry(forHost: "acme.localhost")?.switches["crm"] == isOn, "turn \(turn)")
                        }
                    }
                }
            }
        }
    }

    @Test("say which node did not answer")
    func silence() async throws {
        try await SitesHouse.with { house in
            try await house.database.run(
                """
                INSERT INTO kernel.node (id, name, seen_at) VALUES
                (gen_random_uuid(), 'frozen', now()), (gen_random_uuid(), 'dead', now() - interval '1 minute')
                """)
            try await house.withNode { node in
                let done = try await Self.turn("crm", on: false, house, patience: .milliseconds(300))
                #expect(done.nodes == 1 && done.silent == ["frozen"])
                #expect(done.entries.first { $0.module.id.text == "crm" }?.standing == .switchedOff)
                let isOff = node.map.entry(forHost: "acme.localhost")?.switches["crm"] == false
                #expect(isOff)
            }
        }
    }

    /// On a thread that may be blocked: the nodes must go on meanwhile.
    private static func turn(
        _ name: String, on isOn: Bool, _ house: SitesHouse, patience: Duration = .seconds(30)
    ) async throws -> ModuleSwitches.Turn {
        try await withCheckedThrowingContinuation { continuation in
            let task = Task { @concurrent in
                continuation.resume(
                    with: Result { try switches(house).turn(name, on: isOn, for: "mavi/acme", patience: patience) })
            }
            _ = task
        }
    }

    @Test("find nodes on the list from before their first map until they serve no more")
    func life() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { node in
                let listed = try await house.database.rows("SELECT (sites IS NOT NULL)::text FROM kernel.node")
                #expect(listed == [["true"]])
                await node.keeper.leave()
                let left = try await house.database.rows("SELECT id::text FROM kernel.node")
                #expect(left.isEmpty)
            }
            try await house.database.run("REVOKE SELECT ON kernel.plan FROM konak_control")
            try await house.withNode { _ in
                // It could read no map, so whoever switches must wait for it.
                let listed = try await house.database.rows("SELECT (sites IS NULL)::text FROM kernel.node")
                #expect(listed == [["true"]])
            }
        }
    }
}
