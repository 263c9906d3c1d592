import CZlib
import EventLoop
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

@Suite struct CompressionTests {
    private static let pool = BlockingPool(threads: 2, waiting: 64)
    static let codings: [ContentCoding] = [.gzip, .brotli, .zstd]

    /// Text that packs well and differs everywhere.
    static func text(_ size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var number = 0
        while bytes.count < size {
            bytes += Array("row \(number &* 2_654_435_761 % 1_000_003) of the list; ".utf8)
            number += 1
        }
        return Array(bytes.prefix(size))
    }

    /// Bytes that do not pack.
    static func noise(_ size: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    private func answer(
        _ response: Response, _ fields: [String] = ["Accept-Encoding: gzip, br, zstd"], pool: BlockingPool = pool
    ) async throws -> Response {
        let request = try Requests.make("GET /", fields)
        return await Compressing(Answering { _ in response }, blocking: pool).respond(to: request)
    }

    private func page(_ size: Int = 2000, _ fields: (name: FieldName, value: String)...) -> Response {
        var response = Response(.ok, fields: Fields((.contentType, "text/html; charset=utf-8")))
        for (name, value) in fields { response.fields[name] = value }
        response.body = .bytes(Self.text(size))
        return response
    }

    // MARK: What stays as it is

    static let unwilling = ["", "identity", "gzip;q=0", "*;q=0", "deflate, compress", "identity;q=1, gzip;q=0.5"]

    @Test(arguments: unwilling) func readersWhoDoNotWantItGetItPlain(field: String) async throws {
        let answer = try await answer(page(), field.isEmpty ? [] : ["Accept-Encoding: " + field])
        #expect(answer.fields[.contentEncoding] == nil)
        #expect(answer.fields[.vary] == "accept-encoding")
        #expect(try await answer.collected() == Self.text(2000))
    }

    @Test(arguments: [
        "image/png", "image/jpeg", "video/mp4", "application/zip", "application/pdf", "font/woff2", "audio/mpeg",
        "application/octet-stream", "textual/html", "application/jsonish", "x",
    ])
    func otherKindsStayAsTheyAre(type: String) async throws {
        let answer = try await answer(page(2000, (.contentType, type)))
        #expect(answer.fields[.contentEncoding] == nil)
        #expect(answer.fields[.vary] == nil)
    }

    @Test(arguments: [
        "text/plain", "TEXT/CSS", "text/event-stream", "application/json", "application/problem+json",
        "application/manifest+json", "application/javascript", "image/svg+xml", "application/xml; charset=utf-8",
        "application/wasm",
    ])
    func theseKindsArePacked(type: String) async throws {
        #expect(try await answer(page(2000, (.contentType, type))).fields[.contentEncoding] != nil)
    }

    @Test func smallBodiesStayAsTheyAre() async throws {
        #expect(try await answer(page(1023)).fields[.contentEncoding] == nil)
        #expect(try await answer(page(1024)).fields[.contentEncoding] != nil)
        var stream = page()
        stream.body = .stream(length: 1023) { try await $0.write(Self.text(1023)) }
        #expect(try await answer(stream).fields[.contentEncoding] == nil)
    }

    @Test func whatMustNotBeTouchedIsNot() async throws {
        #expect(try await answer(page(2000, (.contentEncoding, "br"))).fields[.contentEncoding] == "br")
        #expect(try await answer(page(2000, (.cacheControl, "private, No-Transform"))).fields[.contentEncoding] == nil)
        #expect(try await answer(page(2000, (.contentRange, "bytes 0-1/2"))).fields[.contentEncoding] == nil)
        for status in [Status.noContent, .notModified, .partialContent] {
            var response = page()
            response.status = status
            #expect(try await answer(response).fields[.contentEncoding] == nil)
        }
    }

    @Test func whatWouldNotBecomeSmallerStaysAsItIs() async throws {
        for size in [2000, 100_000] {
            var response = page()
            response.body = .bytes(Self.noise(size))
            for coding in Self.codings {
                let answer = try await answer(response, ["Accept-Encoding: " + coding.rawValue])
                #expect(answer.fields[.contentEncoding] == nil)
                #expect(answer.length == size)
            }
        }
    }

    @Test func aFullPoolMeansPlain() async throws {
        let full = BlockingPool(threads: 1, waiting: 1)
        let (began, go) = (Gate(), Gate())
        func occupy() -> Bool {
            full.submit {
                began.open()
                while !go.isOpenNow {}
            }
        }
        #expect(occupy())
        try await began.passed()
        #expect(occupy())
        let answer = try await answer(page(100_000), pool: full)
        #expect(answer.fields[.contentEncoding] == nil)
        #expect(try await answer.collected() == Self.text(100_000))
        go.open()
        full.stop()
    }

    // MARK: What is packed

    @Test(arguments: codings, [1024, 32 * 1024, 32 * 1024 + 1, 1_000_000])
    func everyCodingComesBackTheSame(coding: ContentCoding, size: Int) async throws {
        let packed = try await answer(page(size), ["Accept-Encoding: " + coding.rawValue])
        #expect(packed.fields[.contentEncoding] == coding.rawValue)
        #expect(packed.fields[.vary] == "accept-encoding")
        let (bytes, isComplete) = try Unpacking.unpack(try await packed.collected(), coding)
        #expect(isComplete)
        #expect(bytes == Self.text(size))
        #expect(packed.length.map { $0 < size / 2 } == true)
    }

    /// The tables of one body must leave nothing in the next.
    @Test(arguments: codings) func packersAreUsedAgain(coding: ContentCoding) async throws {
        let layer = Compressing(
            Answering { request in
                let size = Int(request.head.path.dropFirst()) ?? 0
                return Response(
                    .ok, fields: Fields((.contentType, "text/plain")), body: .bytes(CompressionTests.text(size)))
            }, blocking: Self.pool)
        try await withThrowingTaskGroup { group in
            for number in 0..<60 {
                group.addTask {
                    let size = 1024 + number * 1500
                    let request = try Requests.make("GET /\(size)", ["Accept-Encoding: " + coding.rawValue])
                    let packed = try await layer.respond(to: request).collected()
                    #expect(try Unpacking.unpack(packed, coding).bytes == CompressionTests.text(size))
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func theBestForBothIsChosen() async throws {
        let wishes: [(String, String)] = [
            ("gzip, deflate, br, zstd", "zstd"), ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("*", "zstd"),
            ("zstd;q=0.5, br;q=0.5, gzip", "gzip"), ("gzip;q=0, *", "zstd"),
        ]
        for (wish, chosen) in wishes {
            #expect(try await answer(page(), ["Accept-Encoding: " + wish]).fields[.contentEncoding] == chosen)
        }
        let lines = ["Accept-Encoding: deflate", "Accept-Encoding: gzip"]
        #expect(try await answer(page(), lines).fields[.contentEncoding] == "gzip")
    }

    @Test func varyIsAddedOnce() async throws {
        #expect(try await answer(page(2000, (.vary, "cookie"))).fields[.vary] == "cookie, accept-encoding")
        #expect(try await answer(page(2000, (.vary, "Accept-Encoding"))).fields[.vary] == "Accept-Encoding")
        #expect(try await answer(page(2000, (.vary, "*"))).fields[.vary] == "*")
    }

    // MARK: Tags

    @Test func packedBytesHaveAWeakTag() async throws {
        #expect(try await answer(page(2000, (.etag, "\"abc\""))).fields[.etag] == "W/\"abc\"")
        #expect(try await answer(page(2000, (.etag, "W/\"abc\""))).fields[.etag] == "W/\"abc\"")
        #expect(try await answer(page(2000, (.etag, "\"abc\"")), []).fields[.etag] == "\"abc\"")
    }

    @Test func aRenewedAnswerKeepsTheTagItsReaderHolds() async throws {
        let response = Response(.notModified, fields: Fields((.etag, "\"abc\"")))
        #expect(try await answer(response, ["If-None-Match: W/\"abc\""]).fields[.etag] == "W/\"abc\"")
        #expect(try await answer(response, ["If-None-Match: \"abc\""]).fields[.etag] == "\"abc\"")
    }

    @Test func partsOfPackedAnswersAreNotOffered() async throws {
        #expect(try await answer(page(2000, (.acceptRanges, "bytes"))).fields[.acceptRanges] == nil)
        #expect(try await answer(page(2000, (.acceptRanges, "bytes")), []).fields[.acceptRanges] == "bytes")
    }

    // MARK: Streams and files

    static let streams: [(ContentCoding, String, Int)] = codings.flatMap { coding in
        [(coding, "text/event-stream", 40), (coding, "text/csv", 5000), (coding, "text/csv", 40_000)]
    }

    /// Each piece can be read as soon as it has been written.
    @Test(arguments: streams)
    func streamsArePackedPieceByPiece(coding: ContentCoding, type: String, size: Int) async throws {
        let pieces = (0..<6).map { number in Array("\(number): ".utf8) + Self.text(size) }
        let stream = Response(
            .ok, fields: Fields((.contentType, type)),
            body: .stream(length: nil) { sink in for piece in pieces { try await sink.write(piece) } })
        let packed = try await answer(stream, ["Accept-Encoding: " + coding.rawValue])
        #expect(packed.fields[.contentEncoding] == coding.rawValue)
        #expect(packed.length == nil)
        guard case .stream(_, let produce) = packed.body else { throw Unpacking.Broken() }
        let sink = CollectingSink()
        try await produce(sink)
        #expect(sink.pieces.count == pieces.count + 1)
        for count in 1...pieces.count {
            let sofar = try Unpacking.unpack(Array(sink.pieces[..<count].joined()), coding)
            let isSame = sofar.bytes == Array(pieces[..<count].joined())
            #expect(isSame, "after piece \(count)")
            #expect(!sofar.isComplete)
        }
        #expect(try Unpacking.unpack(sink.bytes, coding).isComplete)
    }

    @Test(arguments: codings) func aFailingStreamStaysIncomplete(coding: ContentCoding) async throws {
        let stream = Response(
            .ok, fields: Fields((.contentType, "text/csv")),
            body: .stream(length: nil) { sink in
                try await sink.write(Self.text(5000))
                throw CancellationError()
            })
        let packed = try await answer(stream, ["Accept-Encoding: " + coding.rawValue])
        guard case .stream(_, let produce) = packed.body else { throw Unpacking.Broken() }
        let sink = CollectingSink()
        await #expect(throws: CancellationError.self) { try await produce(sink) }
        #expect(try !Unpacking.unpack(sink.bytes, coding).isComplete)
    }

    @Test(arguments: codings) func filesArePacked(coding: ContentCoding) async throws {
        let file = try TemporaryFile(bytes: Self.text(700_000))
        var response = page()
        response.body = .file(file, offset: 1000, length: 600_000)
        let packed = try await answer(response, ["Accept-Encoding: " + coding.rawValue])
        let (bytes, isComplete) = try Unpacking.unpack(try await packed.collected(), coding)
        #expect(isComplete)
        #expect(bytes == Array(file.bytes[1000..<601_000]))
        response.body = .file(file, offset: 650_000, length: 600_000)
        let broken = try await answer(response, ["Accept-Encoding: " + coding.rawValue])
        await #expect(throws: BodyFault.interrupted) { try await broken.collected() }
    }

    // MARK: On the wire

    @Test func headAndGetSayTheSame() async throws {
        let layer = Compressing(Answering { request in self.sample(request.head.path) }, blocking: Self.pool)
        try await TestServer.run(layer) { server in
            for path in ["/small", "/bytes", "/large", "/stream"] {
                let client = try server.connect()
                try client.send(Echo.get(path, "Accept-Encoding: gzip"))
                let get = try client.readResponse()
                try client.send("HEAD \(path) HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n")
                let head = try client.readResponse(to: "HEAD")
                let wanted = { (response: RawResponse) in
                    response.fields.filter { !["date", "x-request-id"].contains($0.name) }.map { "\($0)" }
                }
                #expect(wanted(get) == wanted(head))
                let coding: ContentCoding = path == "/small" ? .identity : .gzip
                #expect(get["content-encoding"] == (path == "/small" ? nil : "gzip"))
                #expect(try Unpacking.unpack(get.body, coding).bytes == self.sample(path).text)
            }
        }
    }

    private func sample(_ path: String) -> Response {
        switch path {
        case "/small": page(1000)
        case "/bytes": page(10_000)
        case "/large": page(200_000)
        default:
            Response(
                .ok, fields: Fields((.contentType, "text/plain")),
                body: .stream(length: nil) { try await $0.write(Self.text(5000)) })
        }
    }
}

extension Response {
    fileprivate var text: [UInt8] {
        if case .bytes(let bytes) = body { return bytes }
        return CompressionTests.text(5000)
    }
}
