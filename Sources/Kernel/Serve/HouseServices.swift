import Core
public import EventLoop
import HTTP
public import ModuleKit
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

    /// The routes of these modules, each behind the gate.
    public func routes(
        of types: [any FeatureModule.Type], principals: any Principals = NobodyIsKnown()
    ) throws -> [Route] {
        let capabilities = CapabilityTable()
        let registry = try Registry(
            types, services: ModuleServices(vault: EmptyVault(), clock: SystemClock(), capabilities: capabilities))
        capabilities.fill(registry, sites: sites)
        let links = LinkSeal(key: try RootKey.load(configuration).derive("links"))
        return Gate(
            registry: registry, sites: sites, databases: databases, principals: principals, links: links,
            clock: SystemClock(), trusting: TrustedProxies(configuration.trustedProxies)
        ).routes
    }
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
