import EventLoop
import Glibc
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

@Suite struct StreamingTests {
    private func streaming(
        length: Int? = nil, _ produce: @escaping @Sendable (any BodySink) async throws -> Void
    ) -> Answering {
        Answering { _ in Response(.ok, body: .stream(length: length, produce)) }
    }

    @Test func aFailingStreamHasNoProperEnd() async throws {
        let failing = streaming { sink in
            try await sink.write(Array("some".utf8))
            throw CancellationError()
        }
        try await TestServer.run(failing) { server in
            let client = try server.connect()
            try client.send(Echo.get("/"))
            _ = try client.readHead()
            let rest = try client.readToEnd()
            #expect(!String(decoding: rest, as: UTF8.self).hasSuffix("0\r\n\r\n"))
        }
    }

    @Test(arguments: [2, 6]) func aStreamMustKeepItsLength(length: Int) async throws {
        try await TestServer.run(streaming(length: length) { try await $0.write(Array("four".utf8)) }) { server in
            let client = try server.connect()
            try client.send(Echo.get("/"))
            #expect(throws: RawClient.Fault.closedEarly) { try client.readResponse() }
        }
    }

    @Test func sendsEachPieceAtOnce() async throws {
        let (first, second) = (Gate(), Gate())
        let events = streaming { sink in
            for (word, gate) in [("one", first), ("two", second)] {
                try await sink.write(Array(word.utf8))
                try await gate.passed()
            }
        }
        try await TestServer.run(events) { server in
            let client = try server.connect()
            try client.send(Echo.get("/"))
            _ = try client.readHead()
            #expect(try client.readChunk() == Array("one".utf8))
            first.open()
            #expect(try client.readChunk() == Array("two".utf8))
            second.open()
            #expect(try client.readChunk().isEmpty)
            try client.send(Echo.get("/"))
            #expect(try client.readResponse().text == "onetwo")
        }
    }

    @Test func oneDotZeroGetsNoChunks() async throws {
        try await TestServer.run(streaming { try await $0.write(Array("text".utf8)) }) { server in
            let client = try server.connect()
            try client.send("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n")
            let response = try client.readResponse()
            #expect(response.text == "text")
            #expect(response.endsConnection)
        }
    }

    /// A reader that does not read suspends the handler; what waits for it stays small.
    @Test func suspendsTheHandlerOfASlowReader() async throws {
        let written = Atomic<Int>(0)
        let total = 64 << 20
        let torrent = Answering { _ in
            Response(
                .ok,
                body: .stream(length: total) { sink in
                    let piece = [UInt8](repeating: 7, count: 64 * 1024)
                    for _ in 0..<(total / piece.count) {
                        try await sink.write(piece)
                        written.add(piece.count, ordering: .relaxed)
                    }
                })
        }
        try await TestServer.run(torrent) { server in
            let client = try server.connect(receiveBuffer: 8192)
            try client.send(Echo.get("/"))
            var last = -1
            while last != written.load(ordering: .relaxed) {
                last = written.load(ordering: .relaxed)
                try await Task.sleep(for: .milliseconds(100))
            }
            // The system's own send buffer takes up to 4 MB on loopback; ours no more than 256 kB and a piece.
            #expect(last < 8 << 20)
            let sent = await server.server.counters().bytesOut
            #expect(last - Int(sent) <= 400 * 1024)
            #expect(try client.readResponse().body.count == total)
            #expect(written.load(ordering: .relaxed) == total)
        }
    }

    @Test func writersSideBySideAllGoOn() async throws {
        let piece = [UInt8](repeating: 1, count: 300_000)
        let sideBySide = streaming { sink in
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 { group.addTask { try await sink.write(piece) } }
                try await group.waitForAll()
            }
        }
        try await TestServer.run(sideBySide) { server in
            let response = try server.ask(Echo.get("/"))
            #expect(response.body.count == 2_400_000)
        }
    }

    /// Bytes written too late would become part of another answer.
    @Test func aKeptSinkTakesNothing() async throws {
        let kept = Mutex<(any BodySink)?>(nil)
        let keeper = Answering { request in
            if request.head.path == "/keep" {
                return Response(.ok, body: .stream(length: nil) { sink in kept.withLock { $0 = sink } })
            }
            let old = kept.withLock { $0 }
            do { try await old?.write(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)) } catch { return .text("\(error)") }
            return .text("written")
        }
        try await TestServer.run(keeper) { server in
            let client = try server.connect()
            try client.send(Echo.get("/keep") + Echo.get("/use"))
            #expect(try client.readResponse().body.isEmpty)
            #expect(try client.readResponse().text == "\(BodyFault.interrupted)")
        }
    }

    // MARK: Files

    private func file(_ size: Int) throws -> TemporaryFile {
        try TemporaryFile(bytes: (0..<size).map { UInt8($0 % 251) })
    }

    @Test func sendsFilesWholeAndInPart() async throws {
        let file = try file(3 << 20)
        let responder = Answering { request in
            let part = request.head.path == "/part"
            return Response(.ok, body: .file(file, offset: part ? 1000 : 0, length: part ? 5000 : file.bytes.count))
        }
        try await TestServer.run(responder) { server in
            let client = try server.connect()
            for _ in 0..<3 {
                try client.send(Echo.get("/whole") + Echo.get("/part"))
                #expect(try client.readResponse().body == file.bytes)
                #expect(try client.readResponse().body == Array(file.bytes[1000..<6000]))
            }
        }
    }

    @Test func sendsFilesToSlowReaders() async throws {
        let file = try file(6 << 20)
        var limits = ServerLimits()
        limits.handlerTime = .milliseconds(500)
        limits.handlerGrace = .milliseconds(100)
        let responder = Answering { _ in Response(.ok, body: .file(file, offset: 0, length: file.bytes.count)) }
        try await TestServer.run(responder, limits: limits) { server in
            let client = try server.connect(receiveBuffer: 8192)
            try client.send(Echo.get("/"))
            // Longer than a handler may take: the answer has been given, only the reader is slow.
            try await Task.sleep(for: .milliseconds(1500))
            #expect(try client.readResponse().body == file.bytes)
            #expect(await server.server.counters().timedOut == 0)
        }
    }

    static let impossible: [(Int, Int)] = [(0, 2000), (500, 501), (-1, 5), (5, -1), (.max, 5), (1000, 1)]

    @Test(arguments: impossible) func aFileShorterThanPromisedEndsTheConnection(offset: Int, length: Int) async throws {
        let file = try file(1000)
        let responder = Answering { _ in Response(.ok, body: .file(file, offset: offset, length: length)) }
        try await TestServer.run(responder) { server in
            let client = try server.connect()
            try client.send(Echo.get("/"))
            let head = try client.readHead()
            #expect(head["content-length"] == "\(max(length, 0))")
            #expect(try client.readToEnd().count < max(length, 1))
        }
    }
}

/// An open, nameless file with these bytes.
final class TemporaryFile: OpenFile {
    let descriptor: Int32
    let bytes: [UInt8]

    init(bytes: [UInt8]) throws {
        self.bytes = bytes
        var path = Array("/tmp/konak-test-XXXXXX".utf8CString)
        descriptor = unsafe mkstemp(&path)
        unsafe unlink(path)
        let written = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw RawClient.Fault.system("write", errno) }
    }

    deinit { close(descriptor) }
}
