/// A PostgreSQL type by its object id, which is fixed for built-in types.
public struct PostgresType: Sendable, Hashable, RawRepresentable {
    /// The object id in `pg_type`.
    public let rawValue: UInt32

    /// A type by its object id.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A type by its object id.
    public init(_ oid: UInt32) { rawValue = oid }
}

extension PostgresType {
    /// Zero on the wire: the server infers the type.
    public static let inferred = PostgresType(0)
    /// `boolean`.
    public static let bool = PostgresType(16)
    /// `bytea`.
    public static let bytea = PostgresType(17)
    /// `bigint`.
    public static let int8 = PostgresType(20)
    /// `smallint`.
    public static let int2 = PostgresType(21)
    /// `integer`.
    public static let int4 = PostgresType(23)
    /// `text`.
    public static let text = PostgresType(25)
    /// `double precision`.
    public static let float8 = PostgresType(701)
    /// `date`.
    public static let date = PostgresType(1082)
    /// `timestamptz`.
    public static let timestamptz = PostgresType(1184)
    /// `uuid`.
    public static let uuid = PostgresType(2950)
    /// `jsonb`.
    public static let jsonb = PostgresType(3802)
}

extension PostgresType {
    /// The type of a one-dimensional array of this; `inferred` where none is known here.
    public var array: PostgresType {
        switch self {
        case .bool: PostgresType(1000)
        case .bytea: PostgresType(1001)
        case .int2: PostgresType(1005)
        case .int4: PostgresType(1007)
        case .text: PostgresType(1009)
        case .int8: PostgresType(1016)
        case .float8: PostgresType(1022)
        case .date: PostgresType(1182)
        case .timestamptz: PostgresType(1185)
        case .uuid: PostgresType(2951)
        case .jsonb: PostgresType(3807)
        default: .inferred
        }
    }
}

extension PostgresType: CustomStringConvertible {
    /// The name as SQL spells it.
    public var description: String {
        switch self {
        case .inferred: "inferred"
        case .bool: "boolean"
        case .bytea: "bytea"
        case .int8: "bigint"
        case .int2: "smallint"
        case .int4: "integer"
        case .text: "text"
        case .float8: "double precision"
        case .date: "date"
        case .timestamptz: "timestamptz"
        case .uuid: "uuid"
        case .jsonb: "jsonb"
        default: "type \(rawValue)"
        }
    }
}
