public import Core

/// When and how one job is to be run.
public struct JobOrder: Sendable, Hashable {
    /// When it may begin.
    public enum Start: Sendable, Hashable {
        /// As soon as a worker is free.
        case now
        /// Not before a moment.
        case at(Timestamp)
        /// Not before so much time has passed.
        case after(Duration)
    }

    /// For how long a job keeps others of its key away.
    public enum KeyHold: Sendable, Hashable {
        /// Until its first attempt begins. What is ordered after that is added, and runs once this one has ended: it sees
        /// what changed after this one looked. An order that finds one waiting keeps it waiting until its transaction
        /// ends, so that the one job sees the changes of both.
        case whileWaiting
        /// Until it has ended. What is ordered while it runs is dropped, though it may have looked already: for work whose
        /// repetition brings nothing new.
        case untilDone
    }

    /// When it may begin.
    public var start: Start
    /// Of one tenant, kind and key one job waits, and one runs; another is not added.
    public var key: String?
    /// For how long it keeps others of its key away.
    public var keyHold: KeyHold
    /// Which goes first among a tenant's jobs.
    public var priority: JobPriority
    /// Jobs of one tenant and lane run one after another, in the order of their ids. One with a key has a lane of its key
    /// unless it has another.
    public var lane: String?

    /// An order. A key and a lane have at most 200 characters.
    public init(
        start: Start = .now, key: String? = nil, keyHold: KeyHold = .whileWaiting, priority: JobPriority = .usual,
        lane: String? = nil
    ) {
        (self.start, self.key, self.keyHold) = (start, key, keyHold)
        (self.priority, self.lane) = (priority, lane)
    }

    /// Not before a moment.
    public static func at(_ moment: Timestamp, key: String? = nil) -> JobOrder {
        JobOrder(start: .at(moment), key: key)
    }

    /// Not before so much time has passed.
    public static func after(_ time: Duration, key: String? = nil) -> JobOrder {
        JobOrder(start: .after(time), key: key)
    }
}

/// Which goes first among a tenant's jobs. It gives no tenant precedence over another.
public enum JobPriority: Int16, Sendable, Hashable, CaseIterable, Comparable {
    /// Somebody waits for it.
    case high = -10
    /// Like most.
    case usual = 0
    /// Whenever there is time.
    case low = 10

    /// What goes first is less.
    public static func < (left: JobPriority, right: JobPriority) -> Bool { left.rawValue < right.rawValue }
}
