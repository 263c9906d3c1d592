import EventLoop
import HTTP
import TestKit
import Testing

@testable import HTTPServer

@Suite("Event streams")
struct EventStreamTests {
    @Test func eventsAreWrittenAsTheStandardHasThem() {
        let cases: [(ServerEvent, String)] = [
            (ServerEvent("bir"), "data: bir\n\n"),
            (ServerEvent("bir\niki\r\nüç\rdört"), "data: bir\ndata: iki\ndata: üç\ndata: dört\n\n"),
            (ServerEvent("", name: "boş", id: "7"), "id: 7\nevent: boş\ndata: \n\n"),
            (ServerEvent("x", name: "a\nb", id: "1\r\ndata: y\0"), "id: 1data: y\nevent: ab\ndata: x\n\n"),
        ]
        for (event, text) in cases { #expect(String(decoding: event.bytes, as: UTF8.self) == text) }
    }

    private struct Streaming: Responder {
        let hub: EventHub

        func respond(to request: Request) async -> Response {
            EventStream.response(heartbeat: .milliseconds(300)) { stream in
                try await stream.send(ServerEvent("ilk", id: "1"))
                await hub.serve(stream)
            }
        }
    }

    @Test func aBroadcastReachesEveryStreamOnEveryLoopAndTheStopEndsThem() async throws {
        let loops = try LoopGroup(count: 2)
        defer { loops.stop() }
        let hub = EventHub(loops: loops)
        let server = WebServer(loops: loops, responder: Streaming(hub: hub))
        let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let listener = try await server.listen(on: address)
        let clients = try (0..<8).map { _ in try RawClient(port: listener.address.port) }
        for client in clients {
            try client.send("GET /canli HTTP/1.1\r\nHost: a\r\n\r\n")
            let head = try client.readHead()
            #expect(head.status == 200)
            #expect(head.all("content-type") == ["text/event-stream"])
            #expect(try text(client) == "retry: 2000\n\n")
            #expect(try text(client) == "id: 1\ndata: ilk\n\n")
        }
        while await hub.count() < 8 { await Task.yield() }
        hub.broadcast(ServerEvent("herkese"))
        for client in clients { #expect(try nextEvent(client) == "data: herkese\n\n") }
        await listener.stop()
        #expect(await server.drain(for: .seconds(20)))
    }

    private func text(_ client: RawClient) throws -> String { String(decoding: try client.readChunk(), as: UTF8.self) }

    /// The next piece that is not a heartbeat.
    private func nextEvent(_ client: RawClient) throws -> String {
        while true {
            let piece = try text(client)
            if piece != ":\n\n" { return piece }
        }
    }
}
