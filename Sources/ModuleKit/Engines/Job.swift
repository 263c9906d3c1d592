/// A piece of work for later, with its arguments. Its row carries the tenant; its arguments are ids, not contents.
public protocol Job: Codable, Sendable {
    /// Which kind.
    static var kind: JobKind { get }
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
