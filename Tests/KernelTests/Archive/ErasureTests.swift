import Core
import Crypto
import Kernel
import Postgres
import Synchronization
import TestKit
import Testing

@Suite("The erasure of a tenant")
struct ErasureTests {
    @Test("is refused while the tenant lives, unless a reason is given, which the proof keeps")
    func refused() async throws {
        try await ArchiveHouse.with { house in
            #expect(throws: ArchiveFault.notClosing(name: "kuzey/t1", state: "trial")) {
                try TenantErasure().erase("kuzey/t1", on: house.session)
            }
            #expect(throws: TenantRollFault.self) { try TenantErasure().erase("kuzey/t7", on: house.session) }
            #expect(try house.text("SELECT count(*)::text FROM kernel.erasure") == "0")
            let proof = try TenantErasure().erase("kuzey/t1", on: house.session, force: "court order")
            #expect(proof.reason == "court order" && proof.holds())
        }
    }

    @Test("leaves no canary in a dump, and the neighbour whole")
    func nothingLeft() async throws {
        try await ArchiveHouse.with { house in
            let before = try await dump(house)
            #expect(before.contains("CANARY-1-77") && before.contains("canary@t1.example"))
            let neighbour = before.split(separator: "\n").count { $0.contains("CANARY-2-") }
            try close(house)
            let key = ArchiveHouse.passphrase("a key of the house, 32 bytes long")
            let proof = try TenantErasure(key: key).erase("kuzey/t1", on: house.session)
            #expect(proof.tables.first { $0.table == "types.house" }?.rows == 1203)
            #expect(proof.tables.first { $0.table == "kernel.team" }?.rows == 2)
            #expect(proof.holds(key) && !proof.holds() && proof.text.hasPrefix("hmac-sha256:"))
            let after = try await dump(house)
            for canary in ["CANARY-1-", "CANARY-t1", "t1.example", "Çağrı t1"] { #expect(!after.contains(canary)) }
            #expect(after.split(separator: "\n").count { $0.contains("CANARY-2-") } == neighbour)
            #expect(after.contains("Çağrı t2"))
            let state = try house.text("SELECT state || name FROM kernel.tenant WHERE id = '\(ArchiveHouse.ours)'")
            #expect(state == "erasederased")
        }
    }

    @Test("goes on after a break with what was counted at first, and is the same the second time")
    func resumed() async throws {
        try await ArchiveHouse.with { house in
            try close(house)
            let breaking = TenantErasure(parts: [ControlPart(), BreakingPart(), RowsPart()])
            #expect(throws: BreakingPart.Break.self) { try breaking.erase("kuzey/t1", on: house.session) }
            #expect(try house.text("SELECT count(*)::text FROM types.house WHERE note LIKE 'CANARY-1%'") == "0")
            #expect(try house.text("SELECT state FROM kernel.tenant WHERE slug = 't1'") == "closing")
            #expect(try house.text("SELECT proof FROM kernel.erasure") == "pending")
            let proof = try breaking.erase("kuzey/t1", on: house.session)
            #expect(proof.tables.first { $0.table == "types.house" }?.rows == 1203)
            #expect(try breaking.erase(ArchiveHouse.ours, on: house.session) == proof)
            #expect(try house.text("SELECT count(*)::text FROM kernel.erasure") == "1")
            #expect(proof.holds())
        }
    }

    @Test("that has begun cannot be undone, and one opened by other means is not erased without a reason")
    func begun() async throws {
        try await ArchiveHouse.with { house in
            try close(house)
            let breaking = TenantErasure(parts: [ControlPart(), BreakingPart(), RowsPart()])
            #expect(throws: BreakingPart.Break.self) { try breaking.erase("kuzey/t1", on: house.session) }
            for state in [TenantState.active, .suspended] {
                #expect(throws: TenantRollFault.beingErased("kuzey/t1")) {
                    try TenantRoll(control: house.walled.connect("konak_control")).turn("kuzey/t1", to: state)
                }
            }
            #expect(try house.text("SELECT state FROM kernel.tenant WHERE slug = 't1'") == "closing")
            let owner = try house.walled.connect("konak_owner")
            try owner.run(script: "UPDATE kernel.tenant SET state = 'active' WHERE slug = 't1'")
            #expect(throws: ArchiveFault.notClosing(name: "kuzey/t1", state: "active")) {
                try breaking.erase("kuzey/t1", on: house.session)
            }
            let proof = try breaking.erase("kuzey/t1", on: house.session, force: "court order")
            #expect(proof.reason == "court order" && proof.holds())
            #expect(proof.tables.first { $0.table == "types.house" }?.rows == 1203)
            #expect(try house.text("SELECT count(*)::text FROM kernel.erasure") == "1")
        }
    }

    @Test("that is killed with its connection can be taken up by another")
    func killed() async throws {
        try await ArchiveHouse.with { house in
            try close(house)
            let killing = TenantErasure(parts: [ControlPart(), EndingPart(superuser: house.walled), RowsPart()])
            #expect(throws: PostgresError.self) { try killing.erase("kuzey/t1", on: house.session) }
            #expect(try TenantErasure().erase("kuzey/t1", on: house.session).holds())
        }
    }

    private func close(_ house: ArchiveHouse) throws {
        try house.walled.connect("konak_owner")
            .run(script: "UPDATE kernel.tenant SET state = 'closing' WHERE id = '\(ArchiveHouse.ours)'")
    }

    private func dump(_ house: ArchiveHouse) async throws -> String {
        try await run("/usr/bin/pg_dump", ["--inserts", "-d", house.walled.database.connection()])
    }
}

/// A part that fails the first time.
private struct BreakingPart: ArchivePart {
    struct Break: Error {}
    final class Count: Sendable { let value = Atomic(0) }

    let name = "breaking"
    let times = Count()

    func write(_ scene: ArchiveScene, into archive: ArchiveWriter) throws {}
    func read(_ archive: ArchiveReader, _ manifest: ArchiveManifest, into scene: ArchiveScene) throws {}
    func erase(_ tenant: TenantID, on session: OwnerSession) throws {
        if times.value.add(1, ordering: .relaxed).newValue == 1 { throw Break() }
    }
}

/// A part that ends the connection it works on.
private struct EndingPart: ArchivePart {
    let name = "ending"
    let superuser: WalledDatabase

    func write(_ scene: ArchiveScene, into archive: ArchiveWriter) throws {}
    func read(_ archive: ArchiveReader, _ manifest: ArchiveManifest, into scene: ArchiveScene) throws {}
    func erase(_ tenant: TenantID, on session: OwnerSession) throws {
        let process = try session.rows("SELECT pg_backend_pid()::text")[0][0] ?? ""
        _ = try superuser.connect(TestCluster.owner).rows("SELECT pg_terminate_backend($1::integer)", [process])
        _ = try session.rows("SELECT 1")
    }
}
