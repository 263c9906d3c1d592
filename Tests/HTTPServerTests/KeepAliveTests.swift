import EventLoop
import HTTP
import HTTPServer
import TestKit
import Testing

@Suite struct KeepAliveTests {
    @Test func answersOnOneConnectionAgainAndAgain() async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            for number in 0..<50 {
                try client.send(Echo.get("/\(number)"))
                let response = try client.readResponse()
                #expect(response.status == 200)
                #expect(response.text == "GET /\(number) ")
                #expect(!response.endsConnection)
            }
        }
    }

    @Test func endsWhenTheClientAsksForIt() async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            try client.send(Echo.get("/a", "Connection: close") + Echo.get("/never"))
            let response = try client.readResponse()
            #expect(response.text == "GET /a ")
            #expect(response.endsConnection)
            #expect(client.isClosed())
            #expect(await server.server.counters().requests == 1)
        }
    }

    @Test func answersPipelinedRequestsInOrder() async throws {
        let slowFirst = Answering { request in
            if request.head.path == "/0" { try? await EventLoopSleep.sleep(milliseconds: 50) }
            return await Echo.responder.respond(to: request)
        }
        try await TestServer.run(slowFirst) { server in
            let client = try server.connect()
            try client.send(Echo.get("/0") + Echo.post("/1", "Content-Length: 3", body: "abc") + Echo.get("/2"))
            #expect(try client.readResponse().text == "GET /0 ")
            #expect(try client.readResponse().text == "POST /1 abc")
            #expect(try client.readResponse().text == "GET /2 ")
        }
    }

    /// Wherever the bytes are cut, the same requests come out.
    @Test func readsRequestsCutAnywhere() async throws {
        let text = Array((Echo.post("/a", "Content-Length: 5", body: "hello") + Echo.get("/b")).utf8)
        try await TestServer.run(Echo.responder) { server in
            for cut in 1..<text.count {
                let client = try server.connect()
                try client.send(Array(text[..<cut]))
                try client.send(Array(text[cut...]))
                #expect(try client.readResponse().text == "POST /a hello")
                #expect(try client.readResponse().text == "GET /b ")
            }
        }
    }

    @Test func readsRequestsByteByByte() async throws {
        let text = Array(
            (Echo.get("/a") + Echo.post("/b", "Transfer-Encoding: chunked", body: "3;x=y\r\nabc\r\n0\r\nx: y\r\n\r\n"))
                .utf8)
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            for byte in text { try client.send([byte]) }
            #expect(try client.readResponse().text == "GET /a ")
            #expect(try client.readResponse().text == "POST /b abc")
        }
    }

    @Test func headGetsTheHeadOnly() async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            try client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n" + Echo.get("/next"))
            let response = try client.readResponse(to: "HEAD")
            #expect(response["content-length"] == "10")
            #expect(try client.readResponse().text == "GET /next ")
        }
    }

    @Test func speaksOneDotZero() async throws {
        try await TestServer.run(Echo.responder) { server in
            let client = try server.connect()
            try client.send("GET /a HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n")
            let kept = try client.readResponse()
            #expect(kept["connection"] == "keep-alive")
            try client.send("GET /b HTTP/1.0\r\nHost: a\r\n\r\n")
            #expect(try client.readResponse().endsConnection)
            #expect(client.isClosed())
        }
    }

    @Test func saysNothingOfLengthWhereThereIsNoBody() async throws {
        let statuses = Answering { request in
            Response(Status(UInt16(request.head.path.dropFirst()) ?? 200), body: .bytes([1, 2, 3]))
        }
        try await TestServer.run(statuses) { server in
            let client = try server.connect()
            for status in [204, 304] {
                try client.send(Echo.get("/\(status)"))
                let response = try client.readResponse()
                #expect(response.status == status)
                #expect(response["content-length"] == nil)
            }
            try client.send(Echo.get("/200"))
            #expect(try client.readResponse().body == [1, 2, 3])
        }
    }

    @Test func framingIsTheServersAlone() async throws {
        let forger = Answering { _ in
            Response(
                .ok,
                fields: Fields(
                    (.contentLength, "1"), (.transferEncoding, "chunked"), (.connection, "upgrade"), (.date, "never"),
                    (FieldName("x-text"), "a\r\nx-forged: b")), body: .bytes(Array("abc".utf8)))
        }
        try await TestServer.run(forger) { server in
            let response = try server.ask(Echo.get("/"))
            #expect(response.all("content-length") == ["3"])
            #expect(response.all("transfer-encoding").isEmpty)
            #expect(response.all("x-forged").isEmpty)
            #expect(response["x-text"] == "ax-forged: b")
            #expect(response["date"]?.hasSuffix(" GMT") == true)
        }
    }

    /// Many requests at once cost no more memory than a few, and nobody else waits for their end.
    @Test(arguments: ["GET", "HEAD"]) func tenThousandPipelinedRequestsDoNotPileUp(method: String) async throws {
        let body = [UInt8](repeating: 120, count: 1000)
        let responder = Answering { _ in Response(.ok, body: .bytes(body)) }
        var limits = ServerLimits()
        limits.sendAhead = 64 * 1024
        let answer = method == "GET" ? 1080 : 80
        try await TestServer.run(responder, limits: limits) { [limits] server in
            let client = try server.connect(receiveBuffer: 4096)
            let batch = Array(String(repeating: "\(method) / HTTP/1.1\r\nHost: a\r\n\r\n", count: 10_000).utf8)
            var sent = 0
            var stalls = 0
            while sent < batch.count, stalls < 50 {
                let count = client.sendWithoutWaiting(Array(batch[sent...]))
                sent += count
                stalls = count == 0 ? stalls + 1 : 0
                if count == 0 { try await Task.sleep(for: .milliseconds(2)) }
            }
            // Nobody reads its answers, so the server has stopped answering.
            let waiting = await server.server.counters()
            #expect(waiting.requests < 10_000)
            #expect(Int(waiting.requests) * answer - Int(waiting.bytesOut) < limits.sendAhead + 100_000)
            #expect(try server.ask(Echo.get("/other")).status == 200)
            let rest = Array(batch[sent...])
            let sender = BlockingPool(threads: 1, waiting: 1)
            #expect(sender.submit { try? client.send(rest) })
            for _ in 0..<10_000 { #expect(try client.readResponse(to: method).status == 200) }
            sender.stop()
            #expect(await server.server.counters().requests == 10_001)
        }
    }
}
