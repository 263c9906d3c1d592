import EventLoop
import Glibc
import HTTP
import TestKit
import Testing

@testable import Outbound

/// In a network where every address is somebody's: nothing that a hostile address, spelling, redirect or name server says
/// makes the client connect to one that is not public.
@Suite("Hostile destinations", .serialized) struct HostileAddressTests {
    /// What a test works with, on its loop.
    struct House: Sendable {
        let network: TrappedNetwork
        let client: HTTPClient
        let loop: Loop
        let names: TestNameServer

        /// Asks for an address as a caller would; true when an answer came.
        func answered(_ text: String, redirects: Int = 0) async -> Bool {
            guard let url = OutboundURL(text) else { return false }
            var request = OutboundRequest(.get, url)
            (request.timeout, request.redirects) = (.seconds(2), redirects)
            do {
                return try await client.send(request, to: .any).body.collect() == Array("ok".utf8)
            } catch {
                return false
            }
        }
    }

    /// Runs the body in a network of traps, with a name server of the enemy's.
    private func with(
        policy: DestinationPolicy = DestinationPolicy(),
        names: @escaping @Sendable (String, UInt16) -> TestNameServer.Reply = Self.evilNames,
        _ body: @escaping @Sendable (House) async throws -> Void
    ) async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let result = await Task(executorPreference: loops.first) {
            let network = try await TrappedNetwork.make(on: loops.first)
            let server = try TestNameServer(on: loops.first, names)
            var settings = DNSSettings(servers: [NameServer(.loopback, port: server.port)])
            settings.patience = .seconds(2)
            let client = try HTTPClient(
                loops: loops, policy: policy, resolver: DNSResolver(on: loops.first, settings: settings))
            let house = House(network: network, client: client, loop: loops.first, names: server)
            let result: Result<Void, any Error>
            do { result = .success(try await body(house)) } catch { result = .failure(error) }
            await client.close()
            server.stop()
            network.stop()
            try result.get()
        }.result
        try result.get()
    }

    private static let evilNames: @Sendable (String, UInt16) -> TestNameServer.Reply = { name, type in
        let text = name == "public.example" ? "93.184.216.34" : HostileCases.names[name]
        guard let address = text.flatMap({ IPAddress($0) }) else { return .code(3) }
        return .records(record(address, type).map { [$0] } ?? [])
    }

    private static func record(_ address: IPAddress, _ type: UInt16) -> TestNameServer.Record? {
        switch address {
        case .v4(let bits):
            type == 1
                ? .a(UInt8(bits >> 24), UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)) : nil
        case .v6(let high, let low):
            type == 28
                ? .aaaa([high, low].flatMap { half in (0..<8).map { UInt8(half >> UInt64(56 - 8 * $0) & 255) } }) : nil
        }
    }

    @Test func `the traps work: whoever may go everywhere falls into them`() async throws {
        let everywhere = DestinationPolicy(opening: try AddressBlock.list("0.0.0.0/0, ::/0"))
        try await with(policy: everywhere) { house in
            var caught = 0
            for address in HostileCases.addresses {
                _ = await house.answered("http://\(address)/")
                caught += house.network.takeTrapped().isEmpty ? 0 : 1
            }
            print("hostile: \(caught) of \(HostileCases.addresses.count) addresses can be connected to at all")
            // Not multicast, not broadcast, not link-local without its link.
            #expect(caught >= HostileCases.addresses.count - 12)
            for address in ["https://10.0.0.1/", "https://[fd00::1]/"] {
                _ = await house.answered(address)
                #expect(!house.network.takeTrapped().isEmpty, "\(address)")
            }
            for (name, address) in HostileCases.names where address != "fe80::1" && address != "224.0.0.1" {
                _ = await house.answered("http://\(name)/")
                #expect(!house.network.takeTrapped().isEmpty, "\(name)")
            }
        }
    }

    @Test func `no address and no spelling of one leads inside`() async throws {
        try await with { house in
            let cases = HostileCases.addresses + HostileCases.spellings
            #expect(cases.count >= 120)
            for host in cases {
                for address in ["http://\(host)/", "https://\(host)/", "http://\(host):80/", "HTTP://\(host)"] {
                    _ = await house.answered(address)
                    let trapped = house.network.takeTrapped()
                    #expect(trapped.isEmpty, "\(address) led to \(trapped)")
                }
            }
            #expect(await house.answered("http://93.184.216.34/"))
            #expect(await house.answered("http://[2606:4700::1111]/"))
            #expect(await house.answered("http://[64:ff9b::93.184.216.34]/"))
            #expect(await house.answered("http://public.example/"))
            print("hostile: \(cases.count) spellings, \(house.network.served) public connections")
        }
    }

    @Test func `no redirect leads inside`() async throws {
        try await with { house in
            let hosts = HostileCases.addresses + HostileCases.spellings + Array(HostileCases.names.keys)
            for host in hosts where !host.contains(where: \.isNewline) {
                for place in ["http://\(host)/", "//\(host)/", "http://public.example/to?http://\(host)/"] {
                    _ = await house.answered("http://public.example/to?\(Self.escaped(place))", redirects: 5)
                    let trapped = house.network.takeTrapped()
                    #expect(trapped.isEmpty, "\(place) led to \(trapped)")
                }
            }
            #expect(house.network.served >= hosts.count)
            #expect(await house.answered("http://public.example/to?//public.example/", redirects: 1))
        }
    }

    /// What an URL of ours can hold; the rest is not sent in the first place.
    private static func escaped(_ place: String) -> String {
        String(decoding: place.utf8.filter { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") }, as: UTF8.self)
    }

    @Test func `no name leads inside, whatever it says the next time`() async throws {
        try await with { house in
            for name in HostileCases.names.keys.sorted() {
                #expect(await !house.answered("http://\(name)/"), "\(name)")
                #expect(house.network.takeTrapped().isEmpty, "\(name)")
            }
        }
    }

    @Test func `a name that turns a thousand times leads only where it was judged`() async throws {
        let turns = Counter()
        try await with(names: { _, type in
            guard type == 1 else { return .records([]) }
            switch (turns.next(below: .max) ?? 0) % 4 {
            case 0: return .records([.a(93, 184, 216, 34)])
            case 1: return .records([.a(127, 0, 0, 1)])
            case 2: return .records([.a(10, 0, 0, 1), .a(93, 184, 216, 34)])
            default: return .records([.alias("inner.example"), .of("inner.example", .a(169, 254, 169, 254))])
            }
        }) { house in
            var reached = 0
            for _ in 0..<1_000 where await house.answered("http://turning.example/") { reached += 1 }
            #expect(house.network.takeTrapped().isEmpty)
            #expect(house.names.questions >= 2_000)
            #expect(reached == 500)
        }
    }

    @Test func `a proxy named in the environment is not heard of`() async throws {
        let variables = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"]
        for variable in variables { unsafe setenv(variable, "http://127.0.0.1:80", 1) }
        unsafe setenv("no_proxy", "", 1)
        unsafe setenv("SSLKEYLOGFILE", "/tmp/konak-keys-of-\(getpid())", 1)
        defer { for variable in variables + ["no_proxy", "SSLKEYLOGFILE"] { unsafe unsetenv(variable) } }
        try await with { house in
            #expect(unsafe getenv("SSLKEYLOGFILE") == nil)
            #expect(await house.answered("http://93.184.216.34/"))
            #expect(await house.answered("http://public.example/"))
            #expect(await !house.answered("http://10.0.0.1/"))
            #expect(await !house.answered("https://public.example/"))
            #expect(house.network.takeTrapped().isEmpty)
            #expect(unsafe access("/tmp/konak-keys-of-\(getpid())", F_OK) != 0)
        }
    }
}
