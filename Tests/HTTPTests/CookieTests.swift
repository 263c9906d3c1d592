import HTTP
import Testing

@Suite struct CookieTests {
    @Test(
        arguments: [
            ("", []), (";", []), ("a", []), ("=a", []), ("a=1", [("a", "1")]), ("a=1; b=2", [("a", "1"), ("b", "2")]),
            ("a=1;b=2", [("a", "1"), ("b", "2")]),
            ("a=", [("a", "")]), ("a=b=c", [("a", "b=c")]), (" a=1 ;  b=2 ", [("a", "1"), ("b", "2")]),
            ("a=\"1\"", [("a", "1")]), ("a=\"\"", [("a", "")]),
            ("a=\"", []), ("a=\"1", []), ("a=1\"", []), ("a=\"x;b=2\"", []), ("a=\"x; b=2; c=y\"", [("b", "2")]),
            ("a b=1; c=2", [("c", "2")]),
            ("a=1 2; c=2", [("c", "2")]), ("a=1,2; c=2", [("c", "2")]), ("a=\\x; c=2", [("c", "2")]),
            ("ö=1; c=2", [("c", "2")]), ("a=ö; c=2", [("c", "2")]),
            ("a=\u{7F}; c=2", [("c", "2")]), ("a=\0; c=2", [("c", "2")]), ("a =1; c=2", [("c", "2")]),
            ("a= 1; c=2", [("c", "2")]), ("(a)=1; c=2", [("c", "2")]),
            ("\u{A0}a=1; c=2", [("c", "2")]),
            ("$Version=1; a=\"1\"; $Path=/", [("$Version", "1"), ("a", "1"), ("$Path", "/")]),
            ("a=1; a=2", [("a", "1"), ("a", "2")]),
            ("a={%22x%22:1}", [("a", "{%22x%22:1}")]), ("a=1;;;b=2", [("a", "1"), ("b", "2")]), ("a=\t1", []),
            ("A=1; a=2", [("A", "1"), ("a", "2")]),
        ] as [(String, [(String, String)])])
    func read(_ text: String, _ expected: [(String, String)]) {
        let cookies = Cookies(parsing: text)
        #expect(cookies.names == expected.map(\.0))
        for (name, value) in expected where name != "a" || text != "a=1; a=2" { #expect(cookies[name] == value) }
    }

    @Test func theFirstOfOneNameCounts() {
        let session = CookieName.host("session")
        let field = "__host-session=low; x=1; __Host-session=first; __Host-session=second"
        #expect(Cookies(parsing: field)[session] == "first")
        #expect(Cookies.value(of: session, in: field.utf8.span) == "first")
        #expect(Cookies.value(of: session, in: "x=1".utf8.span) == nil)
        #expect(Cookies.value(of: session, in: "__Host-session=\"a;b\"".utf8.span) == nil)
    }

    @Test func floodsAreCutOff() {
        let flood = String(repeating: "a=1;", count: 10_000)
        #expect(Cookies(parsing: flood).names.count == Cookies.maximum)
        #expect(Cookies(parsing: flood + "b=2")["b"] == nil)
    }

    @Test func fieldValues() throws {
        let session = CookieName.host("session")
        #expect(SetCookie(session, "abc")?.fieldValue == "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax")
        #expect(
            SetCookie(session, "abc", maxAge: 3600, sameSite: .strict)?.fieldValue
                == "__Host-session=abc; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Strict")
        #expect(SetCookie(session, "", maxAge: -5)?.fieldValue.contains("Max-Age=0;") == true)
        #expect(
            SetCookie.clear(session).fieldValue == "__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax")
        let wide = try #require(CookieName.secure("theme", path: "/app", domain: HostName("example.com")))
        #expect(
            SetCookie(wide, "dark", isReadableByScripts: true)?.fieldValue
                == "__Secure-theme=dark; Path=/app; Domain=example.com; Secure; SameSite=Lax")
        #expect(SetCookie.clear(wide).fieldValue.contains("Path=/app; Domain=example.com; Max-Age=0"))
    }

    @Test(arguments: [
        "a b", "a;b", "a,b", "a\"b", "a\\b", "ö", "a\r\nSet-Cookie: x=y", "\0", "\u{7F}",
        String(repeating: "a", count: 4_001),
    ])
    func valuesRefused(_ value: String) {
        #expect(SetCookie(.host("a"), value) == nil)
    }

    @Test(arguments: ["", "a", "/a;b", "/a b", "/a\n", "/ö"])
    func pathsRefused(_ path: String) {
        #expect(CookieName.secure("a", path: path) == nil)
    }

    @Test func addressesHaveNoDomainCookies() {
        #expect(CookieName.secure("a", path: "/", domain: HostName(.loopback)) == nil)
    }

    @Test func variationsHoldOnlyCookieBytes() {
        Mutations.run(seed: 6, of: ["a=1; __Host-session=abcDEF123-_; b=\"x y\"", "theme=dark;lang=tr; q=\"1\""]) {
            bytes in
            let cookies = Cookies(parsing: bytes.span)
            for name in cookies.names {
                #expect(
                    cookies[name]?.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ";") } == true)
            }
        }
    }
}
