import EventLoop
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

@Suite struct HostileClientTests {
    /// A client may say that it has no more to send and still read its answer, however that falls together in time.
    @Test(arguments: [0, 1, 200_000]) func aHalfClosedClientGetsItsAnswer(size: Int) async throws {
        let late = Answering { request in
            if request.head.path == "/late" { try? await EventLoopSleep.sleep(milliseconds: 30) }
            return Response(.ok, body: .bytes([UInt8](repeating: 1, count: size)))
        }
        try await TestServer.run(late) { server in
            for path in ["/now", "/late"] {
                for _ in 0..<20 {
                    let client = try server.connect()
                    try client.send(Echo.get(path) + Echo.get(path))
                    client.halfClose()
                    #expect(try client.readResponse().body.count == size)
                    #expect(try client.readResponse().body.count == size)
                    #expect(client.isClosed())
                }
            }
        }
    }

    /// With the end right behind the request in one segment, the end must not go unnoticed until the idle time.
    @Test func theEndIsNoticedAtOnce() async throws {
        try await TestServer.run(Echo.responder) { server in
            for _ in 0..<50 {
                let client = try server.connect(timeout: .seconds(5))
                try client.send(Echo.get("/"))
                client.halfClose()
                #expect(try client.readResponse().status == 200)
                #expect(client.isClosed())
            }
            #expect(await server.counts { $0.open == 0 }.open == 0)
        }
    }

    /// A slow reader of a last answer gets all of it, though the lingering time is long over.
    @Test func theLastAnswerIsNotCutShort() async throws {
        var limits = ServerLimits()
        limits.lingerTime = .milliseconds(250)
        let size = 12 << 20
        let responder = Answering { _ in Response(.ok, body: .bytes([UInt8](repeating: 1, count: size))) }
        limits.sendAhead = size * 2
        try await TestServer.run(responder, limits: limits) { server in
            let client = try server.connect(receiveBuffer: 8192)
            try client.send(Echo.get("/", "Connection: close"))
            try await Task.sleep(for: .seconds(1))
            #expect(try client.readResponse().body.count == size)
            #expect(client.isClosed())
        }
    }

    @Test func aResetEndsTheStreamAndItsHandler() async throws {
        let ended = Gate()
        let endless = Answering { _ in
            Response(
                .ok,
                body: .stream(length: nil) { sink in
                    defer { ended.open() }
                    while true {
                        try await sink.write([UInt8](repeating: 7, count: 1000))
                        try await EventLoopSleep.sleep(milliseconds: 1)
                    }
                })
        }
        try await TestServer.run(endless) { server in
            let client = try server.connect()
            try client.send(Echo.get("/"))
            _ = try client.readChunkAfterHead()
            client.reset()
            try await ended.passed()
            #expect(await server.counts { $0.open == 0 }.open == 0)
        }
    }

    @Test func aResetCancelsTheHandler() async throws {
        let (began, cancelled) = (Gate(), Gate())
        let patient = Answering { _ in
            began.open()
            do { try await EventLoopSleep.sleep(milliseconds: 30_000) } catch { cancelled.open() }
            return .text("late")
        }
        try await TestServer.run(patient) { server in
            let client = try server.connect()
            try client.send(Echo.get("/"))
            try await began.passed()
            client.reset()
            try await cancelled.passed()
            #expect(await server.counts { $0.open == 0 }.open == 0)
        }
    }

    /// After its connection is gone a pipeline's remaining requests are nobody's.
    @Test func aResetEndsThePipeline() async throws {
        let (began, go) = (Gate(), Gate())
        let answered = Atomic<Int>(0)
        let patient = Answering { _ in
            answered.add(1, ordering: .relaxed)
            began.open()
            // Deaf to cancellation on purpose.
            _ = try? await Task { try await go.passed() }.value
            return .text("secret")
        }
        try await TestServer.run(patient) { server in
            let client = try server.connect()
            try client.send(String(repeating: Echo.get("/"), count: 10))
            try await began.passed()
            client.reset()
            _ = await server.counts { $0.open == 0 }
            let other = try server.connect()
            go.open()
            #expect(other.staysSilent(for: .milliseconds(150)))
            #expect(answered.load(ordering: .relaxed) == 1)
        }
    }

    @Test func resetsAtAnyMomentLeaveNothingBehind() async throws {
        let text = Array(Echo.post("/", "Content-Length: 5", body: "hello").utf8)
        try await TestServer.run(Echo.responder) { server in
            for cut in 0...text.count {
                let client = try server.connect()
                try client.send(Array(text[..<cut]))
                if cut % 2 == 0 { client.reset() } else { client.close() }
            }
            #expect(try server.ask(Echo.get("/")).status == 200)
            #expect(await server.counts { $0.open == 0 }.open == 0)
        }
    }
}

extension RawClient {
    fileprivate func readChunkAfterHead() throws -> [UInt8] {
        _ = try readHead()
        return try readChunk()
    }
}
