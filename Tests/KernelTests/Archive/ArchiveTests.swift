import Core
import Crypto
import Kernel
import Postgres
import TestKit
import Testing

@Suite("An archive of a tenant")
struct ArchiveTests {
    private let archive = TenantArchive(house: "0.1.0")

    @Test("comes out of another house with the checksums it went in with")
    func roundTrip() async throws {
        let (first, second) = (ArchiveHouse.place(), ArchiveHouse.place())
        defer { for place in [first, second] { try? place.remove() } }
        try await ArchiveHouse.with { source in
            let sent = try archive.export("kuzey/t1", on: source.session, to: first)
            #expect(sent.entry("rows/types/house.jsonl")?.rows == 1203)
            #expect(sent.entry("rows/types/everything.jsonl")?.rows == 3)
            #expect(sent.entry("control/kernel/team.jsonl")?.rows == 2)
            #expect(sent.entries.contains { $0.name.contains("erasure") } == false)
            try await ArchiveHouse.with(tenants: false) { target in
                try archive.import(first, on: target.session)
                let again = try archive.export(ArchiveHouse.ours, on: target.session, to: second)
                #expect(again.entries == sent.entries)
                #expect(again.migrations == sent.migrations)
                #expect(try target.text("SELECT next::text FROM types.house WHERE id = 1202") == "1203")
                #expect(try target.text("SELECT nextval('types.everything_number_seq')::text") == "4")
                #expect(
                    try target.text("SELECT count(*)::text FROM kernel.domain WHERE agency_id::text LIKE '%a9'") == "1")
            }
        }
    }

    @Test("brings no host in as proven, and says of none whether it is")
    func unproven() async throws {
        let (first, second) = (ArchiveHouse.place(), ArchiveHouse.place())
        defer { for place in [first, second] { try? place.remove() } }
        try await ArchiveHouse.with { source in
            let agency = "SELECT agency_id FROM kernel.tenant WHERE id = '\(ArchiveHouse.ours)'"
            try source.walled.connect("konak_owner").run(
                script: """
                    UPDATE kernel.domain SET state = 'verified', verified_at = now(), checked_at = now();
                    INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, challenge, is_primary)
                    VALUES ('t1.localhost', 'app', (\(agency)), '\(ArchiveHouse.ours)', '\(Self.challenge)', true);
                    """)
            let sent = try archive.export("kuzey/t1", on: source.session, to: first)
            #expect(try !first.readText().contains(Self.challenge))
            try await ArchiveHouse.with(tenants: false) { target in
                try archive.import(first, on: target.session)
                let hosts = try target.text(
                    """
                    SELECT string_agg(concat_ws(' ', host, state, verified_at IS NULL, checked_at IS NULL), ', '
                        ORDER BY host) FROM kernel.domain
                    """)
                #expect(hosts == "t1.example pending t t, t1.localhost verified f t")
                let challenged = try target.text(
                    "SELECT count(DISTINCT challenge)::text FROM kernel.domain WHERE challenge ~ '^[0-9a-f]{64}$'")
                #expect(challenged == "2")
                let again = try archive.export(ArchiveHouse.ours, on: target.session, to: second)
                #expect(again.entries == sent.entries)
            }
        }
    }

    private static let challenge = String(repeating: "c", count: 24)

    @Test("that says of a host that it is proven is refused")
    func forged() async throws {
        let place = ArchiveHouse.place()
        defer { try? place.remove() }
        try await ArchiveHouse.with { source in
            try TenantArchive(house: "1", parts: [ForgedPart()]).export("kuzey/t1", on: source.session, to: place)
            try await ArchiveHouse.with(tenants: false) { target in
                #expect(throws: ArchiveFault.presumes("state of kernel.domain")) {
                    try archive.import(place, on: target.session)
                }
                let left0 = try target.text("SELECT count(*)::text FROM kernel.domain")
                #expect(left0 == "0")
            }
        }
    }

    @Test("without a seal is refused to who has a passphrase")
    func notSealed() async throws {
        let place = ArchiveHouse.place()
        defer { try? place.remove() }
        try await ArchiveHouse.with { source in
            try archive.export("kuzey/t1", on: source.session, to: place)
            try await ArchiveHouse.with(tenants: false) { target in
                let passphrase = ArchiveHouse.passphrase("correct horse battery")
                #expect(throws: ArchiveFault.notSealed) {
                    try archive.import(place, on: target.session, passphrase: passphrase)
                }
                let left1 = try target.text("SELECT count(*)::text FROM kernel.tenant")
                #expect(left1 == "0")
            }
        }
    }

    @Test("holds nothing of another tenant, and ordinary tools read it")
    func plain() async throws {
        let place = ArchiveHouse.place()
        defer { try? place.remove() }
        try await ArchiveHouse.with { house in
            try archive.export("kuzey/t1", on: house.session, to: place)
            let text = try place.readText()
            #expect(text.contains("CANARY-1-77") && !text.contains("CANARY-2") && !text.contains("t2.example"))
            let listed = try await run("/usr/bin/tar", ["-tf", place.text])
            #expect(listed.contains("rows/types/house.jsonl\n") && listed.hasSuffix("manifest.json\n"))
            let rows = try await run("/usr/bin/tar", ["-xOf", place.text, "rows/types/house.jsonl"])
            #expect(rows.split(separator: "\n").count == 1203)
            #expect(place.facts()?.permissions == 0o600)
        }
    }

    @Test("is not written over another file, nor of a tenant that is not there, nor by a role without walls")
    func refusedExports() async throws {
        let place = ArchiveHouse.place()
        defer { try? place.remove() }
        try await ArchiveHouse.with { house in
            #expect(throws: TenantRollFault.unknown("kuzey/t3")) {
                try archive.export("kuzey/t3", on: house.session, to: place)
            }
            #expect(!place.exists)
            try place.write("mine")
            #expect(throws: ArchiveFault.exists(place.text)) {
                try archive.export("kuzey/t1", on: house.session, to: place)
            }
            #expect(throws: ArchiveFault.noWalls) { try OwnerSession(house.walled.connect(TestCluster.owner)) }
        }
    }

    @Test("is refused where its id or its name is taken, its agency or plan is missing, or the house is older")
    func conflicts() async throws {
        let place = ArchiveHouse.place()
        defer { try? place.remove() }
        try await ArchiveHouse.with { house in
            try archive.export("kuzey/t1", on: house.session, to: place)
            func fault() throws -> ArchiveFault? {
                do {
                    try archive.import(place, on: house.session)
                    return nil
                } catch let fault as ArchiveFault { return fault }
            }
            #expect(try fault() == .exists("tenant kuzey/t1, or one of its id,"))
            let owner = try house.walled.connect("konak_owner")
            try owner.run(script: "UPDATE kernel.tenant SET slug = 'other' WHERE id = '\(ArchiveHouse.ours)'")
            #expect(try fault() == .exists("tenant kuzey/t1, or one of its id,"))
            try owner.run(script: "DELETE FROM kernel.tenant WHERE id = '\(ArchiveHouse.ours)'")
            #expect(throws: PostgresError.self, "rows behind the wall") { try archive.import(place, on: house.session) }
            try owner.run(script: "UPDATE kernel.agency SET slug = 'guney'")
            #expect(try fault() == .noPlace("agency kuzey"))
            try owner.run(script: "UPDATE kernel.agency SET slug = 'kuzey'; UPDATE kernel.plan SET key = 'big'")
            #expect(try fault() == .noPlace("plan pro for agency kuzey"))
            let ledger = "kernel.migration_tenant (folder, number, tenant_id, checksum, row_count)"
            let sum = String(repeating: "a", count: 64)
            try owner.run(script: "INSERT INTO \(ledger) VALUES ('kernel', 99, '\(ArchiveHouse.theirs)', '\(sum)', 1)")
            #expect(try fault() == .olderRows("kernel/99"))
            try owner.run(
                script:
                    "UPDATE kernel.plan SET key = 'pro'; DELETE FROM kernel.migration WHERE folder = 'kernel' AND number > 1"
            )
            guard case .newer("kernel", _, 1) = try fault() else {
                Issue.record("an archive of a newer house was not refused as such")
                return
            }
        }
    }

    @Test("is refused when a byte of it is another, or its end is missing, and nothing is written")
    func damaged() async throws {
        let (place, bad) = (ArchiveHouse.place(), ArchiveHouse.place())
        defer { for place in [place, bad] { try? place.remove() } }
        try await ArchiveHouse.with { source in
            try archive.export("kuzey/t1", on: source.session, to: place)
            try await ArchiveHouse.with(tenants: false) { target in
                let whole = try place.readText()
                let changed = whole.replacing("CANARY-1-78", with: "CANARY-9-78")
                for broken in [changed, String(whole.dropLast(60_000)), "no archive", ""] {
                    try bad.write(broken)
                    #expect(throws: ArchiveFault.self) { try archive.import(bad, on: target.session) }
                }
                #expect(try target.text("SELECT count(*)::text FROM kernel.tenant") == "0")
            }
        }
    }

    @Test("leaves nothing behind when it is killed while it comes in")
    func killed() async throws {
        let place = ArchiveHouse.place()
        defer { try? place.remove() }
        try await ArchiveHouse.with { source in
            let parts = TenantArchive.houseParts + [KillingPart(superuser: source.walled)]
            try TenantArchive(house: "1", parts: parts).export("kuzey/t1", on: source.session, to: place)
            try await ArchiveHouse.with(tenants: false) { target in
                let parts = TenantArchive.houseParts + [KillingPart(superuser: target.walled)]
                #expect(throws: PostgresError.self) {
                    try TenantArchive(house: "1", parts: parts).import(place, on: target.session)
                }
                for table in ["kernel.tenant", "kernel.domain", "types.house"] {
                    let count = try target.text("SELECT count(*)::text FROM \(table)")
                    #expect(count == "0", "\(table)")
                }
            }
        }
    }

    @Test("carries secrets under a passphrase: another one opens nothing and imports nothing")
    func secrets() async throws {
        let place = ArchiveHouse.place()
        defer { try? place.remove() }
        let right = ArchiveHouse.passphrase("correct horse battery")
        let archive = TenantArchive(house: "1", parts: TenantArchive.houseParts + [SecretPart()])
        try await ArchiveHouse.with { source in
            #expect(throws: ArchiveFault.passphraseNeeded) {
                try archive.export("kuzey/t1", on: source.session, to: place)
            }
            try archive.export("kuzey/t1", on: source.session, to: place, passphrase: right)
            #expect(try place.readText().contains("CANARY-secret") == false)
            try await ArchiveHouse.with(tenants: false) { target in
                #expect(throws: ArchiveFault.passphraseNeeded) { try archive.import(place, on: target.session) }
                let wrong = ArchiveHouse.passphrase("correct horse batterz")
                #expect(throws: ArchiveFault.wrongPassphrase) {
                    try archive.import(place, on: target.session, passphrase: wrong)
                }
                #expect(throws: ArchiveFault.unknown("part “secrets”")) {
                    try TenantArchive(house: "1").import(place, on: target.session, passphrase: right)
                }
                #expect(try target.text("SELECT count(*)::text FROM kernel.tenant") == "0")
                try archive.import(place, on: target.session, passphrase: right)
                #expect(try target.text("SELECT name FROM kernel.tenant") == "CANARY-secret")
            }
        }
    }
}

/// A part that breaks the connection while it is read, as `kill -9` would.
private struct KillingPart: ArchivePart {
    let name = "killing"
    let superuser: WalledDatabase

    func write(_ scene: ArchiveScene, into archive: ArchiveWriter) throws {
        try archive.begin("killing/x")
        try archive.end()
    }

    func read(_ archive: ArchiveReader, _ manifest: ArchiveManifest, into scene: ArchiveScene) throws {
        let process = try scene.session.rows("SELECT pg_backend_pid()::text")[0][0] ?? ""
        _ = try superuser.connect(TestCluster.owner).rows("SELECT pg_terminate_backend($1::integer)", [process])
        _ = try scene.session.rows("SELECT 1")
    }

    func erase(_ tenant: TenantID, on session: OwnerSession) throws {}
}

/// A part that writes a proven host as the house's own part never would.
private struct ForgedPart: ArchivePart {
    let name = "control"

    func write(_ scene: ArchiveScene, into archive: ArchiveWriter) throws {
        try archive.begin("control/kernel/domain.jsonl")
        try archive.write(Array("{\"host\":\"bank.example\",\"state\":\"verified\"}\n".utf8))
        try archive.end(rows: 1, columns: ["host", "state"])
    }

    func read(_ archive: ArchiveReader, _ manifest: ArchiveManifest, into scene: ArchiveScene) throws {}
    func erase(_ tenant: TenantID, on session: OwnerSession) throws {}
}

/// A part with a secret. That it was read shows in the tenant's name, which changes after all was compared.
private struct SecretPart: ArchivePart {
    let name = "secrets"

    func write(_ scene: ArchiveScene, into archive: ArchiveWriter) throws {
        let key = try scene.requiredKey()
        try archive.begin("secrets/one")
        let secret = Array("CANARY-secret".utf8)
        try archive.write(key.seal(secret.span, as: "one"))
        try archive.end()
    }

    func read(_ archive: ArchiveReader, _ manifest: ArchiveManifest, into scene: ArchiveScene) throws {
        let sealed = try archive.bytes(of: "secrets/one")
        let secret = try scene.requiredKey().open(sealed.span, as: "one")
        let text = secret.withBytes { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) }
        #expect(text == "CANARY-secret")
    }

    func verify(_ manifest: ArchiveManifest, in scene: ArchiveScene) throws {
        _ = try scene.session.rows(
            "UPDATE kernel.tenant SET name = 'CANARY-secret' WHERE id = $1::uuid", [scene.tenant.description])
    }

    func erase(_ tenant: TenantID, on session: OwnerSession) throws {}
}
