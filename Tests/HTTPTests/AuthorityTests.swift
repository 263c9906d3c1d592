import HTTP
import Testing

@Suite struct AuthorityTests {
    @Test(arguments: [
        "", " ", "a b", " example.com", "example.com ", "example.com\t", "a,b", "a.com,b.com", "a.com, b.com",
        "user@example.com", "user:pw@example.com", "@", "example.com/", "example.com/path", "/", "//example.com",
        "http://example.com", "example.com?", "example.com?x", "example.com#x", "example.com\\x", "exa\\mple.com",
        "example..com", ".example.com", ".", "..", "example.com..", "-a.com", "a-.com", "a.-b.com", "a.b-", "-",
        "under_score.com", "_dmarc.example.com", "ex%61mple.com", "example.com%00", "example.com\0", "\0",
        "example.com\r\n", "example.com\nX: y", "exämple.com", "örnek.com.tr", "例え.jp", "example.com:", "example.com:0",
        "example.com:00", "example.com:080", "example.com:65536", "example.com:99999", "example.com:123456",
        "example.com:-1", "example.com:+1", "example.com:8o", "example.com: 80", "example.com:80 ", "example.com:80:80",
        "example.com:80,b", ":80", ":", "1.2.3", "1.2.3.4.5", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0x",
        "a.0x1f", "example.1", "01.2.3.4", "1.2.3.04", "256.1.1.1", "1.2.3.4.", "1.2.3.", "[::1", "::1", "[]", "[:]",
        "[::1]]", "[[::1]]", "[::1]x", "[::1]:", "[::1]:0", "[::1]:99999", "[::1]80", "x[::1]", "[1.2.3.4]",
        "[fe80::1%25eth0]",
        "[fe80::1%eth0]", "[v1.fe]", "[::g]", "[1::2::3]", "[:::]", "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]",
        "[12345::]", "[::1.2.3]", "[::1.2.3.256]", "[1:2:3:4:5:6:7:1.2.3.4]", "*", "*.example.com", "a*b.com",
        "a'b.com",
        "a\"b.com", "(a).com", "a;b.com", "a=b", "a&b", "a|b", "a^b", "a`b", "{a}", "<a>", "a!b", "a$b", "a~b",
        "xn--.com", String(repeating: "a", count: 64) + ".com", String(repeating: "abcdefgh.", count: 29),
        "\u{FEFF}example.com", "example.com\u{7F}", "example\u{3002}com",
    ])
    func refused(_ text: String) {
        #expect(Authority(text) == nil)
    }

    @Test(
        arguments: [
            ("example.com", "example.com", nil), ("EXAMPLE.Com", "example.com", nil),
            ("example.com.", "example.com", nil),
            ("Example.COM.:8080", "example.com", 8080), ("localhost", "localhost", nil),
            ("localhost:1", "localhost", 1),
            ("a", "a", nil), ("a.b", "a.b", nil), ("a-b.c-d.tr", "a-b.c-d.tr", nil), ("1a.com", "1a.com", nil),
            ("1.com", "1.com", nil), ("1.2.3.com", "1.2.3.com", nil), ("0x7f.com", "0x7f.com", nil),
            ("xn--rnek-5qa.com.tr", "xn--rnek-5qa.com.tr", nil), ("XN--RNEK-5QA.com", "xn--rnek-5qa.com", nil),
            ("r3---sn.example.com", "r3---sn.example.com", nil), ("example.com:80", "example.com", 80),
            ("example.com:443", "example.com", 443), ("example.com:65535", "example.com", 65535),
            ("127.0.0.1", "127.0.0.1", nil), ("127.0.0.1:8080", "127.0.0.1", 8080), ("0.0.0.0", "0.0.0.0", nil),
            ("255.255.255.255", "255.255.255.255", nil), ("[::1]", "[::1]", nil), ("[::]", "[::]", nil),
            ("[::1]:8443", "[::1]", 8443), ("[2001:DB8:0:0:0:0:0:1]", "[2001:db8::1]", nil),
            ("[0:0:0:0:0:0:0:1]:1", "[::1]", 1), ("[::ffff:1.2.3.4]", "[::ffff:1.2.3.4]", nil),
            ("[1:2:3:4:5:6:1.2.3.4]", "[1:2:3:4:5:6:102:304]", nil),
            (String(repeating: "a", count: 63) + ".com", String(repeating: "a", count: 63) + ".com", nil),
            ("a.xn--p1ai", "a.xn--p1ai", nil),
        ] as [(String, String, UInt16?)])
    func read(_ text: String, _ host: String, _ port: UInt16?) throws {
        let authority = try #require(Authority(text))
        #expect(authority.host.text == host)
        #expect(authority.port == port)
        #expect(Authority(authority.description) == authority)
    }

    @Test func longestName() {
        let name = String(repeating: "abcdefg.", count: 31) + "abcde"
        #expect(name.utf8.count == 253)
        #expect(Authority(name + ".:65535")?.host.text == name)
        #expect(Authority(name + "f") == nil)
        #expect(Authority(String(repeating: "a", count: 100_000)) == nil)
    }

    @Test func addressIsKnown() {
        #expect(HostName("10.0.0.1")?.address == IPAddress(10, 0, 0, 1))
        #expect(HostName("[::1]")?.address == .loopbackV6)
        #expect(HostName("example.com")?.address == nil)
        #expect(HostName("example.com:80") == nil)
    }

    @Test func missingPortIsTheSchemes() throws {
        let plain = try #require(Authority("example.com"))
        let secure = try #require(Authority("example.com:443"))
        #expect(plain.matches(secure, scheme: .https))
        #expect(!plain.matches(secure, scheme: .http))
        #expect(Authority(host: plain.host, port: 0).port == nil)
    }

    @Test func variationsComeBackCanonical() {
        let seeds = [
            "example.com:8080", "[2001:db8::1]:443", "192.168.1.20", "xn--rnek-5qa.com.tr.", "[::ffff:1.2.3.4]",
        ]
        Mutations.run(seed: 9, of: seeds) { bytes in
            guard let authority = Authority(parsing: bytes.span) else { return }
            #expect(Authority(authority.description) == authority)
            #expect(!authority.host.text.utf8.contains { $0 < 0x21 || $0 > 0x7E || (65...90).contains($0) })
        }
    }
}
