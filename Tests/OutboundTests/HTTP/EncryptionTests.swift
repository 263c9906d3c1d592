import EventLoop
import Glibc
import HTTP
import TestKit
import Testing

@testable import Outbound

@Suite("The HTTP client and TLS") struct EncryptionTests {
    private func with(
        protocols: String = "TLSv1.2 TLSv1.3", trusting: Bool = true,
        _ body: @escaping @Sendable (HTTPClient, _ port: UInt16) async throws -> Void
    ) async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        try await Task(executorPreference: loops.first) {
            try await EncryptedTarget.run(on: loops.first, protocols: protocols) { target in
                var settings = HTTPClientSettings()
                if trusting { settings.authorities = target.authority }
                let client = try HTTPClient(
                    loops: loops, policy: DestinationPolicy(opening: [try AddressBlock("127.0.0.0/8")]),
                    resolver: FixedNames(addresses: ["shop.example": [.loopback], "other.example": [.loopback]]),
                    settings: settings)
                try await body(client, target.port)
                await client.close()
            }
        }.value
    }

    private static func request(_ host: String, _ port: UInt16) throws -> OutboundRequest {
        OutboundRequest(.get, try #require(OutboundURL("https://\(host):\(port)/")))
    }

    private static func failure(of request: OutboundRequest, _ client: HTTPClient) async -> OutboundError.Code? {
        do {
            _ = try await client.send(request, to: .any)
            return nil
        } catch {
            return (error as? OutboundError)?.code
        }
    }

    @Test func `a certificate from nobody we know is refused`() async throws {
        try await with(trusting: false) { client, port in
            let request = try Self.request("shop.example", port)
            #expect(await Self.failure(of: request, client) == .certificate)
        }
    }

    @Test(arguments: ["other.example", "127.0.0.1"])
    func `a certificate for another name is refused`(host: String) async throws {
        try await with { client, port in
            let request = try Self.request(host, port)
            #expect(await Self.failure(of: request, client) == .certificate)
        }
    }

    @Test func `an old protocol is refused`() async throws {
        try await with(protocols: "TLSv1.1") { client, port in
            let request = try Self.request("shop.example", port)
            #expect(await Self.failure(of: request, client) == .notConnected)
        }
    }

    @Test func `nobody else is given the keys, whatever the environment says`() async throws {
        let path = "/tmp/konak-test-keys-\(getpid())"
        unsafe setenv("SSLKEYLOGFILE", path, 1)
        try await with { client, port in
            let request = try Self.request("shop.example", port)
            #expect(await Self.failure(of: request, client) == nil)
        }
        #expect(unsafe access(path, F_OK) != 0)
        #expect(unsafe getenv("SSLKEYLOGFILE") == nil)
    }

    @Test func `a stream that ends without a goodbye was cut, not ended`() async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        try await Task(executorPreference: loops.first) {
            try await EncryptedTarget.run(on: loops.first) { target in
                let polite = try await Self.stream(to: target, on: loops.first)
                try await polite.write(Array("GET / HTTP/1.0\r\n\r\n".utf8), within: .seconds(20))
                var answer: [UInt8] = []
                while let more = try await polite.readAvailable(limit: 1_000, within: .seconds(20)) { answer += more }
                #expect(answer.starts(with: "HTTP/1.1 200".utf8))
                polite.close()
                let cut = try await Self.stream(to: target, on: loops.first)
                target.kill()
                let code = await StreamBench.failure {
                    while try await cut.readAvailable(limit: 1_000, within: .seconds(20)) != nil {}
                }
                #expect(code == .interrupted)
                cut.close()
            }
        }.value
    }

    private static func stream(to target: EncryptedTarget, on loop: Loop) async throws -> ByteStream {
        let stream = try await ByteStream.connect(
            to: .loopback, port: target.port, policy: StreamBench.policy, on: loop, within: .seconds(20))
        let host = try #require(HostName("shop.example"))
        let context = try TLSContext(trust: .authorities(file: target.authority))
        try await stream.startTLS(context, host: host, within: .seconds(20))
        return stream
    }

    @Test func `requests to one host share a connection by HTTP/2`() async throws {
        try await with { client, port in
            let request = try Self.request("shop.example", port)
            let connections = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        let response = try await client.send(request, to: Destinations(hosts: ["shop.example"]))
                        #expect(response.version == .http2)
                        return try await response.body.text
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(connections.count == 1)
        }
    }
}
