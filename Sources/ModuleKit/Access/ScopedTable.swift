public import SQL

/// A table whose rows belong to people and teams, and which permissions reach them. From this one declaration come the
/// condition that a query carries and what the database holds every statement to; the migration says
/// `SELECT guard.keep_scope('crm.deal', 'owner_id', 'team_id')`.
public struct ScopedTable: Sendable, Hashable {
    /// What is done with rows.
    public enum Use: String, Sendable, Hashable, CaseIterable {
        /// They are read.
        case reading = "read"
        /// They are changed or taken away.
        case changing = "change"
    }

    /// The table.
    public let table: TableName
    /// The column with the id of whose row it is.
    public let owner: String
    /// The column with the id of the team, if teams have rows.
    public let team: String?
    /// Permissions by which its rows are seen.
    public let reads: [Permission]
    /// Permissions by which its rows are changed or taken away.
    public let changes: [Permission]

    /// A table. Whoever may change a row may see it.
    public init(
        _ table: TableName, owner: StaticString, team: StaticString? = nil, reads: [Permission], changes: [Permission]
    ) {
        (self.table, self.owner, self.team) = (table, owner.description, team?.description)
        (self.reads, self.changes) = (reads, changes)
    }

    /// How far somebody's permissions reach; nil for who has none of them.
    public func scope(for use: Use, holding scope: (Permission) -> Scope?) -> Scope? {
        let held = use == .changing ? changes : reads + changes
        return held.compactMap(scope).max()
    }
}

extension StaffContext {
    /// The condition that keeps a query to the rows of a table that somebody reaches, for its `WHERE`. `alias` is what
    /// the query calls the table.
    public func reach(_ table: ScopedTable, for use: ScopedTable.Use = .reading, as alias: StaticString = "") -> Query {
        let prefix = alias.utf8CodeUnitCount == 0 ? "" : "\(alias)."
        let own: Query = "\(unsafeSQL: prefix + table.owner) = \(user)"
        switch table.scope(for: use, holding: scope) {
        case .all: return "true"
        case nil: return "false"
        case .team:
            guard let team = table.team, !teams.isEmpty else { return own }
            return "(\(fragment: own) OR \(unsafeSQL: prefix + team) = ANY (\(teams)))"
        case .own: return own
        }
    }
}
