import Core
public import Crypto

/// Takes a tenant away: every row behind its walls, all that the house kept of it, and whatever else a part keeps. What
/// stays is the tenant's bare id and a proof. Broken off at any point and run again, it goes on where it was.
public struct TenantErasure: Sendable {
    /// What a tenant consists of; they are taken away from the last to the first.
    public let parts: [any ArchivePart]
    private let key: HeldSecret?

    /// An erasure of these parts. With a key of the house nobody else can make its proofs.
    public init(parts: [any ArchivePart] = TenantArchive.houseParts, key: HeldSecret? = nil) {
        (self.parts, self.key) = (parts, key)
    }

    /// Erases a tenant, `agency/tenant` or its id. It must be closing, also when an erasure was broken off, unless a
    /// reason is given. One that is erased already answers with its proof.
    public func erase(_ name: String, on session: OwnerSession, force reason: String? = nil) throws -> ErasureProof {
        let tenant = try begin(name, session, reason)
        for part in parts.reversed() { try part.erase(tenant, on: session) }
        try finish(tenant, session)
        guard let proof = try ErasureProof.all(of: tenant, on: session).last(where: { $0.subject == .tenant }) else {
            throw ArchiveFault.stillThere("kernel.tenant")
        }
        return proof
    }

    /// Closes the doors and counts what there is, once: what was counted stands, however often the erasure is taken up.
    private func begin(_ name: String, _ session: OwnerSession, _ reason: String?) throws -> TenantID {
        try session.transaction {
            let found = try TenantRecord.find(name, on: session, locked: true)
            if found.state == .erased { return found.id }
            guard found.state == .closing || reason != nil else {
                throw ArchiveFault.notClosing(name: found.name, state: found.state.rawValue)
            }
            let forced = found.state == .closing ? nil : reason
            _ = try session.rows(
                "UPDATE kernel.tenant SET state = 'closing', state_changed_at = now() WHERE id = $1::uuid",
                [found.id.description])
            if let begun = try pending(found.id, session) {
                try takeUp(begun, forced, session)
            } else {
                try record(found, forced, session)
            }
            return found.id
        }
    }

    private func record(_ found: TenantRecord, _ reason: String?, _ session: OwnerSession) throws {
        try session.enter(found.id)
        let counts = ErasureProof.Counts(tables: try inventory(found.id, session), reason: reason)
        _ = try session.rows(
            """
            INSERT INTO kernel.erasure (id, tenant_id, agency_id, subject, counts, proof)
            VALUES ($1::uuid, $2::uuid, $3::uuid, 'tenant', $4::jsonb, '\(ErasureProof.pending)')
            """,
            [UUIDv7.make().description, found.id.description, found.place.agency, try Self.json(counts)])
    }

    /// A tenant that was opened again by other means, between the break and now, was not moving out: the proof says why
    /// it was erased all the same.
    private func takeUp(_ begun: (id: String, counts: String), _ reason: String?, _ session: OwnerSession) throws {
        guard let reason else { return }
        var counts = try JSONReader.decode(ErasureProof.Counts.self, from: Array(begun.counts.utf8))
        counts.reason = reason
        _ = try session.rows(
            "UPDATE kernel.erasure SET counts = $2::jsonb WHERE id = $1::uuid", [begun.id, try Self.json(counts)])
    }

    private static func json(_ counts: ErasureProof.Counts) throws -> String {
        String(decoding: try JSONEncoding.encode(counts), as: UTF8.self)
    }

    private func inventory(_ tenant: TenantID, _ session: OwnerSession) throws -> [ErasureProof.Table] {
        let catalogue = try session.catalogue()
        let walled = try catalogue.tables.map { try $0.counted(session) }
        let control = try ControlPart.tables(catalogue).map { table in
            try table.counted(session, where: ControlPart.filter(table, tenant))
        }
        return (walled + control).filter { $0.rows > 0 }
    }

    private func pending(_ tenant: TenantID, _ session: OwnerSession) throws -> (id: String, counts: String)? {
        let row = try session.rows(
            """
            SELECT id, counts FROM kernel.erasure
            WHERE tenant_id = $1::uuid AND subject = 'tenant' AND proof = '\(ErasureProof.pending)'
            """, [tenant.description]
        ).first
        guard let row, row.count == 2, let id = row[0], let counts = row[1] else { return nil }
        return (id, counts)
    }

    /// Makes sure that nothing is left, empties the tenant's own row and writes the proof.
    private func finish(_ tenant: TenantID, _ session: OwnerSession) throws {
        try session.transaction {
            guard try TenantRecord.find(tenant.description, on: session, locked: true).state != .erased,
                let pending = try pending(tenant, session), let id = UUIDv7(pending.id)
            else { return }
            try session.enter(tenant)
            let catalogue = try session.catalogue()
            for table in catalogue.tables {
                if try session.value("SELECT 1 FROM \(table.quoted) LIMIT 1") != nil {
                    throw ArchiveFault.stillThere(table.label)
                }
            }
            try blank(tenant, catalogue, session)
            let counts = try JSONReader.decode(ErasureProof.Counts.self, from: Array(pending.counts.utf8))
            let time = try session.value("SELECT clock_timestamp()::text") ?? ""
            let proof = try ErasureProof(id, tenant, .tenant, counts, at: time, key)
            _ = try session.rows(
                "UPDATE kernel.erasure SET proof = $2, erased_at = $3::timestamptz WHERE id = $1::uuid",
                [pending.id, proof.text, time])
        }
    }

    /// Every column of the tenant's row that can be without a value of its own gets none.
    private func blank(_ tenant: TenantID, _ catalogue: Catalogue, _ session: OwnerSession) throws {
        let kept: Set<String> = ["id", "agency_id", "plan_id", "slug", "name", "state", "created_at"]
        let columns = catalogue["kernel.tenant"]?.columns ?? []
        let blanks = columns.filter { !kept.contains($0.name) && !$0.isGenerated && (!$0.isNotNull || $0.hasDefault) }
        let sets = blanks.map { "\($0.quoted) = DEFAULT, " }.joined()
        _ = try session.rows(
            """
            UPDATE kernel.tenant SET \(sets) state = 'erased', name = 'erased',
                slug = 'erased-' || replace(id::text, '-', '')
            WHERE id = $1::uuid
            """, [tenant.description])
    }
}

extension CatalogueTable {
    /// How many rows there are, and the hash over their keys.
    func counted(_ session: OwnerSession, where filter: String = "true") throws -> ErasureProof.Table {
        let key = primaryKey.compactMap { column($0) }
        let found = try TableRows(self, columns: key, filter: filter).digest(session)
        return ErasureProof.Table(table: label, rows: found.rows, ids: found.sha256)
    }
}
