import EventLoop
import HTTP
import TestKit
import Testing

@testable import HTTPServer

@Suite("WebSocket on the wire")
struct WebSocketTests {
    private func frame(_ first: UInt8, _ payload: [UInt8] = []) -> [UInt8] { ClientFrames.frame(first, payload) }

    private func opened(_ server: TestServer, receiveBuffer: Int32? = nil) throws -> RawClient {
        let client = try server.connect(receiveBuffer: receiveBuffer)
        try client.send(Sockets.opening + "\r\n")
        #expect(try client.readHead().status == 101)
        return client
    }

    @Test func theHandshakeIsAnsweredAndMessagesComeBack() async throws {
        try await TestServer.run(Sockets(handler: Sockets.echo)) { server in
            let client = try server.connect()
            // The first frame does not wait for the answer.
            let first = frame(0x81, Array("ığüşöç".utf8))
            let head = "Sec-WebSocket-Protocol: eski, sohbet\r\nOrigin: https://konak.example\r\n\r\n"
            try client.send(Array((Sockets.opening + head).utf8) + first)
            let answer = try client.readHead()
            #expect(answer.status == 101)
            #expect(answer.all("sec-websocket-accept") == ["s3pPLMBiTxaQ9kYGzzhZRbK+xOo="])
            #expect(answer.all("sec-websocket-protocol") == ["sohbet"])
            #expect(answer.all("connection") == ["upgrade"])
            #expect(answer.all("content-length").isEmpty && answer.all("transfer-encoding").isEmpty)
            #expect(try client.take(2 + 12) == [0x81, 12] + Array("ığüşöç".utf8))
            try client.send(frame(0x89, [1, 2]))
            #expect(try client.take(4) == [0x8a, 2, 1, 2])
            try client.send(frame(0x88, [3, 232]))
            #expect(try client.take(4) == [0x88, 2, 3, 232])
            #expect(try client.readToEnd(refusingReset: true).isEmpty)
        }
    }

    @Test func aBrokenFrameIsAnsweredWithItsCodeAndTheEnd() async throws {
        try await TestServer.run(Sockets(handler: Sockets.echo)) { server in
            let client = try opened(server)
            try client.send([0x81, 1, 0x61])
            let farewell = try client.readToEnd()
            #expect(Array(farewell.prefix(1)) == [0x88])
            #expect(Array(farewell[2..<4]) == [3, 234])
        }
    }

    @Test func aMessageThatIsNotWholeInItsTimeIsNotWaitedForUntilTheNextPing() async throws {
        var limits = WebSocketLimits()
        (limits.messageTime, limits.silence) = (.milliseconds(200), .seconds(60))
        let upgrade = WebSocketUpgrade(protocols: ["sohbet"], limits: limits)
        try await TestServer.run(Sockets(upgrade: upgrade, handler: Sockets.echo)) { server in
            let client = try opened(server)
            try client.send(frame(0x81, [0x61]))
            #expect(try client.take(3) == [0x81, 1, 0x61])
            let began = ContinuousClock.now
            try client.send(frame(0x01, [0x61]))
            let farewell = try client.take(4)
            #expect(farewell[0] == 0x88 && Array(farewell[2...]) == [3, 240])
            #expect((.milliseconds(150) ..< .seconds(10)).contains(ContinuousClock.now - began))
        }
    }

    @Test func pingsAndGoodbyesAreAnsweredForAHandlerThatDoesNotListen() async throws {
        let ended = Gate()
        let deaf = Sockets { socket in
            await socket.untilEnd()
            #expect(socket.closure?.code == 4001)
            ended.open()
        }
        try await TestServer.run(deaf) { server in
            let client = try opened(server)
            try client.send(frame(0x81, [0x61]) + frame(0x89, [7]))
            #expect(try client.take(3) == [0x8a, 1, 7])
            try client.send(frame(0x88, [0x0f, 0xa1]))
            #expect(try client.take(4) == [0x88, 2, 0x0f, 0xa1])
            try await ended.passed()
            #expect(client.isClosed())
        }
    }

    @Test func whatTheHandlerDidIsToldInTheCode() async throws {
        struct Fault: Error {}
        let cases: [(String, @Sendable (WebSocket) async throws -> Void, [UInt8])] = [
            ("returned", { _ in }, [0x88, 2, 3, 232]),
            ("failed", { _ in throw Fault() }, [0x88, 2, 3, 243]),
            ("closed", { await $0.close(WebSocketClosure(4000, "b")) }, [0x88, 3, 0x0f, 0xa0, 0x62]),
        ]
        for (name, handler, farewell) in cases {
            try await TestServer.run(Sockets(handler: handler)) { server in
                let client = try opened(server)
                #expect(try client.take(farewell.count) == farewell, "\(name)")
                try client.send(frame(0x88, Array(farewell[2...])))
                #expect(client.isClosed(), "\(name)")
            }
        }
    }

    @Test func aPeerThatGoesWithoutAGoodbyeEndsTheHandler() async throws {
        let ended = Gate()
        let handler: @Sendable (WebSocket) async throws -> Void = { socket in
            while await socket.receive() != nil {}
            #expect(socket.closure == .vanished)
            await #expect(throws: BodyFault.self) { try await socket.send(.text("kimse")) }
            #expect(!socket.post(.text("kimse")))
            ended.open()
        }
        for ending in [{ (client: RawClient) in client.reset() }, { $0.close() }] {
            try await TestServer.run(Sockets(handler: handler)) { server in
                let client = try opened(server)
                try client.send(frame(0x01, [0x61]))
                ending(client)
                try await ended.passed()
            }
        }
    }

    @Test func whoSendsMoreThanTheHandlerTakesIsHeldBack() async throws {
        let (go, taken) = (Gate(), Gate())
        let count = 400
        let slow = Sockets { socket in
            try await go.passed()
            for number in 0..<count {
                guard case .binary(let bytes)? = await socket.receive() else { break }
                #expect(bytes.count == 64 * 1024 && bytes[0] == UInt8(truncatingIfNeeded: number))
            }
            taken.open()
            _ = await socket.receive()
        }
        try await TestServer.run(slow) { server in
            let client = try opened(server)
            let stream = (0..<count).flatMap { number in
                frame(0x82, [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 64 * 1024))
            }
            var sent = 0
            // Some megabytes fit into the system's buffers; twenty-six do not.
            for _ in 0..<200 where sent < stream.count {
                let count = client.sendWithoutWaiting(Array(stream[sent..<min(sent + 256 * 1024, stream.count)]))
                sent += count
                if count == 0 { try await EventLoopSleep.sleep(milliseconds: 5) }
            }
            #expect(sent < stream.count)
            go.open()
            try client.send(Array(stream[sent...]))
            try await taken.passed()
        }
    }

    @Test func aPeerThatTakesNothingHoldsTheHandlerBackAndIsDropped() async throws {
        let ended = Gate()
        let flooding = Sockets { socket in
            defer { ended.open() }
            while true { try await socket.send(.binary([UInt8](repeating: 1, count: 100_000))) }
        }
        var limits = ServerLimits()
        limits.writeFloorTime = .milliseconds(300)
        try await TestServer.run(flooding, limits: limits) { server in
            let client = try opened(server, receiveBuffer: 4096)
            try await ended.passed()
            #expect(await server.counts { $0.open == 0 }.open == 0)
            client.close()
        }
    }

    @Test func aSilentPeerIsAskedAndThenGivenUp() async throws {
        var limits = WebSocketLimits()
        limits.silence = .milliseconds(150)
        let sockets = Sockets(upgrade: WebSocketUpgrade(limits: limits), handler: Sockets.echo)
        try await TestServer.run(sockets) { server in
            let client = try opened(server)
            #expect(try client.take(2) == [0x89, 0])
            #expect(client.isClosed())
        }
    }

    @Test func anIdleSocketOutlivesTheTimeOfAHandler() async throws {
        var limits = ServerLimits()
        limits.handlerTime = .milliseconds(50)
        limits.handlerGrace = .milliseconds(50)
        limits.writeFloorTime = .milliseconds(50)
        try await TestServer.run(Sockets(handler: Sockets.echo), limits: limits) { server in
            let client = try opened(server)
            try await EventLoopSleep.sleep(milliseconds: 1_500)
            try client.send(frame(0x81, [0x61]))
            #expect(try client.take(3) == [0x81, 1, 0x61])
        }
    }

    @Test func theStopSaysGoingAwayAndDoesNotWaitForItsWholeTime() async throws {
        try await TestServer.run(Sockets(handler: Sockets.echo)) { server in
            let client = try opened(server)
            let drained = Task(executorPreference: server.loops.first) { await server.server.drain(for: .seconds(60)) }
            #expect(try client.take(4) == [0x88, 2, 3, 233])
            try client.send(frame(0x88, [3, 233]))
            #expect(try client.readToEnd(refusingReset: true).isEmpty)
            client.close()
            #expect(await drained.value)
        }
    }

    @Test func theStopDoesNotWaitForWhoDoesNotAnswer() async throws {
        var limits = WebSocketLimits()
        limits.closing = .milliseconds(100)
        let sockets = Sockets(upgrade: WebSocketUpgrade(limits: limits), handler: Sockets.echo)
        try await TestServer.run(sockets) { server in
            let client = try opened(server)
            #expect(await server.server.drain(for: .seconds(60)))
            #expect(try client.readToEnd() == [0x88, 2, 3, 233])
        }
    }

    @Test func anUpgradeThatIsNoneIsOurFault() async throws {
        let wrong = Answering { request in
            switch request.head.path {
            case "/status": Response(.ok, body: .upgrade { _ in })
            case "/body": Response(.switchingProtocols, body: .bytes([1]))
            default: Response(.switchingProtocols, body: .upgrade { _ in })
            }
        }
        try await TestServer.run(wrong) { server in
            for path in ["/status", "/body"] {
                let answer = try server.ask("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(answer.status == 500, "\(path)")
            }
            #expect(try server.ask("GET / HTTP/1.0\r\nHost: a\r\n\r\n").status == 500)
            let posted = try server.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n")
            #expect(posted.status == 500)
        }
    }
}
