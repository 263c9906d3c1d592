import Core
import HTTP
import HTTPServer

/// Opens a WebSocket for whatever is asked.
struct Sockets: Responder {
    var upgrade = WebSocketUpgrade(protocols: ["sohbet"])
    let handler: @Sendable (WebSocket) async throws -> Void

    func respond(to request: Request) async -> Response {
        do { return try upgrade.answer(request, handler) } catch { return Response(Status(error.status)) }
    }

    /// Sends every message back.
    static func echo(_ socket: WebSocket) async throws {
        while let message = await socket.receive() { try await socket.send(message) }
    }

    static let opening = """
        GET /ws HTTP/1.1\r\nHost: konak.example\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n\
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n
        """
}
