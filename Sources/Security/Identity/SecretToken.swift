import Crypto

/// 256 random bits that open something to whoever holds them. Only the hash is stored, so a stolen table opens nothing.
/// It never prints.
public struct SecretToken: Sendable, CustomStringConvertible, CustomReflectable {
    private let bytes: [UInt8]

    /// A new token.
    public static func random() -> SecretToken { SecretToken(bytes: SecureRandom.bytes(32)) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// A token from outside; nil for anything but its one spelling.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43, let bytes = try? Base64.url.decode(String(text)), bytes.count == 32 else {
            return nil
        }
        self.bytes = bytes
    }

    /// What a cookie or a link carries; every use can be found by this name.
    public func reveal() -> String { Base64.url.encode(bytes.span) }

    /// What is stored, and looked for.
    public func hash() throws -> [UInt8] { try MessageDigest.of(bytes.span) }

    /// Always the same word.
    public var description: String { "[token]" }
    /// A mirror that shows nothing.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
