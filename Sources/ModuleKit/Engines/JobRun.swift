public import Core
public import SQL

/// One attempt at a job, as its handler sees it.
public struct JobRun: Sendable {
    /// The job.
    public let id: JobID
    /// Which attempt, counted from 1.
    public let attempt: Int
    /// After how many it is dead.
    public let mostAttempts: Int
    private let holder: UUIDv7
    private let pulse: any JobPulse

    /// An attempt. The kernel makes it; tests of a module make one with a pulse of their own.
    public init(id: JobID, attempt: Int, mostAttempts: Int, holder: UUIDv7, pulse: any JobPulse) {
        (self.id, self.attempt, self.mostAttempts) = (id, attempt, mostAttempts)
        (self.holder, self.pulse) = (holder, pulse)
    }

    /// The same for every attempt at the job: handed to a receiver outside, it lets that one see that it has done this
    /// already.
    public var effectKey: String { "job-\(id)" }

    /// In a transaction it holds the job until the end of it, and ends the transaction when the job is no longer this
    /// attempt's. It belongs before the first change: what was frozen past its lease then changes nothing.
    public var fence: Query {
        "SELECT kernel.hold_job(\(id), \(Int32(clamping: attempt)), \(holder))"
    }

    /// Whether the work is to end: the job was cancelled, taken over, its time is up, or the node stops.
    public var isCancelled: Bool { pulse.isLost || Task.isCancelled }

    /// Throws when the work is to end. For the steps of a long loop.
    public func checkCancellation() throws {
        if isCancelled { throw CancellationError() }
    }

    /// How far it is, between 0 and 1. Written down with the next beat of the lease, a few times a minute.
    public func report(progress: Double) {
        guard progress.isFinite else { return }
        pulse.note(thousandths: Int(min(max(progress, 0), 1) * 1000))
    }
}

/// What keeps an attempt's lease.
public protocol JobPulse: Sendable {
    /// Whether the job is no longer this attempt's.
    var isLost: Bool { get }
    /// Notes how far it is, in thousandths.
    func note(thousandths: Int)
}

/// A pulse without a lease, for running a handler by hand.
public struct RestingPulse: JobPulse {
    /// A pulse that is never lost.
    public init() {}
    /// False.
    public var isLost: Bool { false }
    /// Notes nothing.
    public func note(thousandths: Int) {}
}
