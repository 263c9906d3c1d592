import CPostgres

/// Reads the server's error out of a result.
enum ServerMessage {
    static func error(in result: OpaquePointer) -> PostgresError {
        let state = unsafe field(result, UInt8(ascii: "C"))
        let primary = unsafe field(result, UInt8(ascii: "M"))
        guard let state else {
            return PostgresError(.connectionLost, unsafe message(of: result))
        }
        var error = PostgresError(.server, primary ?? "", sqlState: SQLState(state))
        error.detail = unsafe field(result, UInt8(ascii: "D"))
        error.constraint = unsafe field(result, UInt8(ascii: "n"))
        return error
    }

    /// A prepared statement whose columns have changed since: it must be prepared anew. The code alone says no more
    /// than "not supported" and the text is translated, so the server's own function is asked for.
    static func saysPlanIsStale(_ result: OpaquePointer) -> Bool {
        unsafe field(result, UInt8(ascii: "C")) == "0A000"
            && field(result, UInt8(ascii: "R")) == "RevalidateCachedQuery"
    }

    private static func field(_ result: OpaquePointer, _ code: UInt8) -> String? {
        guard let text = unsafe PQresultErrorField(result, Int32(code)) else { return nil }
        return unsafe String(cString: text)
    }

    private static func message(of result: OpaquePointer) -> String {
        guard let text = unsafe PQresultErrorMessage(result) else { return "" }
        return unsafe String(cString: text)
    }
}
