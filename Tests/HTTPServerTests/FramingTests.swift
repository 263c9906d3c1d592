import HTTP
import Testing

@testable import HTTPServer

/// Our own reading of the fields that decide a message's length. The hostile corpus on the wire has its own tests.
@Suite struct FramingTests {
    static let refused: [([String], Refusal)] = [
        (["Host: a", "Host: a"], .badHost),
        ([], .badHost),
        (["Host: a", "Content-Length: 5", "Content-Length: 5"], .malformedField),
        (["Host: a", "Content-Length: +5"], .malformedField),
        (["Host: a", "Content-Length: 5, 5"], .malformedField),
        (["Host: a", "Content-Length: 18446744073709551617"], .malformedField),
        (["Host: a", "Content-Length: 16777217"], .largeBody),
        (["Host: a", "Content-Length: 5", "Transfer-Encoding: chunked"], .malformedField),
        (["Host: a", "Transfer-Encoding: gzip, chunked"], .badCoding),
        (["Host: a", "Transfer-Encoding: identity"], .malformedField),
        (["Host: a", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"], .malformedField),
        (["Host: a", "Expect: 200-ok"], .unknownExpectation),
        (["Host: a", "Expect: 100-continue", "Expect: 100-continue"], .unknownExpectation),
        (["Host: a", "Connection: host"], .badConnection),
        (["Host: a", "Connection: close, content-length"], .badConnection),
        (["Host: a", "Connection: , transfer-encoding ,"], .badConnection),
        (["Host: a", "Upgrade: h2c", "Connection: upgrade"], .unknownUpgrade),
        (["Host: a", "Upgrade: websocket, h2c", "Connection: upgrade"], .unknownUpgrade),
        (["Host: a", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"], .unknownUpgrade),
    ]

    @Test(arguments: refused) func refuses(fields: [String], refusal: Refusal) {
        let found = Requests.refusal(["POST / HTTP/1.1"] + fields)
        #expect(found?.status == refusal.status, "\(fields): \(found?.reason.description ?? "accepted")")
    }

    static let bodyless = ["GET", "HEAD", "DELETE", "OPTIONS"]

    @Test(arguments: bodyless) func refusesABodyWhereNoneIsRead(method: String) {
        #expect(Requests.refusal([method + " / HTTP/1.1", "Host: a", "Content-Length: 1"])?.status == .badRequest)
        #expect(
            Requests.refusal([method + " / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked"])?.status == .badRequest)
        #expect(Requests.refusal([method + " / HTTP/1.1", "Host: a", "Content-Length: 0"]) == nil)
    }

    static let keepAlive: [(String, [String], Bool)] = [
        ("1.1", [], true),
        ("1.1", ["Connection: close"], false),
        ("1.1", ["Connection: CLOSE"], false),
        ("1.1", ["Connection: keep-alive, close"], false),
        ("1.1", ["Connection: close, keep-alive"], false),
        ("1.1", ["Connection: close", "Connection: keep-alive"], false),
        ("1.1", ["Connection: upgrade"], true),
        ("1.0", [], false),
        ("1.0", ["Connection: keep-alive"], true),
        ("1.0", ["Connection: Keep-Alive, x"], true),
        ("1.0", ["Connection: keep-alive, close"], false),
    ]

    @Test(arguments: keepAlive) func readsConnection(version: String, fields: [String], kept: Bool) throws {
        #expect(try Requests.framing(["GET / HTTP/" + version, "Host: a"] + fields).keepAlive == kept)
    }

    static let lengths: [([String], Int?)] = [
        ([], 0),
        (["Content-Length: 0"], 0),
        (["Content-Length: 16777216"], 16_777_216),
        (["Content-Length: 007"], 7),
        (["Transfer-Encoding: chunked"], nil),
        (["Transfer-Encoding: Chunked"], nil),
    ]

    @Test(arguments: lengths) func readsLengths(fields: [String], length: Int?) throws {
        let framing = try Requests.framing(["POST / HTTP/1.1", "Host: a"] + fields)
        #expect(framing.contentLength == length)
        #expect(framing.hasBody == (length != 0))
    }

    @Test func expectsContinueOnlyWithABodyAndInOneDotOne() throws {
        let fields = ["Host: a", "Expect: 100-Continue"]
        #expect(try Requests.framing(["POST / HTTP/1.1", "Content-Length: 1"] + fields).expectsContinue)
        #expect(try !Requests.framing(["POST / HTTP/1.1", "Content-Length: 0"] + fields).expectsContinue)
        #expect(try !Requests.framing(["POST / HTTP/1.0", "Content-Length: 1"] + fields).expectsContinue)
    }

    @Test func readsAFieldAsItCame() throws {
        let request = try Requests.make("GET /a%20b?c=d", ["X-Request-ID: \t a b \t", "COOKIE: x=1", "cookie: y=2"])
        #expect(request.head.path == "/a%20b")
        #expect(request.head.query == "c=d")
        #expect(request.head[.xRequestID] == "a b")
        #expect(request.head.values(of: .cookie) == ["x=1", "y=2"])
    }
}
