/// How a kind of job is run.
public struct JobPolicy: Sendable, Hashable {
    /// The queue it waits in. Queues are paused and bounded apart.
    public var queue: JobQueue
    /// After so many attempts without success it is dead.
    public var mostAttempts: Int
    /// An attempt that takes longer is cancelled, and counts as failed.
    public var timeout: Duration
    /// How long a failed attempt waits for the next.
    public var backoff: JobBackoff
    /// How many of the kind run at once for one tenant, on all nodes together. Nil: as many as of all kinds.
    public var mostAtOncePerTenant: Int?

    /// The usual way, but for what is said otherwise.
    public init(
        queue: JobQueue = .usual, mostAttempts: Int = 10, timeout: Duration = .seconds(300),
        backoff: JobBackoff = JobBackoff(), mostAtOncePerTenant: Int? = nil
    ) {
        (self.queue, self.mostAttempts, self.timeout) = (queue, mostAttempts, timeout)
        (self.backoff, self.mostAtOncePerTenant) = (backoff, mostAtOncePerTenant)
    }
}

/// Names a queue: lower-case letters, digits, underscores.
public struct JobQueue: DeclaredName {
    /// The name.
    public let text: String
    /// A name as it is written in the source.
    public init(_ text: StaticString) { self.text = text.description }
    /// Where jobs wait that say nothing else.
    public static let usual = JobQueue("default")
}

/// Waits that double from one attempt to the next, up to a longest, each spread by chance so that what failed together
/// does not come back together.
public struct JobBackoff: Sendable, Hashable {
    /// After the first attempt.
    public var first: Duration
    /// After many.
    public var longest: Duration

    /// Waits between these.
    public init(first: Duration = .seconds(2), longest: Duration = .seconds(3600)) {
        (self.first, self.longest) = (first, longest)
    }

    /// The wait after an attempt, counted from 1: between half and all of what doubling says.
    public func wait(after attempt: Int, using random: inout some RandomNumberGenerator) -> Duration {
        var whole = first
        var step = 1
        while step < attempt, whole < longest {
            whole = whole * 2
            step += 1
        }
        return min(whole, longest) * Double.random(in: 0.5...1, using: &random)
    }
}
