import EventLoop
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

@testable import Outbound

@Suite("The HTTP client's connections") struct PoolTests {
    @Test func `connections are used again`() async throws {
        try await ClientAndServer.run(answering: { _ in .text("here") }) { pair in
            for _ in 0..<200 {
                let text = try await pair.send(try pair.get("/", host: "shop.example")).body.text
                #expect(text == "here")
            }
            let counters = await pair.server.server.counters()
            #expect(counters.requests == 200)
            #expect(counters.accepted == 1)
        }
    }

    @Test func `no host gets more of them than allowed, and all requests are answered`() async throws {
        var settings = HTTPClientSettings()
        settings.connectionsPerHost = 4
        try await ClientAndServer.run(
            settings: settings,
            answering: { _ in
                try? await Task.sleep(for: .milliseconds(5))
                return .text("here")
            }
        ) { pair in
            let request = try pair.get("/")
            let codes = await withTaskGroup(of: OutboundError.Code?.self) { group in
                for _ in 0..<100 { group.addTask { await pair.failure(of: request) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.allSatisfy { $0 == nil })
            #expect(await pair.server.server.counters().accepted <= 4)
        }
    }

    @Test func `a pooled connection does not outlive the judgement on its address`() async throws {
        // Same name, two addresses after one another: the second is asked for and refused although the first is still open.
        let names = Turns([[.loopback], [IPAddress(10, 0, 0, 1)], [.loopback]])
        let policy = DestinationPolicy(opening: [try AddressBlock("127.0.0.0/8")])
        try await ClientAndServer.run(policy: policy, resolver: names, answering: { _ in .text("here") }) { pair in
            let request = try pair.get("/", host: "shop.example")
            #expect(await pair.failure(of: request) == nil)
            #expect(await pair.failure(of: request) == .addressNotAllowed)
            #expect(await pair.failure(of: request) == nil)
        }
    }

    @Test func `hosts are counted, each for itself`() async throws {
        try await ClientAndServer.run(answering: { request in
            request.head.path == "/bad" ? .text("no", status: .notFound) : .text("12345")
        }) { pair in
            for path in ["/", "/", "/bad"] {
                _ = try await pair.send(try pair.get(path, host: "shop.example")).body.collect()
            }
            var slow = try pair.get("/", host: "other.example")
            slow.responseLimit = 1
            _ = await pair.failure(of: slow)
            let counters = await pair.client.counters()
            let shop = try #require(counters["shop.example"])
            #expect(shop.requests == 3)
            #expect(shop.statuses == [2: 2, 4: 1])
            #expect(shop.received == 12)
            #expect(shop.time > .zero)
            #expect(counters["other.example"]?.failures == [.tooLarge: 1])
        }
    }

    @Test func `the number of counted hosts is bounded`() {
        var ledger = HostLedger()
        for index in 0..<5_000 { ledger.note("h\(index)") { $0.requests += 1 } }
        #expect(ledger.hosts.count == 1_001)
        #expect(ledger.hosts[HostLedger.others]?.requests == 4_000)
    }

    @Test func `many names leave nothing behind that grows`() async throws {
        struct AnyName: HostResolver {
            func addresses(of host: HostName) async throws -> [IPAddress] { [.loopback] }
        }
        try await ClientAndServer.run(resolver: AnyName(), answering: { _ in .text("here") }) { pair in
            for index in 0..<300 {
                let text = try await pair.send(try pair.get("/", host: "h\(index).example")).body.text
                #expect(text == "here")
            }
            for index in 0..<300 {
                let text = try await pair.send(try pair.get("/", host: "h\(index).example")).body.text
                #expect(text == "here")
            }
        }
    }

    @Test func `an answer dropped unread gives its place back, long before its time is over`() async throws {
        var settings = HTTPClientSettings()
        settings.concurrency = 1
        let answer: @Sendable (Request) async -> Response = { request in
            guard request.head.path == "/endless" else { return .text("here") }
            return Response(
                .ok,
                body: .stream(length: nil) { sink in
                    for _ in 0..<600 {
                        try await sink.write([1])
                        try await Task.sleep(for: .milliseconds(100))
                    }
                })
        }
        try await ClientAndServer.run(settings: settings, answering: answer) { pair in
            var endless = try pair.get("/endless")
            endless.timeout = .seconds(60)
            let request = endless
            let plain = try pair.get("/")
            // On the loop and from elsewhere.
            for isOutside in [false, true] {
                let began = ContinuousClock.now
                if isOutside {
                    try await Task(executorPreference: globalConcurrentExecutor) { try await pair.drop(request) }.value
                } else {
                    try await pair.drop(request)
                }
                while await pair.failure(of: plain) == .saturated, ContinuousClock.now - began < .seconds(30) {
                    try await pair.loop.sleep(for: .milliseconds(5))
                }
                #expect(await pair.failure(of: plain) == nil)
                #expect(ContinuousClock.now - began < .seconds(10))
            }
            // That nobody read it is no failure of the host's.
            #expect(await pair.client.counters()["127.0.0.1"]?.statuses[2] ?? 0 >= 4)
        }
    }

    @Test func `it works from threads that are no loop's`() async throws {
        try await ClientAndServer.run(answering: { _ in .text("here") }) { pair in
            let request = try pair.get("/")
            let text = try await Task(executorPreference: globalConcurrentExecutor) {
                try await pair.send(request).body.text
            }.value
            #expect(text == "here")
        }
    }

    @Test func `a closed client ends what is under way and takes nothing more`() async throws {
        try await ClientAndServer.run(answering: { _ in
            try? await Task.sleep(for: .seconds(3))
            return .text("late")
        }) { pair in
            let request = try pair.get("/")
            let task = Task(executorPreference: pair.loop) { await pair.failure(of: request) }
            try await pair.loop.sleep(for: .milliseconds(100))
            await pair.client.close()
            #expect(await task.value == .cancelled)
            #expect(await pair.failure(of: request) == .saturated)
        }
    }
}

/// A resolver whose answers change.
private final class Turns: HostResolver {
    private let turns: Mutex<[[IPAddress]]>

    init(_ turns: [[IPAddress]]) { self.turns = Mutex(turns.reversed()) }

    func addresses(of host: HostName) async throws -> [IPAddress] { turns.withLock { $0.popLast() } ?? [] }
}
