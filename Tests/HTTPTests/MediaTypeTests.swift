import HTTP
import Testing

@Suite struct MediaTypeTests {
    @Test(arguments: [
        "", " ", "text", "text/", "/html", "/", "text//html", "text/html/x", "te xt/html", "text /html", "text/html x",
        "text/html; charset",
        "text/html; =utf-8", "text/html; charset=", "text/html; charset =utf-8", "text/html; charset= utf-8",
        "text/html; a=\"b", "text/html; a=\"b\"c",
        "text/html; a=b c=d", "text/html, text/plain", "text/html; a=1; A=2", "text/html; boundary=x; boundary=y",
        "text/hübsch", "text/html\0",
        "text/html; a=\"\u{1}\"", "text/html; a=\"\\\u{1}\"", "text/html; a=\"x\\", "text/html; a=b\r\n", "*",
        "a/b" + (0...16).map { ";p\($0)=1" }.joined(),
    ])
    func refused(_ text: String) {
        #expect(MediaType(parsing: text) == nil)
    }

    @Test(arguments: [
        ("text/html", "text/html", "text/html"), ("TEXT/HTML", "text/html", "text/html"),
        (" text/html ", "text/html", "text/html"),
        ("text/html;charset=utf-8", "text/html", "text/html; charset=utf-8"),
        ("text/html ; Charset=\"UTF-8\" ", "text/html", "text/html; charset=UTF-8"),
        ("text/html;", "text/html", "text/html"), ("text/html; ;; a=1;", "text/html", "text/html; a=1"),
        ("a/b; c=\"d e\"", "a/b", "a/b; c=\"d e\""),
        ("a/b; c=\"d\\\"e\\\\f\"", "a/b", "a/b; c=\"d\\\"e\\\\f\""), ("a/b; c=\"\"", "a/b", "a/b; c=\"\""),
        ("a/b; c=\"\t\"", "a/b", "a/b; c=\"\t\""),
        ("a/b; c=\"x;y,z\"; d=1", "a/b", "a/b; c=\"x;y,z\"; d=1"),
        ("application/vnd.x+json", "application/vnd.x+json", "application/vnd.x+json"),
        ("a/b; c=\"ö\"", "a/b", "a/b; c=\"ö\""), ("*/*", "*/*", "*/*"),
        (
            "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW", "multipart/form-data",
            "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW"
        ),
    ])
    func read(_ text: String, _ essence: String, _ written: String) throws {
        let type = try #require(MediaType(parsing: text))
        #expect(type.essence == essence)
        #expect(type.description == written)
        #expect(MediaType(parsing: written) == type)
    }

    @Test func namesWithoutStrings() {
        for (field, expected) in [
            ("Application/JSON; charset=utf-8", true), (" application/json ", true), ("application/jsonx", false),
            ("application/json, text/html", false), ("", false),
        ] {
            let isNamed = MediaType.json.isNamed(by: field.utf8.span)
            #expect(isNamed == expected, "\(field)")
        }
        #expect(MediaType.html.isSameKind(as: MediaType("text/html")))
        #expect(MediaType.html["charset"] == "utf-8" && MediaType.html["x"] == nil)
    }

    @Test func extensions() {
        #expect(MediaType.forExtension("CSS") == .css)
        #expect(MediaType.forExtension("nope") == nil)
        #expect(MediaType.forExtension("") == nil)
        for (name, type) in [
            ("a.png", MediaType.png), ("a.tar.GZ", MediaType("application/gzip")), ("a", .octetStream),
            ("a.", .octetStream), (".html", .html), ("a.exe", .octetStream), ("x.js", .javaScript),
        ] {
            #expect(MediaType.forFile(named: name) == type, "\(name)")
        }
    }

    @Test func variationsReadBack() {
        Mutations.run(
            seed: 7, of: ["text/html; charset=utf-8", "multipart/form-data; boundary=\"a b\\\"c\"", "a/b;c=d;e=\"f\""]
        ) { bytes in
            guard let type = MediaType(parsing: bytes.span) else { return }
            #expect(MediaType(parsing: type.description) == type)
        }
    }
}

@Suite struct AcceptTests {
    private static let page = MediaType.html
    private static let data = MediaType.json

    @Test(
        arguments: [
            (nil, "text/html"), ("", "text/html"), ("*/*", "text/html"), ("application/json", "application/json"),
            ("text/html", "text/html"), ("text/*", "text/html"),
            ("application/*", "application/json"), ("image/png", nil), ("image/png, */*;q=0.1", "text/html"),
            ("text/html;q=0.5, application/json", "application/json"),
            ("text/html;q=0, */*", "application/json"), ("*/*;q=0", nil), ("text/html;q=0", nil),
            ("*/*, text/html;q=0.1", "application/json"),
            ("text/*;q=0.3, text/html;q=0.7, application/json;q=0.5", "text/html"), ("TEXT/HTML", "text/html"),
            ("text/html;charset=UTF-8", "text/html"), ("text/html;level=1", nil),
            ("text/html;level=1, */*;q=0.1", "text/html"),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"), ("garbage", "text/html"),
            ("garbage, application/json", "application/json"),
            ("text/html;q=2, application/json;q=0.1", "application/json"),
            ("text/html;q=0.1234, application/json;q=0.1", "application/json"),
            ("text/html;q=, application/json;q=0.1", "application/json"),
            ("application/json;q=0.9;ext=1, text/html;q=0.8", "application/json"),
            ("a/b;x=\",application/json\", text/html", "text/html"),
            ("*/html", nil), (",,application/json,,", "application/json"),
            ("application/json; q=1.000, text/html; q=0.999", "application/json"),
        ] as [(String?, String?)])
    func best(_ field: String?, _ expected: String?) {
        #expect(Accept.best(of: [Self.page, Self.data], for: field)?.essence == expected)
    }

    @Test(arguments: [
        ("text/plain;format=flowed", 1000), ("text/plain", 700), ("text/html", 300), ("image/jpeg", 500),
        ("text/plain;format=fixed", 400),
    ])
    func standardsExample(_ offer: String, _ quality: Int) throws {
        let field = "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5"
        #expect(Accept.quality(of: try #require(MediaType(parsing: offer)), in: field.utf8.span) == quality)
    }

    @Test func noOffers() {
        #expect(Accept.best(of: [], for: "*/*") == nil)
        #expect(Accept.best(of: [], for: nil) == nil)
    }

    @Test func longListsAreCutOff() {
        let field = String(repeating: "a/b,", count: 64) + "application/json"
        #expect(Accept.best(of: [Self.data], for: field) == nil)
    }

    @Test(
        arguments: [
            ("", nil), ("*", "tr"), ("tr", "tr"), ("en", "en"), ("de", nil), ("de, *;q=0.1", "tr"),
            ("tr-TR,tr;q=0.9,en-US;q=0.8,en;q=0.7", "tr"), ("en-US,en;q=0.9,tr;q=0.8", "en"),
            ("EN-gb", "en"), ("en;q=0", nil), ("en;q=0, *", "tr"), ("tr;q=0, en;q=0, *", nil), ("en, tr", "en"),
            ("tr, en", "tr"), ("en;q=0.5, tr;q=0.5", "en"), ("en-US;q=0.9, tr", "tr"),
            ("english", nil), ("e", nil), ("tr-", "tr"), ("*;q=0.5, en;q=0.1", "tr"), ("en;q=x, tr;q=0.1", "tr"),
            ("ö, en", "en"), ("de-DE, fr;q=0.9, en;q=0.1", "en"), (";;,,en", "en"), ("*;q=0", nil),
        ] as [(String, String?)])
    func language(_ field: String, _ expected: String?) {
        #expect(AcceptLanguage.best(of: ["tr", "en"], for: field) == expected)
    }

    @Test func widerWishesMeetRegions() {
        #expect(AcceptLanguage.best(of: ["en-GB", "tr-TR"], for: "tr") == "tr-TR")
        #expect(AcceptLanguage.best(of: ["en-GB", "tr-TR"], for: "en-US, tr;q=0.1") == "tr-TR")
        #expect(AcceptLanguage.best(of: [], for: "tr") == nil)
    }

    @Test(
        arguments: [
            (nil, .identity), ("", .identity), ("gzip", .gzip), ("GZIP", .gzip), ("x-gzip", .gzip), ("br", .brotli),
            ("zstd", .zstd), ("gzip, deflate, br, zstd", .brotli), ("gzip, zstd", .zstd),
            ("gzip, deflate", .gzip), ("deflate", .identity), ("*", .brotli), ("br;q=0, *", .zstd),
            ("gzip;q=1.0, identity; q=0.5, *;q=0", .gzip), ("gzip;q=0.5, br;q=0.4", .gzip),
            ("gzip;q=0.5, identity", .identity),
            ("gzip;q=0.5, identity;q=0.5", .gzip), ("identity", .identity), ("gzip;q=0", .identity),
            ("identity;q=0", nil), ("*;q=0", nil), ("identity;q=0, gzip;q=0.1", .gzip), ("identity;q=0, deflate", nil),
            ("identity;q=0.1, *;q=0", .identity), ("gzip;q=0, *", .brotli), ("br;q=1.5, gzip", .gzip),
            ("br;q=0.0001, gzip;q=0.1", .gzip), ("br;, gzip", .brotli), ("b r, gzip", .gzip), ("brotli", .identity),
            (",, br ,,", .brotli),
            ("*;q=0.5, identity;q=0.7", .identity), ("br;level=3, gzip", .gzip),
        ] as [(String?, ContentCoding?)])
    func coding(_ field: String?, _ expected: ContentCoding?) {
        #expect(ContentCoding.negotiate(field) == expected)
    }

    @Test func orderIsOurs() {
        #expect(ContentCoding.negotiate("gzip, br, zstd", preferring: [.zstd, .gzip]) == .zstd)
        #expect(ContentCoding.negotiate("br", preferring: [.gzip]) == .identity)
        #expect(ContentCoding.negotiate("gzip, br;q=0.9", preferring: [.brotli, .gzip]) == .gzip)
        #expect(ContentCoding.negotiate("gzip", preferring: []) == .identity)
    }

    @Test func variationsComeBack() {
        let seeds = [
            "text/*;q=0.3, text/html;q=0.7;x=\"a,b\", */*;q=0.5", "tr-TR,tr;q=0.9,en-US;q=0.8", "gzip;q=0.5, br, *;q=0",
        ]
        Mutations.run(seed: 8, of: seeds) { bytes in
            #expect((0...1000).contains(Accept.quality(of: .html, in: bytes.span)))
            let language = AcceptLanguage.best(of: ["tr"], for: bytes.span)
            #expect(language == nil || language == "tr")
            #expect(ContentCoding.negotiate(bytes.span, preferring: [.gzip]) != .brotli)
        }
    }
}
