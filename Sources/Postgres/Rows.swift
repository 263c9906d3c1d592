import CPostgres
public import SQL

/// An answer of the server: it keeps the library's own memory and decodes only what is looked at.
///
/// `@unchecked Sendable`: the result is never written after it has been received.
@safe
public final class Rows: RandomAccessCollection, @unchecked Sendable {
    private let result: OpaquePointer
    /// How many rows came.
    public let count: Int
    /// How many columns each has.
    public let columnCount: Int

    init(_ result: OpaquePointer) {
        unsafe self.result = unsafe result
        count = unsafe Int(PQntuples(result))
        columnCount = unsafe Int(PQnfields(result))
    }

    deinit { unsafe PQclear(result) }

    /// 0.
    public var startIndex: Int { 0 }
    /// The count.
    public var endIndex: Int { count }
    /// A row. An index out of range is a fault of the caller and traps, as in an array.
    public subscript(index: Int) -> Row {
        precondition(index >= 0 && index < count, "row out of range")
        return Row(rows: self, index: index)
    }

    /// How many rows a statement inserted, changed or removed.
    public var affected: Int {
        guard let text = unsafe PQcmdTuples(result) else { return 0 }
        return unsafe Int(String(cString: text)) ?? 0
    }

    /// What the server says it did: `COMMIT`, `INSERT 0 1`.
    public var commandTag: String {
        guard let text = unsafe PQcmdStatus(result) else { return "" }
        return unsafe String(cString: text)
    }

    /// A column's name.
    public func columnName(_ column: Int) -> String {
        guard let name = unsafe PQfname(result, Int32(column)) else { return "" }
        return unsafe String(cString: name)
    }

    @inline(__always)
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

/// One row of an answer.
public struct Row: Sendable {
    let rows: Rows
    let index: Int

    /// Lends a cell's text as it came; nil for NULL.
    public func withText<Result>(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
    ) rethrows -> Result {
        try unsafe body(rows.cell(index, column))
    }

    /// Decodes a cell.
    public func decode<Value: SQLDecodable>(_ column: Int, as type: Value.Type = Value.self) throws -> Value {
        guard let cell = unsafe rows.cell(index, column) else {
            throw failure(column, "NULL where a value was expected")
        }
        do {
            return try unsafe Value(sqlText: cell.span)
        } catch {
            throw failure(column, String(reflecting: error))
        }
    }

    /// Decodes a cell that may be NULL.
    public func decodeIfPresent<Value: SQLDecodable>(
        _ column: Int, as type: Value.Type = Value.self
    ) throws -> Value? {
        try unsafe rows.cell(index, column) == nil ? nil : decode(column, as: type)
    }

    private func failure(_ column: Int, _ message: String) -> PostgresError {
        PostgresError(.decoding, "column \(column) (\(rows.columnName(column))): \(message)")
    }
}
