public import EventLoop
public import SQL

/// A database as one role sees it: a pool on every loop. Work asked for on a loop is done on that loop's own connections.
public final class PostgresDatabase: Sendable {
    private let pools: [LoopPool]
    let settings: PostgresSettings
    let blocking: BlockingPool

    /// A database that connects when it is first used.
    public init(loops: LoopGroup, settings: PostgresSettings, blocking: BlockingPool) {
        (self.settings, self.blocking) = (settings, blocking)
        pools = loops.loops.map { LoopPool(loop: $0, settings: settings, blocking: blocking) }
    }

    /// Single-shot work: the prelude, whose rows are dropped, and the query, sent together and done in one round trip
    /// and one implicit transaction. Both are taken over, so that neither is copied on its way to the ticket.
    public func perform(
        after prelude: consuming Query? = nil, _ query: consuming Query, timeout: Duration? = nil
    ) async throws -> Rows {
        guard let pool = localPool else {
            return try await elsewhere { [prelude, query] in
                try await $0.perform(after: prelude, query, timeout: timeout)
            }
        }
        let ticket = try await pool.run(pool.ticket(.shared, prelude: prelude, query: query, timeout: timeout))
        guard let rows = ticket.firstRows else { throw PostgresError(.protocolViolation, "no answer") }
        return rows
    }

    /// Several statements after the prelude, in one round trip and one implicit transaction; one answer each.
    public func perform(after prelude: Query? = nil, all queries: [Query], timeout: Duration? = nil) async throws
        -> [Rows]
    {
        guard let pool = localPool else {
            return try await elsewhere { try await $0.perform(after: prelude, all: queries, timeout: timeout) }
        }
        guard let first = queries.first else { return [] }
        let ticket = try await pool.run(
            pool.ticket(.shared, prelude: prelude, query: first, more: Array(queries.dropFirst()), timeout: timeout))
        guard let rows = ticket.firstRows, ticket.moreRows.count == queries.count - 1 else {
            throw PostgresError(.protocolViolation, "fewer answers than statements")
        }
        return [rows] + ticket.moreRows
    }

    /// Lends a connection for the closure's time. Outside an explicit transaction each statement stands alone.
    public func withConnection<Success: Sendable>(
        timeout: Duration? = nil, _ body: @Sendable (BorrowedConnection) async throws -> Success
    ) async throws -> Success {
        guard let pool = localPool else { throw PostgresError(.misuse, "not on a loop") }
        let ticket = pool.ticket(.exclusive, timeout: timeout)
        guard let link = try await pool.run(ticket).link else { throw PostgresError(.unavailable) }
        let connection = BorrowedConnection(pool: pool, link: link)
        defer { connection.end() }
        return try await body(connection)
    }

    /// Opens a connection on every loop, so that the first request need not wait for one.
    public func warmUp() async throws {
        for pool in pools {
            try await Task(executorPreference: pool.loop) {
                _ = try await pool.run(pool.ticket(.shared, query: "SELECT 1", timeout: nil))
            }.value
        }
    }

    /// What has been counted on all loops.
    public func counters() async -> PoolCounters {
        var sum = PoolCounters()
        for pool in pools { sum = sum + (await Task(executorPreference: pool.loop) { pool.counters }.value) }
        return sum
    }

    /// How many connections are open on all loops.
    public func openConnections() async -> Int {
        var sum = 0
        for pool in pools { sum += await Task(executorPreference: pool.loop) { pool.openConnections }.value }
        return sum
    }

    /// Closes all connections; whoever waits is told that the database is unavailable.
    public func stop() async {
        for pool in pools { await Task(executorPreference: pool.loop) { pool.stop() }.value }
    }

    private var localPool: LoopPool? {
        guard let loop = Loop.current, loop.index < pools.count, pools[loop.index].loop === loop else { return nil }
        return pools[loop.index]
    }

    /// For callers that are not on a loop, tests above all.
    private func elsewhere<Success: Sendable>(
        _ work: @escaping @Sendable (PostgresDatabase) async throws -> Success
    ) async throws -> Success {
        try await Task(executorPreference: pools[0].loop) { try await work(self) }.valueOrCancel
    }
}
