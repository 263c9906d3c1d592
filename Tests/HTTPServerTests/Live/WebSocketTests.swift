import EventLoop
import HTTP
import TestKit
import Testing

@testable import HTTPServer

@Suite("WebSocket on the wire")
struct WebSocketTests {
    private struct Echo: Responder {
        var limits = WebSocketLimits()

        func respond(to request: Request) async -> Response {
            do {
                return try WebSocketUpgrade(protocols: ["sohbet"], limits: limits).answer(request) { socket in
                    while let message = try await socket.receive() { try await socket.send(message) }
                }
            } catch {
                return Response(Status(error.status))
            }
        }
    }

    private static let opening = """
        GET /ws HTTP/1.1\r\nHost: konak.example\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n\
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n
        """

    @Test func theHandshakeIsAnsweredAndMessagesComeBack() async throws {
        try await TestServer.run(Echo()) { server in
            let client = try server.connect()
            try client.send(Self.opening + "Sec-WebSocket-Protocol: eski, sohbet\r\nOrigin: https://konak.example\r\n\r\n")
            let head = try client.readHead()
            #expect(head.status == 101)
            #expect(head.all("sec-websocket-accept") == ["s3pPLMBiTxaQ9kYGzzhZRbK+xOo="])
            #expect(head.all("sec-websocket-protocol") == ["sohbet"])
            #expect(head.all("connection") == ["upgrade"])
            try client.send(masked(0x81, Array("ığüşöç".utf8)))
            #expect(try client.take(2 + 11) == [0x81, 11] + Array("ığüşöç".utf8))
            try client.send(masked(0x89, [1, 2]))
            #expect(try client.take(4) == [0x8a, 2, 1, 2])
            try client.send(masked(0x88, [3, 232]))
            #expect(try client.take(4) == [0x88, 2, 3, 232])
            #expect(try client.readToEnd().isEmpty)
        }
    }

    @Test func aBrokenFrameIsAnsweredWithItsCodeAndTheEnd() async throws {
        try await TestServer.run(Echo()) { server in
            let client = try server.connect()
            try client.send(Self.opening + "\r\n")
            #expect(try client.readHead().status == 101)
            try client.send([0x81, 1, 0x61])
            let farewell = try client.readToEnd()
            #expect(Array(farewell.prefix(1)) == [0x88])
            #expect(Array(farewell[2..<4]) == [3, 234])
        }
    }

    @Test func whatIsNoHandshakeIsRefused() async throws {
        let cases: [(String, UInt16)] = [
            ("GET /ws HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            (Self.opening.replacing("13", with: "12") + "\r\n", 400),
            (Self.opening.replacing("dGhl", with: "dGh") + "\r\n", 400),
            (Self.opening.replacing("websocket\r\nC", with: "andere\r\nC") + "\r\n", 400),
            (Self.opening + "Origin: https://kotu.example\r\n\r\n", 403),
            (Self.opening + "Origin: null\r\n\r\n", 403),
        ]
        try await TestServer.run(Echo()) { server in
            for (request, status) in cases {
                let client = try server.connect()
                try client.send(request)
                #expect(try client.readHead().status == Int(status), "\(request)")
            }
        }
    }

    @Test func aSilentPeerIsAskedAndThenGivenUp() async throws {
        var limits = WebSocketLimits()
        limits.silence = .milliseconds(150)
        try await TestServer.run(Echo(limits: limits)) { server in
            let client = try server.connect()
            try client.send(Self.opening + "\r\n")
            #expect(try client.readHead().status == 101)
            #expect(try client.take(2) == [0x89, 0])
            _ = try? client.readToEnd()
        }
    }

    private func masked(_ first: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [first, 0x80 | UInt8(payload.count), 1, 2, 3, 4]
            + payload.enumerated().map { $1 ^ [1, 2, 3, 4][$0 & 3] }
    }
}
