/// The name of a table, column or schema, always in double quotes, so that no name is ever read as anything else.
public struct Identifier: Sendable, Hashable, CustomStringConvertible {
    /// The name as it stands in a statement: `"customer"`, `"crm"."customer"`.
    public let quoted: String

    /// A name from outside: one or two parts of small letters, digits and `_`, each of at most 63 characters and not
    /// beginning with a digit. PostgreSQL would cut a longer one, and two names would meet.
    public init?(parsing name: String) {
        let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(\.isPlainName) else { return nil }
        quoted = Self.quote(name)
    }

    /// A name known when the code was written: `"customer"`, or `"crm.customer"` with its schema.
    public init(_ literal: StaticString) { quoted = Self.quote(literal.description) }

    /// The name as it stands in a statement.
    public var description: String { quoted }

    /// A dot parts, a quote is doubled; whatever the name, it cannot leave its quotes.
    private static func quote(_ name: String) -> String {
        var quoted = "\""
        quoted.reserveCapacity(name.utf8.count + 4)
        for scalar in name.unicodeScalars {
            switch scalar {
            case ".": quoted.append("\".\"")
            case "\"": quoted.append("\"\"")
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        quoted.append("\"")
        return quoted
    }
}

extension Collection<UInt8> {
    fileprivate var isPlainName: Bool {
        guard let first, (1...63).contains(count), !(48...57).contains(first) else { return false }
        return allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
        }
    }
}
