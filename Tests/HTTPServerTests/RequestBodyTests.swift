import EventLoop
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

@Suite struct RequestBodyTests {
    @Test func refusesUnknownExpectations() async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Expect: the-best", "Content-Length: 3"))
            let response = try client.readResponse()
            #expect(response.status == 417)
            #expect(response.endsConnection)
            #expect(client.isClosed())
        }
    }

    @Test func sendsContinueWhenTheHandlerReads() async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Expect: 100-continue", "Content-Length: 3"))
            #expect(try client.readResponse().status == 100)
            try client.send("abc")
            #expect(try client.readResponse().text == "POST / abc")
            try client.send(Echo.get("/next"))
            #expect(try client.readResponse().text == "GET /next ")
        }
    }

    @Test func sendsNoContinueWhenTheHandlerDoesNotRead() async throws {
        let refusing = Answering { _ in .text("no", status: .forbidden) }
        try await TestServer.run(refusing) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Expect: 100-continue", "Content-Length: 3"))
            let response = try client.readResponse()
            #expect(response.status == 403)
            #expect(response.endsConnection)
        }
    }

    @Test func sendsNoContinueWhenTheBodyIsThere() async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Expect: 100-continue", "Content-Length: 3", body: "abc"))
            #expect(try client.readResponse().text == "POST / abc")
        }
    }

    @Test func readsChunksBothWays() async throws {
        let echo = Answering { request in
            Response(
                .ok,
                body: .stream(length: nil) { sink in
                    while let piece = try await request.body.next() { try await sink.write(piece) }
                })
        }
        try await TestServer.run(echo) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Transfer-Encoding: chunked"))
            let head = try client.readHead()
            #expect(head["transfer-encoding"] == "chunked")
            for word in ["one", "two", "three"] {
                try client.send("\(String(word.utf8.count, radix: 16))\r\n\(word)\r\n")
                #expect(try client.readChunk() == Array(word.utf8))
            }
            try client.send("0\r\n\r\n")
            #expect(try client.readChunk().isEmpty)
            // When the head was written the body was still coming: nothing more could be promised.
            #expect(head.endsConnection)
            #expect(client.isClosed())
        }
    }

    static let broken = [
        "5\r\nabcde0\r\n\r\n", "5\r\nabcdefg\r\n", "x\r\n\r\n", "-1\r\n\r\n", "5 \r\nabcde\r\n0\r\n\r\n", "\r\n",
        "5\nabcde\r\n",
        "fffffffffffffffff\r\n", "0\r\nContent-Length: 5\r\n\r\n", "0\r\nHost: b\r\n\r\n",
        "5;\(String(repeating: "x", count: 200_000))\r\nabcde\r\n0\r\n\r\n",
    ]

    @Test(arguments: broken) func refusesBrokenChunks(body: String) async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Transfer-Encoding: chunked", body: body) + Echo.get("/smuggled"))
            let response = try client.readResponse()
            #expect(response.status == (body.hasPrefix("ffff") ? 413 : 400))
            #expect(response.endsConnection)
            #expect(client.isClosed())
            #expect(await server.server.counters().requests == 1)
        }
    }

    @Test func refusesADeclaredLengthBeyondTheLimit() async throws {
        var limits = ServerLimits()
        limits.bodyBytes = 1000
        try await TestServer.run(Echo.responder, limits: limits) { server in
            let response = try server.ask(Echo.post("/", "Content-Length: 1001"))
            #expect(response.status == 413)
            #expect(await server.server.counters().requests == 0)
            #expect(
                try server.ask(Echo.post("/", "Content-Length: 1000", body: String(repeating: "x", count: 1000))).status
                    == 200)
        }
    }

    /// The handler is not told the truth by the client, and the server reads hardly more than the limit.
    @Test func refusesChunksBeyondTheLimit() async throws {
        var limits = ServerLimits()
        limits.bodyBytes = 100_000
        try await TestServer.run(Echo.responder, limits: limits) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Transfer-Encoding: chunked"))
            let chunk = "2710\r\n" + String(repeating: "x", count: 10_000) + "\r\n"
            for _ in 0..<11 { try client.send(chunk) }
            let response = try client.readResponse()
            #expect(response.status == 413)
            #expect(response.endsConnection)
        }
    }

    @Test func handlersMaySetALowerLimit() async throws {
        let small = Answering { request in
            do { return .text("\(try await request.body.collect(upTo: 10).count)") } catch {
                return .text("\(error)", status: .contentTooLarge)
            }
        }
        try await TestServer.run(small) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Content-Length: 10", body: "0123456789"))
            #expect(try client.readResponse().text == "10")
            try client.send(Echo.post("/", "Content-Length: 11", body: "0123456789a"))
            #expect(try client.readResponse().status == 413)
            try client.send(Echo.post("/", "Transfer-Encoding: chunked", body: "b\r\n0123456789a\r\n0\r\n\r\n"))
            #expect(try client.readResponse().status == 413)
        }
    }

    /// A handler that does not read keeps the client from sending, and loses nothing by it.
    @Test func readsNoFurtherThanTheHandler() async throws {
        let (opened, open) = (Gate(), Gate())
        let reader = Answering { request in
            opened.open()
            try? await open.passed()
            var count = 0
            do { while let piece = try await request.body.next() { count += piece.count } } catch {
                return .text("\(error)")
            }
            return .text("\(count)")
        }
        let size = 8 << 20
        try await TestServer.run(reader) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Content-Length: \(size)"))
            try await opened.passed()
            let piece = [UInt8](repeating: 1, count: 64 * 1024)
            var (sent, stalls) = (0, 0)
            while stalls < 100 {
                let count = client.sendWithoutWaiting(Array(piece.prefix(size - sent)))
                sent += count
                stalls = count == 0 ? stalls + 1 : 0
                if count == 0 { try await Task.sleep(for: .milliseconds(2)) }
            }
            #expect(sent < size)
            #expect(await server.server.counters().bytesIn < 300_000)
            open.open()
            while sent < size {
                let rest = min(piece.count, size - sent)
                try client.send(Array(piece.prefix(rest)))
                sent += rest
            }
            #expect(try client.readResponse().text == "\(size)")
        }
    }

    /// A body object that outlives its request must not eat the next request's bytes.
    @Test func aKeptBodyGivesNothing() async throws {
        let kept = Mutex<RequestBody?>(nil)
        let keeper = Answering { request in
            if request.head.path == "/keep" {
                kept.withLock { $0 = request.body }
                _ = try? await request.body.collect(upTo: 10)
                return .text("kept")
            }
            let old = kept.withLock { $0 }
            do { return .text("\(try await old?.next()?.count ?? -1)") } catch { return .text("\(error)") }
        }
        try await TestServer.run(keeper) { server in
            let client = try server.connect()
            try client.send(Echo.post("/keep", "Content-Length: 3", body: "abc"))
            #expect(try client.readResponse().text == "kept")
            try client.send(Echo.post("/use", "Content-Length: 3", body: "xyz"))
            #expect(try client.readResponse().text == "\(BodyFault.interrupted)")
        }
    }

    @Test func tellsOfAnInterruptedBody() async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            try client.send(Echo.post("/", "Content-Length: 10", body: "abc"))
            client.halfClose()
            let response = try client.readResponse()
            #expect(response.text == "interrupted")
            #expect(client.isClosed())
        }
    }
}
