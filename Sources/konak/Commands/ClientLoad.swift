import EventLoop
import HTTP
import Kernel
import Outbound

/// `konak bench --client`: loads one address of this machine with our own HTTP client, and says how many requests a second
/// that came to. The script runs it beside wrk with as many connections and threads.
struct ClientLoad: Sendable {
    private static let connections = 64
    private static let loops = 2

    let url: OutboundURL
    let seconds: Int

    init?(_ text: String, seconds: Int) {
        guard let url = OutboundURL(text), seconds > 0 else { return nil }
        (self.url, self.seconds) = (url, seconds)
    }

    /// Requests a second; nil when one of them failed.
    func run() -> Double? {
        guard let loops = try? LoopGroup(count: Self.loops) else { return nil }
        defer { loops.stop() }
        return try? loops.blockUntilDone { try await load(loops) }.get()
    }

    private func load(_ loops: LoopGroup) async throws -> Double {
        let settings = DNSSettings(servers: [])
        let client = try HTTPClient(
            loops: loops, policy: DestinationPolicy(opening: [try AddressBlock("127.0.0.0/8")]),
            resolver: DNSResolver(on: loops.first, settings: settings))
        let began = ContinuousClock.now
        let ends = began + .seconds(seconds)
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<Self.connections {
                group.addTask(executorPreference: loops.loops[index % Self.loops]) {
                    try await requests(client, until: ends)
                }
            }
            return try await group.reduce(0, +)
        }
        let time = ContinuousClock.now - began
        await client.close()
        return Double(count) / (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    }

    /// One connection's worth: a request, its answer, the next.
    private func requests(_ client: HTTPClient, until end: ContinuousClock.Instant) async throws -> Int {
        let request = OutboundRequest(.get, url)
        var count = 0
        while ContinuousClock.now < end {
            let response = try await client.send(request, to: .any)
            guard response.status == .ok, try await !response.body.collect().isEmpty else { throw CancellationError() }
            count += 1
        }
        return count
    }
}
