public import EventLoop
public import Outbound

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
    /// The way out by HTTP, for everyone in the house.
    public let http: HTTPClient
    /// The log.
    public let log: Log
    /// Which host is whose.
    public var sites = SiteMap()
    /// How fast anybody may ask and send.
    public var paces = Paces()
    /// The memory that they share with other processes.
    var sharedPaces: SharedPaces?
    /// Rings when a job is added by this process.
    var jobBell = Bell()
    private let styles = StyleShelf()

    /// How the house shows itself.
    public var face: HouseFace { HouseFace(sites: sites, styles: styles) }
}

extension Configuration {
    /// Where requests of ours may go.
    var destinations: DestinationPolicy { DestinationPolicy(opening: outboundAllow, closing: outboundDeny) }

    /// The client that asks this machine's name servers and goes where it may.
    func httpClient(on loops: LoopGroup) throws -> HTTPClient {
        let resolver = DNSResolver(on: loops.first, settings: .system())
        return try HTTPClient(loops: loops, policy: destinations, resolver: resolver)
    }
}
