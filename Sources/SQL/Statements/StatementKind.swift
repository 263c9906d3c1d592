/// What a statement does, for those the driver prepares. Every other kind is refused: a bare `SET`, a `DO` or a
/// `COPY … FROM` would go round the tenant's wall.
public enum StatementKind: String, Sendable, Hashable, CaseIterable {
    /// Reads; a `WITH` before it may still write.
    case select
    /// Rows out of nothing.
    case values
    /// Adds rows.
    case insert
    /// Changes rows.
    case update
    /// Removes rows.
    case delete
    /// Adds, changes and removes rows.
    case merge
    /// `COPY … TO STDOUT`.
    case copyOut
    /// Subscribes to a channel.
    case listen
    /// Leaves a channel.
    case unlisten
    /// `BEGIN`, `START TRANSACTION`.
    case begin
    /// Ends the transaction.
    case commit
    /// Ends the transaction.
    case rollback
    /// Sets a point to return to.
    case savepoint
    /// Forgets a point.
    case release
    /// Returns to a point; the transaction stays open.
    case rollbackToSavepoint

    /// True for the statements that open, part or end a transaction.
    public var controlsTransaction: Bool {
        switch self {
        case .begin, .commit, .rollback, .savepoint, .release, .rollbackToSavepoint: true
        default: false
        }
    }
}

extension StatementKind {
    /// What a statement does, or why it is not prepared. The kind is that of the main verb, and no proof that nothing
    /// is written: a function or a `WITH` may.
    public static func classify(_ sql: String) throws(StatementRefusal) -> StatementKind {
        let text = sql.utf8
        return try classify(text.span)
    }

    /// What a statement does, or why it is not prepared.
    public static func classify(_ sql: Span<UInt8>) throws(StatementRefusal) -> StatementKind {
        // Even in a comment or a string: it goes to the server as a C string, which a zero byte would cut short.
        if let zero = sql.indices.first(where: { sql[$0] == 0 }) { throw StatementRefusal(.malformed, at: zero) }
        var reader = StatementReader()
        return try reader.classify(sql)
    }
}
