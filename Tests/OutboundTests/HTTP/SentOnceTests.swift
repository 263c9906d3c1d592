import EventLoop
import HTTP
import Synchronization
import Testing

@testable import Outbound

/// A used connection may end just as the next request is written to it. libcurl would send that request again by itself.
@Suite("What may act is sent once") struct SentOnceTests {
    @Test(
        arguments: [
            (.get, 2), (.head, 2), (.options, 2), (.post, 1), (.put, 1), (.patch, 1), (.delete, 1),
        ] as [(Method, Int)])
    func `a request that is swallowed`(method: Method, arrivals: Int) async throws {
        try await SwallowingServer.run { client, server in
            let body: OutboundRequest.Body = method.isSafe ? .empty : .bytes(Array("all\n".utf8))
            let first = try await client.send(OutboundRequest(.get, try server.url("/answered")), to: .any)
            #expect(try await first.body.text == "here")
            let request = OutboundRequest(method, try server.url("/swallowed"), body: body)
            let error = await #expect(throws: OutboundError.self) { _ = try await client.send(request, to: .any) }
            #expect(error?.code == .interrupted)
            #expect(error?.outcomeUnknown == !method.isSafe)
            #expect(error?.isTransient == method.isSafe)
            #expect(server.swallowed == arrivals)
            // What asked for a connection of its own leaves nothing of that wish behind.
            let accepted = server.accepted
            for _ in 0..<3 {
                let next = try await client.send(OutboundRequest(.get, try server.url("/answered")), to: .any)
                #expect(try await next.body.text == "here")
            }
            #expect(server.accepted <= accepted + 1)
        }
    }

    @Test func `an empty stream may be sent whole, so it is sent once as well`() async throws {
        try await SwallowingServer.run { client, server in
            let first = try await client.send(OutboundRequest(.get, try server.url("/answered")), to: .any)
            #expect(try await first.body.text == "here")
            let request = OutboundRequest(.post, try server.url("/swallowed"), body: .stream(length: 0) { nil })
            let error = await #expect(throws: OutboundError.self) { _ = try await client.send(request, to: .any) }
            #expect(error?.outcomeUnknown == true)
            #expect(server.swallowed == 1)
        }
    }

    @Test func `what never arrived may be tried again`() async throws {
        try await SwallowingServer.run { client, _ in
            let nowhere = try #require(OutboundURL("http://127.0.0.1:1/"))
            let error = await #expect(throws: OutboundError.self) {
                _ = try await client.send(OutboundRequest(.post, nowhere, body: .bytes([1])), to: .any)
            }
            #expect(error?.code == .notConnected)
            #expect(error?.isTransient == true)
        }
    }
}

/// Answers `/answered` and keeps the connection; takes anything else whole and closes without a word.
private final class SwallowingServer: Sendable {
    private let listener: Listening
    private let counts = Mutex((accepted: 0, swallowed: 0))

    private init() throws { listener = try Listening() }

    var accepted: Int { counts.withLock { $0.accepted } }
    var swallowed: Int { counts.withLock { $0.swallowed } }

    func url(_ path: String) throws -> OutboundURL {
        try #require(OutboundURL("http://127.0.0.1:\(listener.port)\(path)"))
    }

    static func run(
        _ body: @escaping @Sendable (HTTPClient, SwallowingServer) async throws -> Void
    ) async throws {
        let server = try SwallowingServer()
        let threads = BlockingPool(threads: 8, waiting: 8)
        defer { threads.stop() }
        _ = threads.submit { server.accept(on: threads) }
        defer { server.listener.stop() }
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let policy = DestinationPolicy(opening: [try AddressBlock("127.0.0.0/8")])
        let client = try HTTPClient(loops: loops, policy: policy, resolver: FixedNames(addresses: [:]))
        let result = await Task(executorPreference: loops.first) { try await body(client, server) }.result
        await client.close()
        try result.get()
    }

    private func accept(on threads: BlockingPool) {
        while let peer = listener.acceptRaw() {
            counts.withLock { $0.accepted += 1 }
            _ = threads.submit { [self] in try? serve(peer) }
        }
    }

    private func serve(_ descriptor: Int32) throws {
        let peer = RawPeer(descriptor)
        defer { peer.close() }
        while true {
            let line = try peer.hear()
            var hasContent = false
            while case let field = try peer.hear(), field != "" {
                if field.lowercased() == "content-length: 4" { hasContent = true }
            }
            if hasContent { try peer.hear() }
            guard line.contains(" /answered ") else { return counts.withLock { $0.swallowed += 1 } }
            try peer.say("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhere")
        }
    }
}
