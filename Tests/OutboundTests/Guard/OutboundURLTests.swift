import HTTP
import Testing

@testable import Outbound

@Suite("Addresses as text: one reading or none") struct OutboundURLTests {
    @Test(arguments: [
        "", "http", "http:", "http:/", "http://", "http:///", "https:///host", "//host", "/path", "host", "ftp://host",
        "file:///etc/passwd", "gopher://host", "dict://host:1/x", "javascript:alert(1)", "http:host", "http:\\\\host",
        "http://user@host", "http://user:secret@host", "http://public.example@127.0.0.1", "http://127.0.0.1@host",
        "http://host:80@127.0.0.1", "http://host\\@127.0.0.1", "http://host\\.evil.example", "http://host%2f@evil",
        "http://%31%32%37.0.0.1", "http://127.0.0.1%00.example.com", "http://h%6fst", "http://127.1", "http://127.0.1",
        "http://2130706433", "http://0x7f000001", "http://0x7f.0.0.1", "http://0177.0.0.1", "http://017700000001",
        "http://127.0.0.01", "http://127.0.0.1.", "http://127.0.0.1..", "http://1.2.3.4.5", "http://256.0.0.1",
        "http://0", "http://0x", "http://1.1.1.0x1", "http://[::1", "http://::1", "http://[::1%25lo]",
        "http://[::1%lo]",
        "http://[fe80::1%eth0]", "http://[v1.x]", "http://[127.0.0.1]", "http://[::ffff:127.1]", "http://[]",
        "http://①②⑦.⓪.⓪.①", "http://１２７.0.0.1", "http://localhost。evil", "http://ex\u{ad}ample.com", "http://exämple",
        "http://host name", " http://host", "http://host ", "http://host\t", "http://host\n", "http://ho\r\nst",
        "http://host/\r\nx: y", "http://host/ü", "http://host/a b", "http://host\u{0}", "http://-host", "http://host-",
        "http://a..b", "http://.a", "http://a_b", "http://host:", "http://host:0", "http://host:65536",
        "http://host:080",
        "http://host:+80", "http://host:80:80", "http://host:0x50", "http://host;x", "http://host,other", "http://a|b",
        "http://{host}", "http://*", "http://host!", "http://$host", "http://host'", "http://(host)",
    ])
    func `an ambiguous address is refused`(text: String) { #expect(OutboundURL(text) == nil) }

    @Test(arguments: [
        ("http://Example.COM", "http://example.com/"), ("HTTPS://example.com.:443/x", "https://example.com/x"),
        ("http://example.com:8080?a=b", "http://example.com:8080/?a=b"),
        ("http://example.com/#top", "http://example.com/"),
        ("http://example.com#@127.0.0.1/", "http://example.com/"), ("http://8.8.8.8/a@b", "http://8.8.8.8/a@b"),
        ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/"),
        ("http://[2606:4700:0:0::1111]/", "http://[2606:4700::1111]/"),
        ("http://example.com//127.0.0.1/..", "http://example.com//127.0.0.1/.."),
        ("https://xn--rnek-5qa.example/", "https://xn--rnek-5qa.example/"),
    ])
    func `a plain address is read in one way`(text: String, reading: String) {
        #expect(OutboundURL(text)?.description == reading)
        #expect(OutboundURL(reading)?.description == reading)
    }

    @Test(
        arguments: [
            ("/b", "https://host.example/b"), ("b", "https://host.example/a/b"), ("?b", "https://host.example/a/c?b"),
            ("//other.example/b", "https://other.example/b"), ("http://other.example", "http://other.example/"),
            ("http:/b", "https://host.example/a/http:/b"), ("https:evil", "https://host.example/a/https:evil"),
            ("///b", nil), ("/\\evil.example", nil), ("\\\\evil.example", nil), ("https:///b", nil),
            ("//user@evil", nil),
            ("javascript://x", nil), ("/a\r\nb", nil), ("//127.1", nil),
        ] as [(String, String?)])
    func `a redirect leads to one place or nowhere`(location: String, place: String?) throws {
        let url = try #require(OutboundURL("https://host.example/a/c?d=/e/"))
        #expect(url.following(location)?.description == place)
    }

    @Test func `a list of destinations holds what it names`() throws {
        let list = Destinations(hosts: ["Graph.example.com", "*.shop.example", "8.8.8.8"])
        let verdicts = [
            "graph.example.com": true, "GRAPH.EXAMPLE.COM.": true, "a.shop.example": true, "a.b.shop.example": true,
            "8.8.8.8": true, "shop.example": false, "ashop.example": false, "graph.example.com.evil.example": false,
            "evil-graph.example.com": false, "8.8.4.4": false, "example.com": false,
        ]
        for (name, verdict) in verdicts { #expect(list.contain(try #require(HostName(name))) == verdict, "\(name)") }
        #expect(Destinations(hosts: []).contain(try #require(HostName("a.example"))) == false)
        #expect(Destinations.any.contain(try #require(HostName("a.example"))))
    }
}
