import Core
import HTTP
import ModuleKit
import Postgres
import SQL
import SampleModule
import Synchronization
import TestKit
import Testing

@testable import Kernel

@Suite("The house at work")
struct HouseWorkTests {
    @Test("visits each open tenant that has the module, one wall after another, and goes on after a failure")
    func visits() async throws {
        try await WalledDatabase.with { walled in
            let ids = (0..<5).map { _ in TenantID.make() }
            let states = ["active", "trial", "active", "suspended", "active"]
            let control = try walled.connect("konak_control")
            try control.run(script: "INSERT INTO kernel.agency (id, slug, name) VALUES ('\(Self.agency)', 'a', 'A')")
            try control.run(
                script: """
                    INSERT INTO kernel.plan (id, key, name_tr, name_en) VALUES ('\(Self.plan)', 'basic', 'T', 'B')
                    """)
            for (id, state) in zip(ids, states) {
                try control.run(
                    script: """
                        INSERT INTO kernel.tenant (id, agency_id, slug, name, plan_id, state)
                        VALUES ('\(id)', '\(Self.agency)', 't\(id.description.suffix(8))', 'T', '\(Self.plan)', '\(state)')
                        """)
            }
            // The last one's plan has no sample, though it is open.
            let sites = TestSites(
                zip(ids, states).enumerated().map { index, tenant in
                    .test(
                        "t\(index).localhost", .app, agency: Self.agency, tenant: tenant.0,
                        tenantState: TenantState(rawValue: tenant.1), features: index == 4 ? [] : ["sample"])
                })
            try await GateRig.with(on: walled.database) { rig in
                let registry = try Registry([SampleModule.self], services: .test)
                let work = HouseWork(
                    of: ModuleID("sample"), registry, sites: sites, databases: rig.databases,
                    log: Log(into: KeptLines()))
                let seen = Mutex<[TenantID]>([])
                try await work.eachTenant { tenant in
                    let bound = try await tenant.query("SELECT kernel.tenant()")[0].decode(0, as: UUIDv7.self)
                    #expect(bound == tenant.tenant.uuid)
                    seen.withLock { $0.append(tenant.tenant) }
                    if tenant.tenant == ids[0] { throw Problem(.conflict) }
                }
                #expect(seen.withLock { $0 } == Array(ids[0...2]))
            }
        }
    }

    private static let agency = AgencyID.make()
    private static let plan = UUIDv7.make()
}
