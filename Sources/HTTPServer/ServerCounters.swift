/// What one worker has counted. Written on its loop only; read there too, by whoever asks through the server.
public struct ServerCounters: Sendable {
    /// Connections accepted.
    public internal(set) var accepted: UInt64 = 0
    /// Connections turned away because there were too many.
    public internal(set) var turnedAway: UInt64 = 0
    /// Connections open now.
    public internal(set) var open: UInt64 = 0
    /// Requests that reached a handler.
    public internal(set) var requests: UInt64 = 0
    /// Requests refused before.
    public internal(set) var refused: UInt64 = 0
    /// Handlers cancelled because they took too long.
    public internal(set) var timedOut: UInt64 = 0
    /// Answers by the first digit of their status, 1…5.
    public internal(set) var answers: [UInt64] = [0, 0, 0, 0, 0, 0]
    /// Bytes read.
    public internal(set) var bytesIn: UInt64 = 0
    /// Bytes sent, those of files included.
    public internal(set) var bytesOut: UInt64 = 0
    /// Log lines dropped because the log could not keep up.
    public internal(set) var logLinesDropped: UInt64 = 0

    /// Adds up the counts of several workers.
    public static func + (left: ServerCounters, right: ServerCounters) -> ServerCounters {
        var sum = left
        sum.accepted &+= right.accepted
        sum.turnedAway &+= right.turnedAway
        sum.open &+= right.open
        sum.requests &+= right.requests
        sum.refused &+= right.refused
        sum.timedOut &+= right.timedOut
        for index in 0..<6 { sum.answers[index] &+= right.answers[index] }
        sum.bytesIn &+= right.bytesIn
        sum.bytesOut &+= right.bytesOut
        sum.logLinesDropped &+= right.logLinesDropped
        return sum
    }
}
