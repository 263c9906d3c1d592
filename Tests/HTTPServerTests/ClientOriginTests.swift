import HTTP
import HTTPServer
import Testing

@Suite struct ClientOriginTests {
    private func origin(
        _ fields: [String], peer: String = "10.0.0.1", trusting blocks: String = "10.0.0.0/8, ::1",
        dialect: TrustedProxies.Dialect = .xForwarded, statements: TrustedProxies.Statements = .scheme
    ) throws -> ClientOrigin {
        let request = try Requests.make("GET /", fields, peer: peer)
        let proxies = TrustedProxies(try AddressBlock.list(blocks), dialect: dialect, statements: statements)
        return try ClientOrigin(request, trusting: proxies)
    }

    /// Nobody but a trusted proxy sets the client's address, host or scheme.
    @Test func aStrangersWordsCountForNothing() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<1000 {
            let address = (0..<4).map { _ in String(Int.random(in: 0...255, using: &generator)) }.joined(separator: ".")
            let fields = [
                "X-Forwarded-For: \(address)", "X-Forwarded-For: 10.0.0.1, \(address)", "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example", "Forwarded: for=\(address);host=evil.example;proto=https",
                "X-Real-IP: \(address)", "True-Client-IP: \(address)",
            ]
            for dialect in [TrustedProxies.Dialect.xForwarded, .forwarded] {
                let found = try origin(
                    fields, peer: "203.0.113.7", dialect: dialect, statements: [.scheme, .host])
                #expect(found.address == IPAddress(203, 0, 113, 7))
                #expect(found.scheme == .http)
                #expect(found.authority.host.text == "example.com")
            }
        }
    }

    static let walks: [([String], String)] = [
        ([], "10.0.0.1"),
        (["X-Forwarded-For: 203.0.113.7"], "203.0.113.7"),
        (["X-Forwarded-For: 6.6.6.6, 203.0.113.7"], "203.0.113.7"),
        (["X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 203.0.113.7"], "203.0.113.7"),
        (["X-Forwarded-For: 6.6.6.6, 203.0.113.7, 10.9.9.9"], "203.0.113.7"),
        (["X-Forwarded-For: 203.0.113.7:4711"], "203.0.113.7"),
        (["X-Forwarded-For: [2001:db8::1]:443"], "2001:db8::1"),
        (["X-Forwarded-For: ::ffff:203.0.113.7"], "203.0.113.7"),
        (["X-Forwarded-For: 6.6.6.6, nonsense"], "10.0.0.1"),
        (["Forwarded: for=6.6.6.6"], "10.0.0.1"),
    ]

    @Test(arguments: walks) func theProxysWordCounts(fields: [String], address: String) throws {
        #expect(try origin(fields).address == IPAddress(address))
    }

    @Test func statementsAreTakenOnlyWhereTrusted() throws {
        let fields = ["X-Forwarded-For: 1.1.1.1", "X-Forwarded-Proto: https", "X-Forwarded-Host: other.example:8443"]
        let careful = try origin(fields)
        #expect(careful.scheme == .https)
        #expect(careful.authority.description == "example.com")
        let trusting = try origin(fields, statements: [.scheme, .host])
        #expect(trusting.authority.description == "other.example:8443")
        #expect(try origin(fields, statements: []).scheme == .http)
    }

    @Test func readsForwarded() throws {
        let found = try origin(
            ["Forwarded: for=6.6.6.6, for=\"[2001:db8::1]:4711\";proto=https;host=shop.example"], dialect: .forwarded,
            statements: [.scheme, .host])
        #expect(found.address == IPAddress("2001:db8::1"))
        #expect(found.scheme == .https)
        #expect(found.authority.description == "shop.example")
    }

    @Test func refusesWhatItCannotRead() throws {
        #expect(throws: ClientOrigin.Refusal.proxy(.badForwarded)) {
            try origin(["Forwarded: for=\""], dialect: .forwarded)
        }
        #expect(throws: ClientOrigin.Refusal.proxy(.badHost)) {
            try origin(["X-Forwarded-For: 1.1.1.1", "X-Forwarded-Host: a b"], statements: .host)
        }
    }

    @Test func aLocalSocketCountsAsLoopback() throws {
        let fields = ["X-Forwarded-For: 203.0.113.7"]
        #expect(try origin(fields, peer: "local").address == .loopback)
        #expect(try origin(fields, peer: "local", trusting: "127.0.0.0/8").address == IPAddress(203, 0, 113, 7))
    }
}
