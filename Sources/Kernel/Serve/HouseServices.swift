public import EventLoop

/// What a running process has, handed to whoever builds routes.
public struct HouseServices: Sendable {
    /// The configuration.
    public let configuration: Configuration
    /// The loops.
    public let loops: LoopGroup
    /// Threads for work that would hold up a loop.
    public let blocking: BlockingPool
    /// The pools.
    public let databases: Databases
    /// The log.
    public let log: Log
    /// Which host is whose.
    public var sites = SiteMap()
}
