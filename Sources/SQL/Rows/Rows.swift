/// An answer of the database. It decodes only what is looked at.
public struct Rows: RandomAccessCollection, Sendable {
    let source: any RowSource
    /// How many rows came.
    public let count: Int

    /// The rows of a source.
    public init(_ source: any RowSource) {
        self.source = source
        count = source.count
    }

    /// How many columns each has.
    public var columnCount: Int { source.columnCount }
    /// How many rows a statement inserted, changed or removed.
    public var affected: Int { source.affected }
    /// What the server says it did: `COMMIT`, `INSERT 0 1`.
    public var commandTag: String { source.commandTag }
    /// A column's name.
    public func columnName(_ column: Int) -> String { source.columnName(column) }

    /// 0.
    public var startIndex: Int { 0 }
    /// The count.
    public var endIndex: Int { count }
    /// A row. An index out of range is a fault of the caller and traps, as in an array.
    public subscript(index: Int) -> Row {
        precondition(index >= 0 && index < count, "row out of range")
        return Row(source: source, index: index)
    }
}
