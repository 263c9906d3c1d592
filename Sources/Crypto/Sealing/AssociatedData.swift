public import Core

/// What a sealed box is bound to: a list of fields, each with its kind and its length in front, so that no two lists have
/// the same bytes and a box cannot be moved to another tenant, name or version.
public struct AssociatedData: Sendable {
    private enum Kind: UInt8 {
        case bytes = 1
        case text
        case number
        case identifier
    }

    private(set) var bytes: [UInt8] = []

    /// Starts with the purpose, as in `konak.vault.v1`: boxes of two purposes never open one another.
    public init(_ purpose: StaticString) {
        purpose.withUTF8Buffer { purpose in
            unsafe append(.text, Span(_unsafeElements: purpose))
        }
    }

    /// Adds bytes.
    public mutating func append(_ bytes: Span<UInt8>) { append(.bytes, bytes) }

    /// Adds text, as its UTF-8 stands: two spellings of one letter are two texts.
    public mutating func append(_ text: String) { append(.text, text.utf8Span.span) }

    /// Adds a number.
    public mutating func append(_ number: UInt64) {
        bytes.append(Kind.number.rawValue)
        append(bigEndian: number)
    }

    /// Adds an identifier.
    public mutating func append(_ identifier: UUIDv7) {
        bytes.append(Kind.identifier.rawValue)
        identifier.writeBytes(into: &bytes)
    }

    private mutating func append(_ kind: Kind, _ field: Span<UInt8>) {
        bytes.append(kind.rawValue)
        append(bigEndian: UInt64(field.count))
        for index in field.indices { bytes.append(field[index]) }
    }

    private mutating func append(bigEndian number: UInt64) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
