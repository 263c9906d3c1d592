import Core
import EventLoop
import HTTP
import HTTPServer
import ModuleKit
import TestKit
import Testing

@testable import Kernel

/// Spellings of hosts, good and odd, made from a tenant's own.
private struct Spelling: Sendable {
    let text: String
    /// The host that may be entered by it; nil when none may.
    let meant: String?

    static let tenants = [
        "acme.localhost", "acme-2.localhost", "crm.example.com", "xn--mteri-kva.test", "a.b.c.example",
    ]
    static let all = tenants.flatMap { good($0) + odd($0) }

    static func good(_ host: String) -> [Spelling] {
        let cases = [
            host, host.uppercased(), host + ".", host + ":80", host + ":8443", host + ".:443",
            host.uppercased() + ".:1",
            host + ":65535",
        ]
        var mixed: [String] = []
        for mask in 1...40 {
            mixed.append(
                String(
                    host.enumerated().map { index, letter in
                        mask >> (index % 6) & 1 == 1 ? Character(letter.uppercased()) : letter
                    }))
        }
        return (cases + mixed).map { Spelling(text: $0, meant: host) }
    }

    /// Each is another host, or none: never the one it looks like.
    static func odd(_ host: String) -> [Spelling] {
        var texts: [String] = []
        for index in host.indices {
            let (before, after) = (host[..<index], host[host.index(after: index)...])
            let letter = host[index]
            texts += ["%\(hex(letter))", "_", "\u{0131}", "\u{200D}", "\u{FF0E}", " ", "\t"].map { before + $0 + after }
            if letter != "." {
                texts += [
                    before + fullWidth(letter) + after, before + "\(letter)\u{0301}" + after, before + ".." + after,
                ]
            }
        }
        texts += [
            "", ".", "..", ":", ":80", "." + host, host + "..", host + ":", host + ":0", host + ":65536", host + ":080",
            host + ":80:80", host + ":eighty", host + ":-1", host + ": 80", host + ",other.localhost",
            host + " other.localhost",
            host + "/", host + "/@other.localhost", "other.localhost@" + host, host + "@other.localhost", host + "#",
            host + "?", host + "\\", "http://" + host, "//" + host, host + ";", "[" + host + "]", "[::1]" + host,
            "[::ffff:127.0.0.1%25lo]", "-" + host, host + "-", "*." + host, "x." + host, host + ".evil.test",
            String(repeating: "a.", count: 200) + host, String(repeating: "a", count: 64) + "." + host,
            host + "%00", host + "%2e", host + "%", "\"" + host + "\"", "'" + host, host + "\u{E9}", "127.1", "0x7f.1",
            "2130706433", "127.0.0.01", "127.0.0.1.", "[::1", "::1", "[0:0:0:0:0:0:0:1%eth0]", "[1]", "0",
            "localhost.evil.test",
        ]
        return texts.map { Spelling(text: $0, meant: nil) }
    }

    private static func hex(_ letter: Character) -> String { String(letter.asciiValue ?? 0, radix: 16) }

    private static func fullWidth(_ letter: Character) -> String {
        let scalar = UInt32(letter.asciiValue ?? 0x61)
        return Unicode.Scalar(scalar + 0xFEE0).map { String(Character($0)) } ?? ""
    }
}

@Suite("Reading hosts")
struct HostReadingTests {
    /// A map in which each host has a tenant of its own, and one more stands beside them.
    private static let sites: SiteMap = {
        let map = SiteMap(operatorHosts: SitesHouse.operatorHosts)
        var records = SiteRecords()
        for host in Spelling.tenants + ["other.localhost"] {
            var record = SiteRecord(host: host, surface: .app, isVerified: true)
            (record.agency, record.agencyState) = (.make(), .active)
            (record.tenant, record.tenantState, record.tenantAgency) = (.make(), .active, record.agency)
            records.all.append(record)
        }
        map.take(records)
        return map
    }()

    /// The house's own chain, with one route on every face that says whose house was entered.
    private static func withDoor(
        trusting proxies: TrustedProxies = TrustedProxies([]), _ body: (TestServer) async throws -> Void
    ) async throws {
        let route = Route(.get, try PathTemplate("/"), on: Set(Site.Surface.allCases)) { context in
            let site = context.entry?.site
            return .text("\(site?.host ?? "none") \(site?.tenant?.description ?? "operator")")
        }
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let chain = try WebChain(
            routes: [route], sites: sites, metrics: RouteMetrics(loops: loops, routes: 1), log: Log(into: KeptLines()))
        try await TestServer.run(chain, trusting: proxies, body)
    }

    @Test("lets no spelling in at another's door")
    func spellings() async throws {
        #expect(Spelling.all.count > 1_000)
        try await Self.withDoor { server in
            var entered = 0
            for spelling in Spelling.all {
                let answer = try server.ask("GET / HTTP/1.1\r\nHost: \(spelling.text)\r\nConnection: close\r\n\r\n")
                if let meant = spelling.meant {
                    let tenant = try #require(Self.sites.entry(forHost: meant)?.site.tenant)
                    #expect(answer.text == "\(meant) \(tenant)", "\(spelling.text)")
                    entered += 1
                } else if answer.status == 200 {
                    // A blank at an end is no part of the value, and addresses of this machine are the operator's.
                    let trimmed = spelling.text.filter { $0 != " " && $0 != "\t" }
                    #expect(
                        answer.text.hasSuffix(" operator") || answer.text.hasPrefix(trimmed + " "), "\(spelling.text)")
                    #expect(SitesHouse.operatorHosts.contains { $0.text == trimmed || trimmed == $0.text + "." })
                } else {
                    #expect(answer.status == 400 || answer.status == 421, "\(spelling.text): \(answer.status)")
                }
            }
            #expect(entered == Spelling.tenants.count * 48)
        }
    }

    @Test(
        "hears nobody but Host",
        arguments: [
            "X-Forwarded-Host: other.localhost", "Forwarded: host=other.localhost", "X-Host: other.localhost",
            "X-Original-Host: other.localhost", "X-Forwarded-Server: other.localhost",
            "X-HTTP-Host-Override: other.localhost",
        ])
    func otherFields(field: String) async throws {
        // Not even a proxy of ours is asked whose house it is.
        let proxies = TrustedProxies(try AddressBlock.list("127.0.0.0/8"))
        try await Self.withDoor(trusting: proxies) { server in
            let answer = try server.ask("GET / HTTP/1.1\r\n\(field)\r\nHost: acme.localhost\r\n\(field)\r\n\r\n")
            #expect(answer.text.hasPrefix("acme.localhost "))
        }
    }

    @Test(
        "refuses a request with two hosts, none, or another one in its target",
        arguments: [
            "GET / HTTP/1.1\r\nHost: acme.localhost\r\nHost: other.localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: acme.localhost\r\nhost: acme.localhost\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "GET http://other.localhost/ HTTP/1.1\r\nHost: acme.localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: acme.localhost\r\n other.localhost\r\n\r\n",
        ])
    func notOneHost(request: String) async throws {
        try await Self.withDoor { server in
            let answer = try server.ask(request)
            #expect(answer.status == 400)
        }
    }
}
