/// Reads the server's error out of its message.
struct ServerMessage {
    private(set) var error = PostgresError(.server)
    /// The server ends the connection after it.
    private(set) var isFatal = false
    /// A prepared statement whose columns have changed since: it must be prepared anew. The code alone says no more than
    /// "not supported" and the text is translated, so the server's own function is asked for.
    private(set) var saysPlanIsStale = false

    init(_ body: UnsafeRawBufferPointer) {
        var reader = unsafe MessageReader(body)
        var routine: String?
        while let code = reader.byte(), code != 0, let text = reader.text() {
            switch code {
            case UInt8(ascii: "C"): error.sqlState = SQLState(text)
            case UInt8(ascii: "M"): error.message = text
            case UInt8(ascii: "D"): error.detail = text
            case UInt8(ascii: "n"): error.constraint = text
            case UInt8(ascii: "V"): isFatal = text == "FATAL" || text == "PANIC"
            case UInt8(ascii: "R"): routine = text
            default: break
            }
        }
        saysPlanIsStale = error.sqlState?.text == "0A000" && routine == "RevalidateCachedQuery"
    }
}
