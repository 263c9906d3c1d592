/// Why the database did not do what it was asked. The description is for people and says nothing of the inside.
public struct PostgresError: Error, Sendable {
    /// The kinds, for machines.
    public enum Code: Sendable, Hashable {
        /// The server refused; see `sqlState`.
        case server
        /// No connection could be had in time.
        case unavailable
        /// The connection broke while the answer was awaited: the work may or may not have been done.
        case connectionLost
        /// The answer did not come in time; the server was told to stop.
        case timeout
        /// The calling task was cancelled.
        case cancelled
        /// The statement is of a kind that is not let through.
        case refusedStatement
        /// Driver and server did not understand each other.
        case protocolViolation
        /// Used after it was given back.
        case misuse
    }

    /// What kind of failure.
    public let code: Code
    /// The server's five characters.
    public var sqlState: SQLState?
    /// What the server or the library said.
    public var message: String
    /// The server's detail: may hold data of the row.
    public var detail: String?
    /// The constraint that was violated.
    public var constraint: String?
    /// The statement, without its binds.
    public var statement: String?

    /// A failure of a kind.
    public init(_ code: Code, _ message: String = "", sqlState: SQLState? = nil) {
        (self.code, self.message, self.sqlState) = (code, message, sqlState)
    }

    /// True when the same work may simply be tried again later.
    public var isTransient: Bool {
        switch code {
        case .unavailable, .timeout, .connectionLost: true
        case .server: sqlState?.isTransient ?? false
        default: false
        }
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// Bland on purpose: errors end up in front of people.
    public var description: String {
        switch code {
        case .unavailable, .connectionLost: "the database cannot be reached"
        case .timeout: "the database took too long"
        case .cancelled: "the work was cancelled"
        default: "the database refused"
        }
    }

    /// What a log may hold: no text of the server and none of the statement, because either may carry data of a row.
    public var debugDescription: String {
        var parts = ["PostgresError.\(code)"]
        if let sqlState { parts.append("SQLSTATE \(sqlState.text)") }
        if let constraint { parts.append("constraint: \(constraint)") }
        if let statement { parts.append("statement: \(StatementFingerprint(statement))") }
        return parts.joined(separator: "; ")
    }

    /// Everything that is known, data of rows among it: for the level debug and for tests.
    public var unredacted: String {
        var parts = [debugDescription]
        if !message.isEmpty { parts.append(message) }
        if let detail { parts.append("detail: \(detail)") }
        if let statement { parts.append("text: \(statement)") }
        return parts.joined(separator: "; ")
    }
}

/// A server's error code, five characters.
public struct SQLState: Sendable, Hashable {
    /// The characters.
    public let text: String

    /// A code.
    public init(_ text: String) { self.text = text }

    /// A unique constraint was violated.
    public static let uniqueViolation = SQLState("23505")
    /// A foreign key was violated.
    public static let foreignKeyViolation = SQLState("23503")
    /// A check constraint was violated.
    public static let checkViolation = SQLState("23514")
    /// The statement was cancelled, by us or by `statement_timeout`.
    public static let queryCancelled = SQLState("57014")
    /// A prepared statement is gone.
    public static let unknownStatement = SQLState("26000")
    /// A lock was not granted in `lock_timeout`.
    public static let lockNotAvailable = SQLState("55P03")

    /// Classes 08, 53, 57P and serialization or deadlock failures pass by themselves.
    var isTransient: Bool {
        text.hasPrefix("08") || text.hasPrefix("53") || text.hasPrefix("57P") || text == "40001" || text == "40P01"
            || text == "55P03"
    }
}

/// A transaction that failed, with every cause kept: none swallows another.
public struct TransactionError: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// Opening it failed.
    public var begin: (any Error)?
    /// The closure threw.
    public var body: (any Error)?
    /// Committing failed: nothing was kept, unless the connection broke.
    public var commit: (any Error)?
    /// Rolling back failed; the connection was closed.
    public var rollback: (any Error)?

    /// What people may see: the first cause's own words.
    public var description: String { first.map { String(describing: $0) } ?? "the transaction failed" }

    /// All causes, as far as a log may hold them.
    public var debugDescription: String { causes { String(reflecting: $0) } }

    /// All causes with all that is known of them, data of rows among it.
    public var unredacted: String {
        causes { ($0 as? PostgresError)?.unredacted ?? String(reflecting: $0) }
    }

    private func causes(_ text: (any Error) -> String) -> String {
        let causes: [(String, (any Error)?)] = [
            ("begin", begin), ("body", body), ("commit", commit), ("rollback", rollback),
        ]
        return causes.compactMap { name, error in error.map { "\(name): \(text($0))" } }.joined(separator: "; ")
    }

    /// The cause that came first.
    public var first: (any Error)? { begin ?? body ?? commit ?? rollback }

    /// True when the same work may simply be tried again later.
    public var isTransient: Bool { (first as? PostgresError)?.isTransient ?? false }
}
