public import Core

/// What the house itself keeps of a tenant: its row, its teams, brand, hosts, switches. Every table of class control
/// that names a tenant belongs to it, `control/<schema>/<table>.jsonl`. Agency and plan are not in it: they are those of
/// the house where the tenant lives.
public struct ControlPart: ArchivePart {
    /// `control`.
    public let name = "control"

    /// The part.
    public init() {}

    /// Proofs of erasure stay where the erasure was.
    private static let staying: Set<String> = ["kernel.erasure"]
    private static let tenant = "kernel.tenant"

    private func path(_ table: CatalogueTable) -> String { "\(name)/\(table.schema)/\(table.name).jsonl" }

    static func tables(_ catalogue: Catalogue) -> [CatalogueTable] {
        catalogue.control.filter {
            $0.label == tenant || $0.column("tenant_id") != nil && !staying.contains($0.label)
        }
    }

    /// Who belongs to a tenant, and through which doors, is its agency's: people do not move with it, so neither do what
    /// names them and what opens to them. All of it ends with the tenant.
    private static let doors: Set<String> = [
        "security.membership", "security.team_member", "security.session", "security.link", "security.handover",
        "security.api_key", "security.identity_provider", "security.impersonation", "security.offboarding",
        "kernel.kept_form", "kernel.sent_form",
    ]

    private static func moving(_ catalogue: Catalogue) -> [CatalogueTable] {
        tables(catalogue).filter { !doors.contains($0.label) }
    }

    static func filter(_ table: CatalogueTable, _ tenant: TenantID) -> String {
        "t.\(table.label == Self.tenant ? "id" : "tenant_id") = '\(tenant)'"
    }

    private static let hosts = "kernel.domain"

    /// Whether a host is proven, every house finds out for itself: no archive says so, and none would be believed.
    /// Nobody can own a name below .localhost, so there is nothing to prove.
    private static let decided = [
        "state": "CASE WHEN x.host LIKE '%.localhost' THEN 'verified' ELSE 'pending' END",
        "challenge": "replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')",
        "verified_at": "CASE WHEN x.host LIKE '%.localhost' THEN now() END",
        "checked_at": "NULL",
    ]

    private static func unproven(_ column: CatalogueColumn, of table: CatalogueTable) -> String? {
        table.label == hosts ? decided[column.name] : nil
    }

    /// Columns whose values are this house's own, with SQL for them.
    private static func fixed(_ table: CatalogueTable, _ scene: ArchiveScene) -> [(CatalogueColumn, String)] {
        table.columns.compactMap { column in
            for reference in table.references where reference.columns == [column.name] {
                if reference.label == "kernel.agency" { return (column, scene.place.agency.sqlLiteral) }
                if reference.label == "kernel.plan" { return (column, scene.place.plan.sqlLiteral) }
            }
            if column.name == (table.label == tenant ? "id" : "tenant_id") {
                return (column, scene.tenant.description.sqlLiteral)
            }
            return unproven(column, of: table).map { (column, $0) }
        }
    }

    /// The columns that go into an archive.
    private static func columns(_ table: CatalogueTable) -> [CatalogueColumn] {
        let foreign = table.references.filter { ["kernel.agency", "kernel.plan"].contains($0.label) }.flatMap(\.columns)
        return table.storedColumns.filter { !foreign.contains($0.name) && unproven($0, of: table) == nil }
    }

    /// Writes every table that names the tenant.
    public func write(_ scene: ArchiveScene, into archive: ArchiveWriter) throws {
        for table in Self.moving(scene.catalogue) {
            let rows = try TableRows(
                table, columns: Self.columns(table), filter: Self.filter(table, scene.tenant))
            try archive.write(rows, as: path(table), scene.session)
        }
    }

    /// The tables must be there, neither id, name nor host may be taken, and no host may come in as proven.
    public func check(_ archive: ArchiveReader, _ manifest: ArchiveManifest, for scene: ArchiveScene) throws {
        let known = Dictionary(Self.moving(scene.catalogue).map { (path($0), $0) }) { first, _ in first }
        for entry in manifest.entries where entry.name.hasPrefix("\(name)/") {
            guard let table = known[entry.name] else { throw ArchiveFault.unknown("table for \(entry.name)") }
            for column in try entry.columns(of: table) where Self.unproven(column, of: table) != nil {
                throw ArchiveFault.presumes("\(column.name) of \(table.label)")
            }
        }
        try checkHosts(archive, scene.session)
    }

    private func checkHosts(_ archive: ArchiveReader, _ session: OwnerSession) throws {
        let hosts = "\(name)/kernel/domain.jsonl"
        guard archive.names.contains(hosts) else { return }
        try archive.forEachBatch(of: hosts) { json, _ in
            let taken = try session.rows(
                """
                SELECT d.host FROM kernel.domain d JOIN jsonb_to_recordset($1::jsonb) AS x (host text) USING (host)
                ORDER BY 1 LIMIT 1
                """, [json])
            if let host = taken.first?.first.flatMap({ $0 }) { throw ArchiveFault.exists("host \(host)") }
        }
    }

    /// Fills the tables, the tenant's own first of all.
    public func read(_ archive: ArchiveReader, _ manifest: ArchiveManifest, into scene: ArchiveScene) throws {
        for isSecond in [false, true] {
            for table in Self.moving(scene.catalogue) {
                guard let entry = manifest.entry(path(table)) else { continue }
                let filling = TableFilling(
                    table, columns: try entry.columns(of: table), fixed: Self.fixed(table, scene))
                try archive.fill(filling, from: entry, scene.session, isSecond: isSecond)
            }
        }
    }

    /// Reads every table back.
    public func verify(_ manifest: ArchiveManifest, in scene: ArchiveScene) throws {
        for table in Self.moving(scene.catalogue) {
            guard let entry = manifest.entry(path(table)) else { continue }
            let rows = try TableRows(
                table, columns: entry.columns(of: table), filter: Self.filter(table, scene.tenant))
            try entry.compare(rows, scene.session)
        }
    }

    /// Takes all away but the tenant's own row, which is emptied at the very end.
    public func erase(_ tenant: TenantID, on session: OwnerSession) throws {
        try session.transaction {
            for table in Self.tables(try session.catalogue()).reversed() where table.label != Self.tenant {
                _ = try session.rows("DELETE FROM \(table.quoted) t WHERE \(Self.filter(table, tenant))")
            }
        }
    }
}
