/// A secret with several holders: a key that a service keeps, a password on its way to another thread. It is wiped when
/// the last holder lets go.
public final class HeldSecret: Sendable {
    private let secret: SecretBytes

    /// Takes over a secret.
    public init(_ secret: consuming SecretBytes) { self.secret = secret }

    /// Lends the secret for the length of a closure.
    public func withSecret<Result: ~Copyable, Failure: Error>(
        _ body: (borrowing SecretBytes) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(secret)
    }
}
