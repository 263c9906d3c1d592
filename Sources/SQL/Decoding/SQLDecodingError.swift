/// A cell that does not hold what was asked of it.
public struct SQLDecodingError: Error, Sendable, Equatable {
    /// What is wrong, for machines.
    public enum Code: String, Sendable {
        /// NULL, where a value was asked for.
        case unexpectedNull
        /// The text is not of the type's form.
        case malformed
        /// The text is well formed, but the value does not fit the type.
        case outOfRange
        /// A date or an instant before year one, or `infinity`.
        case unrepresentable
        /// An array of more than one dimension.
        case nestedArray
    }

    /// What is wrong.
    public let code: Code
    /// The type asked for.
    public let type: PostgresType
    /// Bytes in the cell. The value itself is somebody's data and is not kept.
    public let byteCount: Int
    /// The column, counted from 0, once the reader of the row has said so.
    public private(set) var column: Int?
    /// The column's name, once the reader of the row has said so.
    public private(set) var columnName: String?

    /// An error about a cell whose place is not known yet.
    public init(_ code: Code, _ type: PostgresType, byteCount: Int = 0) {
        (self.code, self.type, self.byteCount) = (code, type, byteCount)
    }

    /// The same error with its place in the row.
    public func at(column: Int, name: String?) -> SQLDecodingError {
        var placed = self
        (placed.column, placed.columnName) = (column, name)
        return placed
    }
}

extension SQLDecodingError: CustomStringConvertible, CustomDebugStringConvertible {
    /// Safe to show to anyone.
    public var description: String { "A stored value could not be read." }

    /// For the log of those who run the house.
    public var debugDescription: String {
        let place = column.map { "column \($0)" + (columnName.map { " (\($0))" } ?? "") } ?? "a column"
        return "\(place): \(code.rawValue) as \(type), \(byteCount) bytes"
    }
}
