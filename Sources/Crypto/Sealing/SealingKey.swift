/// A 256-bit key for sealed boxes, with the version that its boxes carry, so that keys can be changed while boxes of the
/// older one are still about. By NIST SP 800-38D one key may seal 2³² boxes; who uses it keeps the count.
public struct SealingKey: ~Copyable, Sendable {
    /// Which key it is.
    public let version: UInt32
    let secret: SecretBytes

    /// Takes over a key of 32 bytes.
    public init(version: UInt32, secret: consuming SecretBytes) throws(CryptoFault) {
        guard secret.count == AES256GCM.keyLength else { throw CryptoFault(.outOfRange, "length of a key") }
        self.version = version
        self.secret = secret
    }

    /// A new key.
    public static func random(version: UInt32) throws(CryptoFault) -> SealingKey {
        try SealingKey(version: version, secret: .random(count: AES256GCM.keyLength))
    }

    /// The key itself, to be sealed with another.
    public borrowing func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try secret.withBytes(body)
    }
}
