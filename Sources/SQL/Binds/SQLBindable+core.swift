public import Core

extension UUIDv7: SQLBindable, SQLDecodable, SQLArrayElement {
    /// `uuid`.
    public static var sqlType: PostgresType { .uuid }

    /// The sixteen bytes.
    public var sqlBind: Bind { .uuid(high: high, low: low) }

    /// The 36-character form.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) {
        guard let id = UUIDv7(sqlText) else { throw SQLDecodingError(.malformed, .uuid, byteCount: sqlText.count) }
        self = id
    }
}

extension ID: SQLBindable, SQLDecodable, SQLArrayElement {
    /// `uuid`.
    public static var sqlType: PostgresType { .uuid }

    /// The sixteen bytes.
    public var sqlBind: Bind { uuid.sqlBind }

    /// The 36-character form.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) { self.init(try UUIDv7(sqlText: sqlText)) }
}

extension Currency: SQLBindable, SQLDecodable, SQLArrayElement {
    /// `text`. Money is two columns: its `minorUnits` and its currency.
    public static var sqlType: PostgresType { .text }

    /// The three letters.
    public var sqlBind: Bind { .text(code) }

    /// The three letters.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) {
        guard let currency = Currency(sqlText) else {
            throw SQLDecodingError(.malformed, .text, byteCount: sqlText.count)
        }
        self = currency
    }
}

extension Timestamp: SQLBindable, SQLArrayElement {
    /// `timestamptz`.
    public static var sqlType: PostgresType { .timestamptz }

    /// Microseconds since PostgreSQL's epoch, 2000-01-01.
    public var sqlBind: Bind { .timestamptz(microseconds - Self.postgresEpoch) }

    /// 2000-01-01T00:00:00Z in microseconds since 1970.
    static var postgresEpoch: Int64 { 946_684_800_000_000 }
}

extension Bind {
    /// `uuid[]`.
    public static func uuidArray(_ values: [UUIDv7]) -> Bind { .array(ArrayBind(values)) }
}
