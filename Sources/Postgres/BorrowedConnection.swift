import EventLoop
public import SQL

/// A connection lent to one borrower. It cannot be used after the closure it was lent for.
///
/// `@unchecked Sendable`: used on its loop's thread only; elsewhere it refuses.
public final class BorrowedConnection: @unchecked Sendable {
    let pool: LoopPool
    let link: Link
    private var ended = false
    /// Within a transaction that was opened for the borrower, and is ended for him.
    var isInTransaction = false

    init(pool: LoopPool, link: Link) { (self.pool, self.link) = (pool, link) }

    /// Runs a statement.
    public func query(_ query: Query, timeout: Duration? = nil) async throws -> Rows {
        try await run(prelude: nil, query, timeout: timeout)
    }

    /// Runs two statements in one round trip and drops the rows of the first.
    func run(prelude: Query?, _ query: Query, timeout: Duration? = nil) async throws -> Rows {
        try check()
        let ticket = pool.ticket(
            isInTransaction ? .inTransaction : .within, prelude: prelude, query: query, timeout: timeout)
        guard let rows = try await pool.run(ticket, on: link).firstRows else {
            throw PostgresError(.protocolViolation, "no answer")
        }
        return rows
    }

    func check() throws {
        guard pool.loop.isCurrent else { throw PostgresError(.misuse, "not on the connection's loop") }
        guard !ended else { throw PostgresError(.misuse, "the connection was given back") }
    }

    func end() {
        guard !ended else { return }
        ended = true
        pool.giveBack(link)
    }
}
