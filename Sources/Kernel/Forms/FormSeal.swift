import Core
public import Crypto

/// Seals what the house remembers of forms: it is what people typed and read, and lies in a table for a while.
public final class FormSeal: Sendable {
    private let key: SealingKey

    /// The seal that the house's own key gives.
    public convenience init(_ root: RootKey) throws { try self.init(try root.derive("forms")) }

    /// A seal of a key of 32 bytes.
    public init(_ key: HeldSecret) throws {
        self.key = try SealingKey(version: 1, secret: key.withSecret { $0.copy() })
    }

    func seal(_ content: [UInt8], as purpose: StaticString, bound: [String]) throws -> [UInt8] {
        try SealedBox.seal(content.span, with: key, boundTo: Self.data(purpose, bound))
    }

    func open(_ sealed: [UInt8], as purpose: StaticString, bound: [String]) throws -> [UInt8] {
        try SealedBox.open(sealed.span, with: key, boundTo: Self.data(purpose, bound)).withBytes { bytes in
            bytes.indices.map { bytes[$0] }
        }
    }

    private static func data(_ purpose: StaticString, _ bound: [String]) -> AssociatedData {
        var data = AssociatedData(purpose)
        for text in bound { data.append(text) }
        return data
    }
}
