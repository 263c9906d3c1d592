import Core
import EventLoop
import HTTP
import Postgres
import TestKit
import Testing

@testable import Kernel

@Suite("The chain")
struct WebChainTests {
    private struct Secret: Error, CustomStringConvertible {
        var description: String { "password=hunter2" }
    }

    /// What handlers throw, and the answer to it.
    private static let thrown: [(error: any Error, status: UInt16, code: String, retryAfter: String?)] = [
        (Problem(.notFound), 404, "not-found", nil), (Problem(.tooMany, retryAfter: 9), 429, "too-many-requests", "9"),
        (BodyFault.tooLarge, 413, "too-large", nil), (BodyFault.tooSlow, 408, "request-timeout", nil),
        (BodyFault.interrupted, 400, "bad-request", nil), (CancellationError(), 503, "unavailable", "1"),
        (Secret(), 500, "internal", nil),
        (PostgresError(.server, sqlState: .foreignKeyViolation), 409, "conflict", nil),
        (PostgresError(.server, sqlState: .uniqueViolation), 409, "conflict", nil),
        (PostgresError(.server, sqlState: .checkViolation), 500, "internal", nil),
        (Problem(.badGateway, underlying: Secret()), 502, "bad-gateway", nil),
    ]

    @Test("says 503 of a host it cannot know yet, and 421 of one it knows not to be ours")
    func unknownHost() async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let metrics = RouteMetrics(loops: loops, routes: 0)
        for (sites, status) in [(SiteMap() as any SiteLookup, UInt16(503)), (TestSites(), 421)] {
            let chain = try WebChain(routes: [], sites: sites, metrics: metrics, log: Log(into: KeptLines()))
            let request = try TestRequest.make("GET /")
            let answer = await Task(executorPreference: loops.first) { await chain.respond(to: request) }.value
            #expect(answer.status.code == status)
        }
    }

    @Test("turns a handler's errors into problems, and logs those that are ours", arguments: thrown.indices)
    func failures(index: Int) async throws {
        let (error, status, code, retryAfter) = Self.thrown[index]
        try await TestChain.with([.failing("/x", error)]) { chain in
            let response = try await chain.ask("GET /x")
            #expect(response.status.code == status)
            #expect(response.fields[.contentType] == "application/problem+json")
            #expect(response.fields[.cacheControl] == "no-store")
            #expect(response.fields[.retryAfter] == retryAfter)
            let problem = try JSONReader.decode(Told.self, from: Array(response.text.utf8), unknownKeys: .ignore)
            #expect(problem == Told(status: Int(status), code: code, instance: "a1-7"))
            #expect(!response.text.contains("hunter2"))
            let logged = chain.log.lines
            #expect(logged.count == (status >= 500 ? 1 : 0))
            #expect(logged.allSatisfy { $0.contains(#""request":"a1-7""#) && $0.contains(#""level":"error""#) })
        }
    }

    private struct Told: Decodable, Equatable {
        var status: Int
        var code: String
        var instance: String
    }

    @Test("keeps the truth about an unknown error for the log")
    func truthIsLogged() async throws {
        try await TestChain.with([.failing("/x", Secret())]) { chain in
            for accept in ["*/*", "text/html"] {
                let text = try await chain.ask("GET /x", "Accept: \(accept)").text
                #expect(!text.isEmpty && !text.contains("hunter2") && !text.contains("Secret"))
            }
            #expect(chain.log.lines.count == 2)
            #expect(chain.log.lines.allSatisfy { $0.contains("hunter2") })
        }
    }

    @Test(
        "answers what meets no route",
        arguments: [
            ("GET /none", 404, nil), ("GET /a//b", 400, nil), ("DELETE /x", 405, "GET, HEAD, PUT, OPTIONS"),
            ("POST /post/%78", 405, "GET, HEAD, OPTIONS"), ("OPTIONS /x", 204, "GET, HEAD, PUT, OPTIONS"),
            ("OPTIONS /only", 204, "POST, OPTIONS"), ("HEAD /only", 405, "POST, OPTIONS"),
            ("PUT /options", 405, "GET, HEAD, OPTIONS"), ("OPTIONS /options", 200, nil), ("OPTIONS /none", 404, nil),
            ("OPTIONS *", 204, "GET, HEAD, POST, PUT, OPTIONS"),
        ] as [(String, UInt16, String?)])
    func withoutRoute(line: String, status: UInt16, allow: String?) async throws {
        let routes: [Route] = [
            try .named(.put, "/x"), try .named(.get, "/x"), try .named(.get, "/post/:id"), try .named(.post, "/only"),
            try .named(.options, "/options"), try .named(.get, "/options"), try .named(.head, "/options"),
        ]
        try await TestChain.with(routes) { chain in
            let response = try await chain.ask(line)
            #expect(response.status.code == status)
            #expect(response.fields[.allow] == allow)
            #expect(chain.log.lines == [])
        }
    }

    @Test("counts every answer, by its route or as one without")
    func counts() async throws {
        try await TestChain.with([try .named(.get, "/a"), .failing("/b", Secret())]) { chain in
            for line in ["GET /a", "HEAD /a", "GET /b", "GET /none", "GET /a//", "POST /a"] {
                _ = try await chain.ask(line)
            }
            let totals = await chain.metrics.totals()
            #expect(totals.map(\.requests) == [2, 1, 3])
            #expect(totals.map(\.failures) == [0, 1, 0])
            #expect(totals.allSatisfy { $0.nanoseconds > 0 && $0.buckets.reduce(0, +) == $0.requests })
        }
    }

    @Test("says its number and nosniff on the wire, for answers and problems")
    func wire() async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let routes = [try Route.named(.get, "/a"), try .failing("/b", Secret())]
        let metrics = RouteMetrics(loops: loops, routes: routes.count)
        let chain = try WebChain(routes: routes, metrics: metrics, log: Log(into: KeptLines()))
        try await TestServer.run(chain) { server in
            for path in ["/a", "/b", "/none", "/a//"] {
                let answer = try server.ask("GET \(path) HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n")
                #expect(answer["x-content-type-options"] == "nosniff")
                #expect(answer["x-request-id"] != nil)
                #expect((answer["content-security-policy"] != nil) == (path != "/a"))
            }
        }
    }
}
