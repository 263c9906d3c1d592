public import ModuleKit

/// The modules' declarations about persons, checked against the tables: which rows are somebody's, and in which order
/// they can be taken away.
public struct PersonalDataPlan: Sendable {
    /// One declaration with what it speaks of.
    struct Step: Sendable {
        let declaration: PersonalData
        let table: CatalogueTable
        let columns: [CatalogueColumn]
        /// How many tables away the person's own row is.
        let depth: Int
        /// The column that says when a row was last changed.
        let age: CatalogueColumn?
    }

    /// The rows furthest from the person first, as they are found through the others. Rows that go come before rows that
    /// stay, which may lose what they are found by.
    let steps: [Step]

    /// The plan of all declarations of all modules, or everything that is wrong with them.
    public init(_ declarations: [PersonalData], catalogue: Catalogue) throws(PersonalDataFaults) {
        let check = PersonalDataCheck(declarations, catalogue)
        guard check.faults.isEmpty else { throw PersonalDataFaults(faults: check.faults) }
        let place = Dictionary(
            catalogue.tables.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
        steps = check.steps.sorted { left, right in
            func rank(_ step: Step) -> (Int, Int, Int) {
                let kept = step.declaration.erasure == .anonymise ? 1 : 0
                return (-step.depth, kept, -(place[step.table.label] ?? 0))
            }
            return rank(left) < rank(right)
        }
    }

    /// The tables in which persons occur.
    public var tables: [String] { Set(steps.map(\.table.label)).sorted() }

    func steps(of table: TableName) -> [Step] { steps.filter { $0.declaration.table == table } }

    /// The test that a row of a step is a person's.
    func test(_ step: Step, _ person: PersonAddress, alias: String = "t") -> String {
        switch step.declaration.subject {
        case .email(let column):
            return step.table.column(column).map { person.test($0, of: alias) } ?? "false"
        case .parent(let column, let table):
            let parents = steps(of: table)
            guard let parent = parents.first?.table else { return "false" }
            let above = alias + "p"
            let pairs = step.table.pairs(from: column, to: parent).map { "\(above).\($1) = \(alias).\($0)" }
            let tests = parents.map { test($0, person, alias: above) }
            return """
                EXISTS (SELECT FROM \(parent.quoted) \(above) WHERE \(pairs.joined(separator: " AND ")) \
                AND (\(tests.joined(separator: " OR "))))
                """
        }
    }
}

extension CatalogueTable {
    /// The columns by which rows are joined to another table's: of the foreign key, or without one the column and the
    /// other's key. Walls keep both to one tenant.
    func pairs(from column: String, to parent: CatalogueTable) -> [(String, String)] {
        let found = references.first { $0.label == parent.label && $0.columns.contains(column) }
        if let found { return zip(found.columns, found.target).map { ($0.sqlQuoted, $1.sqlQuoted) } }
        return parent.ownKey.first.map { [(column.sqlQuoted, $0.quoted)] } ?? []
    }
}

/// What is wrong with the declarations.
public struct PersonalDataFaults: Error, Sendable, Hashable, CustomStringConvertible {
    /// One sentence each.
    public let faults: [String]

    /// One line each.
    public var description: String { faults.joined(separator: "\n") }
}
