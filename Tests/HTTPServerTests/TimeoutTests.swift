import EventLoop
import Glibc
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

/// The same limits as in production; only what a test waits for is shorter, so that a slow machine sways none.
@Suite struct TimeoutTests {
    private func short(_ times: WritableKeyPath<ServerLimits, Duration>...) -> ServerLimits {
        var limits = ServerLimits()
        for time in times { limits[keyPath: time] = .milliseconds(300) }
        return limits
    }

    @Test func aSilentConnectionIsClosed() async throws {
        try await TestServer.run(Echo.responder, limits: short(\.headTime)) { server in
            let client = try server.connect()
            #expect(client.isClosed())
        }
    }

    @Test func aSlowHeadIsRefused() async throws {
        try await TestServer.run(Echo.responder, limits: short(\.headTime, \.lingerTime)) { server in
            let client = try server.connect()
            try client.send("GET / HTTP/1.1\r\nHost:")
            let response = try client.readResponse()
            #expect(response.status == 408)
            #expect(response.endsConnection)
            #expect(client.isClosed())
        }
    }

    @Test func anIdleConnectionIsClosed() async throws {
        try await TestServer.run(Echo.responder, limits: short(\.idleTime)) { server in
            let client = try server.connect()
            try client.send(Echo.get("/"))
            #expect(try client.readResponse().status == 200)
            #expect(client.isClosed())
        }
    }

    @Test func aSilentBodyIsGivenUp() async throws {
        try await TestServer.run(Echo.responder, limits: short(\.bodyFloorTime, \.lingerTime)) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Content-Length: 10", body: "abc"))
            let response = try client.readResponse()
            #expect(response.status == 408)
            #expect(response.text == "too slow")
            #expect(response.endsConnection)
            #expect(client.isClosed())
        }
    }

    /// A byte now and then does not buy time.
    @Test func aTricklingBodyIsGivenUp() async throws {
        try await TestServer.run(Echo.responder, limits: short(\.bodyFloorTime, \.lingerTime)) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Content-Length: 1000"))
            var sent = 0
            while sent < 200, client.sendWithoutWaiting([97]) == 1 {
                sent += 1
                if !client.staysSilent(for: .milliseconds(30)) { break }
            }
            #expect(sent < 100)
            #expect(try client.readResponse().status == 408)
        }
    }

    @Test func aSteadyBodyMayTakeLongerThanAHandler() async throws {
        var limits = short(\.handlerTime, \.handlerGrace)
        limits.bodyFloorBytes = 10
        limits.bodyFloorTime = .seconds(10)
        try await TestServer.run(Echo.responder, limits: limits) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Content-Length: 600"))
            for _ in 0..<60 {
                try client.send("0123456789")
                usleep(15_000)
            }
            #expect(try client.readResponse().status == 200)
        }
    }

    @Test func aReaderThatTakesNothingIsDropped() async throws {
        let torrent = Answering { _ in
            Response(
                .ok,
                body: .stream(length: nil) { sink in
                    while true { try await sink.write([UInt8](repeating: 7, count: 64 * 1024)) }
                })
        }
        try await TestServer.run(torrent, limits: short(\.writeFloorTime)) { server in
            let client = try server.connect(receiveBuffer: 8192)
            try client.send(Echo.get("/"))
            #expect(await server.counts { $0.requests == 1 && $0.open == 0 }.open == 0)
            #expect(throws: RawClient.Fault.self) { try client.readResponse() }
        }
    }

    /// The system's own buffer takes more at once than a slow reader in a while; what counts is what the reader takes.
    @Test func aSlowButSteadyReaderIsKept() async throws {
        let size = 6 << 20
        var limits = short(\.handlerTime, \.handlerGrace)
        limits.writeFloorTime = .seconds(1)
        let responder = Answering { _ in Response(.ok, body: .bytes([UInt8](repeating: 1, count: size))) }
        try await TestServer.run(responder, limits: limits) { server in
            let client = try server.connect(receiveBuffer: 16 * 1024)
            try client.send(Echo.get("/"))
            _ = try client.readHead()
            var taken = 0
            for _ in 0..<50 {
                taken += try client.take(32 * 1024).count
                usleep(50_000)
            }
            #expect(try client.take(size - taken).count == size - taken)
        }
    }

    @Test func aReaderThatTricklesIsDropped() async throws {
        let responder = Answering { _ in Response(.ok, body: .bytes([UInt8](repeating: 1, count: 32 << 20))) }
        var limits = short(\.writeFloorTime)
        limits.writeFloorBytes = 1 << 20
        try await TestServer.run(responder, limits: limits) { server in
            let client = try server.connect(receiveBuffer: 4096)
            try client.send(Echo.get("/"))
            _ = try client.readHead()
            #expect(throws: RawClient.Fault.self) {
                for _ in 0..<1000 {
                    _ = try client.take(1000)
                    usleep(10_000)
                }
            }
            #expect(await server.counts { $0.open == 0 }.open == 0)
        }
    }

    /// Small pieces written to a reader that takes none do not buy it time either.
    @Test func aStalledReaderIsDroppedWhileItsHandlerWrites() async throws {
        var limits = short(\.writeFloorTime)
        limits.sendAhead = 64 << 20
        let ticker = Answering { _ in
            Response(
                .ok,
                body: .stream(length: nil) { sink in
                    // More than the system takes, less than is allowed to wait.
                    try await sink.write([UInt8](repeating: 7, count: 32 << 20))
                    while true {
                        try await sink.write([7])
                        try await EventLoopSleep.sleep(milliseconds: 5)
                    }
                })
        }
        try await TestServer.run(ticker, limits: limits) { server in
            let client = try server.connect(receiveBuffer: 4096)
            try client.send(Echo.get("/"))
            #expect(await server.counts { $0.requests == 1 && $0.open == 0 }.open == 0)
            #expect(throws: RawClient.Fault.self) { try client.readResponse() }
        }
    }

    @Test func aSlowHandlerIsCancelledAndMayAnswer() async throws {
        let slow = Answering { _ in
            do { try await EventLoopSleep.sleep(milliseconds: 20_000) } catch {
                return .text("cancelled", status: .gatewayTimeout)
            }
            return .text("never")
        }
        try await TestServer.run(slow, limits: short(\.handlerTime, \.lingerTime)) { server in
            let client = try server.connect()
            try client.send(Echo.get("/") + Echo.get("/next"))
            let response = try client.readResponse()
            #expect(response.status == 504)
            #expect(response.endsConnection)
            #expect(client.isClosed())
            let counters = await server.server.counters()
            #expect(counters.timedOut == 1)
            #expect(counters.requests == 1)
        }
    }

    @Test func aHandlerThatIgnoresCancellationLosesItsConnection() async throws {
        let (gate, ended) = (Gate(), Gate())
        let deaf = Answering { _ in
            while true {
                if (try? await Task { try await gate.passed() }.value) != nil { break }
            }
            ended.open()
            return .text("too late")
        }
        try await TestServer.run(deaf, limits: short(\.handlerTime, \.handlerGrace)) { server in
            let client = try server.connect()
            try client.send(Echo.get("/") + Echo.get("/next"))
            #expect(client.isClosed())
            gate.open()
            try await ended.passed()
            // The next connection gets the same descriptor number; nothing of the late answer may reach it.
            let other = try server.connect()
            #expect(other.staysSilent(for: .milliseconds(100)))
            #expect(await server.server.counters().requests == 1)
        }
    }
}
