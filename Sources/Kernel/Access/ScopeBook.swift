import ModuleKit

/// The tables of all modules whose rows belong to people and teams.
struct ScopeBook: Sendable {
    private let tables: [ScopedTable]

    init(_ registry: Registry) { tables = registry.modules.flatMap(\.registrar.scoped) }

    /// What the latch is told of somebody who does not reach every row: `;crm.deal:read=team;crm.deal:change=own;`.
    /// Nil for who reaches all; most who set a house up do.
    func reach(holding grants: [String: Scope]) -> String? {
        var text = ""
        for table in tables {
            for use in ScopedTable.Use.allCases {
                let scope = table.scope(for: use) { grants[$0.text] }
                if scope == .all { continue }
                if text.isEmpty { text = ";" }
                text += "\(table.table.text):\(use.rawValue)=\(scope?.rawValue ?? "none");"
            }
        }
        return text.isEmpty ? nil : text
    }
}
