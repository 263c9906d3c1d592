/// What stands in a column after its personal value is gone: nothing where it may stay empty, else something that says
/// nothing and still passes the column's checks.
struct Anonymisation {
    let table: CatalogueTable
    let column: CatalogueColumn

    /// The expression for the column's new value.
    var value: String {
        guard column.isNotNull else { return "NULL" }
        if let word = column.words?.first { return "\(word.sqlLiteral)::\(column.type)" }
        if column.isText { return text }
        return "\(Self.plain(column.type).sqlLiteral)::\(column.type)"
    }

    /// The test that the value is not the new one yet.
    var isDue: String {
        column.isNotNull ? "t.\(column.quoted)::text <> (\(value))::text" : "t.\(column.quoted) IS NOT NULL"
    }

    /// Where no two rows may have the same, the row's own key makes the difference.
    private var text: String {
        let isUnique = table.uniqueKeys.contains { $0.contains(column.name) }
        let key = table.ownKey.map { "t.\($0.quoted)::text" }.joined(separator: " || '-' || ")
        let word = isUnique && !key.isEmpty ? "md5(\(key)) || '-erased'" : "'[erased]'"
        guard let limit = column.maximumLength else { return word }
        return "left(\(word), \(limit))"
    }

    private static func plain(_ type: String) -> String {
        switch type {
        case "boolean": "false"
        case "uuid": "00000000-0000-0000-0000-000000000000"
        case "date", "timestamp with time zone", "timestamp without time zone": "1900-01-01"
        case "inet", "cidr": "0.0.0.0"
        case "json", "jsonb": "{}"
        case "bytea": ""
        case let array where array.hasSuffix("[]"): "{}"
        default: "0"
        }
    }
}
