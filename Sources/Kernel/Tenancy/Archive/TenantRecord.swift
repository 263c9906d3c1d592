import Core

/// A tenant as the owner finds it.
struct TenantRecord {
    let id: TenantID
    let slug: String
    let agency: String
    let plan: String
    let state: TenantState
    let place: TenantPlace

    /// Agency and tenant, as people write it.
    var name: String { "\(agency)/\(slug)" }

    /// A tenant by `agency/tenant` or its id. With a lock nobody else changes it until the transaction ends.
    static func find(_ name: String, on session: OwnerSession, locked: Bool = false) throws -> TenantRecord {
        let rows = try session.rows(
            """
            SELECT t.id, t.slug, a.slug, p.key, t.state, a.id, p.id
            FROM kernel.tenant t JOIN kernel.agency a ON a.id = t.agency_id JOIN kernel.plan p ON p.id = t.plan_id
            WHERE a.slug || '/' || t.slug = $1 OR t.id::text = $1 \(locked ? "FOR UPDATE OF t" : "")
            """, [name])
        let row = (rows.first ?? []).compactMap { $0 }
        guard row.count == 7, let id = TenantID(row[0]), let state = TenantState(rawValue: row[4]) else {
            throw TenantRollFault.unknown(name)
        }
        return TenantRecord(
            id: id, slug: row[1], agency: row[2], plan: row[3], state: state,
            place: TenantPlace(agency: row[5], plan: row[6]))
    }
}

extension TenantPlace {
    /// Where an archive's tenant will live; neither its id nor its name may be taken.
    static func find(
        for manifest: ArchiveManifest, agency: String?, on session: OwnerSession
    ) throws -> TenantPlace {
        let agency = agency ?? manifest.agency
        guard let id = try session.value("SELECT id FROM kernel.agency WHERE slug = $1", [agency]) else {
            throw ArchiveFault.noPlace("agency \(agency)")
        }
        let plan = try session.value(
            """
            SELECT id FROM kernel.plan WHERE key = $1 AND (agency_id = $2::uuid OR agency_id IS NULL)
            ORDER BY agency_id NULLS LAST LIMIT 1
            """, [manifest.plan, id])
        guard let plan else { throw ArchiveFault.noPlace("plan \(manifest.plan) for agency \(agency)") }
        let taken = try session.value(
            "SELECT slug FROM kernel.tenant WHERE id = $1::uuid OR agency_id = $2::uuid AND slug = $3 LIMIT 1",
            [manifest.tenant.description, id, manifest.slug])
        if taken != nil { throw ArchiveFault.exists("tenant \(agency)/\(manifest.slug), or one of its id,") }
        return TenantPlace(agency: id, plan: plan)
    }
}

extension OwnerSession {
    /// The first cell of an answer.
    func value(_ sql: String, _ parameters: [String] = []) throws -> String? {
        try rows(sql, parameters).first?.first ?? nil
    }
}
