/// A key outside of the database that every stored hash passes through last, so that a stolen table alone cannot be
/// guessed at. It has a version, for its own replacement.
public final class Pepper: Sendable {
    /// Which pepper it is.
    public let version: UInt32
    private let key: SecretBytes

    /// Takes over a key of at least 32 bytes.
    public init(version: UInt32, key: consuming SecretBytes) throws(CryptoFault) {
        guard key.count >= 32 else { throw CryptoFault(.outOfRange, "length of a pepper") }
        self.version = version
        self.key = key
    }

    /// What is stored in place of a hash.
    func applied(to hash: borrowing SecretBytes) throws(CryptoFault) -> [UInt8] {
        var code = try HMAC(key: key)
        try code.update("konak.password.v1".utf8Span.span)
        try hash.withBytes { hash throws(CryptoFault) in try code.update(hash) }
        return try code.finish()
    }
}
