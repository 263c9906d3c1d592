import Synchronization

/// Where the time of day comes from, so that a test can decide it.
public protocol WallClock: Sendable {
    /// The current instant.
    func now() -> Timestamp
}

/// A clock that stands where a test puts it.
public final class ManualClock: WallClock {
    private let instant: Mutex<Timestamp>

    /// A clock that stands still.
    public init(_ start: Timestamp = .epoch) { instant = Mutex(start) }

    /// The instant it was last put to.
    public func now() -> Timestamp { instant.withLock { $0 } }

    /// Puts the clock, backwards too.
    public func set(_ value: Timestamp) { instant.withLock { $0 = value } }

    /// Moves the clock on.
    public func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}
