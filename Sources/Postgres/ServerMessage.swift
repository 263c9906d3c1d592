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

    private static func field(_ result: OpaquePointer, _ code: UInt8) -> String? {
        guard let text = unsafe PQresultErrorField(result, Int32(code)) else { return nil }
        return unsafe String(cString: text)
    }

    private static func message(of result: OpaquePointer) -> String {
        guard let text = unsafe PQresultErrorMessage(result) else { return "" }
        return unsafe String(cString: text)
    }
}
