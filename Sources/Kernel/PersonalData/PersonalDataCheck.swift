public import ModuleKit

/// Holds declarations against the tables, and gathers everything that does not fit.
struct PersonalDataCheck {
    private let declarations: [PersonalData]
    private let catalogue: Catalogue
    private(set) var faults: [String] = []
    private(set) var steps: [PersonalDataPlan.Step] = []

    /// What tells when a row was last changed, best first.
    private static let ages = ["changed_at", "updated_at", "created_at"]

    init(_ declarations: [PersonalData], _ catalogue: Catalogue) {
        (self.declarations, self.catalogue) = (declarations, catalogue)
        for declaration in declarations { check(declaration) }
    }

    private mutating func check(_ declaration: PersonalData) {
        let name = declaration.table.text
        guard let table = catalogue.tables.first(where: { $0.label == name }), !table.primaryKey.isEmpty else {
            return faults.append("personal data of \(name): there is no such table with walls and a primary key")
        }
        var columns: [CatalogueColumn] = []
        for column in declaration.columns {
            if let found = table.column(column), !found.isGenerated {
                columns.append(found)
            } else {
                faults.append("personal data of \(name): there is no column \(column) that can be emptied")
            }
        }
        checkSubject(declaration, table)
        let age = Self.ages.lazy.compactMap { table.column($0) }.first
        if declaration.retention != nil, age == nil {
            faults.append("personal data of \(name): retention needs a column changed_at, updated_at or created_at")
        }
        guard let depth = depth(of: declaration.table, []) else {
            return faults.append("personal data of \(name): its parents lead in a circle")
        }
        steps.append(
            PersonalDataPlan.Step(
                declaration: declaration, table: table, columns: columns, depth: depth,
                age: declaration.retention == nil ? nil : age))
    }

    private mutating func checkSubject(_ declaration: PersonalData, _ table: CatalogueTable) {
        switch declaration.subject {
        case .email(let column):
            if table.column(column)?.isText != true {
                faults.append("personal data of \(table.label): \(column) is no column of text")
            }
        case .parent(let column, let parent):
            guard let above = catalogue.tables.first(where: { $0.label == parent.text }),
                declarations.contains(where: { $0.table == parent })
            else { return faults.append("personal data of \(table.label): \(parent) declares no personal data") }
            let isJoined = table.references.contains { $0.label == above.label && $0.columns.contains(column) }
            if table.column(column) == nil || !isJoined && above.ownKey.count != 1 {
                faults.append("personal data of \(table.label): \(column) does not lead to \(parent)")
            }
        }
    }

    /// The longest way to a person's own row; nil for a way without an end.
    private func depth(of table: TableName, _ passed: Set<TableName>) -> Int? {
        guard !passed.contains(table) else { return nil }
        var deepest = 0
        for declaration in declarations where declaration.table == table {
            guard case .parent(_, let parent) = declaration.subject else { continue }
            guard let above = depth(of: parent, passed.union([table])) else { return nil }
            deepest = max(deepest, above + 1)
        }
        return deepest
    }
}

extension PersonalDataPlan {
    private static let personalWords: Set<String> = [
        "email", "mail", "phone", "mobile", "gsm", "fax", "address", "street", "birthday", "birthdate", "tckn", "iban",
        "surname", "firstname", "lastname", "gender", "passport", "eposta", "telefon", "adres", "soyad", "dogum",
    ]

    /// Columns of text whose names sound like persons and which nobody declared; those known to be none are excused by
    /// `schema.table.column`.
    public static func undeclared(
        _ declarations: [PersonalData], in catalogue: Catalogue, excused: Set<String> = []
    ) -> [String] {
        var declared = excused
        for declaration in declarations {
            declared.formUnion(declaration.columns.map { "\(declaration.table).\($0)" })
            if case .email(let column) = declaration.subject { declared.insert("\(declaration.table).\(column)") }
        }
        return catalogue.tables.filter { $0.class == .tenant }.flatMap { table in
            table.columns.filter { column in
                column.isText && column.name.split(separator: "_").contains { personalWords.contains(String($0)) }
            }.map { "\(table.label).\($0.name)" }
        }.filter { !declared.contains($0) }
    }
}
