/// A way for a connection to go wrong.
public enum Fault: Sendable, Hashable, CaseIterable {
    /// Both sides are closed, politely.
    case cut
    /// Both sides are reset.
    case reset
    /// Nothing more passes in this direction, and nobody is told.
    case stall
    /// This direction ends, the other goes on.
    case halfClose
    /// Noise takes the place of what follows, then both sides are closed.
    case garbage
    /// The next pieces come late; after so many of them both sides are closed.
    case delay
}

/// One fault at one place of a connection.
public struct PlannedFault: Sendable, Hashable {
    /// What happens.
    public var fault: Fault
    /// After how many bytes.
    public var after: Int
    /// True when it happens to what the client sends.
    public var isUpstream: Bool
    /// What the noise is drawn from.
    public var seed: UInt64

    /// A fault at a place.
    public init(_ fault: Fault, after: Int, isUpstream: Bool, seed: UInt64 = 0) {
        (self.fault, self.after, self.isUpstream, self.seed) = (fault, after, isUpstream, seed)
    }
}
