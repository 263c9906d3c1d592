import Core
import EventLoop
import HTTP
import Outbound
import Postgres
import Synchronization
import TestKit
import Testing

@testable import Kernel

@Suite("Domains")
struct DomainsTests {
    private static let firm = DomainOwner(agency: "mavi", tenant: "acme")
    private static let rival = DomainOwner(agency: "kirmizi", tenant: "acme")

    /// Domains over a database, with a name server that says what the test wants.
    private struct Bench: Sendable {
        let house: SitesHouse
        let domains: Domains
        let server: TestNameServer
        let says: Says

        final class Says: Sendable { let reply = Mutex<(@Sendable (String) -> TestNameServer.Reply)?>(nil) }

        func say(_ reply: @escaping @Sendable (String) -> TestNameServer.Reply) { says.reply.withLock { $0 = reply } }
    }

    private static func with(_ body: @escaping @Sendable (Bench) async throws -> Void) async throws {
        try await SitesHouse.with { house in
            try await house.database.withDriver(as: "konak_control") { driver, loops in
                let says = Bench.Says()
                let server = try TestNameServer(on: loops.first) { name, type in
                    guard type == 16, let reply = says.reply.withLock({ $0 }) else { return .code(3) }
                    return reply(name)
                }
                var settings = DNSSettings(servers: [NameServer(.loopback, port: server.port)])
                (settings.patience, settings.rounds) = (.milliseconds(200), 1)
                let domains = Domains(
                    driver, resolver: DNSResolver(on: loops.first, settings: settings),
                    operatorHosts: SitesHouse.operatorHosts + [HostName("konak.example")].compactMap(\.self))
                let result: Result<Void, any Error>
                do {
                    result = .success(
                        try await body(Bench(house: house, domains: domains, server: server, says: says)))
                } catch { result = .failure(error) }
                server.stop()
                try result.get()
            }
        }
    }

    private static func refusal(_ work: () async throws -> Domain) async -> DomainRefusal? {
        do {
            _ = try await work()
            return nil
        } catch { return error as? DomainRefusal }
    }

    private static let refusals: [(String, DomainRefusal)] = [
        ("", .notAHost), ("a b.test", .notAHost), ("müşteri.test", .notAHost), ("a_b.test", .notAHost),
        (".a.test", .notAHost),
        ("a..test", .notAHost), ("a.test.", .notAHost), ("*.a.test", .notAHost), ("a.test:443", .notAHost),
        ("a.c0m", .notAHost), ("a.x", .notAHost), ("ab--c.test", .notAHost), ("-a.test", .notAHost),
        (String(repeating: "a", count: 64) + ".test", .notAHost), ("1.2.3.4", .address), ("[::1]", .address),
        ("localhost", .operators), ("konak.example", .operators), ("KONAK.localhost", .operators), ("test", .oneLabel),
        ("printer.local", .reserved), ("a.invalid", .reserved), ("a.onion", .reserved),
        ("1.1.1.1.in-addr.arpa", .reserved),
        ("db.internal", .reserved), (String(repeating: "abcdefghi.", count: 24) + "test", .tooLong),
    ]

    @Test("refuses what is no host that somebody could own", arguments: refusals)
    func hosts(text: String, refusal: DomainRefusal) {
        let hosts = SitesHouse.operatorHosts + [HostName("konak.example")].compactMap(\.self)
        #expect(throws: refusal) { try DomainHost(text, operatorHosts: hosts) }
    }

    @Test(
        "takes names of DNS, and knows those of the house",
        arguments: [
            ("crm.acme.com", DomainHost.Kind.custom), ("acme.com.tr", .custom), ("XN--Mteri-Kva.test", .custom),
            ("a.xn--p1ai", .custom), ("acme.localhost", .house), ("acme.konak.example", .house),
            ("a.b.konak.example", .house),
            ("notkonak.example", .custom),
        ])
    func goodHosts(text: String, kind: DomainHost.Kind) throws {
        let hosts = SitesHouse.operatorHosts + [HostName("konak.example")].compactMap(\.self)
        let host = try DomainHost(text, operatorHosts: hosts)
        #expect(host.kind == kind && host.text == text.lowercased())
    }

    @Test("gives hosts of the house at the operator's word only, and then at once")
    func house() async throws {
        try await Self.with { bench in
            for host in ["new.localhost", "new.konak.example"] {
                let refused = await Self.refusal { try await bench.domains.add(host, for: Self.firm, .app) }
                #expect(refused == .operators)
                let domain = try await bench.domains.add(host, for: Self.firm, .app, byOperator: true)
                #expect(domain.state == .verified)
                try await bench.house.database.run("UPDATE kernel.domain SET state = 'pending' WHERE host = '\(host)'")
                let denied = await Self.refusal { try await bench.domains.verify(host).domain }
                #expect(denied == .operators)
                let (again, finding) = try await bench.domains.verify(host, byOperator: true)
                #expect(again.state == .verified && finding == .right)
            }
            #expect(bench.server.questions == 0)
        }
    }

    @Test("belongs to somebody who is there, with a face that fits")
    func owners() async throws {
        try await Self.with { bench in
            try await bench.house.database.run("UPDATE kernel.agency SET state = 'closed' WHERE slug = 'kirmizi'")
            let nobodies: [(DomainOwner, Domains.Face)] = [
                (DomainOwner(agency: "nobody"), .agency), (DomainOwner(agency: "mavi", tenant: "nobody"), .app),
                (Self.rival, .app), (DomainOwner(agency: "mavi"), .app), (Self.firm, .agency),
            ]
            for (owner, face) in nobodies {
                let refused = await Self.refusal { try await bench.domains.add("a.test", for: owner, face) }
                #expect(refused == .nobody, "\(owner)")
            }
            #expect(
                try await bench.domains.list(of: DomainOwner(agency: "mavi")).map(\.host).contains("a.test") == false)
        }
    }

    @Test("has a challenge of its own that nobody can guess")
    func challenges() async throws {
        try await Self.with { bench in
            let first = try await bench.domains.add("a.acme.test", for: Self.firm, .app)
            let second = try await bench.domains.add("b.acme.test", for: Self.firm, .portal)
            #expect(first.state == .pending && first.recordName == "_konak-challenge.a.acme.test")
            #expect(first.challenge.utf8.count == 52 && first.challenge != second.challenge)
            // Asked for again, it is the same: what stands in the DNS already stays right.
            #expect(try await bench.domains.add("A.acme.test", for: Self.firm, .app) == first)
        }
    }

    /// What the name server says, and what that means for one that waits and for one that was proven.
    private static let replies: [(String, @Sendable (String) -> TestNameServer.Reply, DomainProof.Finding)] = [
        ("none", { _ in .code(3) }, .missing), ("no text", { _ in .records([]) }, .missing),
        ("another", { _ in .records([.text("v=spf1 -all")]) }, .wrong),
        ("a part", { .records([.text(String($0.dropLast()))]) }, .wrong),
        ("more", { .records([.text($0 + "A")]) }, .wrong), ("quoted", { .records([.text("\"\($0)\"")]) }, .wrong),
        ("in small letters", { .records([.text($0.lowercased())]) }, .wrong),
        ("of another name", { .records([.of("_konak-challenge.other.test", .text($0))]) }, .missing),
        ("server failure", { _ in .code(2) }, .unclear), ("refused", { _ in .code(5) }, .unclear),
        ("silence", { _ in .silence }, .unclear), ("nonsense", { _ in .raw([1, 2, 3]) }, .unclear),
        ("right", { .records([.text($0)]) }, .right),
        ("among others", { .records([.text("x"), .text($0), .text("y")]) }, .right),
        ("too long for a datagram", { .truncated([.text(String(repeating: "z", count: 900)), .text($0)]) }, .right),
        ("after a forgery", { .forged(.number, then: .records([.text($0)])) }, .right),
        (
            "by an alias",
            {
                .records([.alias("proof.acme.test"), .of("proof.acme.test", .text($0))])
            }, .right
        ),
    ]

    @Test("is proven by exactly its text in the DNS", arguments: 0..<17)
    func proofs(index: Int) async throws {
        let (name, reply, finding) = Self.replies[index]
        try await Self.with { bench in
            let domain = try await bench.domains.add("crm.firm.test", for: Self.firm, .app)
            bench.say { asked in asked == domain.recordName ? reply(domain.challenge) : .code(3) }
            let (after, found) = try await bench.domains.verify("crm.firm.test")
            let state: [DomainProof.Finding: Domain.State] = [.right: .verified, .unclear: .pending]
            #expect(found == finding, "\(name)")
            #expect(after.state == state[finding] ?? .failed, "\(name)")
            #expect(after.checkedAt != nil && after.challenge == domain.challenge)
            // Proven by whatever means, and looked at again.
            bench.say { _ in .records([.text(domain.challenge)]) }
            #expect(try await bench.domains.verify("crm.firm.test").domain.state == .verified)
            bench.say { asked in asked == domain.recordName ? reply(domain.challenge) : .code(3) }
            let later = try await bench.domains.verify("crm.firm.test").domain.state
            #expect(later == (finding == .right || finding == .unclear ? .verified : .failed), "\(name)")
        }
    }

    @Test("changes hands only as long as nobody has proven it")
    func takeover() async throws {
        try await Self.with { bench in
            let first = try await bench.domains.add("crm.firm.test", for: Self.firm, .app)
            let second = try await bench.domains.add("crm.firm.test", for: Self.rival, .app)
            #expect(second.agency == "kirmizi" && second.challenge != first.challenge && second.state == .pending)
            // The old owner's text proves nothing for the new one.
            bench.say { _ in .records([.text(first.challenge)]) }
            #expect(try await bench.domains.verify("crm.firm.test").domain.state == .failed)
            bench.say { _ in .records([.text(second.challenge)]) }
            #expect(try await bench.domains.verify("crm.firm.test").domain.state == .verified)
            let refused = await Self.refusal {
                try await bench.domains.add("crm.firm.test", for: Self.firm, .app, isPrimary: true)
            }
            #expect(refused == .taken)
            #expect(
                try await bench.domains.list(of: Self.rival).map(\.host) == [
                    "crm.firm.test", "other.localhost", "torn.localhost",
                ])
            // Whoever is refused has lost nothing.
            let own = try await bench.domains.list(of: Self.firm)
            #expect(own.filter { $0.isPrimary && $0.surface == "app" }.map(\.host) == ["acme.localhost"])
        }
    }

    @Test("has one primary for each face, the last that was named")
    func primary() async throws {
        try await Self.with { bench in
            for host in ["one.firm.test", "two.firm.test", "one.firm.test"] {
                let domain = try await bench.domains.add(host, for: Self.firm, .app, isPrimary: true)
                #expect(domain.isPrimary)
                let all = try await bench.domains.list(of: Self.firm)
                #expect(all.filter { $0.isPrimary && $0.surface == "app" }.map(\.host) == [host])
            }
        }
    }

    @Test("is gone when it was given up, and unknown after that")
    func removal() async throws {
        try await Self.with { bench in
            let gone = try await bench.domains.remove("acme.localhost")
            #expect(gone.host == "acme.localhost")
            let removed = await Self.refusal { try await bench.domains.remove("acme.localhost") }
            let verified = await Self.refusal { try await bench.domains.verify("nobody.test").domain }
            #expect(removed == .unknown && verified == .unknown)
        }
    }
}
