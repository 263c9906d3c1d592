import EventLoop
import HTTP
import HTTPServer
import Outbound
import Synchronization
import TestKit
import Testing

/// Names that lead where a test wants.
struct FixedNames: HostResolver {
    let addresses: [String: [IPAddress]]

    func addresses(of host: HostName) async throws -> [IPAddress] { addresses[host.text] ?? [] }
}

/// A resolver that never answers, but hears when nobody waits any longer.
struct SilentNames: HostResolver {
    func addresses(of host: HostName) async throws -> [IPAddress] {
        try await Task.sleep(for: .seconds(600))
        return []
    }
}

/// A resolver that does not answer before it is let go, and hears of nothing else.
final class DeafNames: HostResolver {
    private struct State {
        var waiting: [CheckedContinuation<Void, Never>] = []
        var questions = 0
        var isReleased = false
    }

    private let state = Mutex(State())

    func addresses(of host: HostName) async throws -> [IPAddress] {
        await withCheckedContinuation { continuation in
            let isReleased = state.withLock { state in
                state.questions += 1
                if !state.isReleased { state.waiting.append(continuation) }
                return state.isReleased
            }
            if isReleased { continuation.resume() }
        }
        return []
    }

    /// Suspends until somebody has asked.
    func asked() async throws {
        while state.withLock({ $0.questions }) == 0 { try await Task.sleep(for: .milliseconds(5)) }
    }

    func release() {
        let waiting = state.withLock { state in
            defer { (state.isReleased, state.waiting) = (true, []) }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

/// A client that may reach this machine, on a loop of its own, beside a server.
struct ClientAndServer: Sendable {
    let client: HTTPClient
    let server: TestServer
    let loop: Loop

    static func run(
        policy: DestinationPolicy? = nil, resolver: (any HostResolver)? = nil,
        settings: HTTPClientSettings = HTTPClientSettings(),
        answering answer: @escaping @Sendable (Request) async -> Response,
        _ body: @escaping @Sendable (ClientAndServer) async throws -> Void
    ) async throws {
        try await TestServer.run(Answering(answer)) { server in
            let loops = try LoopGroup(count: 1)
            defer { loops.stop() }
            let names = resolver ?? FixedNames(addresses: ["shop.example": [.loopback], "other.example": [.loopback]])
            let client = try HTTPClient(
                loops: loops, policy: try policy ?? DestinationPolicy(opening: [AddressBlock("127.0.0.0/8")]),
                resolver: names, settings: settings)
            let pair = ClientAndServer(client: client, server: server, loop: loops.first)
            let result = await Task(executorPreference: loops.first) { try await body(pair) }.result
            await client.close()
            try result.get()
        }
    }

    func url(_ path: String, host: String = "127.0.0.1") throws -> OutboundURL {
        try #require(OutboundURL("http://\(host):\(server.port)\(path)"))
    }

    func get(_ path: String, host: String = "127.0.0.1") throws -> OutboundRequest {
        OutboundRequest(.get, try url(path, host: host))
    }

    func send(_ request: OutboundRequest, to destinations: Destinations = .any) async throws -> OutboundResponse {
        try await client.send(request, to: destinations)
    }

    /// Looks at the answer's head only.
    func drop(_ request: OutboundRequest) async throws {
        let status = try await client.send(request, to: .any).status
        #expect(status == .ok)
    }

    /// The error that sending, or reading the answer, ends with.
    func failure(
        of request: OutboundRequest, to destinations: Destinations = .any
    ) async -> OutboundError.Code? {
        do {
            _ = try await client.send(request, to: destinations).body.collect()
            return nil
        } catch {
            return (error as? OutboundError)?.code
        }
    }
}

extension OutboundBody {
    var text: String {
        get async throws { String(decoding: try await collect(), as: UTF8.self) }
    }
}
