/// What one connection may cost. Every input is bounded and every wait has an end.
public struct ServerLimits: Sendable {
    /// Request line and fields together; more is 431.
    public var headBytes = 16 * 1024
    /// The request target; more is 414.
    public var targetBytes = 8 * 1024
    /// How many fields; more is 431.
    public var fields = 100
    /// A body; more is 413.
    public var bodyBytes = 16 * 1024 * 1024
    /// From a request's first byte to the end of its head.
    public var headTime: Duration = .seconds(10)
    /// Between requests.
    public var idleTime: Duration = .seconds(75)
    /// A body must bring so many bytes…
    public var bodyFloorBytes = 20 * 1024
    /// …in each stretch of this length.
    public var bodyFloorTime: Duration = .seconds(20)
    /// While an answer waits to be sent its reader must take so many bytes…
    public var writeFloorBytes = 20 * 1024
    /// …in each stretch of this length.
    public var writeFloorTime: Duration = .seconds(20)
    /// How long a handler may take before its task is cancelled.
    public var handlerTime: Duration = .seconds(30)
    /// How long a cancelled handler may still take to answer.
    public var handlerGrace: Duration = .seconds(5)
    /// How long a finished connection is read to its end, so that the last answer is not lost to a reset.
    public var lingerTime: Duration = .seconds(2)
    /// How many connections at once; further ones are closed at once.
    public var connections = 20_000
    /// How much may wait to be sent before a streaming handler is suspended.
    public var sendAhead = 64 * 1024

    /// How much may wait to be sent on a stream that is posted to; past it the stream ends. Ten thousand have one each.
    public var postAhead = 64 * 1024
    /// After so long without a sign that bytes sent have arrived, the peer of a stream or WebSocket counts as gone.
    public var deafTime: Duration = .seconds(60)

    /// The defaults.
    public init() {}
}
