import CPostgres
import Glibc

/// A blocking connection for scripts of several statements: migrations and preparations, which are files of ours and
/// nobody's input. Never used to answer a request; to be called where blocking is allowed.
@safe
public struct ScriptConnection: ~Copyable {
    private let connection: OpaquePointer

    /// Connects, or says why not.
    public init(_ connectionString: String) throws(PostgresError) {
        guard let connection = unsafe ConnectionParameters(PostgresSettings(connection: connectionString)).connect()
        else {
            throw PostgresError(.unavailable, "out of memory")
        }
        guard unsafe PQstatus(connection) == CONNECTION_OK else {
            let message = unsafe PQerrorMessage(connection).map { unsafe String(cString: $0) } ?? ""
            unsafe PQfinish(connection)
            throw PostgresError(.unavailable, message)
        }
        _ = unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
        unsafe self.connection = unsafe connection
    }

    deinit { unsafe PQfinish(connection) }

    /// Runs a script as it stands. A failure in the middle undoes what the script itself did not commit.
    public func run(script: String) throws(PostgresError) {
        try unsafe check(PQexec(connection, script))
    }

    /// Runs one statement with parameters, given as text, and returns its cells.
    public func rows(_ sql: StaticString, _ parameters: [String] = []) throws(PostgresError) -> [[String?]] {
        try rows(unsafeSQL: sql.description, parameters)
    }

    /// The same with a text made at run time. The caller vouches that no part of it comes from outside.
    public func rows(unsafeSQL sql: String, _ parameters: [String] = []) throws(PostgresError) -> [[String?]] {
        let copies = unsafe parameters.map { unsafe strdup($0) }
        defer { unsafe copies.forEach { unsafe free($0) } }
        let values = unsafe copies.map { unsafe UnsafePointer<CChar>($0) }
        let result = unsafe PQexecParams(
            connection, sql, Int32(parameters.count), nil, values, nil, nil, 0)
        let rows = try unsafe check(result)
        return rows
    }

    @discardableResult
    private func check(_ result: OpaquePointer?) throws(PostgresError) -> [[String?]] {
        guard let result = unsafe result else { throw PostgresError(.connectionLost, "no answer") }
        defer { unsafe PQclear(result) }
        let status = unsafe PQresultStatus(result)
        guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY else {
            throw unsafe Self.error(in: result)
        }
        return unsafe (0..<PQntuples(result)).map { row in
            unsafe (0..<PQnfields(result)).map { column in
                if unsafe PQgetisnull(result, row, column) != 0 { return nil }
                return unsafe PQgetvalue(result, row, column).map { unsafe String(cString: $0) }
            }
        }
    }

    private static func error(in result: OpaquePointer) -> PostgresError {
        func field(_ code: Character) -> String? {
            guard let code = code.asciiValue, let text = unsafe PQresultErrorField(result, Int32(code)) else {
                return nil
            }
            return unsafe String(cString: text)
        }
        guard let state = field("C") else {
            return unsafe PostgresError(.connectionLost, String(cString: PQresultErrorMessage(result)))
        }
        var error = PostgresError(.server, field("M") ?? "", sqlState: SQLState(state))
        error.detail = field("D")
        error.constraint = field("n")
        return error
    }
}
