import EventLoop
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

@Suite struct LimitTests {
    static let heads: [(String, Int)] = [
        ("GET /\(String(repeating: "a", count: 8192)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        ("GET /\(String(repeating: "a", count: 8191)) HTTP/1.1\r\nHost: a\r\n\r\n", 200),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 16_384))\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 16_000))\r\n\r\n", 200),
        ("GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "x: y\r\n", count: 100))\r\n", 431),
        ("GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "x: y\r\n", count: 99))\r\n", 200),
    ]

    @Test(arguments: heads) func headsAreLimited(head: String, status: Int) async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            try client.send(head)
            let response = try client.readResponse()
            #expect(response.status == status)
            #expect(response.endsConnection == (status != 200))
            if status != 200 {
                #expect(response["content-type"] == "application/problem+json")
                #expect(response.text.contains("\"status\":\(status)"))
                #expect(client.isClosed())
            }
        }
    }

    /// Requests that the server itself turns away, and the answer to each.
    static let refused: [(String, Int)] = [
        ("nonsense\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n", 408), (Echo.post("/", "Content-Length: 99999999999"), 413),
        (Echo.post("/", "Transfer-Encoding: chunked", body: "nonsense\r\n"), 400),
        ("GET /\(String(repeating: "a", count: 8192)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        (Echo.post("/", "Content-Length: 1", "Expect: a miracle"), 417),
        (Echo.get("/", "X: \(String(repeating: "a", count: 16_384))"), 431),
        ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    ]

    @Test(arguments: refused) func refusalsBearANumberThatTheLogKnows(request: String, status: Int) async throws {
        var limits = ServerLimits()
        limits.headTime = .milliseconds(300)
        let log = KeptLines()
        let number = try await TestServer.run(Echo.responder, limits: limits, log: log) { server in
            let client = try server.connect()
            try client.send(Echo.get("/"))
            let first = try client.readResponse()["x-request-id"]
            try client.send(request)
            let refusal = try client.readResponse()
            #expect(refusal.status == status)
            let number = try #require(refusal["x-request-id"])
            #expect(number != first)
            #expect(refusal.text.contains("\"instance\":\"\(number)\""))
            return number
        }
        #expect(log.lines.filter { $0.contains("\"request\":\"\(number)\"") && $0.contains("\(status)") }.count == 1)
    }

    /// The answer must reach a client that is still busy sending.
    @Test func theRefusalArrivesWhileTheClientStillSends() async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            let flood = Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8) + [UInt8](repeating: 97, count: 400_000)
            try client.send(flood)
            #expect(try client.readResponse().status == 431)
        }
    }

    /// Who floods a refused connection holds up nobody and is cut.
    @Test func aFloodAfterARefusalHoldsNobodyUp() async throws {
        var limits = ServerLimits()
        limits.lingerTime = .milliseconds(700)
        try await TestServer.run(Echo.responder, limits: limits) { server in
            let client = try server.connect()
            let stop = Flag()
            let flooder = BlockingPool(threads: 1, waiting: 1)
            let started = flooder.submit {
                let piece = [UInt8](repeating: 97, count: 1 << 20)
                do { while !stop.isSet { try client.send(piece) } } catch {}
            }
            #expect(started)
            _ = await server.counts { $0.refused == 1 }
            for _ in 0..<20 { #expect(try server.ask(Echo.get("/")).status == 200) }
            let after = await server.counts { $0.open == 0 }
            #expect(after.open == 0)
            stop.set()
            flooder.stop()
        }
    }

    @Test(arguments: [1, 2]) func connectionsAreLimitedAltogether(loops: Int) async throws {
        var limits = ServerLimits()
        limits.connections = 5
        try await TestServer.run(Echo.responder, limits: limits, loops: loops) { server in
            var clients: [RawClient] = []
            for _ in 0..<5 {
                let client = try server.connect()
                try client.send(Echo.get("/"))
                #expect(try client.readResponse().status == 200)
                clients.append(client)
            }
            let sixth = try server.connect()
            #expect(sixth.isClosed())
            #expect(await server.server.counters().turnedAway == 1)
            clients.removeLast().close()
            _ = await server.counts { $0.open == 4 }
            #expect(try server.ask(Echo.get("/")).status == 200)
        }
    }
}

private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set() { value.store(true, ordering: .relaxed) }
}
