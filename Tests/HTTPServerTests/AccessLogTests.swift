import Core
import HTTP
import HTTPServer
import Synchronization
import TestKit
import Testing

@Suite struct AccessLogTests {
    /// Keeps the lines, or refuses them.
    private final class Lines: LogSink {
        private let taken = Mutex<[UInt8]>([])
        private let isFull: Bool

        init(isFull: Bool = false) { self.isFull = isFull }

        func accept(_ lines: [UInt8]) -> Bool {
            guard !isFull else { return false }
            taken.withLock { $0 += lines }
            return true
        }

        /// Each line as JSON.
        func values() throws -> [JSONValue] {
            try taken.withLock { $0 }.split(separator: 10).map { try JSONParser.parse(Array($0)) }
        }
    }

    private struct Line: Decodable {
        var status: Int
        var request: String?
        var method: String?
        var path: String?
        var bytes: Int?
        var refused: String?
        var peer: String
        var client: String?
    }

    private func lines(of lines: Lines) throws -> [Line] {
        try lines.values().map { try JSONReader.decode(Line.self, from: $0, unknownKeys: .ignore) }
    }

    /// What the field says, and the client that the log should name.
    private static let forwarded: [(networks: [String], field: String, client: String?)] = [
        ([], "203.0.113.7", nil), (["10.0.0.0/8"], "203.0.113.7", nil),
        (["127.0.0.0/8"], "203.0.113.7", "203.0.113.7"), (["127.0.0.1/32"], "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (["127.0.0.0/8", "10.0.0.0/8"], "203.0.113.7, 10.1.1.1", "203.0.113.7"),
        (["127.0.0.0/8"], "nonsense", "127.0.0.1"), (["127.0.0.0/8"], "2001:db8::1", "2001:db8::1"),
    ]

    @Test(arguments: forwarded) func namesTheClientBehindATrustedProxy(
        networks: [String], field: String, client: String?
    ) async throws {
        let log = Lines()
        let proxies = TrustedProxies(try networks.map { try AddressBlock($0) })
        try await TestServer.run(Echo.responder, log: log, trusting: proxies) { server in
            _ = try server.ask(Echo.get("/", "X-Forwarded-For: \(field)"))
        }
        let found = try lines(of: log)
        #expect(found.map(\.client) == [client])
        #expect(found.map(\.peer) == ["127.0.0.1"])
    }

    @Test func eachRequestMakesOneLine() async throws {
        let log = Lines()
        try await TestServer.run(Echo.responder, log: log) { server in
            let client = try server.connect()
            try client.send(Echo.get("/a?password=secret") + "HEAD /%22quoted HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = try client.readResponse()
            _ = try client.readResponse(to: "HEAD")
            try client.send("GET / HTTP/9.9\r\n\r\n")
            _ = try client.readResponse()
            _ = try server.ask(Echo.post("/b", "Transfer-Encoding: chunked", body: "nonsense\r\n"))
        }
        let found = try lines(of: log)
        #expect(found.map(\.status) == [200, 200, 400, 400])
        #expect(found.map(\.path) == ["/a", "/%22quoted", nil, "/b"])
        #expect(found.map(\.method) == ["GET", "HEAD", nil, "POST"])
        #expect(found.map { $0.refused != nil } == [false, false, true, false])
        #expect(Set(found.compactMap(\.request)).count == 4)
        #expect(found.allSatisfy { $0.peer == "127.0.0.1" })
        #expect(try !log.values().contains { "\($0)".contains("secret") })
    }

    /// The paths, and how the log should show them.
    private static let paths: [(path: String, shown: String)] = {
        let secret = String(repeating: "0123456789abcdef", count: 4)
        return [
            ("/hooks/sample/\(secret)", "/hooks/sample/…"), ("/\(secret.uppercased())", "/…"),
            ("/a/\(secret)/b", "/a/…/b"), ("/\(secret)/", "/…/"), ("/\(secret)/\(secret)/%22x", "/…/…/%22x"),
            ("/a/\(secret)?k=hidden", "/a/…"), ("/a?k=\(secret)", "/a"),
            ("/a/\(secret)0", "/a/\(secret)0"), ("/aaaaaaaa/\(secret.dropLast())", "/aaaaaaaa/\(secret.dropLast())"),
            ("/a/g\(secret.dropLast())", "/a/g\(secret.dropLast())"), ("/a/\(secret).css", "/a/\(secret).css"),
        ]
    }()

    @Test func secretsInPathsAreNotShown() async throws {
        let log = Lines()
        try await TestServer.run(Echo.responder, log: log) { server in
            for (path, _) in Self.paths { _ = try server.ask(Echo.get(path)) }
        }
        #expect(try lines(of: log).compactMap(\.path) == Self.paths.map { $0.shown })
    }

    @Test func lostLinesAreCounted() async throws {
        try await TestServer.run(Echo.responder, log: Lines(isFull: true)) { server in
            _ = try server.ask(Echo.get("/"))
            #expect(await server.counts { $0.logLinesDropped == 1 }.logLinesDropped == 1)
        }
    }
}
