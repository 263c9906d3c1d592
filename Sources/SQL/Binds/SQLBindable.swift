/// A type that says how it binds to a statement.
public protocol SQLBindable {
    /// The PostgreSQL type of every value, NULL included.
    static var sqlType: PostgresType { get }
    /// The value as a bind of that type.
    var sqlBind: Bind { get }
}

/// A type whose arrays are PostgreSQL arrays. Conforming is enough for a type that binds and decodes.
public protocol SQLArrayElement {
    /// The PostgreSQL type of `[Self]`.
    static var sqlArrayType: PostgresType { get }
    /// `[Self]` as one bind.
    static func sqlBind(array: [Self]) -> Bind
    /// `[Self]` from a cell.
    static func sqlDecode(array text: Span<UInt8>) throws(SQLDecodingError) -> [Self]
}

extension SQLArrayElement where Self: SQLBindable {
    /// The array of the type's own PostgreSQL type.
    public static var sqlArrayType: PostgresType { sqlType.array }

    /// A PostgreSQL array.
    public static func sqlBind(array: [Self]) -> Bind { .array(ArrayBind(array)) }
}

extension Array: SQLBindable where Element: SQLArrayElement {
    /// The array type of the elements.
    public static var sqlType: PostgresType { Element.sqlArrayType }

    /// One bind, for `= ANY(…)` and `unnest(…)`.
    public var sqlBind: Bind { Element.sqlBind(array: self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    /// The type of the value there may be.
    public static var sqlType: PostgresType { Wrapped.sqlType }

    /// The value, or NULL of its type.
    public var sqlBind: Bind {
        switch self {
        case .some(let value): value.sqlBind
        case .none: .null(Wrapped.sqlType)
        }
    }
}

extension Optional: SQLArrayElement where Wrapped: SQLArrayElement & SQLBindable & SQLDecodable {}

/// An enum over text or a number binds as its raw value; declaring the conformance is enough.
extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
    /// The type of the raw value.
    public static var sqlType: PostgresType { RawValue.sqlType }

    /// The raw value.
    public var sqlBind: Bind { rawValue.sqlBind }
}
