/// One row of an answer.
public struct Row: Sendable {
    @usableFromInline
    let source: any RowSource
    @usableFromInline
    let index: Int

    init(source: any RowSource, index: Int) { (self.source, self.index) = (source, index) }

    /// Lends a cell's text as it came; nil for NULL.
    @inlinable
    public func withText<Result>(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
    ) rethrows -> Result {
        try unsafe body(source.cell(index, column))
    }

    /// Decodes a cell.
    public func decode<Value: SQLDecodable>(_ column: Int, as type: Value.Type = Value.self) throws -> Value {
        guard let cell = unsafe source.cell(index, column) else {
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
        try unsafe source.cell(index, column) == nil ? nil : decode(column, as: type)
    }

    private func failure(_ column: Int, _ reason: String) -> RowFault {
        RowFault(column: source.columnName(column), index: column, reason: reason)
    }
}

/// A cell that is not what was asked for.
public struct RowFault: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The column's name.
    public let column: String
    /// Its place.
    public let index: Int
    let reason: String

    /// Bland: the reason may hold a value.
    public var description: String { "a value of the database cannot be read" }
    /// The truth.
    public var debugDescription: String { "column \(index) (\(column)): \(reason)" }
}
