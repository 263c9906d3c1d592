import SQL

/// What may run on a pooled connection. A bare SET is the one known way round the one-shot latch; it, and all else that
/// changes a session, stops here.
enum StatementRules {
    /// Where a statement may run.
    enum Place {
        /// On shared connections and lent ones.
        case anywhere
        /// Only where the borrower is alone: an error behind a BEGIN would take the neighbours' work along.
        case lentOnly
    }

    static func place(of query: Query) throws(PostgresError) -> Place {
        do {
            let kind = try StatementKind.classify(query.sql)
            switch kind {
            case .listen, .unlisten, .copyOut: throw refusal(query, "\(kind) has its own door")
            default: return kind.controlsTransaction ? .lentOnly : .anywhere
            }
        } catch let error as PostgresError {
            throw error
        } catch {
            throw refusal(query, "\(String(reflecting: error))")
        }
    }

    static func refusal(_ query: Query, _ why: String) -> PostgresError {
        var error = PostgresError(.refusedStatement, why)
        error.statement = query.sql
        return error
    }
}
