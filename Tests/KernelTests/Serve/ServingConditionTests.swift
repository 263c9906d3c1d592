import Core
import EventLoop
import ModuleKit
import Postgres
import TestKit
import Testing

@testable import Kernel

/// Says whose its records are, of a table that may not be as it should.
private struct HomelessModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("homeless"), title: Words(tr: "Evsiz", en: "Homeless"), summary: Words(tr: "Yok.", en: "None."))

    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) { module.owned(TableName("homeless.thing"), "owner_id") }
}

@Suite("A process that must not serve")
struct ServingConditionTests {
    private struct Unsound: Error {}

    @Test("opens no listener, says what is wrong, and takes its name off the list of nodes")
    func unsound() async throws {
        try await WalledDatabase.with { walled in
            let environment = ["KONAK_LISTEN": "127.0.0.1:0", "KONAK_METRICS_LISTEN": "127.0.0.1:0"]
            let announced = KeptLines()
            try await TestHouse.with(databases: HealthRoutesTests.addresses(walled), environment: environment) {
                house in
                let process = ServingProcess(
                    services: house.services, accessLog: nil, provided: { throw Unsound() },
                    announce: { _ = announced.accept(Array("\($0)\n".utf8)) },
                    makeHouse: { try $0.house(modules: []) })
                await #expect(throws: Unsound.self) {
                    try await Task(executorPreference: house.loops.first) { _ = try await process.run() }.value
                }
            }
            #expect(announced.lines.isEmpty)
            let nodes = try walled.connect("konak_control").rows("SELECT count(*) FROM kernel.node")
            #expect(nodes == [["0"]])
        }
    }
    @Test("is one with records that could not be handed over: it says which column its table lacks")
    func owned() async throws {
        try await WalledDatabase.with { walled in
            let environment = ["KONAK_LISTEN": "127.0.0.1:0", "KONAK_METRICS_LISTEN": "127.0.0.1:0"]
            let owner = try walled.connect("konak_owner")
            try owner.run(
                script: """
                    CREATE SCHEMA homeless;
                    CREATE TABLE homeless.thing (
                        tenant_id uuid NOT NULL, number bigint NOT NULL, owner_id uuid, PRIMARY KEY (tenant_id, number))
                    """)
            try await TestHouse.with(databases: HealthRoutesTests.addresses(walled), environment: environment) {
                house in
                let process = ServingProcess(
                    services: house.services, accessLog: nil, announce: { _ in },
                    makeHouse: { try $0.house(modules: [HomelessModule.self]) })
                let fault = await #expect(throws: BootFaults.self) {
                    try await Task(executorPreference: house.loops.first) { _ = try await process.run() }.value
                }
                #expect(fault?.faults.count == 1)
                #expect(fault?.faults.first?.contains("homeless.thing has no column “id” of type uuid") == true)
            }
        }
    }
}
