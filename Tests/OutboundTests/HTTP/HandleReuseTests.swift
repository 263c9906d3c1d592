import Crypto
import EventLoop
import HTTP
import HTTPServer
import TestKit
import Testing

@testable import Outbound

/// One request at a time on one loop: each uses the handle of the one before.
@Suite("A handle that is used again") struct HandleReuseTests {
    /// Says all that came. `/plain` takes longer and is larger than what the requests before it allowed.
    private static let answer: @Sendable (Request) async -> Response = { request in
        let body = (try? await request.body.collect(upTo: 1 << 20)) ?? []
        let path = request.head.path
        if path == "/away" { return Response(Status(302), fields: Fields((.location, "/plain"))) }
        if path == "/slow" { try? await Task.sleep(for: .seconds(5)) }
        if path == "/large" { return Response(.ok, body: .bytes(Array(repeating: 1, count: 100_000))) }
        if path == "/plain" { try? await Task.sleep(for: .milliseconds(350)) }
        let fields = request.head.fields.map { "\($0.name.lowercased()): \($0.value)" }.sorted()
        let text = "\(request.method.rawValue) \(request.head.target)\n\(fields.joined(separator: "\n"))\n\n"
        return .text(text + String(decoding: body, as: UTF8.self))
    }

    /// Requests with all there is on them, named for what one of them could leave behind.
    private static func loaded(_ pair: ClientAndServer) throws -> [(name: String, request: OutboundRequest)] {
        func request(_ method: Method, _ path: String, _ body: OutboundRequest.Body) throws -> OutboundRequest {
            var request = OutboundRequest(method, try pair.url("\(path)?secret=1", host: "shop.example"), body: body)
            request.fields = Fields(
                (.contentType, "text/secret"), (.accept, "text/secret"), (.cookie, "secret=1"),
                (FieldName("user-agent"), "secret"), (FieldName("x-secret"), "1"))
            request.timeout = .milliseconds(300)
            request.connectTimeout = .milliseconds(200)
            request.responseLimit = 1_000
            request.redirects = 3
            return request
        }
        func pieces() -> @Sendable () async throws -> [UInt8]? {
            let pieces = Pieces([Array("secret".utf8), Array("secret".utf8)])
            return { pieces.next() }
        }
        return [
            ("fields", try request(.get, "/", .empty)),
            ("bytes", try request(.post, "/", .bytes(Array("secret".utf8)))),
            ("an upload", try request(.put, "/", .stream(length: 12, pieces()))),
            ("an upload without length", try request(.post, "/", .stream(length: nil, pieces()))),
            ("a head", try request(.head, "/", .empty)),
            ("a head with bytes", try request(.head, "/", .bytes(Array("secret".utf8)))),
            ("a method", try request(.delete, "/", .empty)),
            ("a redirect", try request(.post, "/away", .bytes(Array("secret".utf8)))),
            ("a time-out", try request(.post, "/slow", .bytes(Array("secret".utf8)))),
            ("a limit", try request(.get, "/large", .empty)),
        ]
    }

    @Test func `nothing of a request reaches the next one`() async throws {
        var settings = HTTPClientSettings()
        settings.concurrency = 1
        try await ClientAndServer.run(settings: settings, answering: Self.answer) { pair in
            let plain = try pair.get("/plain")
            let expected =
                "GET /plain\naccept: */*\nhost: 127.0.0.1:\(pair.server.port)\nuser-agent: Konak\n\n"
            for (name, request) in try Self.loaded(pair) {
                let first = try? await pair.client.send(request, to: .any, with: Secret())
                _ = try? await first?.body.collect()
                // Its answer comes later, and is longer, than the one before allowed.
                let second = try await pair.send(plain)
                #expect(second.status == .ok)
                #expect(try await second.body.text == expected, "after \(name)")
            }
        }
    }

    @Test func `a handle at rest points to nothing of its request`() async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        try await Task(executorPreference: loops.first) {
            let curl = try #require(CurlLoop(loop: loops.first, settings: HTTPClientSettings()))
            defer { curl.close() }
            let url = try #require(OutboundURL("http://127.0.0.1:1/secret"))
            let request = OutboundRequest(.get, url)
            let transfer = Transfer(
                curl: curl, policy: DestinationPolicy(), host: "h", limit: 1, keeper: TransferKeeper(), isPlain: true)
            guard let easy = unsafe curl.takeEasy() else {
                Issue.record("no handle")
                return
            }
            var setup = unsafe EasySetup(easy: easy)
            let isApplied = setup.apply(
                request, within: .seconds(1), keeper: TransferKeeper(), transfer: transfer)
            #expect(isApplied)
            #expect(unsafe CurlLoop.owner(of: easy) === transfer)
            unsafe curl.remove(transfer, easy, .stripped)
            let next = unsafe curl.takeEasy()
            #expect(unsafe next == easy)
            #expect(unsafe CurlLoop.owner(of: easy) == nil)
            unsafe curl.remove(transfer, easy, .given)
        }.value
    }

    private struct Secret: OutboundCredential {
        func field(for url: OutboundURL) async throws -> SecretField {
            var token = Array("secret".utf8)
            return try .bearer(SecretBytes(wiping: &token))
        }
    }
}
