/// A statement and its binds. Written as a literal, every interpolation becomes a bind, so no value can become SQL:
/// `"SELECT name FROM crm.customer WHERE id = \(id)"` sends `… WHERE id = $1`.
public struct Query: Sendable {
    let text: QueryText
    /// The values, in the order of their numbers.
    public let binds: [Bind]
    /// A hash of text and bind types, by which a prepared statement is found again; equal shapes hash alike.
    public let shapeHash: UInt64

    /// More binds than this do not fit the protocol.
    public static let maximumBinds = 65_535

    /// SQL as it is, with `$1`, `$2`… written by hand. The caller vouches that no part of the text comes from outside.
    public init(unsafeSQL sql: String, binds: [Bind] = []) {
        self.init(.whole(sql), binds)
    }

    private init(_ text: QueryText, _ binds: [Bind]) {
        (self.text, self.binds) = (text, binds)
        shapeHash = ShapeHash.of(text, binds)
    }

    /// The text, with `$1`, `$2`… where the binds stand. Put together anew each time where it has binds.
    public var sql: String { text.string }

    /// How long the text is.
    public var textByteCount: Int { text.byteCount }

    /// Whether the text begins so.
    public func begins(with words: StaticString) -> Bool {
        words.withUTF8Buffer { words in
            unsafe text.withBytes { unsafe $0.count >= words.count && $0.prefix(words.count).elementsEqual(words) }
        }
    }
}

extension Query: ExpressibleByStringInterpolation {
    /// A statement without binds.
    public init(stringLiteral sql: String) { self.init(unsafeSQL: sql) }

    /// A statement with its interpolations as binds.
    public init(stringInterpolation: StringInterpolation) {
        self.init(.gathered(stringInterpolation.text), stringInterpolation.binds)
    }
}

extension Query {
    /// Fragments one after another, for conditions gathered at run time. The separator is part of the program.
    public static func joined(_ fragments: [Query], by separator: StaticString) -> Query {
        let size = fragments.reduce(0) { $0 + $1.textByteCount + separator.utf8CodeUnitCount }
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
