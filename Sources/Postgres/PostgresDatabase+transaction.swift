public import SQL

extension PostgresDatabase {
    /// Runs the closure in an explicit transaction on a borrowed connection: BEGIN and the prelude travel together.
    /// It commits when the closure returns and rolls back when it throws; the failure keeps every cause.
    /// `timeout` is how long to wait for a connection.
    public func withTransaction<Success: Sendable>(
        after prelude: Query? = nil, timeout: Duration? = nil,
        _ body: @Sendable (BorrowedConnection) async throws -> Success
    ) async throws -> Success {
        try await withConnection(timeout: timeout) { connection in
            try await Self.begin(connection, prelude)
            let success: Success
            connection.isInTransaction = true
            do {
                success = try await body(connection)
                connection.isInTransaction = false
            } catch {
                connection.isInTransaction = false
                throw await Self.rollBack(connection, because: error)
            }
            try await Self.commit(connection)
            return success
        }
    }

    private static func begin(_ connection: BorrowedConnection, _ prelude: Query?) async throws {
        do {
            if let prelude {
                _ = try await connection.run(prelude: "BEGIN", prelude)
            } else {
                _ = try await connection.query("BEGIN")
            }
        } catch {
            throw await rollBack(connection, beginning: error)
        }
    }

    private static func commit(_ connection: BorrowedConnection) async throws {
        do {
            // A failed transaction answers COMMIT with ROLLBACK and no error.
            let answer = try await connection.query("COMMIT")
            if answer.commandTag != "COMMIT" {
                throw PostgresError(.server, "the transaction had failed and was rolled back")
            }
        } catch {
            throw TransactionError(commit: error)
        }
    }

    private static func rollBack(
        _ connection: BorrowedConnection, beginning: (any Error)? = nil, because: (any Error)? = nil
    ) async -> TransactionError {
        var failure = TransactionError(begin: beginning, body: because)
        // A cancelled task must still be able to clean up behind itself.
        let cleaning = Task(executorPreference: connection.pool.loop) { _ = try await connection.query("ROLLBACK") }
        do { try await cleaning.value } catch { failure.rollback = error }
        return failure
    }
}
