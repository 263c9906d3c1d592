/// Where rows keep their cells. The driver's own conformance keeps the server's answer as it came.
public protocol RowSource: AnyObject, Sendable {
    /// How many rows there are.
    var count: Int { get }
    /// How many columns each has.
    var columnCount: Int { get }
    /// How many rows a statement inserted, changed or removed.
    var affected: Int { get }
    /// What the server says it did: `COMMIT`, `INSERT 0 1`.
    var commandTag: String { get }
    /// A column's name.
    func columnName(_ column: Int) -> String
    /// A cell's text, valid as long as the source; nil for NULL. Places out of range trap, as in an array.
    func cell(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8>?
}
