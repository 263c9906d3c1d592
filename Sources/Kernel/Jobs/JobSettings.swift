import Core

/// How a node works through the queue.
public struct JobSettings: Sendable {
    /// Jobs at once on this node.
    public var slots = 64
    /// Jobs at once of one tenant, on all nodes together.
    public var slotsPerTenant = 16
    /// How long a job is a worker's without a beat.
    public var lease = Duration.seconds(30)
    /// The longest wait between two looks at an empty queue.
    public var idle = Duration.milliseconds(500)
    /// Ends of jobs that may wait to be noted; while there are so many, no job is begun.
    public var mostWords = 2_000
    /// How long a job that is done is kept.
    public var retention = Duration.seconds(7 * 86_400)

    /// The usual settings.
    public init() {}

    /// As configured.
    public init(_ configuration: Configuration) {
        slots = configuration.workers
        slotsPerTenant = configuration.workersPerTenant
        lease = configuration.jobLease
        retention = configuration.jobRetention
    }

    /// Three beats may be lost before the lease is.
    var beat: Duration { min(lease / 4, .seconds(5)) }
}

extension Duration {
    /// For PostgreSQL's intervals, within a hundred years.
    var inMicroseconds: Int64 {
        let bound = min(max(self, .seconds(-3_155_760_000)), .seconds(3_155_760_000))
        return bound.components.seconds * 1_000_000 + bound.components.attoseconds / 1_000_000_000_000
    }
}
