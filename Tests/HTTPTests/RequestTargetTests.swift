import Core
import HTTP
import Testing

@Suite struct RequestTargetTests {
    @Test(arguments: [
        ("", RequestTarget.Refusal.empty), ("a", .unknownForm), ("*x", .unknownForm), ("**", .unknownForm),
        (" /", .unknownForm),
        ("?q", .unknownForm), ("example.com:443", .unknownForm), ("ftp://a/", .unknownForm),
        ("file:///etc/passwd", .unknownForm),
        ("http:/a", .unknownForm), ("http:", .unknownForm), ("https:a", .unknownForm), ("http//a", .unknownForm),
        ("://a", .unknownForm),
        ("http://", .badAuthority), ("http:///x", .badAuthority), ("http://a@b/", .badAuthority),
        ("http://a:0/", .badAuthority),
        ("http://a b/", .badAuthority), ("http://a\\b/", .badAuthority), ("http://?x", .badAuthority),
        ("http://a#b", .badAuthority),
        ("http://[::1/", .badAuthority), ("http://a,b/", .badAuthority), ("//", .emptySegment), ("//a", .emptySegment),
        ("//evil.com/x", .emptySegment), ("/a//b", .emptySegment), ("/a//", .emptySegment), ("/a/b//", .emptySegment),
        ("/.", .dotSegment), ("/..", .dotSegment), ("/./", .dotSegment), ("/../", .dotSegment),
        ("/a/../b", .dotSegment),
        ("/a/./b", .dotSegment), ("/a/..", .dotSegment), ("/%2e", .dotSegment), ("/%2e%2e", .dotSegment),
        ("/%2E./x", .dotSegment),
        ("/.%2e/x", .dotSegment), ("/a/%2e%2E/etc/passwd", .dotSegment), ("http://a/../b", .dotSegment),
        ("/\\", .backslash),
        ("/a\\b", .backslash), ("/..\\..\\x", .backslash), ("/%5c", .backslash), ("/..%5C..%5cx", .backslash),
        ("/%", .badEscape),
        ("/%2", .badEscape), ("/%zz", .badEscape), ("/%2g", .badEscape), ("/a%/b", .badEscape), ("/%2/5", .badEscape),
        ("/%%41", .badEscape),
        ("/%+1", .badEscape), ("/%00", .controlByte), ("/a%00.png", .controlByte), ("/%0a", .controlByte),
        ("/%0D%0Aset-cookie", .controlByte),
        ("/%1f", .controlByte), ("/%7f", .controlByte), ("/\u{1}", .controlByte), ("/a\n", .controlByte),
        ("/a\r\nb", .controlByte),
        ("/a\0", .controlByte), ("/\t", .controlByte), ("/\u{7F}", .controlByte), ("/a b", .badByte),
        ("/a\"b", .badByte), ("/<script>", .badByte),
        ("/a#b", .badByte), ("/{a}", .badByte), ("/a`b", .badByte), ("/ö", .badByte), ("/a?b c", .badByte),
        ("/?\"", .badByte), ("/?<", .badByte),
        ("/?a#b", .badByte), ("/?ö", .badByte), ("/?\n", .badByte), ("/?\0", .badByte), ("/%ff", .badText),
        ("/%c3", .badText), ("/%c0%af", .badText),
        ("/%ed%a0%80", .badText), ("/%e2%82", .badText), ("/%f5%80%80%80", .badText), ("/%c0%ae%c0%ae/", .badText),
    ])
    func refused(_ text: String, _ refusal: RequestTarget.Refusal) {
        #expect(throws: refusal, "\(text)") { try RequestTarget(text) }
    }

    @Test(
        arguments: [
            ("/", [], false, nil), ("/?", [], false, ""), ("/?a=b", [], false, "a=b"), ("/a", ["a"], false, nil),
            ("/a/", ["a"], true, nil),
            ("/a/b/c", ["a", "b", "c"], false, nil), ("/a?b?c=/../%zz", ["a"], false, "b?c=/../%zz"),
            ("/a%2Fb/c", ["a/b", "c"], false, nil),
            ("/%2f", ["/"], false, nil), ("/%41%42", ["AB"], false, nil), ("/%C3%B6rnek", ["örnek"], false, nil),
            ("/a+b", ["a+b"], false, nil),
            ("/%25", ["%"], false, nil), ("/%252e%252e", ["%2e%2e"], false, nil), ("/...", ["..."], false, nil),
            ("/.well-known/x", [".well-known", "x"], false, nil),
            ("/..;/a", ["..;", "a"], false, nil), ("/a;v=1,2/(b)!$&'*=:@~", ["a;v=1,2", "(b)!$&'*=:@~"], false, nil),
            ("/[a]|^", ["[a]|^"], false, nil),
            ("/x?{}|\\^[]`'", ["x"], false, "{}|\\^[]`'"), ("/%20", [" "], false, nil), ("/*", ["*"], false, nil),
        ] as [(String, [String], Bool, String?)])
    func origin(_ text: String, _ segments: [String], _ slash: Bool, _ query: String?) throws {
        let target = try RequestTarget(text)
        #expect(target.form == .origin)
        #expect(target.path.segments.map(String.init) == segments)
        #expect(target.path.hasTrailingSlash == slash)
        #expect(target.query == query)
        #expect(target.path.text + (query.map { "?" + $0 } ?? "") == text)
    }

    @Test(
        arguments: [
            ("http://example.com", Scheme.http, "example.com", "/", nil),
            ("HTTPS://EXAMPLE.com:8443/a?b", .https, "example.com:8443", "/a", "b"),
            ("http://[::1]:80/", .http, "[::1]:80", "/", nil), ("http://a?q", .http, "a", "/", "q"),
            ("https://a.tr./x/y", .https, "a.tr", "/x/y", nil),
        ] as [(String, Scheme, String, String, String?)])
    func absolute(_ text: String, _ scheme: Scheme, _ authority: String, _ path: String, _ query: String?) throws {
        let target = try RequestTarget(text)
        #expect(target.form == .absolute(scheme, try #require(Authority(authority))))
        #expect(target.path.text == path)
        #expect(target.query == query)
    }

    @Test func asterisk() throws {
        #expect(try RequestTarget("*").form == .asterisk)
        #expect(try RequestTarget("*").path == .root)
    }

    @Test func depthIsBounded() throws {
        let deep = String(repeating: "/a", count: 64)
        #expect(try RequestTarget(deep).path.segments.count == 64)
        #expect(throws: RequestTarget.Refusal.tooManySegments) { try RequestTarget(deep + "/a") }
    }

    @Test func refusalsSayLittle() {
        let refusal = RequestTarget.Refusal.dotSegment
        #expect("\(refusal)" == "400 Bad Request")
        #expect(String(reflecting: refusal) == "target.dot-segment: A segment is a single or double dot.")
        #expect(refusal.problem.status == 400)
        #expect(refusal.problem.underlying as? RequestTarget.Refusal == refusal)
    }

    @Test(
        arguments: [
            ("/static/app.css", 1, "app.css"), ("/static/a/b.js", 1, "a/b.js"), ("/static", 1, nil),
            ("/static/a%2Fb", 1, nil),
            ("/static/..%2f..%2fetc", 1, nil), ("/static/.env", 1, nil), ("/static/a/.git/config", 1, nil),
            ("/", 0, nil), ("/a", -5, "a"), ("/a", 9, nil),
        ] as [(String, Int, String?)])
    func filePaths(_ text: String, _ index: Int, _ expected: String?) throws {
        #expect(try RequestPath(text).filePath(from: index) == expected)
    }

    @Test func variationsAreSafeOrRefused() {
        let seeds = [
            "/customers/0198c5f0/notes?x=1", "/%C3%B6/%2F/%41", "http://example.com:80/a/b?c", "/a/../%2e%2e/..%5c",
        ]
        Mutations.run(seed: 2, of: seeds) { bytes in
            guard let target = try? RequestTarget(parsing: bytes.span) else { return }
            for segment in target.path.segments {
                #expect(!segment.isEmpty && segment != "." && segment != "..")
                #expect(!segment.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
            }
        }
    }
}
