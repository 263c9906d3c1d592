/// A piece of work for later, with its arguments. Its row carries the tenant; its arguments are ids, not contents.
///
/// It may run more than once: a worker that dies takes with it what it did not acknowledge. So what a job does within the
/// database it does in a transaction with `JobRun.fence`, and what it does outside it does with `JobRun.effectKey`.
public protocol Job: Codable, Sendable {
    /// Which kind.
    static var kind: JobKind { get }
    /// How it is to be run.
    static var policy: JobPolicy { get }
}

extension Job {
    /// The usual way.
    public static var policy: JobPolicy { JobPolicy() }
}

/// What a job says when it ends. There is no other way to end.
public enum JobOutcome: Sendable, Hashable {
    /// It is done.
    case done
    /// Not yet; try again after so long.
    case retry(after: Duration)
    /// It will never be done.
    case cancel(reason: String)
}
