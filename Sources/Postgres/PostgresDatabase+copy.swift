public import SQL

extension PostgresDatabase {
    /// Streams a `COPY … TO STDOUT`, with the prelude in the same transaction. The server goes on only as fast as the
    /// pieces, each of whole rows and some 64 KiB, are taken. The statement can have no binds: PostgreSQL allows none.
    ///
    /// `timeout` is how long the server may take for each piece. A copy that fails or is left midway costs its
    /// connection, which is closed.
    public func copyOut(
        after prelude: Query? = nil, _ query: Query, timeout: Duration? = nil,
        _ take: @Sendable ([UInt8]) async throws -> Void
    ) async throws {
        try StatementRules.checkCopy(query)
        try await withConnection(timeout: timeout) { connection in
            if let prelude { _ = try await connection.run(prelude: "BEGIN", prelude, timeout: timeout) }
            try await connection.copyOut(query, timeout: timeout, take)
            if prelude != nil { _ = try await connection.query("COMMIT", timeout: timeout) }
        }
    }
}

extension BorrowedConnection {
    private static var pieceSize: Int { 65_536 }

    func copyOut(
        _ query: Query, timeout: Duration?, _ take: @Sendable ([UInt8]) async throws -> Void
    ) async throws {
        try check()
        guard link.beginCopy(query.sql) else { throw PostgresError(.connectionLost) }
        var piece: [UInt8] = []
        while true {
            let step: CopyStep
            do throws(PostgresError) {
                step = try link.readCopy(into: &piece, upTo: Self.pieceSize)
            } catch {
                var error = error
                error.statement = query.sql
                throw error
            }
            switch step {
            case .wait: try await pool.waitForData(on: link, timeout: timeout)
            case .full:
                try await take(piece)
                piece.removeAll(keepingCapacity: true)
            case .ended: return piece.isEmpty ? () : try await take(piece)
            }
        }
    }
}
