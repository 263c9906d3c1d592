import Core

/// One row of every table, which hang together and belong to one customer of the tenant.
struct PlantedSet: Sendable {
    let number: Int
    let customer: CustomerID
    /// In the order in which they can be added.
    var rows: [PlantedRow] = []

    /// The key of the row of a table, as a path would name it.
    func key(of table: String) -> String? { rows.first { $0.table.label == table }?.key }
}

/// A row with the values it was given.
struct PlantedRow: Sendable {
    let table: CatalogueTable
    /// By the column's name; nil is NULL. A column that is not among them has its default.
    var values: [String: String?]

    var key: String? { table.ownKey.first.flatMap { values[$0.name] ?? nil } }

    /// The value of a column, if it has one.
    func text(of column: String) -> String? { values[column] ?? nil }

    /// Every planted word of the row, in the order of its columns.
    var canaries: [String] {
        table.columns.compactMap { text(of: $0.name) }.filter { $0.utf8.starts(with: CanaryBook.mark) }
    }
}
