import EventLoop
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

@testable import Outbound

@Suite("The HTTP client") struct HTTPClientTests {
    private static let describe: @Sendable (Request) async -> Response = { request in
        let fields = request.head.fields.map { "\($0.name.lowercased()): \($0.value)" }.sorted()
        let body = (try? await request.body.collect(upTo: 1 << 24)) ?? []
        let head = "\(request.method.rawValue) \(request.head.target)\n" + fields.joined(separator: "\n")
        return .text("\(head)\n\n\(String(decoding: body, as: UTF8.self))")
    }

    // MARK: Refusals

    @Test func `a host that is not listed is not even looked up`() async throws {
        try await ClientAndServer.run(resolver: SilentNames(), answering: Self.describe) { pair in
            let request = try pair.get("/", host: "shop.example")
            #expect(
                await pair.failure(of: request, to: Destinations(hosts: ["other.example"])) == .destinationNotListed)
            let direct = try pair.get("/")
            #expect(await pair.failure(of: direct, to: Destinations(hosts: [])) == .destinationNotListed)
            #expect(await pair.server.server.counters().accepted == 0)
        }
    }

    @Test func `this machine is not reached, by address or by name, unless it is opened`() async throws {
        try await ClientAndServer.run(policy: DestinationPolicy(), answering: Self.describe) { pair in
            for host in ["127.0.0.1", "shop.example", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"] {
                let request = try pair.get("/", host: host)
                #expect(await pair.failure(of: request) == .addressNotAllowed, "\(host)")
            }
            #expect(await pair.server.server.counters().accepted == 0)
        }
    }

    @Test func `the socket itself asks again, whatever the look-up said`() async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        // Transfers belong to their loop's thread.
        try await Task(executorPreference: loops.first) {
            let curl = try #require(CurlLoop(loop: loops.first, settings: HTTPClientSettings()))
            let policy = DestinationPolicy()
            let transfer = Transfer(curl: curl, policy: policy, host: "h", limit: 1, keeper: TransferKeeper())
            #expect(!transfer.allows(.loopback))
            #expect(transfer.fault?.code == .addressNotAllowed)
        }.value
    }

    @Test func `a name without address is unknown`() async throws {
        try await ClientAndServer.run(answering: Self.describe) { pair in
            let request = try pair.get("/", host: "nobody.example")
            #expect(await pair.failure(of: request) == .unknownHost)
        }
    }

    @Test func `an answer larger than allowed is refused while it comes`() async throws {
        let answer: @Sendable (Request) async -> Response = { request in
            let size = Int(request.head.path.dropFirst()) ?? 0
            if request.head.query != nil { return Response(.ok, body: .bytes(Array(repeating: 1, count: size))) }
            return Response(
                .ok,
                body: .stream(length: nil) { sink in
                    for _ in 0..<size / 1_000 { try await sink.write(Array(repeating: 1, count: 1_000)) }
                })
        }
        try await ClientAndServer.run(answering: answer) { pair in
            for path in ["/101000?known", "/101000", "/50000000"] {
                var request = try pair.get(path)
                request.responseLimit = 100_000
                #expect(await pair.failure(of: request) == .tooLarge, "\(path)")
            }
            var request = try pair.get("/100000")
            request.responseLimit = 100_000
            #expect(try await pair.send(request).body.collect().count == 100_000)
        }
    }

    @Test func `a head without end is refused`() async throws {
        let answer: @Sendable (Request) async -> Response = { _ in
            var fields = Fields()
            for _ in 0..<30 { fields.append(.location, String(repeating: "x", count: 4_000)) }
            return Response(.ok, fields: fields)
        }
        try await ClientAndServer.run(answering: answer) { pair in
            let request = try pair.get("/")
            #expect(await pair.failure(of: request) == .tooLarge)
        }
    }

    @Test func `more than the allowed number under way is refused at once`() async throws {
        var settings = HTTPClientSettings()
        settings.concurrency = 2
        try await ClientAndServer.run(
            settings: settings,
            answering: { _ in
                try? await Task.sleep(for: .milliseconds(300))
                return .text("late")
            }
        ) { pair in
            let codes = try await withThrowingTaskGroup(of: OutboundError.Code?.self) { group in
                let request = try pair.get("/")
                for _ in 0..<5 { group.addTask { await pair.failure(of: request) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.count { $0 == nil } == 2)
            #expect(codes.count { $0 == .saturated } == 3)
        }
    }

    // MARK: Time

    @Test(arguments: ["/head", "/body"])
    func `whoever is too slow is given up in time`(path: String) async throws {
        let answer: @Sendable (Request) async -> Response = { request in
            if request.head.path == "/head" { try? await Task.sleep(for: .seconds(60)) }
            return Response(
                .ok,
                body: .stream(length: 100) { sink in
                    try await sink.write([1])
                    try await Task.sleep(for: .seconds(60))
                })
        }
        try await ClientAndServer.run(answering: answer) { pair in
            var request = try pair.get(path)
            request.timeout = .milliseconds(300)
            let began = ContinuousClock.now
            #expect(await pair.failure(of: request) == .timeout)
            #expect(ContinuousClock.now - began < .seconds(30))
        }
    }

    @Test func `a name that is not answered for is given up in the same time`() async throws {
        try await ClientAndServer.run(resolver: SilentNames(), answering: Self.describe) { pair in
            var request = try pair.get("/", host: "shop.example")
            request.timeout = .milliseconds(200)
            let began = ContinuousClock.now
            #expect(await pair.failure(of: request) == .timeout)
            #expect(ContinuousClock.now - began < .seconds(30))
        }
    }

    @Test func `whoever is cancelled does not wait for a resolver that does not hear of it`() async throws {
        let names = DeafNames()
        defer { names.release() }
        try await ClientAndServer.run(resolver: names, answering: Self.describe) { pair in
            var request = try pair.get("/", host: "shop.example")
            request.timeout = .seconds(60)
            let slow = request
            let began = ContinuousClock.now
            let task = Task(executorPreference: pair.loop) { await pair.failure(of: slow) }
            try await names.asked()
            task.cancel()
            #expect(await task.value == .cancelled)
            // Nor does one whose time is over.
            request.timeout = .milliseconds(100)
            #expect(await pair.failure(of: request) == .timeout)
            #expect(ContinuousClock.now - began < .seconds(10))
        }
    }

    @Test func `a name server that stalls holds up nobody who is cancelled`() async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        try await Task(executorPreference: loops.first) {
            let server = try TestNameServer(on: loops.first) { _, _ in .silence }
            var settings = DNSSettings(servers: [NameServer(.loopback, port: server.port)])
            settings.patience = .seconds(60)
            let client = try HTTPClient(
                loops: loops, policy: DestinationPolicy(), resolver: DNSResolver(on: loops.first, settings: settings))
            let url = try #require(OutboundURL("http://shop.example/"))
            let task = Task(executorPreference: loops.first) {
                try await client.send(OutboundRequest(.get, url), to: .any)
            }
            while server.questions == 0 { try await loops.first.sleep(for: .milliseconds(5)) }
            let began = ContinuousClock.now
            task.cancel()
            await #expect(throws: OutboundError.self) { _ = try await task.value }
            #expect(ContinuousClock.now - began < .seconds(5))
            await client.close()
            server.stop()
        }.value
    }

    @Test func `a cancelled request ends at once, wherever it waits`() async throws {
        let answer: @Sendable (Request) async -> Response = { request in
            if request.head.path == "/head" { try? await Task.sleep(for: .seconds(60)) }
            return Response(
                .ok,
                body: .stream(length: 100) { sink in
                    try await sink.write([1])
                    try await Task.sleep(for: .seconds(60))
                })
        }
        try await ClientAndServer.run(answering: answer) { pair in
            for path in ["/head", "/body"] {
                let request = try pair.get(path)
                let began = ContinuousClock.now
                let task = Task(executorPreference: pair.loop) { await pair.failure(of: request) }
                try await pair.loop.sleep(for: .milliseconds(100))
                task.cancel()
                #expect(await task.value == .cancelled)
                #expect(ContinuousClock.now - began < .seconds(30))
            }
        }
    }

    // MARK: What is sent

    @Test func `only what was asked for is sent`() async throws {
        try await ClientAndServer.run(answering: Self.describe) { pair in
            let text = try await pair.send(try pair.get("/a/../b//c?d=%20", host: "shop.example")).body.text
            #expect(
                text
                    == "GET /a/../b//c?d=%20\naccept: */*\nhost: shop.example:\(pair.server.port)\nuser-agent: Konak\n\n"
            )
            var post = OutboundRequest(.post, try pair.url("/p"), body: .bytes(Array("merhaba".utf8)))
            post.fields = Fields(
                (.contentType, "text/plain"), (.host, "evil"), (.contentLength, "1"), (.expect, "100-continue"))
            let posted = try await pair.send(post).body.text
            #expect(posted.contains("content-length: 7\ncontent-type: text/plain\nhost: 127.0.0.1:"))
            #expect(posted.hasSuffix("\n\nmerhaba"))
            #expect(!posted.contains("evil"))
            #expect(!posted.contains("expect"))
            post.fields = Fields()
            let bare = try await pair.send(post).body.text
            #expect(!bare.contains("content-type"))
        }
    }

    @Test(arguments: [Method.get, .post, .put, .patch, .delete, .options])
    func `every method goes with and without content`(method: Method) async throws {
        try await ClientAndServer.run(answering: Self.describe) { pair in
            let content: [OutboundRequest.Body] = [
                .bytes([0x61, 0, 0x62]), .stream(length: 2, Self.once([0x63, 0x64])),
            ]
            // Our own server takes no content with the others.
            let takesContent = [.post, .put, .patch].contains(method)
            for body in [.empty, .bytes([])] + (takesContent ? content : []) {
                let text = try await pair.send(OutboundRequest(method, try pair.url("/"), body: body)).body.text
                #expect(text.hasPrefix("\(method.rawValue) /\n"))
                let end: String =
                    switch body {
                    case .stream: "\n\ncd"
                    case .bytes(let bytes) where !bytes.isEmpty: "\n\na\0b"
                    default: "\n\n"
                    }
                #expect(text.hasSuffix(end))
            }
        }
    }

    private static func once(_ piece: [UInt8]) -> @Sendable () async throws -> [UInt8]? {
        let pieces = Pieces([piece])
        return { pieces.next() }
    }

    @Test func `a head is asked for without content`() async throws {
        try await ClientAndServer.run(answering: Self.describe) { pair in
            let response = try await pair.send(OutboundRequest(.head, try pair.url("/")))
            #expect(response.status == .ok)
            #expect(response[.contentType] == "text/plain; charset=utf-8")
            #expect(try await response.body.collect().isEmpty)
            var large = OutboundRequest(.head, try pair.url("/"))
            large.responseLimit = 5
            #expect(await pair.failure(of: large) == nil)
            // Nor does it bring any, whatever the request holds.
            let pieces = Pieces([[0x61], [0x62]])
            for body in [.bytes([0x61]), .stream(length: 2, { pieces.next() })] as [OutboundRequest.Body] {
                let request = OutboundRequest(.head, try pair.url("/"), body: body)
                let began = ContinuousClock.now
                let answer = try await pair.send(request)
                #expect(answer.status == .ok)
                #expect(try await answer.body.collect().isEmpty)
                #expect(ContinuousClock.now - began < .seconds(5))
            }
            #expect(pieces.left == 2)
            #expect(await pair.server.server.counters().accepted == 1)
        }
    }
}
