import Crypto
import EventLoop
import HTTP
import HTTPServer
import TestKit
import Testing

@testable import Outbound

@Suite("Redirects") struct RedirectTests {
    private struct Key: OutboundCredential {
        func field(for url: OutboundURL) async throws -> SecretField {
            var token = Array("secret-of-\(url.host)".utf8)
            return try .bearer(SecretBytes(wiping: &token))
        }
    }

    /// `/to?<status>&<where>` leads there; anything else tells what came.
    private static let answer: @Sendable (Request) async -> Response = { request in
        let body = (try? await request.body.collect(upTo: 1_000)) ?? []
        if request.head.path == "/to", let parts = request.head.query?.split(separator: "&", maxSplits: 1) {
            return Response(Status(UInt16(parts[0]) ?? 500), fields: Fields((.location, String(parts[1]))))
        }
        let told = [request.head[.authorization], request.head[.cookie], request.head[.accept]].map { $0 ?? "-" }
        return .text(
            "\(request.method.rawValue) \(told.joined(separator: " ")) \(String(decoding: body, as: UTF8.self))")
    }

    @Test func `none is followed unless asked for`() async throws {
        try await ClientAndServer.run(answering: Self.answer) { pair in
            let response = try await pair.send(try pair.get("/to?302&/x"))
            #expect(response.status.code == 302)
            #expect(await pair.server.server.counters().requests == 1)
        }
    }

    @Test(arguments: [
        "http://10.0.0.1/", "http://169.254.169.254/latest", "http://[fd00::1]/", "http://127.0.0.2:1/",
        "//192.168.1.1/", "http://localhost/", "http://inner.example/",
    ])
    func `each is judged as the first was`(place: String) async throws {
        let names = FixedNames(addresses: [
            "shop.example": [.loopback], "inner.example": [IPAddress(10, 0, 0, 1)], "localhost": [.loopbackV6],
        ])
        let policy = DestinationPolicy(opening: [try AddressBlock("127.0.0.1/32")])
        try await ClientAndServer.run(policy: policy, resolver: names, answering: Self.answer) { pair in
            var request = try pair.get("/to?302&\(place)", host: "shop.example")
            request.redirects = 5
            #expect(await pair.failure(of: request) == .addressNotAllowed)
        }
    }

    @Test func `a host that is not listed is not followed to`() async throws {
        try await ClientAndServer.run(answering: Self.answer) { pair in
            var request = try pair.get("/to?302&http://other.example:\(pair.server.port)/", host: "shop.example")
            request.redirects = 5
            #expect(await pair.failure(of: request, to: Destinations(hosts: ["shop.example"])) == .destinationNotListed)
            #expect(await pair.failure(of: request) == nil)
        }
    }

    @Test(arguments: [
        "/to?302&http:///", "/to?302&http://user@shop.example/", "/to?302&ftp://shop.example/", "/to?302&/\\x",
    ])
    func `one to nowhere is an error`(path: String) async throws {
        try await ClientAndServer.run(answering: Self.answer) { pair in
            var request = try pair.get(path.replacing("\\", with: "%5C"))
            request.redirects = 5
            let code = await pair.failure(of: request)
            #expect(path.hasSuffix("x") ? code == nil : code == .redirect)
        }
    }

    @Test func `too many are an error`() async throws {
        try await ClientAndServer.run(answering: Self.answer) { pair in
            var request = try pair.get("/to?302&/to?302&/to?302&/end")
            request.redirects = 3
            #expect(try await pair.send(request).status == .ok)
            request.redirects = 2
            #expect(await pair.failure(of: request) == .redirect)
        }
    }

    @Test func `what was meant for one origin goes to no other`() async throws {
        try await ClientAndServer.run(answering: Self.answer) { pair in
            let other = "http://other.example:\(pair.server.port)/end"
            for (path, expected) in [
                ("/to?302&/end", "GET Bearer secret-of-shop.example a=b text/x "),
                ("/to?302&\(other)", "GET - - text/x "),
                // There and back again: what was taken off stays off.
                (
                    "/to?302&http://other.example:\(pair.server.port)/to?302&http://shop.example:\(pair.server.port)/end",
                    "GET - - text/x "
                ),
            ] {
                var request = try pair.get(path, host: "shop.example")
                request.redirects = 5
                request.fields = Fields((.cookie, "a=b"), (.accept, "text/x"))
                let text = try await pair.client.send(request, to: .any, with: Key()).body.text
                #expect(text == expected, "\(path)")
            }
        }
    }

    @Test(arguments: [
        (301, "GET - - */* "), (302, "GET - - */* "), (303, "GET - - */* "), (307, "POST - - */* content"),
        (308, "POST - - */* content"),
    ])
    func `content is sent again only where it is meant to be`(status: Int, expected: String) async throws {
        try await ClientAndServer.run(answering: Self.answer) { pair in
            var request = OutboundRequest(
                .post, try pair.url("/to?\(status)&/end"), body: .bytes(Array("content".utf8)))
            request.redirects = 1
            #expect(try await pair.send(request).body.text == expected)
            let pieces = Pieces([Array("content".utf8)])
            request.body = .stream(length: 7) { pieces.next() }
            if status >= 307 { #expect(await pair.failure(of: request) == .redirect) }
        }
    }

    @Test(arguments: [307, 308])
    func `content goes to no other origin`(status: Int) async throws {
        try await ClientAndServer.run(answering: Self.answer) { pair in
            let other = "/to?\(status)&http://other.example:\(pair.server.port)/end"
            var request = OutboundRequest(
                .post, try pair.url(other, host: "shop.example"), body: .bytes(Array("content".utf8)))
            request.redirects = 1
            #expect(await pair.failure(of: request) == .redirect)
            #expect(await pair.server.server.counters().requests == 1)
            (request.method, request.body) = (.get, .empty)
            #expect(try await pair.send(request).body.text == "GET - - */* ")
        }
    }

    @Test func `a redirect's own content is let go, followed or not`() async throws {
        let answer: @Sendable (Request) async -> Response = { request in
            guard request.head.path != "/end" else { return .text("end") }
            return Response(
                Status(302), fields: Fields((.location, request.head.path == "/on" ? "/end" : "ftp://shop.example/")),
                body: .stream(length: nil) { sink in
                    while true { try await sink.write(Array(repeating: 7, count: 10_000)) }
                })
        }
        try await ClientAndServer.run(answering: answer) { pair in
            var request = try pair.get("/on")
            (request.redirects, request.responseLimit) = (1, .max)
            #expect(try await pair.send(request).body.text == "end")
            var counters = try #require(await pair.client.counters()["127.0.0.1"])
            #expect(counters.failures == [:])
            #expect(counters.statuses == [2: 1, 3: 1])
            request.url = try pair.url("/nowhere")
            #expect(await pair.failure(of: request) == .redirect)
            counters = try #require(await pair.client.counters()["127.0.0.1"])
            #expect(counters.failures == [.redirect: 1])
            #expect(await pair.server.counts { $0.open <= 1 }.open <= 1)
        }
    }

    @Test func `all steps share one time`() async throws {
        let answer: @Sendable (Request) async -> Response = { _ in
            try? await Task.sleep(for: .milliseconds(150))
            return Response(Status(302), fields: Fields((.location, "/again")))
        }
        try await ClientAndServer.run(answering: answer) { pair in
            var request = try pair.get("/")
            (request.redirects, request.timeout) = (1_000, .milliseconds(700))
            let began = ContinuousClock.now
            #expect(await pair.failure(of: request) == .timeout)
            #expect(ContinuousClock.now - began < .seconds(60))
        }
    }
}
