import EventLoop
import Glibc
import HTTP
import TestKit
import Testing

@testable import Outbound

@Suite("The resolver") struct DNSResolverTests {
    private static let public4 = TestNameServer.Record.a(93, 184, 216, 34)
    private static let address = IPAddress(93, 184, 216, 34)

    /// Runs the body on a loop beside a server that answers so.
    private func with<Success: Sendable>(
        _ answer: @escaping @Sendable (String, UInt16) -> TestNameServer.Reply,
        _ adjust: @Sendable (inout DNSSettings) -> Void = { _ in },
        _ body: @escaping @Sendable (DNSResolver, TestNameServer, Loop) async throws -> Success
    ) async throws -> Success {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let server = try await Task(executorPreference: loops.first) {
            try TestNameServer(on: loops.first, answer)
        }.value
        var settings = DNSSettings(servers: [NameServer(.loopback, port: server.port)])
        settings.patience = .milliseconds(400)
        adjust(&settings)
        let resolver = DNSResolver(on: loops.first, settings: settings)
        let result = await Task(executorPreference: loops.first) { [settings] in
            _ = settings
            return try await body(resolver, server, loops.first)
        }.result
        await Task(executorPreference: loops.first) { server.stop() }.value
        return try result.get()
    }

    private func look(up name: String, _ answer: @escaping @Sendable (String, UInt16) -> TestNameServer.Reply)
        async throws -> [IPAddress]
    {
        let host = try #require(HostName(name))
        return try await with(answer) { resolver, _, _ in try await resolver.addresses(of: host) }
    }

    @Test func `a socket that leads nowhere is closed`() throws {
        // Nobody is reached there by connection, and the system says so at once.
        let nowhere = NameServer(.v4(0xffff_ffff))
        let before = Self.openDescriptors()
        for _ in 0..<200 {
            for isStream in [true, false] {
                #expect(throws: DNSError.self) { _ = try NameSocket(to: nowhere, stream: isStream) }
            }
        }
        #expect(Self.openDescriptors() < before + 100)
    }

    private static func openDescriptors() -> Int {
        (0..<4_096).count { fcntl($0, F_GETFD) >= 0 }
    }

    @Test(arguments: [TestNameServer.Forgery.number, .name, .noAnswer])
    func `what does not answer the question is as if it had not come`(forgery: TestNameServer.Forgery) async throws {
        let found = try await look(up: "www.example.com") { _, type in
            .forged(forgery, then: .records(type == 1 ? [Self.public4] : []))
        }
        #expect(found == [Self.address])
    }

    @Test func `a flood of forgeries does not hide the answer behind it`() async throws {
        let flood: @Sendable (Int, TestNameServer.Reply) -> TestNameServer.Reply = { count, last in
            (0..<count).reduce(last) { reply, _ in .forged(.number, then: reply) }
        }
        #expect(
            try await look(up: "www.example.com") { _, type in
                flood(150, .records(type == 1 ? [Self.public4] : []))
            } == [Self.address])
    }

    @Test func `both families are found`() async throws {
        let six: [UInt8] = [0x26, 6, 0x47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0x11]
        let found = try await look(up: "www.example.com") { _, type in
            .records(type == 1 ? [Self.public4, .a(1, 1, 1, 1)] : [.aaaa(six)])
        }
        #expect(found == [Self.address, IPAddress(1, 1, 1, 1), try #require(IPAddress("2606:4700::1111"))])
    }

    @Test func `one family is enough when the other fails`() async throws {
        let found = try await look(up: "www.example.com") { _, type in
            type == 1 ? .records([Self.public4]) : .code(2)
        }
        #expect(found == [Self.address])
    }

    @Test func `a name that does not exist has no address, and that is no error`() async throws {
        #expect(try await look(up: "www.example.com") { _, _ in .code(3) }.isEmpty)
        #expect(try await look(up: "www.example.com") { _, _ in .records([]) }.isEmpty)
    }

    @Test(arguments: [
        (TestNameServer.Reply.code(2), DNSError.Code.refused), (.code(5), .refused), (.silence, .timeout),
        (.raw([0x81, 0x80]), .timeout), (.raw(Array(repeating: 0xff, count: 300)), .timeout),
    ])
    func `a server that does not answer is an error in time`(
        reply: TestNameServer.Reply, code: DNSError.Code
    ) async throws {
        let began = ContinuousClock.now
        let error = await #expect(throws: DNSError.self) { _ = try await look(up: "www.example.com") { _, _ in reply } }
        #expect(error?.code == code)
        #expect(ContinuousClock.now - began < .seconds(60))
    }

    @Test func `the second server is asked when the first is silent`() async throws {
        let host = try #require(HostName("www.example.com"))
        let found = try await with({ _, type in .records(type == 1 ? [Self.public4] : []) }) {
            $0.servers.insert(NameServer(.loopback, port: 1), at: 0)
        } _: { resolver, _, _ in
            try await resolver.addresses(of: host)
        }
        #expect(found == [Self.address])
    }

    @Test func `what does not fit comes by connection`() async throws {
        let found = try await look(up: "www.example.com") { _, type in
            .truncated(type == 1 ? (0..<100).map { .a(1, 2, 3, $0) } : [])
        }
        #expect(found == (0..<100).map { IPAddress(1, 2, 3, $0) })
    }

    @Test func `aliases are followed within a reply and from reply to reply`() async throws {
        let found = try await look(up: "www.example.com") { name, type in
            guard type == 1 else { return .records([]) }
            switch name {
            case "www.example.com":
                return .records([.alias("a.example"), .of("a.example", .alias("b.example"))])
            case "b.example": return .records([.alias("c.example"), .of("c.example", Self.public4)])
            default: return .code(3)
            }
        }
        #expect(found == [Self.address])
    }

    @Test func `aliases without end are an error`() async throws {
        let error = await #expect(throws: DNSError.self) {
            _ = try await look(up: "a0.example") { name, _ in
                let number = Int(name.dropFirst().prefix { $0 != "." }) ?? 0
                return .records([.alias("a\(number + 1).example")])
            }
        }
        #expect(error?.code == .aliases)
    }

    @Test func `texts are joined and whole`() async throws {
        let long = String(repeating: "konak-", count: 100)
        let name = try #require(DNSName("_konak.example.com"))
        let texts = try await with({ name, type in
            name == "_konak.example.com" && type == 16 ? .records([.text(long), .text("")]) : .code(3)
        }) { resolver, _, _ in try await resolver.texts(of: name) }
        #expect(texts == [long, ""])
    }

    @Test func `this machine's own names are not asked for`() async throws {
        let (localhost, db) = (try #require(HostName("localhost")), try #require(HostName("db")))
        let below = try #require(HostName("a.localhost"))
        try await with({ _, _ in .records([Self.public4]) }) {
            $0.hosts = HostsFile("10.1.1.1 db")
        } _: { resolver, server, _ in
            var found: [[IPAddress]] = []
            for host in [localhost, below, db, HostName(Self.address)] {
                found.append(try await resolver.addresses(of: host))
            }
            let own: [IPAddress] = [.loopback, .loopbackV6]
            #expect(found == [own, own, [IPAddress(10, 1, 1, 1)], [Self.address]])
            #expect(server.questions == 0)
        }
    }

    @Test func `an answer is kept for its time, and not at all without one`() async throws {
        let (kept, unkept) = (try #require(HostName("kept.example")), try #require(HostName("unkept.example")))
        try await with({ name, type in
            .records(
                type == 1 ? [Self.public4] : [.aaaa(Array(repeating: 0x26, count: 16))],
                seconds: name.hasPrefix("k") ? 30 : 0)
        }) { resolver, server, _ in
            for _ in 0..<5 { _ = try await resolver.addresses(of: kept) }
            #expect(server.questions == 2)
            for _ in 0..<5 { _ = try await resolver.addresses(of: unkept) }
            #expect(server.questions == 12)
        }
    }

    @Test func `a cancelled look-up ends at once`() async throws {
        let host = try #require(HostName("www.example.com"))
        try await with({ _, _ in .silence }) {
            $0.patience = .seconds(60)
        } _: { resolver, _, loop in
            let began = ContinuousClock.now
            let task = Task(executorPreference: loop) { try await resolver.addresses(of: host) }
            try await loop.sleep(for: .milliseconds(50))
            task.cancel()
            _ = await task.result
            #expect(ContinuousClock.now - began < .seconds(60))
        }
    }

    @Test func `number and port of a question are new each time`() async throws {
        let name = try #require(HostName("www.example.com"))
        let origins = try await with({ _, _ in .code(3) }) { resolver, server, _ in
            for _ in 0..<40 { _ = try await resolver.addresses(of: name) }
            return server.origins
        }
        #expect(origins.count == 80)
        #expect(Set(origins.map(\.number)).count > 70)
        #expect(Set(origins.map(\.port)).count > 70)
    }
}
