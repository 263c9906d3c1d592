import Core
import EventLoop
import Outbound

extension Configuration {
    /// The paces of a process, and the memory that they share if one is named. Nodes that share it share the root key, or
    /// they would count apart.
    func paces(on loops: LoopGroup, log: Log) throws -> (Paces, SharedPaces?) {
        let seal = try RateSeal(key: RootKey.load(self).derive("paces"))
        guard let redis else { return (Paces(rates, seal: seal, shared: nil, clock: SystemClock()), nil) }
        let shared = SharedPaces(
            redis, loops: loops, resolver: DNSResolver(on: loops.first, settings: .system()), log: log)
        return (Paces(rates, seal: seal, shared: shared, clock: SystemClock()), shared)
    }
}
