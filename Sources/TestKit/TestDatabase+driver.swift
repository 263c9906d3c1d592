public import EventLoop
public import Postgres

extension TestDatabase {
    /// Opens the driver on loops of its own, runs the closure on the first of them, and closes everything again.
    public func withDriver<Success: Sendable>(
        as role: String = TestCluster.owner, loops count: Int = 1,
        _ adjust: (inout PostgresSettings) -> Void = { _ in },
        _ body: @escaping @Sendable (PostgresDatabase, LoopGroup) async throws -> Success
    ) async throws -> Success {
        var settings = PostgresSettings(connection: connection(as: role))
        adjust(&settings)
        return try await withPostgres(settings, loops: count, body)
    }
}

/// Opens the driver on loops of its own, runs the closure on the first of them, and closes everything again.
public func withPostgres<Success: Sendable>(
    _ settings: PostgresSettings, loops count: Int = 1,
    _ body: @escaping @Sendable (PostgresDatabase, LoopGroup) async throws -> Success
) async throws -> Success {
    let loops = try LoopGroup(count: count)
    let blocking = BlockingPool(threads: 2, waiting: 256)
    let database = PostgresDatabase(loops: loops, settings: settings, blocking: blocking)
    let task = Task(executorPreference: loops.first) { try await body(database, loops) }
    let result = await task.result
    await database.stop()
    blocking.stop()
    loops.stop()
    return try result.get()
}
