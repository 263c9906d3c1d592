/// A statement and its binds. Written as a literal, every interpolation becomes a bind, so no value can become SQL:
/// `"SELECT name FROM crm.customer WHERE id = \(id)"` sends `… WHERE id = $1`.
public struct Query: Sendable {
    /// The text, with `$1`, `$2`… where the binds stand.
    public let sql: String
    /// The values, in the order of their numbers.
    public let binds: [Bind]
    /// A hash of text and bind types, by which a prepared statement is found again; equal shapes hash alike.
    public let shapeHash: UInt64

    /// More binds than this do not fit the protocol.
    public static let maximumBinds = 65_535

    /// SQL as it is, with `$1`, `$2`… written by hand. The caller vouches that no part of the text comes from outside.
    public init(unsafeSQL sql: String, binds: [Bind] = []) {
        self.sql = sql
        self.binds = binds
        shapeHash = ShapeHash.of(sql, binds)
    }
}

extension Query: ExpressibleByStringInterpolation {
    /// A statement without binds.
    public init(stringLiteral sql: String) { self.init(unsafeSQL: sql) }

    /// A statement with its interpolations as binds.
    public init(stringInterpolation: StringInterpolation) {
        self.init(unsafeSQL: stringInterpolation.sql, binds: stringInterpolation.binds)
    }
}

extension Query {
    /// Fragments one after another, for conditions gathered at run time. The separator is part of the program.
    public static func joined(_ fragments: [Query], by separator: StaticString) -> Query {
        let size = fragments.reduce(0) { $0 + $1.sql.utf8.count + separator.utf8CodeUnitCount }
        var whole = StringInterpolation(
            literalCapacity: size, interpolationCount: fragments.reduce(0) { $0 + $1.binds.count })
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { whole.appendLiteral(separator.description) }
            whole.appendInterpolation(fragment: fragment)
        }
        return Query(stringInterpolation: whole)
    }
}

/// Printing shows the text and the types, never the values.
extension Query: CustomStringConvertible, CustomDebugStringConvertible {
    /// The text without its values.
    public var description: String { sql }

    /// The text and the types of its values.
    public var debugDescription: String { "\(sql) -- \(binds)" }
}
