public import SQL

/// How to reach a database, and how much of it to use.
public struct PostgresSettings: Sendable {
    /// A connection string or URL as libpq knows them. Never printed.
    public var connection: String
    /// Connections per loop.
    public var connectionsPerLoop = 4
    /// How many single-shot tickets may share a connection when none is at rest.
    public var depth = 3
    /// How many single-shot reads may share a connection while all on it have been quick of late.
    public var quickDepth = 16
    /// How many callers may wait per loop; further ones are refused at once.
    public var waiting = 2_000
    /// How long a caller waits for an answer, waiting for a connection included.
    public var timeout = Duration.seconds(5)
    /// How long opening a connection may take.
    public var connectTimeout = Duration.seconds(5)
    /// How long a caller waits for a connection while the server is known to be away.
    public var awayTimeout = Duration.seconds(1)
    /// Shown in `pg_stat_activity`.
    public var applicationName = "konak"
    /// Told of every statement that is handed in, on whatever loop; for drills and tests that compare what was asked.
    public var observer: (@Sendable (Query) -> Void)?

    /// Settings with their defaults.
    public init(connection: String) { self.connection = connection }
}
