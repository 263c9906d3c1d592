public import Core

/// All rows behind the tenant's walls: `rows/<schema>/<table>.jsonl`.
public struct RowsPart: ArchivePart {
    /// `rows`.
    public let name = "rows"

    /// The part.
    public init() {}

    private func path(_ table: CatalogueTable) -> String { "\(name)/\(table.schema)/\(table.name).jsonl" }

    /// Writes every table, also those without a row: that there was none is worth knowing.
    public func write(_ scene: ArchiveScene, into archive: ArchiveWriter) throws {
        for table in scene.catalogue.insertOrder { try archive.write(TableRows(table), as: path(table), scene.session) }
    }

    /// Every table and every column of the archive must be there.
    public func check(_ archive: ArchiveReader, _ manifest: ArchiveManifest, for scene: ArchiveScene) throws {
        let known = Dictionary(scene.catalogue.tables.map { (path($0), $0) }) { first, _ in first }
        for entry in manifest.entries where entry.name.hasPrefix("\(name)/") {
            guard let table = known[entry.name] else { throw ArchiveFault.unknown("table for \(entry.name)") }
            _ = try entry.columns(of: table)
        }
    }

    /// Fills the tables, then what points back.
    public func read(_ archive: ArchiveReader, _ manifest: ArchiveManifest, into scene: ArchiveScene) throws {
        for isSecond in [false, true] {
            for table in scene.catalogue.insertOrder {
                guard let entry = manifest.entry(path(table)) else { continue }
                let filling = TableFilling(table, columns: try entry.columns(of: table))
                try archive.fill(filling, from: entry, scene.session, isSecond: isSecond)
            }
        }
    }

    /// Reads every table back.
    public func verify(_ manifest: ArchiveManifest, in scene: ArchiveScene) throws {
        for table in scene.catalogue.insertOrder {
            guard let entry = manifest.entry(path(table)) else { continue }
            try entry.compare(TableRows(table, columns: entry.columns(of: table)), scene.session)
        }
    }

    /// Takes rows away from the last table to the first, some thousands in each transaction.
    public func erase(_ tenant: TenantID, on session: OwnerSession) throws {
        let catalogue = try session.catalogue()
        for table in catalogue.insertOrder.reversed() where !table.deferredColumns.isEmpty {
            try session.transaction {
                try session.enter(tenant)
                let columns = table.deferredColumns.map(\.quoted)
                let sets = columns.map { "\($0) = NULL" }.joined(separator: ", ")
                let any = columns.map { "\($0) IS NOT NULL" }.joined(separator: " OR ")
                _ = try session.rows("UPDATE \(table.quoted) SET \(sets) WHERE \(any)")
            }
        }
        for table in catalogue.insertOrder.reversed() {
            while try eraseSome(of: table, tenant, session) > 0 {}
        }
    }

    private func eraseSome(of table: CatalogueTable, _ tenant: TenantID, _ session: OwnerSession) throws -> Int {
        guard !table.primaryKey.isEmpty else { throw ArchiveFault.noPrimaryKey(table.label) }
        let key = table.primaryKey.map(\.sqlQuoted).joined(separator: ", ")
        return try session.transaction {
            try session.enter(tenant)
            return try session.count(
                """
                WITH gone AS (
                    DELETE FROM \(table.quoted) WHERE (\(key)) IN (SELECT \(key) FROM \(table.quoted) LIMIT 5000)
                    RETURNING 1)
                SELECT count(*) FROM gone
                """)
        }
    }
}

extension ArchiveWriter {
    /// A table as one piece.
    func write(_ rows: TableRows, as name: String, _ session: OwnerSession) throws {
        try begin(name)
        var count = 0
        try rows.forEachPage(session) { lines, some in
            try write(lines)
            count += some
        }
        try end(rows: count, columns: rows.columns.map(\.name))
    }
}

extension ArchiveReader {
    /// One pass over a table's piece.
    func fill(
        _ filling: TableFilling, from entry: ArchiveManifest.Entry, _ session: OwnerSession, isSecond: Bool
    ) throws {
        if isSecond, filling.table.deferredColumns.isEmpty { return }
        var count = 0
        try forEachBatch(of: entry.name) { json, lines in
            if isSecond { return try filling.connect(json, session) }
            count += try filling.insert(json, session)
        }
        guard !isSecond else { return }
        guard count == entry.rows else { throw ArchiveFault.differs(entry.name) }
        if count > 0 { try filling.advanceSequences(session) }
    }
}

extension ArchiveManifest.Entry {
    /// The archive's columns as this house has them.
    func columns(of table: CatalogueTable) throws -> [CatalogueColumn] {
        try (columns ?? []).map { name in
            guard let column = table.column(name), !column.isGenerated else {
                throw ArchiveFault.unknown("column \(name) of \(table.label)")
            }
            return column
        }
    }

    /// Reads a table back and compares.
    func compare(_ rows: TableRows, _ session: OwnerSession) throws {
        let found = try rows.digest(session)
        guard found.rows == self.rows, found.sha256 == sha256 else { throw ArchiveFault.differs(name) }
    }
}
