/// One value bound to a statement. It travels in PostgreSQL's binary format, so it is never read as SQL.
public enum Bind: Sendable, Equatable {
    /// NULL of a type.
    case null(PostgresType)
    /// `boolean`.
    case bool(Bool)
    /// `smallint`.
    case int2(Int16)
    /// `integer`.
    case int4(Int32)
    /// `bigint`.
    case int8(Int64)
    /// `double precision`.
    case float8(Double)
    /// `text`.
    case text(String)
    /// `bytea`.
    case bytes([UInt8])
    /// `uuid`, by its big-endian halves.
    case uuid(high: UInt64, low: UInt64)
    /// `timestamptz`: microseconds since 2000-01-01 00:00 UTC.
    case timestamptz(Int64)
    /// `date`: days since 2000-01-01.
    case date(Int32)
    /// `jsonb`, as JSON text.
    case jsonb([UInt8])
    /// A one-dimensional array.
    case array(ArrayBind)
}

extension Bind {
    /// The type the server is told.
    public var type: PostgresType {
        switch self {
        case .null(let type): type
        case .bool: .bool
        case .int2: .int2
        case .int4: .int4
        case .int8: .int8
        case .float8: .float8
        case .text: .text
        case .bytes: .bytea
        case .uuid: .uuid
        case .timestamptz: .timestamptz
        case .date: .date
        case .jsonb: .jsonb
        case .array(let array): array.elementType.array
        }
    }

    /// True for NULL, which has no bytes on the wire.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }
}

/// A bind is somebody's data, so no way of printing it shows the value.
extension Bind: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The type alone.
    public var description: String { isNull ? "NULL::\(type)" : "\(type)" }

    /// The type alone: printing an array of binds must not show what a single one hides.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
