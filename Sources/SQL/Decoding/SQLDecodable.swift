/// A type that reads itself from a cell in PostgreSQL's text format.
public protocol SQLDecodable {
    /// Reads a cell that is not NULL. No bytes whatever may trap.
    init(sqlText: Span<UInt8>) throws(SQLDecodingError)
    /// What NULL becomes; an error unless the type says otherwise.
    static func sqlNull() throws(SQLDecodingError) -> Self
}

extension SQLDecodable {
    /// Refuses NULL.
    public static func sqlNull() throws(SQLDecodingError) -> Self {
        throw SQLDecodingError(.unexpectedNull, .inferred, byteCount: 0)
    }
}

extension SQLDecodable {
    /// Reads a cell, nil for NULL, and names the column in whatever goes wrong.
    public static func decode(
        _ cell: Span<UInt8>?, column: Int, name: @autoclosure () -> String?
    ) throws(SQLDecodingError) -> Self {
        do throws(SQLDecodingError) {
            guard let cell else { return try sqlNull() }
            return try Self(sqlText: cell)
        } catch {
            throw error.at(column: column, name: name())
        }
    }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
    /// The value.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) { self = .some(try Wrapped(sqlText: sqlText)) }

    /// Nil.
    public static func sqlNull() throws(SQLDecodingError) -> Self { .none }
}

/// An enum over text or a number reads its raw value; declaring the conformance is enough.
extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable & SQLBindable {
    /// The case of the raw value; a value without one is out of range.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) {
        guard let value = Self(rawValue: try RawValue(sqlText: sqlText)) else {
            throw SQLDecodingError(.outOfRange, RawValue.sqlType, byteCount: sqlText.count)
        }
        self = value
    }
}
