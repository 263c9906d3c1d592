import SQL
import Synchronization

/// Writes down what is asked of the database, while it is told to.
final class StatementRecorder: Sendable {
    private let kept = Mutex<[String]?>(nil)

    /// Not writing yet.
    init() {}

    /// Called for every statement.
    func saw(_ query: Query) {
        kept.withLock { kept in kept?.append(query.sql) }
    }

    /// The statements that the closure led to.
    func during<Success>(_ body: () async throws -> Success) async rethrows -> (Success, [String]) {
        kept.withLock { $0 = [] }
        let success = try await body()
        let statements = kept.withLock { kept in
            defer { kept = nil }
            return kept ?? []
        }
        return (success, statements)
    }
}
