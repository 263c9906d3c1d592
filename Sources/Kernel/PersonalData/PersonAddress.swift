/// A person, by mail address. Letters are folded in ASCII only: a rule of a language would make one of two addresses
/// (`I` and `ı` in Turkish), and which, would depend on the machine.
public struct PersonAddress: Sendable, Hashable {
    /// The address with small ASCII letters.
    public let folded: String

    /// An address; nil for what cannot be one.
    public init?(_ text: String) {
        let bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard bytes.contains(UInt8(ascii: "@")), bytes.count <= 320, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        folded = String(decoding: bytes, as: UTF8.self)
    }

    /// The test that a column holds this address. Under the collation "C" `lower` folds ASCII only.
    func test(_ column: CatalogueColumn, of alias: String) -> String {
        "lower(btrim(\(alias).\(column.quoted)::text) COLLATE \"C\") = \(folded.sqlLiteral)"
    }
}
