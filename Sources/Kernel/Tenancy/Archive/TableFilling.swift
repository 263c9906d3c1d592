/// Puts lines of an archive into a table. Bulk copies do not pass walls, inserts do.
struct TableFilling {
    let table: CatalogueTable
    let columns: [CatalogueColumn]
    /// Columns that get a value of this house instead of the archive's: SQL, in which `x` is the archive's row.
    let fixed: [(column: CatalogueColumn, sql: String)]

    init(_ table: CatalogueTable, columns: [CatalogueColumn], fixed: [(CatalogueColumn, String)] = []) {
        (self.table, self.columns) = (table, columns)
        self.fixed = fixed.map { (column: $0.0, sql: $0.1) }
    }

    /// All rows; what points to rows that may come later stays empty.
    func insert(_ json: String, _ session: OwnerSession) throws -> Int {
        let later = Set(table.deferredColumns.map(\.name))
        let own = Set(fixed.map(\.column.name))
        let taken = columns.filter { !own.contains($0.name) && !later.contains($0.name) }
        let names = taken.map(\.quoted) + fixed.map(\.column.quoted)
        let values =
            taken.map { "x.\($0.quoted)::\($0.type)" } + fixed.map { "(\($0.sql))::\($0.column.type)" }
        return try session.count(
            """
            WITH added AS (
                INSERT INTO \(table.quoted) (\(names.joined(separator: ", "))) OVERRIDING SYSTEM VALUE
                SELECT \(values.joined(separator: ", ")) FROM jsonb_to_recordset($1::jsonb) AS x (\(record))
                RETURNING 1)
            SELECT count(*) FROM added
            """, [json])
    }

    /// The second pass: what was left empty is filled in.
    func connect(_ json: String, _ session: OwnerSession) throws {
        let names = Set(columns.map(\.name))
        let later = table.deferredColumns.filter { names.contains($0.name) }
        guard !later.isEmpty else { return }
        let values = later.map { "\($0.quoted) = x.\($0.quoted)::\($0.type)" }.joined(separator: ", ")
        let same = table.primaryKey.compactMap { table.column($0) }.map { column in
            fixed.first { $0.column.name == column.name }.map {
                "t.\(column.quoted) = (\($0.sql))::\(column.type)"
            }
                ?? "t.\(column.quoted) = x.\(column.quoted)::\(column.type)"
        }
        let any = later.map { "x.\($0.quoted) IS NOT NULL" }.joined(separator: " OR ")
        _ = try session.rows(
            """
            UPDATE \(table.quoted) t SET \(values) FROM jsonb_to_recordset($1::jsonb) AS x (\(record))
            WHERE \(same.joined(separator: " AND ")) AND (\(any))
            """, [json])
    }

    /// Numbers given out from here on follow those that came in.
    func advanceSequences(_ session: OwnerSession) throws {
        for column in columns {
            guard let sequence = column.sequence else { continue }
            _ = try session.rows(
                """
                SELECT setval(\(sequence.sqlLiteral), greatest(
                    (SELECT max(t.\(column.quoted)) FROM \(table.quoted) t), (SELECT s.last_value FROM \(sequence) s)))
                """)
        }
    }

    private var record: String { columns.map { "\($0.quoted) text" }.joined(separator: ", ") }
}
