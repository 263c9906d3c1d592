/// What a pool has counted.
public struct PoolCounters: Sendable {
    /// Pieces of work handed in.
    public internal(set) var tickets: UInt64 = 0
    /// Those that failed.
    public internal(set) var failures: UInt64 = 0
    /// Those tried again because a neighbour's end had undone them.
    public internal(set) var repeated: UInt64 = 0
    /// Connections opened.
    public internal(set) var opened: UInt64 = 0
    /// Connections that broke.
    public internal(set) var lost: UInt64 = 0
    /// Connections closed because they came back unclean.
    public internal(set) var discarded: UInt64 = 0
    /// Connections that lay at rest and were found unclean before they were handed on. Not one is expected.
    public internal(set) var refusedAtHandOver: UInt64 = 0
    /// Statements the server was told to stop.
    public internal(set) var cancelled: UInt64 = 0

    static func + (left: PoolCounters, right: PoolCounters) -> PoolCounters {
        var sum = left
        sum.tickets &+= right.tickets
        sum.failures &+= right.failures
        sum.repeated &+= right.repeated
        sum.opened &+= right.opened
        sum.lost &+= right.lost
        sum.discarded &+= right.discarded
        sum.refusedAtHandOver &+= right.refusedAtHandOver
        sum.cancelled &+= right.cancelled
        return sum
    }
}
