import Kernel
import Postgres
import TestKit
import Testing

@Suite("The lints")
struct LintTests {
    @Test(
        "find nothing in the sample, as every role that may ask",
        arguments: DatabaseRole.allCases.filter { $0 != .backup })
    func sound(role: DatabaseRole) async throws {
        try await SampleSchema.with { walled in
            let holes = try WallHole.find(on: walled.connect(role.rawValue))
            #expect(holes == [])
        }
    }

    @Test("are as many as there are faults to plant, and each finds its own")
    func fixtures() async throws {
        try await SampleSchema.with { walled in
            let superuser = try walled.connect(TestCluster.owner)
            let lints = try WallLint.all(on: superuser)
            #expect(lints.map(\.code) == Set(LintFixtures.all.map(\.code)).sorted())
            #expect(lints.count >= 14)
            #expect(lints.allSatisfy { !$0.says.isEmpty })
            for (code, fault) in LintFixtures.all {
                let codes = try walled.codes(after: fault, on: superuser)
                #expect(codes.contains(code), "\(fault): found only \(codes)")
            }
        }
    }

    @Test("are told in the documents, each by its code")
    func documented() async throws {
        try await WalledDatabase.with { walled in
            let page = try (WalledDatabase.folder.path.parent / "docs/walls.md").readText()
            for lint in try WallLint.all(on: walled.connect("konak_control")) {
                #expect(page.contains("`\(lint.code)`"), "\(lint.code)")
            }
        }
    }
}

extension WalledDatabase {
    /// The codes of the holes that a fault tears, of all lints or of these alone, which spares most of the time. Roles
    /// belong to the whole cluster: while other tests prepare databases there, faults of roles must keep out.
    func codes(
        after fault: String, of lints: Set<String>? = nil, on superuser: borrowing ScriptConnection
    ) throws -> Set<String> {
        guard ["ALTER ROLE", "GRANT konak_", "GRANT pg_"].contains(where: fault.hasPrefix) else {
            return try superuser.codes(after: fault, of: lints)
        }
        let turn = try ScriptConnection(maintenance.secretText)
        try turn.run(script: "SELECT pg_advisory_lock(469886198635)")
        let codes = try superuser.codes(after: fault, of: lints)
        try turn.run(script: "SELECT pg_advisory_unlock(469886198635)")
        return codes
    }
}

extension ScriptConnection {
    /// The codes of the holes that a fault tears, which is undone again. The guard sleeps meanwhile, as it would for a
    /// restore or a careless administrator.
    fileprivate func codes(after fault: String, of lints: Set<String>?) throws -> Set<String> {
        try run(script: "SET session_replication_role = replica; BEGIN")
        defer { try? run(script: "ROLLBACK") }
        let before = try rows("SELECT guard.state()")
        try run(script: fault)
        // Whatever tears a hole makes the next start look, however sound the walls were known to be.
        #expect(try rows("SELECT guard.state()") != before, "\(fault): the catalog seems unchanged")
        guard let lints else { return Set(try WallHole.find(on: self).map(\.code)) }
        return try lints.filter { try !rows(unsafeSQL: "SELECT 1 FROM lint.\"\($0)\" LIMIT 1").isEmpty }
    }
}
