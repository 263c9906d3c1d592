import Kernel
import Postgres
import TestKit
import Testing

@Suite("Boot refuses")
struct BootCheckTests {
    @Test("a database that nobody prepared")
    func unprepared() async throws {
        try await TestDatabase.with { database in
            let check = try BootCheck(WalledDatabase.folder)
            #expect(throws: BootFaults.self) { try check.run(on: ScriptConnection(database.connection())) }
        }
    }

    @Test("pending migrations and holes, and nothing else")
    func pendingAndHoles() async throws {
        try await WalledDatabase.with { walled in
            let check = try BootCheck(WalledDatabase.folder)
            try check.run(on: walled.connect("konak_control"))

            let superuser = try walled.connect(TestCluster.owner)
            try superuser.run(script: "GRANT USAGE ON LANGUAGE plpgsql TO konak_app")
            let holes = #expect(throws: BootFaults.self) { try check.run(on: walled.connect("konak_control")) }
            #expect(
                holes?.faults == ["the wall has a hole (language.open): plpgsql: konak_app may write functions in it"])

            try superuser.run(script: "DELETE FROM kernel.migration")
            let pending = #expect(throws: BootFaults.self) { try check.run(on: walled.connect("konak_control")) }
            #expect(pending?.faults.first == "kernel/0001_wall is not applied: run `konak migrate`")
        }
    }
}
