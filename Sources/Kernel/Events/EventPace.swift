/// How events are handed out and how long they are kept.
public struct EventPace: Sendable {
    /// Events in one transaction.
    public var batch = 500
    /// The pause when nothing waits. Nobody tells the dispatcher of new events: a notice in business commits would make
    /// all of them queue up for one lock.
    public var rest = Duration.milliseconds(100)
    /// The pause after a failure.
    public var retry = Duration.seconds(1)
    /// How long an event stays in the outbox once it was handed out.
    public var keptDays = 30
    /// The time between two clearings.
    public var clearing = Duration.seconds(3600)

    /// The usual pace.
    public init() {}
}
