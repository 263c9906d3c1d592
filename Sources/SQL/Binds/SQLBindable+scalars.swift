extension Bool: SQLBindable, SQLArrayElement {
    /// `boolean`.
    public static var sqlType: PostgresType { .bool }
    /// The value.
    public var sqlBind: Bind { .bool(self) }
}

extension Int: SQLBindable, SQLArrayElement {
    /// `bigint`.
    public static var sqlType: PostgresType { .int8 }
    /// The value.
    public var sqlBind: Bind { .int8(Int64(self)) }
}

extension Int64: SQLBindable, SQLArrayElement {
    /// `bigint`.
    public static var sqlType: PostgresType { .int8 }
    /// The value.
    public var sqlBind: Bind { .int8(self) }
}

extension Int32: SQLBindable, SQLArrayElement {
    /// `integer`.
    public static var sqlType: PostgresType { .int4 }
    /// The value.
    public var sqlBind: Bind { .int4(self) }
}

extension Int16: SQLBindable, SQLArrayElement {
    /// `smallint`.
    public static var sqlType: PostgresType { .int2 }
    /// The value.
    public var sqlBind: Bind { .int2(self) }
}

extension Double: SQLBindable, SQLArrayElement {
    /// `double precision`.
    public static var sqlType: PostgresType { .float8 }
    /// The value.
    public var sqlBind: Bind { .float8(self) }
}

extension String: SQLBindable, SQLArrayElement {
    /// `text`.
    public static var sqlType: PostgresType { .text }
    /// The value.
    public var sqlBind: Bind { .text(self) }
}

extension UInt8: SQLArrayElement {
    /// Bytes together are `bytea`, not an array of small numbers.
    public static var sqlArrayType: PostgresType { .bytea }

    /// `bytea`.
    public static func sqlBind(array: [UInt8]) -> Bind { .bytes(array) }
}

/// Many `bytea` values in one array.
extension Array: SQLArrayElement where Element == UInt8 {}
