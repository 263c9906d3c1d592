import Core
import HTTP
import ModuleKit
import Postgres
import SampleModule
import TestKit
import Testing

@testable import Kernel

@Suite("What a switched module offers")
struct OfferTests {
    private static let prices = Capability<Int>("bare.prices")

    private struct Bare: FeatureModule {
        static let manifest = ModuleManifest(
            id: ModuleID("bare"), title: Words(tr: "Y", en: "B"), summary: Words(tr: "Y", en: "B"))
        init(_ services: ModuleServices) throws {}
        func register(into module: inout ModuleRegistrar) { module.provide(prices, 7) }
    }

    @Test("is gone: menu, searches, live channels, capabilities; and all of it comes back")
    func offer() async throws {
        try await GateRig.with([SampleModule.self, Bare.self]) { rig in
            let registry = try Registry([SampleModule.self, Bare.self], services: .test)
            let capabilities = CapabilityTable()
            capabilities.fill(registry, sites: rig.sites)
            let door = TenantDoor(tenant: GateRig.tenant, rig.databases.app)
            for isOn in [true, false, true] {
                let switches = ["sample": isOn, "bare": isOn]
                for entry in GateRig.entries(switches: switches) { rig.sites.set(entry) }
                let entry = try #require(rig.sites.entry(forHost: "app.example"))
                let neighbour = try #require(rig.sites.entry(forHost: "neighbour.example"))
                #expect(registry.navigation(at: entry).map(\.path) == (isOn ? ["/sample"] : []))
                #expect(registry.navigation(at: neighbour).map(\.path) == ["/sample"])
                let offered = registry.modules(at: entry)
                #expect(offered.flatMap(\.registrar.searches).isEmpty != isOn)
                #expect(offered.flatMap(\.registrar.liveChannels).isEmpty != isOn)
                #expect(registry.modules(at: try #require(rig.sites.entry(forHost: "agency.example"))).count == 2)
                let found = try await capabilities.find(Self.prices, for: door)
                #expect(found == (isOn ? 7 : nil))
            }
        }
    }

    @Test("says its events in a form that is held fast")
    func shapes() throws {
        let registry = try Registry([SampleModule.self], services: .test)
        #expect(try EventShapes.text(of: registry) == "sample.task.closed 1 {\"task\":\"text\"}\n")
        let house = try Registry(EventHouse.modules(HeardEvents()) { _, _, _ in })
        #expect(try EventShapes.text(of: house) == "orders.order.placed 2 {\"mark\":\"text\",\"number\":\"number\"}\n")
    }
}
