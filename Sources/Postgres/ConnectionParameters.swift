import CPostgres
import Glibc

/// What libpq is told when a connection is opened. Holds the password, so it does not print itself.
struct ConnectionParameters: Sendable, CustomStringConvertible, CustomReflectable {
    private let connection: String
    private let applicationName: String
    private let servers: ServerNames
    /// Where the names lead, once they were looked up.
    private var addresses: [(keyword: String, value: String)] = []

    init(_ settings: PostgresSettings) {
        (connection, applicationName) = (settings.connection, settings.applicationName)
        servers = ServerNames(connection)
    }

    var description: String { "connection parameters" }
    var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }

    /// True when opening would look up a name, which waits for other machines.
    var needsLookUp: Bool { addresses.isEmpty && servers.needLookUp }

    /// The same with every name looked up. Blocks.
    func lookedUp() -> Result<ConnectionParameters, PostgresError> {
        guard let found = servers.lookedUp() else {
            return .failure(PostgresError(.unavailable, "the server's name could not be looked up"))
        }
        var parameters = self
        parameters.addresses = found
        return .success(parameters)
    }

    func start() -> OpaquePointer? {
        // 1: the value of `dbname` may be a whole connection string or URL.
        unsafe withPairs { keywords, values in unsafe PQconnectStartParams(keywords, values, 1) }
    }

    /// Connects and waits for it.
    func connect() -> OpaquePointer? {
        unsafe withPairs { keywords, values in unsafe PQconnectdbParams(keywords, values, 1) }
    }

    /// What stands before the connection string gives way to it; what stands after does not.
    private var pairs: [(keyword: String, value: String)] {
        let before = [
            ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "15000"), ("fallback_application_name", applicationName),
        ]
        return before + [("dbname", connection)] + addresses + [("client_encoding", "UTF8"), ("gssencmode", "disable")]
    }

    private func withPairs<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        let pairs = pairs
        let keywords = unsafe pairs.map { unsafe strdup($0.keyword) } + [nil]
        let values = unsafe pairs.map { unsafe strdup($0.value) } + [nil]
        defer { unsafe (keywords + values).forEach { unsafe free($0) } }
        return unsafe body(keywords.map { unsafe UnsafePointer($0) }, values.map { unsafe UnsafePointer($0) })
    }
}
