/// A table as the database describes it.
public struct CatalogueTable: Sendable, Hashable {
    /// Its schema.
    public let schema: String
    /// Its name.
    public let name: String
    /// How it is walled off.
    public let `class`: TableClass
    /// True when row-level security is on and forced.
    public let isWalled: Bool
    /// Its columns, in their order.
    public let columns: [CatalogueColumn]
    /// Columns of the primary key, in its order; none when there is none.
    public let primaryKey: [String]
    /// Columns of every unique key but the primary one.
    public let uniqueKeys: [[String]]
    /// Where its rows point to.
    public let references: [CatalogueReference]
    /// References that can be filled in only when all rows are there: to the table itself, or around a circle. Their
    /// nullable columns stay empty at first.
    public internal(set) var deferred: [CatalogueReference] = []

    /// Schema and name, `crm.customer`.
    public var label: String { "\(schema).\(name)" }

    /// Schema and name as they stand in a statement.
    public var quoted: String { "\(schema.sqlQuoted).\(name.sqlQuoted)" }

    /// A column by its name.
    public func column(_ name: String) -> CatalogueColumn? { columns.first { $0.name == name } }

    /// The columns of the primary key without the tenant, which is the same for all rows that can be seen.
    public var ownKey: [CatalogueColumn] {
        primaryKey.filter { $0 != "tenant_id" }.compactMap { column($0) }
    }

    /// The columns a row is made of; what the database computes by itself is left out.
    public var storedColumns: [CatalogueColumn] { columns.filter { !$0.isGenerated } }

    /// The columns of deferred references that may stay empty.
    public var deferredColumns: [CatalogueColumn] {
        let names = Set(deferred.flatMap(\.columns))
        return columns.filter { names.contains($0.name) && !$0.isNotNull }
    }
}

/// A foreign key.
public struct CatalogueReference: Sendable, Hashable, Decodable {
    /// The constraint's name.
    public let name: String
    /// The schema of the table pointed to.
    public let schema: String
    /// The table pointed to.
    public let table: String
    /// The columns that point.
    public let columns: [String]
    /// The columns pointed to, pair by pair.
    public let target: [String]

    /// The table pointed to with its schema.
    public var label: String { "\(schema).\(table)" }
}

extension String {
    /// A name in double quotes: whatever the name, it cannot leave them.
    var sqlQuoted: String {
        "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A text in single quotes, for a value that no bind can carry.
    var sqlLiteral: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
