import CPostgres
import SQL

/// An answer of the server: it keeps the library's own memory.
///
/// `@unchecked Sendable`: the result is never written after it has been received.
@safe
final class ServerAnswer: RowSource, @unchecked Sendable {
    private let result: OpaquePointer
    let count: Int
    let columnCount: Int

    init(_ result: OpaquePointer) {
        unsafe self.result = unsafe result
        count = unsafe Int(PQntuples(result))
        columnCount = unsafe Int(PQnfields(result))
    }

    deinit { unsafe PQclear(result) }

    var affected: Int {
        guard let text = unsafe PQcmdTuples(result) else { return 0 }
        return unsafe Int(String(cString: text)) ?? 0
    }

    var commandTag: String {
        guard let text = unsafe PQcmdStatus(result) else { return "" }
        return unsafe String(cString: text)
    }

    func columnName(_ column: Int) -> String {
        guard let name = unsafe PQfname(result, Int32(column)) else { return "" }
        return unsafe String(cString: name)
    }

    func cell(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8>? {
        precondition(column >= 0 && column < columnCount, "column out of range")
        let (row, column) = (Int32(truncatingIfNeeded: row), Int32(truncatingIfNeeded: column))
        let length = unsafe PQgetlength(result, row, column)
        if length == 0, unsafe PQgetisnull(result, row, column) != 0 { return nil }
        guard let start = unsafe PQgetvalue(result, row, column) else { return nil }
        return unsafe start.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            unsafe UnsafeBufferPointer(start: $0, count: Int(length))
        }
    }
}
