public import Core

/// The session that a request came with, as the gate needs it.
public struct HeldSession: Sendable, Hashable {
    /// Its number.
    public let id: SessionID
    /// The hash of its token, which form tokens are bound to.
    public let tokenHash: [UInt8]
    /// When its holder last proved who they are.
    public let proved: Timestamp
    /// Who truly sits there, where somebody from above works in the holder's place.
    public let visit: Visit?

    /// Somebody who works in another's place.
    public struct Visit: Sendable, Hashable {
        /// What they are called.
        public let by: String
        /// Until when at most.
        public let ends: Timestamp

        /// Somebody, until a moment.
        public init(by: String, ends: Timestamp) { (self.by, self.ends) = (by, ends) }

        /// Where it is ended, by POST.
        public static let end = "/impersonation/end"
    }

    /// A session.
    public init(id: SessionID, tokenHash: [UInt8], proved: Timestamp, visit: Visit? = nil) {
        (self.id, self.tokenHash, self.proved, self.visit) = (id, tokenHash, proved, visit)
    }

    /// How long a proof is good for what is dangerous.
    public static let proofLasts = Duration.seconds(600)

    /// Whether a dangerous act may go on without another proof.
    public func isFresh(_ now: Timestamp) -> Bool { now - proved <= Self.proofLasts }
}
