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

    static func place(of kind: StatementKind) -> Place { kind.controlsTransaction ? .lentOnly : .anywhere }

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

    /// The library refuses more binds than the protocol has room for, and takes the connection's neighbours along.
    static func checkSize(of query: Query) throws(PostgresError) {
        var bytes = query.sql.utf8.count
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

    static func notShared(_ query: Query) -> PostgresError { refusal(query, "not on a shared connection") }

    static func refusal(_ query: Query, _ why: String) -> PostgresError {
        var error = PostgresError(.refusedStatement, why)
        error.statement = query.sql
        return error
    }
}
