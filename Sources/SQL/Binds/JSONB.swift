/// JSON text on its way into or out of a `jsonb` column. The server checks that it is JSON.
public struct JSONB: Sendable, Hashable {
    /// The text in UTF-8.
    public var text: [UInt8]

    /// JSON text.
    public init(_ text: [UInt8]) { self.text = text }

    /// JSON text.
    public init(_ text: String) { self.text = Array(text.utf8) }
}

extension JSONB: SQLBindable, SQLDecodable, SQLArrayElement {
    /// `jsonb`.
    public static var sqlType: PostgresType { .jsonb }

    /// The text as `jsonb`.
    public var sqlBind: Bind { .jsonb(text) }

    /// The text as the server prints it.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) { text = Array(copying: sqlText) }
}
