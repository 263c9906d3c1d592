import EventLoop
import HTTP
import Outbound
import TestKit
import Testing

@testable import Kernel

@Suite("The metrics")
struct MetricsTests {
    @Test(
        "put a duration into the first bucket that holds it",
        arguments: [
            (UInt64(0), 0), (100_000, 0), (100_001, 1), (500_000, 1), (5_000_000_000, 9), (5_000_000_001, 10),
            (.max, 10),
        ])
    func buckets(nanoseconds: UInt64, bucket: Int) {
        var count = RouteCount()
        count.record(.ok, nanoseconds)
        count.record(Status(500), nanoseconds)
        #expect(count.buckets.firstIndex { $0 > 0 } == bucket)
        #expect(count.buckets[bucket] == 2)
        #expect((count.requests, count.failures) == (2, 1))
    }

    @Test(
        "escape what a label may not hold",
        arguments: [
            ("a\"b", #"a\"b"#), ("a\\b", #"a\\b"#), ("a\nb", #"a\nb"#), ("a\r\nb", "a\r\\nb"), ("ş", "ş"),
        ])
    func escapes(value: String, written: String) {
        var text = MetricsText()
        text.sample("x", [("l", value)], 1)
        #expect(text.text == "x{l=\"\(written)\"} 1\n")
    }

    @Test("say what requests of ours came to, host by host")
    func outbound() async throws {
        let environment = ["KONAK_OUTBOUND_ALLOW": "127.0.0.0/8", "KONAK_OUTBOUND_DENY": "127.0.0.2/32"]
        try await TestHouse.with(databases: .nowhere, environment: environment) { house in
            let metrics = RouteMetrics(loops: house.loops, routes: 0)
            let chain = try WebChain(routes: [], metrics: metrics, log: house.services.log)
            try await TestServer.run(chain) { server in
                func ask(_ host: String) async throws {
                    let url = try #require(OutboundURL("http://\(host):\(server.port)/"))
                    _ = try await house.services.http.send(OutboundRequest(.get, url), to: .any).body.collect()
                }
                try await ask("127.0.0.1")
                // Closed, and never opened.
                for host in ["127.0.0.2", "10.0.0.1"] {
                    await #expect(throws: OutboundError.self) { try await ask(host) }
                }
                let route = MetricsRoute(
                    services: house.services, server: server.server, routes: [], metrics: metrics, accessLog: nil)
                let read = try ExpositionReader(try await house.ask(try route.route, "GET /metrics").text)
                func value(_ name: String, _ labels: String) -> Double? {
                    read.samples.first { $0.name == name && $0.labels == labels }?.value
                }
                let host = #"{host="127.0.0.1""#
                #expect(value("konak_outbound_requests_total", host + "}") == 1)
                #expect(value("konak_outbound_answers_total", host + #",class="4xx"}"#) == 1)
                #expect((value("konak_outbound_seconds_total", host + "}") ?? 0) > 0)
                #expect((value("konak_outbound_received_bytes_total", host + "}") ?? 0) > 0)
            }
        }
    }

    @Test("are valid in Prometheus's text format, every pool and route among them")
    func valid() async throws {
        try await TestHouse.with(databases: .nowhere) { house in
            let routes = [try Route.named(.get, "/a/:id"), try .named(.post, "/a/:id")]
            let metrics = RouteMetrics(loops: house.loops, routes: routes.count)
            let chain = try WebChain(routes: routes, metrics: metrics, log: house.services.log)
            try await TestServer.run(chain) { server in
                let requests = try ["GET /a/1", "POST /a/1", "GET /none", "GET /a/2"].map { try TestRequest.make($0) }
                for request in requests {
                    _ = await Task(executorPreference: house.loops.first) { await chain.respond(to: request) }.value
                }
                let route = MetricsRoute(
                    services: house.services, server: server.server, routes: routes, metrics: metrics, accessLog: nil)
                let answer = try await house.ask(try route.route, "GET /metrics")
                #expect(answer.fields[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
                let read = try ExpositionReader(answer.text)
                func value(_ name: String, _ labels: String) -> Double? {
                    read.samples.first { $0.name == name && $0.labels == labels }?.value
                }
                let get = #"{method="GET",route="/a/:id""#
                #expect(value("konak_route_seconds_count", get + "}") == 2)
                #expect(value("konak_route_seconds_bucket", get + #",le="+Inf"}"#) == 2)
                #expect(value("konak_route_seconds_count", #"{method="",route="none"}"#) == 1)
                #expect(value("konak_database_connections", #"{role="app"}"#) == 0)
                #expect(value("konak_database_connections", #"{role="control"}"#) == 0)
                let buckets = read.samples.filter {
                    $0.name == "konak_route_seconds_bucket" && $0.labels.hasPrefix(get)
                }
                #expect(buckets.map(\.value) == buckets.map(\.value).sorted())
                #expect(buckets.count == RouteMetrics.bounds.count + 1)
                #expect((value("process_resident_memory_bytes", "") ?? 0) > 1_000_000)
            }
        }
    }
}
