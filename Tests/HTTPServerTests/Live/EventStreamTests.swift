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

    /// Streams of a hub, which begin with the last event the browser says it has had.
    private struct Streaming: Responder {
        let hub: EventHub
        var heartbeat = Duration.seconds(60)

        func respond(to request: Request) async -> Response {
            EventStream.response(to: request, retry: .milliseconds(1500), heartbeat: heartbeat) { [hub] stream in
                try await stream.send(ServerEvent("ilk", id: stream.lastEventID ?? "yok"))
                await hub.serve(stream)
            }
        }
    }

    private static let asking = "GET /canli HTTP/1.1\r\nHost: a\r\n"

    /// A server on loops of its own and a hub over them. The body has a thread of its own: its clients block.
    private func running(
        heartbeat: Duration = .seconds(60), limits: ServerLimits = ServerLimits(),
        _ body: (WebServer, EventHub, UInt16) async throws -> Void
    ) async throws {
        let (loops, client) = (try LoopGroup(count: 2), try LoopGroup(count: 1))
        defer {
            client.stop()
            loops.stop()
        }
        let hub = EventHub(loops: loops)
        let server = WebServer(loops: loops, responder: Streaming(hub: hub, heartbeat: heartbeat), limits: limits)
        let address = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let listener = try await server.listen(on: address)
        try await withTaskExecutorPreference(client.first) { try await body(server, hub, listener.address.port) }
        await listener.stop()
        _ = await server.drain(for: .zero)
    }

    private func text(_ client: RawClient) throws -> String { String(decoding: try client.readChunk(), as: UTF8.self) }

    /// A client whose stream has begun and is in the hub.
    private func streaming(_ port: UInt16, _ fields: String = "", receiveBuffer: Int32? = nil) throws -> RawClient {
        let client = try RawClient(port: port, receiveBuffer: receiveBuffer)
        try client.send(Self.asking + fields + "\r\n")
        let head = try client.readHead()
        #expect(head.status == 200)
        #expect(head.all("content-type") == ["text/event-stream"])
        #expect(head.all("cache-control") == ["no-store, no-transform"])
        #expect(head.endsConnection)
        #expect(try text(client) == "retry: 1500\n\n")
        return client
    }

    /// Polls, because joining and leaving take a moment.
    private func count(_ hub: EventHub, is wanted: Int) async -> Bool {
        for _ in 0..<3_000 {
            if await hub.count() == wanted { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    @Test func aBroadcastReachesEveryStreamOnEveryLoopAndTheStopEndsThem() async throws {
        try await running { server, hub, port in
            let clients = try (0..<8).map { _ in try streaming(port) }
            for client in clients { #expect(try text(client) == "id: yok\ndata: ilk\n\n") }
            #expect(await count(hub, is: 8))
            for number in 0..<100 { hub.broadcast(ServerEvent("\(number)")) }
            let expected = (0..<100).map { "data: \($0)\n\n" }.joined()
            for client in clients {
                var heard = ""
                while heard.utf8.count < expected.utf8.count { heard += try text(client) }
                #expect(heard == expected)
            }
            let drained = Task { await server.drain(for: .seconds(60)) }
            for client in clients {
                #expect(try client.readChunk().isEmpty)
                #expect(try client.readToEnd(refusingReset: true).isEmpty)
                client.close()
            }
            #expect(await drained.value)
            #expect(await count(hub, is: 0))
        }
    }

    @Test func aBrowserSaysWhatItHadLast() async throws {
        try await running { _, _, port in
            let client = try streaming(port, "Last-Event-ID: 42\r\n")
            #expect(try text(client) == "id: 42\ndata: ilk\n\n")
        }
    }

    @Test func beatsComeWhileNothingHappensAndTheTimeOfAHandlerDoesNotCount() async throws {
        var limits = ServerLimits()
        limits.handlerTime = .milliseconds(50)
        limits.handlerGrace = .milliseconds(50)
        limits.writeFloorTime = .milliseconds(50)
        try await running(heartbeat: .milliseconds(400), limits: limits) { _, hub, port in
            let client = try streaming(port)
            #expect(try text(client) == "id: yok\ndata: ilk\n\n")
            for _ in 0..<3 { #expect(try text(client) == ":\n\n") }
            #expect(await hub.count() == 1)
        }
    }

    @Test func aBrowserThatGoesIsMissedAtOnce() async throws {
        try await running { server, hub, port in
            let (first, second) = (try streaming(port), try streaming(port))
            #expect(await count(hub, is: 2))
            first.close()
            #expect(await count(hub, is: 1))
            second.reset()
            #expect(await count(hub, is: 0))
            #expect(await server.counters().open == 0)
        }
    }

    @Test func aStreamThatDoesNotKeepUpEndsAndTheOthersGoOn() async throws {
        var limits = ServerLimits()
        limits.postAhead = 4096
        try await running(limits: limits) { _, hub, port in
            let slow = try streaming(port, receiveBuffer: 4096)
            let quick = try streaming(port)
            #expect(try text(quick) == "id: yok\ndata: ilk\n\n")
            #expect(await count(hub, is: 2))
            let event = ServerEvent(String(repeating: "x", count: 60_000))
            var rounds = 0
            while await hub.count() == 2, rounds < 1_000 {
                hub.broadcast(event)
                var heard = 0
                while heard < event.bytes.count { heard += try quick.readChunk().count }
                rounds += 1
            }
            #expect(await hub.count() == 1)
            hub.broadcast(ServerEvent("son"))
            #expect(try text(quick) == "data: son\n\n")
            slow.close()
        }
    }

    @Test func oldClientsReadToTheEnd() async throws {
        try await running { server, hub, port in
            let client = try RawClient(port: port)
            try client.send("GET /canli HTTP/1.0\r\nHost: a\r\n\r\n")
            #expect(try client.readHead().all("transfer-encoding").isEmpty)
            #expect(await count(hub, is: 1))
            let drained = Task { await server.drain(for: .seconds(60)) }
            let body = String(decoding: try client.readToEnd(), as: UTF8.self)
            #expect(body == "retry: 1500\n\nid: yok\ndata: ilk\n\n")
            client.close()
            #expect(await drained.value)
        }
    }
}
