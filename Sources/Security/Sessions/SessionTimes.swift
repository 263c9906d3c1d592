/// How long sessions last.
public struct SessionTimes: Sendable, Hashable {
    /// Without a request, a session ends.
    public var idle: Duration
    /// Whatever is done with it, a session ends.
    public var whole: Duration
    /// For the second factor there is so long.
    public var half: Duration

    /// The usual times: twelve hours idle, fourteen days in all, ten minutes for the second factor.
    public init(
        idle: Duration = .seconds(43_200), whole: Duration = .seconds(1_209_600), half: Duration = .seconds(600)
    ) {
        (self.idle, self.whole, self.half) = (idle, whole, half)
    }

    /// A request within this of the last one is not written down: nobody needs the second, and it would be a write each.
    static let precision = Duration.seconds(60)
}
