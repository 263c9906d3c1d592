import Core
import HTTP
import HTTPServer
import TestKit
import Testing

@Suite struct ConditionalTests {
    private struct StoppedClock: WallClock {
        func now() -> Timestamp { Timestamp(seconds: 1_800_000_000) }
    }

    private static let content = Array("0123456789".utf8)
    private static let changed = "Wed, 01 Jan 2025 00:00:00 GMT"

    private func answer(
        _ fields: [String], _ line: String = "GET /", tag: String? = "\"abc\"", changed: String? = changed,
        body: Response.Body = .bytes(content), status: Status = .ok, acceptRanges: Bool = false
    ) async throws -> Response {
        var response = Response(
            status, fields: Fields((.contentType, "text/plain"), (.cacheControl, "no-cache"), (.vary, "cookie")),
            body: body)
        response.fields[.etag] = tag
        response.fields[.lastModified] = changed
        if acceptRanges { response.fields[.acceptRanges] = "bytes" }
        let layer = Conditional(Answering { [response] _ in response }, clock: StoppedClock())
        return await layer.respond(to: try Requests.make(line, fields))
    }

    // MARK: Conditions

    static let conditions: [([String], UInt16)] = [
        ([], 200),
        (["If-None-Match: \"abc\""], 304),
        (["If-None-Match: W/\"abc\""], 304),
        (["If-None-Match: \"x\", \"abc\""], 304),
        (["If-None-Match: \"x\"", "If-None-Match: \"abc\""], 304),
        (["If-None-Match: *"], 304),
        (["If-None-Match: \"x\""], 200),
        (["If-None-Match: \"x\"", "If-Modified-Since: Wed, 01 Jan 2025 00:00:00 GMT"], 200),
        (["If-Modified-Since: Wed, 01 Jan 2025 00:00:00 GMT"], 304),
        (["If-Modified-Since: Tue, 31 Dec 2024 23:59:59 GMT"], 200),
        (["If-Modified-Since: nonsense"], 200),
        (["If-Match: \"abc\""], 200),
        (["If-Match: *"], 200),
        (["If-Match: W/\"abc\""], 412),
        (["If-Match: \"x\""], 412),
        (["If-Match: nonsense"], 412),
        (["If-Unmodified-Since: Tue, 31 Dec 2024 23:59:59 GMT"], 412),
        (["If-Unmodified-Since: Wed, 01 Jan 2025 00:00:00 GMT"], 200),
    ]

    @Test(arguments: conditions, ["GET /", "HEAD /"])
    func weighs(condition: ([String], UInt16), line: String) async throws {
        #expect(try await answer(condition.0, line).status.code == condition.1)
    }

    @Test func otherMethodsAndAnswersPass() async throws {
        for line in ["POST /", "PUT /", "DELETE /", "OPTIONS /"] {
            #expect(try await answer(["If-None-Match: *", "Range: bytes=0-1"], line).status == .ok)
        }
        for status in [Status.created, .notFound, .seeOther, .internalServerError] {
            #expect(try await answer(["If-None-Match: *"], status: status).status == status)
        }
        #expect(try await answer(["If-Match: \"x\""], tag: nil, changed: nil).status == .ok)
    }

    @Test func notModifiedSaysWhatACacheNeeds() async throws {
        let answer = try await answer(["If-None-Match: \"abc\""])
        #expect(answer.length == 0)
        #expect(answer.fields[.etag] == "\"abc\"")
        #expect(answer.fields[.cacheControl] == "no-cache")
        #expect(answer.fields[.vary] == "cookie")
        #expect(answer.fields[.contentType] == nil)
        #expect(answer.fields[.lastModified] == nil)
    }

    @Test func aFailedConditionIsAProblem() async throws {
        let answer = try await answer(["If-Match: \"x\""])
        #expect(answer.fields[.contentType] == "application/problem+json")
        #expect(answer.fields[.etag] == nil)
        #expect(String(decoding: try await answer.collected(), as: UTF8.self).contains("\"precondition-failed\""))
    }

    // MARK: Ranges

    static let ranges: [(String, UInt16, String, String?)] = [
        ("bytes=0-0", 206, "0", "bytes 0-0/10"),
        ("bytes=2-4", 206, "234", "bytes 2-4/10"),
        ("bytes=5-", 206, "56789", "bytes 5-9/10"),
        ("bytes=-3", 206, "789", "bytes 7-9/10"),
        ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
        ("bytes=8-99999999999999999999", 206, "89", "bytes 8-9/10"),
        ("bytes=10-", 416, "", "bytes */10"),
        ("bytes=-0", 416, "", "bytes */10"),
        ("bytes=99999999999999999999-", 416, "", "bytes */10"),
        ("bytes=0-1, 4-5", 200, "0123456789", nil),
        ("bytes=4-2", 200, "0123456789", nil),
        ("bytes=a-b", 200, "0123456789", nil),
        ("lines=0-1", 200, "0123456789", nil),
        ("bytes=" + String(repeating: "0-1,", count: 1000), 200, "0123456789", nil),
    ]

    @Test(arguments: ranges)
    func cuts(range: String, status: UInt16, content: String, contentRange: String?) async throws {
        let answer = try await answer(["Range: " + range])
        #expect(answer.status.code == status)
        #expect(answer.fields[.contentRange] == contentRange)
        if status != 416 { #expect(try await answer.collected() == Array(content.utf8)) }
        if status == 416 { #expect(answer.fields[.contentType] == "application/problem+json") }
    }

    @Test(arguments: ranges)
    func cutsFiles(range: String, status: UInt16, content: String, contentRange: String?) async throws {
        let file = try TemporaryFile(bytes: Array("xx0123456789yy".utf8))
        let answer = try await answer(["Range: " + range], body: .file(file, offset: 2, length: 10))
        #expect(answer.status.code == status)
        guard case .file(_, let offset, let length) = answer.body else { return #expect(status == 416) }
        #expect(Array(file.bytes[offset..<offset + length]) == Array(content.utf8))
    }

    static let offers: [(String?, Bool, UInt16)] = [
        ("\"abc\"", false, 206), ("W/\"abc\"", false, 200), (nil, false, 200), ("W/\"abc\"", true, 206),
        (nil, true, 206),
    ]

    @Test(arguments: offers) func cutsOnlyWhereItIsOffered(tag: String?, offered: Bool, status: UInt16) async throws {
        #expect(try await answer(["Range: bytes=0-1"], tag: tag, acceptRanges: offered).status.code == status)
    }

    @Test func doesNotCutStreamsOrHead() async throws {
        let stream = Response.Body.stream(length: 10) { try await $0.write(Self.content) }
        #expect(try await answer(["Range: bytes=0-1"], body: stream).status == .ok)
        #expect(try await answer(["Range: bytes=0-1"], "HEAD /").status == .ok)
    }

    static let ifRanges: [(String, UInt16)] = [
        ("\"abc\"", 206), ("W/\"abc\"", 200), ("\"x\"", 200), ("Wed, 01 Jan 2025 00:00:00 GMT", 206),
        ("Wed, 01 Jan 2025 00:00:01 GMT", 200), ("nonsense", 200),
    ]

    @Test(arguments: ifRanges) func heedsIfRange(field: String, status: UInt16) async throws {
        #expect(try await answer(["Range: bytes=0-1", "If-Range: " + field]).status.code == status)
    }

    @Test func conditionsComeBeforeRanges() async throws {
        #expect(try await answer(["Range: bytes=0-1", "If-None-Match: \"abc\""]).status == .notModified)
        #expect(try await answer(["Range: bytes=99-", "If-Match: \"x\""]).status == .preconditionFailed)
    }

    // MARK: On the wire

    @Test func partsOfFilesArriveWhole() async throws {
        let file = try TemporaryFile(bytes: (0..<300_000).map { UInt8($0 % 251) })
        let layer = Conditional(
            Answering { _ in
                Response(
                    .ok, fields: Fields((.etag, "\"f\"")), body: .file(file, offset: 0, length: file.bytes.count))
            })
        try await TestServer.run(layer) { server in
            let client = try server.connect()
            for (first, last) in [(0, 9), (100_000, 250_000), (299_999, 299_999)] {
                try client.send(Echo.get("/", "Range: bytes=\(first)-\(last)"))
                let response = try client.readResponse()
                #expect(response.status == 206)
                #expect(response["content-range"] == "bytes \(first)-\(last)/300000")
                #expect(response.body == Array(file.bytes[first...last]))
            }
            try client.send(Echo.get("/", "If-None-Match: \"f\""))
            #expect(try client.readResponse().status == 304)
            try client.send(Echo.get("/"))
            #expect(try client.readResponse().body == file.bytes)
        }
    }
}
