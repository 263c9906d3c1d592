import Core
import EventLoop
import Postgres
import TestKit
import Testing

@testable import Kernel

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
}
