public import Core

/// The session that a request came with, as the gate needs it.
public struct HeldSession: Sendable, Hashable {
    /// Its number.
    public let id: SessionID
    /// The hash of its token, which form tokens are bound to.
    public let tokenHash: [UInt8]
    /// When its holder last proved who they are.
    public let proved: Timestamp

    /// A session.
    public init(id: SessionID, tokenHash: [UInt8], proved: Timestamp) {
        (self.id, self.tokenHash, self.proved) = (id, tokenHash, proved)
    }

    /// How long a proof is good for what is dangerous.
    public static let proofLasts = Duration.seconds(600)

    /// Whether a dangerous act may go on without another proof.
    public func isFresh(_ now: Timestamp) -> Bool { now - proved <= Self.proofLasts }
}
