public import Core

/// What is known of an event beside its content.
public struct EventEnvelope: Sendable, Hashable {
    /// Which one: the same for every listener, every webhook and every repetition, for ever. What must happen once is
    /// keyed by it.
    public let id: EventID
    /// What happened.
    public let name: String
    /// The version of the form it was said in.
    public let version: Int
    /// What it happened to. Events of one record are heard in the order in which they happened.
    public let record: UUIDv7
    /// When. Later events of a record have later times, whatever the clocks of the nodes say.
    public let happenedAt: Timestamp
    /// How many events led to it one after another: 0 for what somebody did, one more for what was said on hearing that.
    public let depth: Int

    /// An envelope.
    public init(id: EventID, name: String, version: Int, record: UUIDv7, happenedAt: Timestamp, depth: Int = 0) {
        (self.id, self.name, self.version) = (id, name, version)
        (self.record, self.happenedAt, self.depth) = (record, happenedAt, depth)
    }

    /// Bytes of content that an event may have.
    public static let mostBytes = 65_536
    /// The depth behind which nothing more is said: a listener that leads back to itself ends there.
    public static let mostDepth = 8
}
