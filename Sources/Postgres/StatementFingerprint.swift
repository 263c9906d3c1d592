/// Names a statement in a log without its text, which may hold data: its first word and a hash that is the same at every
/// start and in every build, so that lines about one statement can be found together.
public struct StatementFingerprint: Sendable, Hashable, CustomStringConvertible {
    /// Such as `INSERT`; `?` when the text does not begin with a word that statements begin with.
    public let keyword: String
    /// Eight hexadecimal digits.
    public let hash: String

    /// The fingerprint of a statement's text.
    public init(_ statement: String) {
        let text = statement.utf8.drop { $0 == 0x20 || (0x09...0x0D).contains($0) || $0 == UInt8(ascii: "(") }
        let word = String(decoding: text.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }, as: UTF8.self).uppercased()
        keyword = Self.keywords.contains(word) ? word : "?"
        let digits = String(Self.fnv(statement.utf8) >> 32, radix: 16)
        hash = String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// Keyword and hash.
    public var description: String { "\(keyword) \(hash)" }

    /// Anything else at the beginning might be data.
    private static let keywords: Set<String> = [
        "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "VALUES", "TABLE", "COPY", "LISTEN", "UNLISTEN",
        "NOTIFY",
        "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET", "RESET", "SHOW", "CREATE",
        "ALTER",
        "DROP", "GRANT", "REVOKE", "TRUNCATE", "LOCK", "DO", "CALL", "EXPLAIN",
    ]

    /// FNV-1a, 64 bits.
    private static func fnv(_ bytes: String.UTF8View) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
