import HTTP
import Testing

@testable import HTTPServer

@Suite struct TargetRulesTests {
    static let refusedTargets = [
        "*", "a", "//\\", "/a\\b", "/a#b", "/a\"b", "/a<b", "/a>b", "/%", "/%4", "/%zz", "/a%00b", "/\u{7f}", "/\u{80}",
        "http:/a", "http://", "http://a", "http://other/", "http://example.co", "http://example.com:80/",
        "ftp://example.com/",
        "https://example.com.evil/", "example.com:443",
    ]

    @Test(arguments: refusedTargets) func refusesTarget(target: String) {
        #expect(Requests.refusal(["GET \(target) HTTP/1.1", "Host: example.com"])?.status == .badRequest)
    }

    static let targets: [(String, String)] = [
        ("/", "/"), ("/a/b?c=d", "/a/b?c=d"), ("/%41%ff", "/%41%ff"), ("/a;b=c,d", "/a;b=c,d"),
        ("/[]{}|^`", "/[]{}|^`"),
        ("http://example.com/", "/"), ("HTTP://EXAMPLE.com/a?b", "/a?b"), ("https://example.com/x", "/x"),
        ("http://example.com", "/"), ("http://example.com?a", "/?a"),
    ]

    @Test(arguments: targets) func acceptsTarget(target: String, seen: String) throws {
        let request = try Requests.make("GET " + target)
        #expect(request.head.target == seen)
    }

    @Test func starIsForOptionsAlone() {
        #expect(Requests.refusal(["OPTIONS * HTTP/1.1", "Host: a"]) == nil)
        #expect(Requests.refusal(["OPTIONS ** HTTP/1.1", "Host: a"])?.status == .badRequest)
    }

    static let refusedHosts = [
        "", " ", "a b", "a,b", "a/b", "a@b", "a?b", "a#b", "a\\b", "a:", "a:0", "a:65536", "a:80:80", "a:8x", ":80",
        ".a",
        "-a", "[", "[]", "[:]", "[::1", "::1", "[::1]x", "[::1]:", "[g::1]", "[::1%25eth0]", "a%62", "\u{e4}",
        String(repeating: "a", count: 262),
    ]

    @Test(arguments: refusedHosts) func refusesHost(host: String) {
        #expect(Requests.refusal(["GET / HTTP/1.1", "Host: " + host])?.status == .badRequest)
    }

    static let hosts = [
        "a", "a.b", "A.B.", "xn--4ca", "a_b", "1.2.3.4", "a:1", "a:65535", "[::1]", "[::1]:8080", "[2001:db8::1.2.3.4]",
    ]

    @Test(arguments: hosts) func acceptsHost(host: String) {
        #expect(Requests.refusal(["GET / HTTP/1.1", "Host: " + host]) == nil)
    }

    static let lines: [(String, UInt16)] = [
        ("GET / HTTP/2.0", 400), ("GET / HTTP/1.2", 400), ("GET / HTTP/0.9", 400), ("GET / HTTP/1.10", 400),
        ("GET / http/1.1", 400), ("GET  / HTTP/1.1", 400), ("GET /  HTTP/1.1", 400), ("GET /", 400), ("GET", 400),
        ("get / HTTP/1.1", 400), ("G@T / HTTP/1.1", 400), ("CONNECT a:443 HTTP/1.1", 400), ("PRI * HTTP/2.0", 400),
        ("TRACE / HTTP/1.1", 501), ("PROPFIND / HTTP/1.1", 501), ("GETX / HTTP/1.1", 501),
        ("GET /\(String(repeating: "a", count: 8192)) HTTP/1.1", 414),
    ]

    @Test(arguments: lines) func refusesRequestLine(line: String, status: UInt16) {
        #expect(Requests.refusal([line, "Host: a"])?.status.code == status)
    }
}
