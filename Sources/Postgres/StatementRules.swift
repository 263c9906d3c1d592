import SQL

/// What may run on a pooled connection. A bare SET is the one known way round the one-shot latch; it, and all else that
/// changes a session, stops here.
enum StatementRules {
    /// Where a statement may run; each place allows what those before it do.
    enum Place: Int, Comparable {
        /// On shared connections and lent ones.
        case anywhere
        /// Only where the borrower is alone: an error behind a savepoint would take the neighbours' work along.
        case inTransaction
        /// Only on a lent connection whose transactions are the borrower's own. In one that was opened for him, who ends
        /// it ends what was bound to it, the tenant above all, and could bind another.
        case lentOnly

        static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }
    }

    static func place(of kind: StatementKind) -> Place {
        switch kind {
        case .begin, .commit, .rollback: .lentOnly
        case .savepoint, .release, .rollbackToSavepoint: .inTransaction
        default: .anywhere
        }
    }

    static func kind(of query: Query) throws(PostgresError) -> StatementKind {
        do {
            let kind = try StatementKind.classify(query.sql)
            switch kind {
            case .listen, .unlisten, .copyOut: throw refusal(query, "\(kind) has its own door")
            default: return kind
            }
        } catch let error as PostgresError {
            throw error
        } catch {
            throw refusal(query, "\(String(reflecting: error))")
        }
    }

    /// More than this in one statement is somebody's mistake; the protocol ends at twice as much.
    static let maximumBytes = 1 << 29

    /// The protocol has no room for more binds; the server would end the connection, with the neighbours' work.
    static func checkSize(of query: Query) throws(PostgresError) {
        var bytes = query.textByteCount
        for index in query.binds.indices { bytes &+= query.binds[index].byteCount }
        guard query.binds.count <= Query.maximumBinds, bytes <= maximumBytes else {
            throw refusal(query, "\(query.binds.count) binds of \(bytes) bytes")
        }
    }

    static func checkCopy(_ query: Query) throws(PostgresError) {
        let kind = try? StatementKind.classify(query.sql)
        guard kind == .copyOut else { throw refusal(query, "not a COPY … TO STDOUT") }
        guard query.binds.isEmpty else { throw refusal(query, "a COPY has no binds") }
    }

    static func misplaced(_ query: Query, _ place: Place) -> PostgresError {
        refusal(query, place == .anywhere ? "not on a shared connection" : "the house ends its transactions itself")
    }

    static func refusal(_ query: Query, _ why: String) -> PostgresError {
        var error = PostgresError(.refusedStatement, why)
        error.statement = query.sql
        return error
    }
}
