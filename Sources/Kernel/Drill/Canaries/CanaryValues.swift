import Core
import Crypto

/// Makes the values of rows: a canary in every text, own ids, references within the set, and for the rest the plainest
/// value of the type. A form that a check refuses is followed by the next one.
struct CanaryValues: Sendable {
    let tables: PlantedTables
    /// How many forms of a text have been refused so far, by the column.
    private var refused: [String: Int] = [:]
    /// Columns that hold no canary, each with its reason.
    private(set) var without: Set<String> = []

    init(_ tables: PlantedTables) { self.tables = tables }

    /// The row of a table for a set whose earlier rows are there.
    mutating func row(
        of table: CatalogueTable, for tenant: DrillTenant, in set: PlantedSet, _ book: inout CanaryBook
    ) throws -> PlantedRow {
        var values: [String: String?] = [:]
        for column in table.storedColumns where values[column.name] == nil {
            if column.name == "tenant_id" {
                values[column.name] = tenant.id.description
            } else if let found = try reference(of: column, table, tenant, set) {
                values[column.name] = found.value
            } else if let made = try value(of: column, table, tenant, set, &book) {
                values[column.name] = made.value
            }
        }
        return PlantedRow(table: table, values: values)
    }

    /// Notes that a check on these columns refused what they were given. False when no other form is left.
    mutating func refuse(_ columns: [String], of table: CatalogueTable) -> Bool {
        var hasNext = false
        for column in columns.compactMap({ table.column($0) }) {
            let label = "\(table.label).\(column.name)"
            let next = (refused[label] ?? 0) + 1
            refused[label] = next
            if next < Self.forms || next == Self.forms && (!column.isNotNull || column.hasDefault) { hasNext = true }
        }
        return hasNext
    }

    // MARK: One column

    /// A value there is, NULL among them; no value at all is the column's default.
    private struct Found { let value: String? }

    private func reference(
        of column: CatalogueColumn, _ table: CatalogueTable, _ tenant: DrillTenant, _ set: PlantedSet
    ) throws -> Found? {
        let isDeferred = table.deferredColumns.contains { $0.name == column.name }
        for reference in table.references {
            guard let place = reference.columns.firstIndex(of: column.name) else { continue }
            if reference.label == "kernel.tenant" { return Found(value: tenant.id.description) }
            if let code = tables.codes[reference.label]?[reference.target[place]] { return Found(value: code) }
            if isDeferred { return Found(value: nil) }
            if let row = set.rows.first(where: { $0.table.label == reference.label }) {
                return Found(value: row.text(of: reference.target[place]))
            }
            guard column.isNotNull else { return Found(value: nil) }
            throw DrillFault(
                "\(table.label).\(column.name) points to \(reference.label), where the drill plants no row")
        }
        return nil
    }

    private mutating func value(
        of column: CatalogueColumn, _ table: CatalogueTable, _ tenant: DrillTenant, _ set: PlantedSet,
        _ book: inout CanaryBook
    ) throws -> Found? {
        let label = "\(table.label).\(column.name)"
        if tables.customerColumns[table.label] == column.name { return Found(value: set.customer.description) }
        if let words = column.words { return Found(value: words[set.number % words.count]) }
        let origin = CanaryOrigin.row(
            tenant.place, set: set.number, isShared: tables.shared.contains(table.label), column: label)
        if column.type == "uuid" {
            let isCustomer = column.name == table.ownKey.first?.name && tables.customerTables.contains(table.label)
            return Found(value: isCustomer ? set.customer.description : book.newID(origin).description)
        }
        if let text = try text(of: column, label, origin, &book) { return text }
        if column.hasDefault { return nil }
        return try plain(column, label, set)
    }

    /// How many forms a text may take before it is given up.
    private static let forms = 4

    private mutating func text(
        of column: CatalogueColumn, _ label: String, _ origin: CanaryOrigin, _ book: inout CanaryBook
    ) throws -> Found? {
        let isJSON = column.type == "jsonb" || column.type == "json"
        let isList = column.type == "text[]" || column.type.hasPrefix("character varying[]")
        guard column.isText || isJSON || isList || column.type == "bytea" else { return nil }
        let form = refused[label] ?? 0
        guard form < Self.forms, column.maximumLength ?? .max >= CanaryBook.leastLength else {
            without.insert(label)
            if column.hasDefault { return nil }
            guard column.isNotNull else { return Found(value: nil) }
            if form == 0, column.maximumLength != nil {
                return Found(value: String(repeating: "x", count: max(1, column.minimumLength)))
            }
            throw DrillFault(
                "\(label) takes no canary: its checks refused every form (\(column.checks.joined(separator: "; ")))")
        }
        let room = Self.room(form)
        guard let word = book.newText(atMost: column.maximumLength.map { $0 - room }, origin) else {
            without.insert(label)
            return column.hasDefault ? nil : Found(value: column.isNotNull ? "x" : nil)
        }
        if isJSON { return Found(value: "{\"note\":\"\(word)\"}") }
        if isList { return Found(value: "{\(word)}") }
        if column.type == "bytea" { return Found(value: "\\x" + Hex.encode(word.utf8Span.span)) }
        return Found(value: Self.padded(Self.formed(word, form), to: column.minimumLength))
    }

    private static func formed(_ word: String, _ form: Int) -> String {
        switch form {
        case 1: "\(word)@ornek.example"
        case 2: "https://\(word).example/"
        case 3: "\(word).example"
        default: word
        }
    }

    private static func room(_ form: Int) -> Int { [0, 14, 17, 8][form % 4] }

    private static func padded(_ text: String, to least: Int) -> String {
        text.count >= least ? text : text + String(repeating: "x", count: least - text.count)
    }

    private func plain(_ column: CatalogueColumn, _ label: String, _ set: PlantedSet) throws -> Found {
        let number = String(set.number + 1)
        if let known = Self.plain(column.type, number) { return Found(value: known) }
        guard column.isNotNull else { return Found(value: nil) }
        throw DrillFault("\(label) is of type \(column.type), of which the drill knows no value")
    }

    private static func plain(_ type: String, _ number: String) -> String? {
        switch type {
        case "smallint", "integer", "bigint", "real", "double precision": number
        case "boolean": "true"
        case "date": "2026-01-0\(number)"
        case "timestamp with time zone", "timestamp without time zone": "2026-01-0\(number) 09:00:00+00"
        case "time without time zone": "09:0\(number):00"
        case "interval": "1 day"
        case "inet", "cidr": "192.0.2.\(number)"
        case "tsvector": nil
        default: type.hasPrefix("numeric") ? number : nil
        }
    }
}

/// Why the drill cannot be held at all.
struct DrillFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
