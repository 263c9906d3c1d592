public import Core
public import SQL

/// What a role does with the fields of a table. Whatever is read, shown or written of the table passes through here.
public struct FieldSight: Sendable {
    /// Of these columns only: most roles have no rule at all, and then nothing is looked for.
    private let rules: [(column: String, rule: FieldRule)]

    init(_ table: TableName, _ rules: [String: FieldRule]) {
        let start = "\(table.text)."
        self.rules = rules.compactMap { name, rule in
            name.hasPrefix(start) ? (String(name.dropFirst(start.count)), rule) : nil
        }
    }

    /// Sees and changes everything.
    static let whole = FieldSight(TableName(""), [:])

    func rule(of column: String) -> FieldRule? {
        rules.isEmpty ? nil : rules.first { $0.column == column }?.rule
    }

    /// Whether a column may be shown, sorted by and searched in.
    public func shows(_ column: StaticString) -> Bool { rules.isEmpty || rule(of: column.description) != .hidden }

    /// Whether a column may be changed.
    public func changes(_ column: StaticString) -> Bool { rules.isEmpty || rule(of: column.description) == nil }

    /// A column as a query selects it: what is hidden does not leave the database. `alias` is what the query calls the
    /// table.
    public func column(_ name: StaticString, as alias: StaticString = "") -> Query {
        if !shows(name) { return "NULL" }
        return alias.utf8CodeUnitCount == 0
            ? Query(unsafeSQL: name.description) : Query(unsafeSQL: "\(alias).\(name)")
    }

    /// Writes a member of an object, unless it is hidden: then the object has no such member.
    public func write(_ column: StaticString, into json: inout JSONWriter, _ value: (inout JSONWriter) -> Void) {
        guard shows(column) else { return }
        json.key(column)
        value(&json)
    }
}

extension StaffContext {
    /// What the role does with the fields of a table.
    public func sight(of table: TableName) -> FieldSight { FieldSight(table, fieldRules) }

    /// What the role does with the fields of an input, if they are a record's.
    func sight<Input: RouteInput>(of _: Input.Type) -> FieldSight { Input.record.map(sight(of:)) ?? .whole }

    /// What the role does not do with a field; nil when it does everything.
    public func rule(for field: RecordField) -> FieldRule? { fieldRules[field.text] }
}
