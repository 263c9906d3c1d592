import HTTP
import Testing

@Suite struct TrustedProxiesTests {
    private static func proxies(_ dialect: TrustedProxies.Dialect = .xForwarded) throws -> TrustedProxies {
        TrustedProxies(
            try AddressBlock.list("127.0.0.1, 10.0.0.0/8, fd00::/8"), dialect: dialect, statements: [.scheme, .host])
    }

    private static func client(
        _ peer: String, _ fields: [FieldName: String], _ dialect: TrustedProxies.Dialect = .xForwarded
    ) throws -> RequestOrigin {
        try proxies(dialect).origin(peer: #require(IPAddress(peer))) { fields[$0] }
    }

    @Test(arguments: [
        ("6.6.6.6", "1.1.1.1", "6.6.6.6"), ("6.6.6.6", "127.0.0.1", "6.6.6.6"),
        ("2001:db8::9", "1.1.1.1", "2001:db8::9"),
        ("::ffff:6.6.6.6", "1.1.1.1", "6.6.6.6"), ("11.0.0.1", "1.1.1.1", "11.0.0.1"),
        ("127.0.0.2", "1.1.1.1", "127.0.0.2"),
        ("127.0.0.1", "", "127.0.0.1"), ("127.0.0.1", " ", "127.0.0.1"), ("127.0.0.1", ",", "127.0.0.1"),
        ("127.0.0.1", "1.1.1.1", "1.1.1.1"), ("::ffff:127.0.0.1", "1.1.1.1", "1.1.1.1"),
        ("fd00::1", "1.1.1.1", "1.1.1.1"),
        ("127.0.0.1", "9.9.9.9, 1.1.1.1", "1.1.1.1"), ("127.0.0.1", "127.0.0.1, 1.1.1.1", "1.1.1.1"),
        ("127.0.0.1", "9.9.9.9,8.8.8.8,1.1.1.1", "1.1.1.1"), ("127.0.0.1", "9.9.9.9, 1.1.1.1, 10.0.0.3", "1.1.1.1"),
        ("127.0.0.1", "9.9.9.9, 1.1.1.1, 10.0.0.3, 10.0.0.4", "1.1.1.1"), ("127.0.0.1", "10.0.0.3", "10.0.0.3"),
        ("127.0.0.1", "10.0.0.3, 10.0.0.4", "10.0.0.3"), ("127.0.0.1", "2001:db8::5", "2001:db8::5"),
        ("127.0.0.1", "[2001:db8::5]", "2001:db8::5"), ("127.0.0.1", "[2001:db8::5]:4711", "2001:db8::5"),
        ("127.0.0.1", "1.1.1.1:4711", "1.1.1.1"), ("127.0.0.1", "::ffff:1.1.1.1", "1.1.1.1"),
        ("127.0.0.1", "\t1.1.1.1\t", "1.1.1.1"),
        ("127.0.0.1", "evil", "127.0.0.1"), ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "1.1.1.1, unknown", "127.0.0.1"),
        ("127.0.0.1", "evil, 1.1.1.1", "1.1.1.1"), ("127.0.0.1", "9.9.9.9, evil, 10.0.0.3", "10.0.0.3"),
        ("127.0.0.1", "1.1.1.1,", "127.0.0.1"),
        ("127.0.0.1", "\"1.1.1.1\"", "127.0.0.1"), ("127.0.0.1", "1.1.1", "127.0.0.1"),
        ("127.0.0.1", "1.1.1.1:99999", "127.0.0.1"),
        ("127.0.0.1", "1.1.1.1:", "127.0.0.1"), ("127.0.0.1", "[2001:db8::5", "127.0.0.1"),
        ("127.0.0.1", "[2001:db8::5]x", "127.0.0.1"),
        ("127.0.0.1", "1.1.1.1; 9.9.9.9", "127.0.0.1"), ("127.0.0.1", "1.1.1.1 9.9.9.9", "127.0.0.1"),
        ("127.0.0.1", "01.1.1.1", "127.0.0.1"),
        ("127.0.0.1", "2130706433", "127.0.0.1"), ("127.0.0.1", "fe80::1%eth0", "127.0.0.1"),
        ("127.0.0.1", "9.9.9.9\r\n, 1.1.1.1", "1.1.1.1"),
    ])
    func forwardedFor(_ peer: String, _ field: String, _ expected: String) throws {
        let origin = try Self.client(
            peer, [.xForwardedFor: field, .forwarded: "for=7.7.7.7;host=evil.com;proto=https"])
        #expect(origin == RequestOrigin(address: try #require(IPAddress(expected))))
    }

    @Test(arguments: [
        ("6.6.6.6", "for=1.1.1.1", "6.6.6.6"), ("127.0.0.1", "", "127.0.0.1"), ("127.0.0.1", "for=1.1.1.1", "1.1.1.1"),
        ("127.0.0.1", "For=1.1.1.1", "1.1.1.1"), ("127.0.0.1", "for=\"1.1.1.1\"", "1.1.1.1"),
        ("127.0.0.1", "for=\"1.1.1.1:4711\"", "1.1.1.1"),
        ("127.0.0.1", "For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
        ("127.0.0.1", "for=\"[2001:db8::1]\"", "2001:db8::1"),
        ("127.0.0.1", "for=192.0.2.60;proto=http;by=203.0.113.43", "192.0.2.60"),
        ("127.0.0.1", "for=192.0.2.43, for=198.51.100.17", "198.51.100.17"),
        ("127.0.0.1", "for=9.9.9.9, for=1.1.1.1, for=10.0.0.3", "1.1.1.1"),
        ("127.0.0.1", "for=9.9.9.9,for=1.1.1.1,for=10.0.0.3;by=10.0.0.4", "1.1.1.1"),
        ("127.0.0.1", "for=unknown", "127.0.0.1"), ("127.0.0.1", "for=\"_gazonk\"", "127.0.0.1"),
        ("127.0.0.1", "for=_SEVKISEK, for=10.0.0.3", "10.0.0.3"),
        ("127.0.0.1", "by=1.1.1.1", "127.0.0.1"), ("127.0.0.1", "for=9.9.9.9, by=10.0.0.3", "127.0.0.1"),
        ("127.0.0.1", "for=10.0.0.3", "10.0.0.3"),
        ("127.0.0.1", "secret=\"a, for=9.9.9.9\";for=1.1.1.1", "1.1.1.1"), ("127.0.0.1", "  for=1.1.1.1  ", "1.1.1.1"),
        ("127.0.0.1", "for=\"::ffff:1.1.1.1\"", "1.1.1.1"), ("fd00::2", "for=\"1\\.1.1.1\"", "1.1.1.1"),
    ])
    func forwarded(_ peer: String, _ field: String, _ expected: String) throws {
        let fields: [FieldName: String] = [
            .forwarded: field, .xForwardedFor: "7.7.7.7", .xForwardedHost: "evil.com", .xForwardedProto: "ftp",
        ]
        #expect(try Self.client(peer, fields, .forwarded).address == IPAddress(expected))
    }

    @Test(arguments: [
        "for=\"9.9.9.9, for=1.1.1.1", "for=\"x, for=\"[2001:db8::1]\"", "for=1.1.1.1,", ",for=1.1.1.1",
        "for=1.1.1.1 for=2.2.2.2", "for",
        "for=", "=1.1.1.1", "for=1.1.1.1;", "for=1.1.1.1;;proto=http", "for=1.1.1.1;for=2.2.2.2", "for=[2001:db8::1]",
        "for=1.1.1.1:80",
        "for = 1.1.1.1", "for=1.1.1.1\n", "for=\"1.1.1.1\\", "host=\"a/b\";for=1.1.1.1", "host=\"a@b\"",
        "for=1.1.1.1, , for=2.2.2.2",
    ])
    func forwardedRefused(_ field: String) {
        #expect(throws: TrustedProxies.Refusal.badForwarded) {
            try Self.client("127.0.0.1", [.forwarded: field], .forwarded)
        }
        // From anyone else the same field means nothing.
        #expect(throws: Never.self) { try Self.client("6.6.6.6", [.forwarded: field], .forwarded) }
    }

    @Test(
        arguments: [
            ("1.1.1.1", "https", "shop.example", Scheme.https, "shop.example"),
            ("1.1.1.1", "HTTP", "a.tr:8080", .http, "a.tr:8080"),
            ("1.1.1.1", "ws", "a.tr", nil, "a.tr"), ("1.1.1.1", "", "", nil, nil),
            ("1.1.1.1", "https,http", "a.tr", .http, "a.tr"),
            ("9.9.9.9, 1.1.1.1", "https, http", "evil.tr, b.tr", .http, "b.tr"),
            ("1.1.1.1, 10.0.0.3", "https, http", "a.tr, b.tr", .https, "a.tr"),
            ("1.1.1.1, 10.0.0.3", "https", "a.tr", .https, "a.tr"), ("", "https", "a.tr", .https, "a.tr"),
            ("9.9.9.9, 1.1.1.1", "https, http, https", "x, y, b.tr", .https, "b.tr"),
        ] as [(String, String, String, Scheme?, String?)])
    func schemeAndHost(_ addresses: String, _ proto: String, _ host: String, _ scheme: Scheme?, _ authority: String?)
        throws
    {
        let fields: [FieldName: String] = [.xForwardedFor: addresses, .xForwardedProto: proto, .xForwardedHost: host]
        let origin = try Self.client("127.0.0.1", fields)
        #expect(origin.scheme == scheme)
        #expect(origin.host?.description == authority)
        let stranger = try Self.client("6.6.6.6", fields)
        #expect(stranger.scheme == nil && stranger.host == nil)
    }

    @Test func forwardedSchemeAndHost() throws {
        let field =
            "for=9.9.9.9;proto=https;host=evil.tr, for=1.1.1.1;proto=http;host=\"b.tr:81\", for=10.0.0.3;proto=https;host=c.tr"
        let origin = try Self.client("127.0.0.1", [.forwarded: field], .forwarded)
        #expect(origin.scheme == .http)
        #expect(origin.host?.description == "b.tr:81")
    }

    @Test func longChainsEnd() throws {
        let chain = "9.9.9.9," + String(repeating: "10.0.0.3,", count: 5_000) + "10.0.0.4"
        #expect(try Self.client("127.0.0.1", [.xForwardedFor: chain]).address == IPAddress(10, 0, 0, 3))
        let forwarded = String(repeating: "for=10.0.0.1,", count: 40) + "for=1.1.1.1"
        #expect(throws: TrustedProxies.Refusal.badForwarded) {
            try Self.client("127.0.0.1", [.forwarded: forwarded], .forwarded)
        }
    }

    @Test(arguments: ["a/b", "a@b", "a b", "a,b_", "http://a", "a:0"])
    func badHostIsNotGuessed(_ host: String) {
        #expect(throws: TrustedProxies.Refusal.badHost) {
            try Self.client("127.0.0.1", [.xForwardedFor: "1.1.1.1", .xForwardedHost: host])
        }
    }

    @Test func onlyWhatIsTrustedIsTaken() throws {
        let peer = IPAddress.loopback
        let fields: [FieldName: String] = [
            .xForwardedFor: "1.1.1.1", .xForwardedProto: "https", .xForwardedHost: "a.tr",
        ]
        let blocks = [try AddressBlock("127.0.0.1")]
        #expect(try TrustedProxies(blocks).origin(peer: peer) { fields[$0] }.host == nil)
        #expect(try TrustedProxies(blocks, statements: []).origin(peer: peer) { fields[$0] }.scheme == nil)
        #expect(try TrustedProxies([]).origin(peer: peer) { fields[$0] } == RequestOrigin(address: peer))
    }

    @Test func spoofingNeverMovesTheClient() throws {
        var mutations = Mutations(seed: 17)
        let seeds = ["9.9.9.9", "10.0.0.1, 10.0.0.2", "[::1]:80", "\"", "unknown", "a,b,c,,", "127.0.0.1"]
        for _ in 0..<1_000 {
            let forged = String(decoding: mutations.variation(of: seeds), as: UTF8.self)
            let origin = try Self.client("127.0.0.1", [.xForwardedFor: forged + ", 1.1.1.1"])
            #expect(origin.address == IPAddress(1, 1, 1, 1))
        }
    }
}
