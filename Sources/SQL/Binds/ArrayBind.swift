/// A one-dimensional PostgreSQL array, kept in its wire form: a bulk write of thousands of rows is one block of memory.
public struct ArrayBind: Sendable, Equatable {
    /// The type of the elements.
    public let elementType: PostgresType

    /// Header and elements. Empty where the values did not fit the format, which the server refuses to read.
    let wire: [UInt8]

    /// An array of values that bind alike; nil becomes NULL.
    public init<Element: SQLBindable>(_ values: [Element]) {
        elementType = Element.sqlType
        wire = Self.wire(of: values, as: Element.sqlType)
    }

    private static func wire(of values: [some SQLBindable], as type: PostgresType) -> [UInt8] {
        guard let count = Int32(exactly: values.count) else { return [] }
        var wire: [UInt8] = []
        wire.reserveCapacity(20 + values.count * (4 + type.usualSize))
        writeHeader(count: count, type: type, into: &wire)
        var hasNull = false
        for value in values {
            let bind = value.sqlBind
            guard bind.type == type, let length = Int32(exactly: bind.byteCount) else { return [] }
            hasNull = hasNull || bind.isNull
            wire.append(bigEndian: bind.isNull ? -1 : length)
            bind.write(into: &wire)
        }
        if hasNull { wire[7] = 1 }
        return wire
    }

    /// Dimensions, a word that says whether NULLs follow, element type, then length and lower bound of the dimension.
    private static func writeHeader(count: Int32, type: PostgresType, into wire: inout [UInt8]) {
        wire.append(bigEndian: Int32(count == 0 ? 0 : 1))
        wire.append(bigEndian: Int32(0))
        wire.append(bigEndian: type.rawValue)
        guard count > 0 else { return }
        wire.append(bigEndian: count)
        wire.append(bigEndian: Int32(1))
    }
}

extension PostgresType {
    /// Bytes to reserve for an element.
    fileprivate var usualSize: Int {
        switch self {
        case .bool: 1
        case .int2: 2
        case .int4, .date: 4
        case .int8, .float8, .timestamptz: 8
        default: 16
        }
    }
}

extension Bind {
    /// `text[]`.
    public static func textArray(_ values: [String]) -> Bind { .array(ArrayBind(values)) }

    /// `bigint[]`.
    public static func int8Array(_ values: [Int64]) -> Bind { .array(ArrayBind(values)) }
}
