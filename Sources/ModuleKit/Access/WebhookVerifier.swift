public import HTTP

/// Weighs a webhook's message before anything is done with it: signature, age, sender.
public struct WebhookVerifier: Sendable {
    /// Throws unless the message is what it claims to be. The body has been read whole and bounded.
    public let verify: @Sendable (Request, [UInt8], any TenantContext) async throws -> Void
    /// The largest message taken.
    public let mostBytes: Int

    /// A verifier of messages up to a size.
    public init(
        mostBytes: Int = 1 << 20,
        _ verify: @escaping @Sendable (Request, [UInt8], any TenantContext) async throws -> Void
    ) {
        (self.verify, self.mostBytes) = (verify, mostBytes)
    }
}
