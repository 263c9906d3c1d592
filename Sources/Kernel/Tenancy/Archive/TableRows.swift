import Core
import Crypto

/// The rows of a table that are one tenant's, page by page in the order of the primary key, each as a line of JSON: every
/// value as PostgreSQL writes it, NULL as null. The same rows give the same bytes anywhere.
struct TableRows {
    let table: CatalogueTable
    let columns: [CatalogueColumn]
    /// What keeps a table without walls to the tenant's rows.
    let filter: String

    private static let page = 500

    init(_ table: CatalogueTable, columns: [CatalogueColumn]? = nil, filter: String = "true") throws {
        guard !table.primaryKey.isEmpty else { throw ArchiveFault.noPrimaryKey(table.label) }
        (self.table, self.filter) = (table, filter)
        self.columns = columns ?? table.storedColumns
    }

    /// Hands over page after page of lines.
    func forEachPage(_ session: OwnerSession, _ take: (_ lines: [UInt8], _ count: Int) throws -> Void) throws {
        let key = table.ownKey
        var last: [String] = []
        while true {
            let rows = try session.rows(sql(after: !last.isEmpty), last)
            var lines: [UInt8] = []
            for row in rows {
                lines += (row.first.flatMap { $0 } ?? "{}").utf8
                lines.append(UInt8(ascii: "\n"))
            }
            if !rows.isEmpty { try take(lines, rows.count) }
            guard rows.count == Self.page, !key.isEmpty, let end = rows.last else { return }
            last = end.dropFirst().map { $0 ?? "" }
        }
    }

    /// How many rows there are, and the checksum of all pages.
    func digest(_ session: OwnerSession) throws -> (rows: Int, sha256: String) {
        let digest = try MessageDigestBox()
        var count = 0
        try forEachPage(session) { lines, rows in
            try digest.update(lines)
            count += rows
        }
        return (count, try digest.finish())
    }

    private func sql(after isLater: Bool) -> String {
        let values = columns.map { "t.\($0.quoted)::text AS \($0.quoted)" }.joined(separator: ", ")
        let keys = table.ownKey.map { "t.\($0.quoted)" + ($0.isCollated ? " COLLATE \"C\"" : "") }
        var sql = "SELECT (SELECT row_to_json(r)::text FROM (SELECT \(values)) r)"
        for key in table.ownKey { sql += ", t.\(key.quoted)::text" }
        sql += " FROM \(table.quoted) t WHERE (\(filter))"
        if isLater {
            let marks = table.ownKey.enumerated().map { "$\($0 + 1)::text::\($1.type)" }
            sql += " AND (\(keys.joined(separator: ", "))) > (\(marks.joined(separator: ", ")))"
        }
        if !keys.isEmpty { sql += " ORDER BY \(keys.joined(separator: ", "))" }
        return sql + " LIMIT \(Self.page)"
    }
}
