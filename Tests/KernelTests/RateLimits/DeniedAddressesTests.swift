import Core
import EventLoop
import HTTP
import Postgres
import TestKit
import Testing

@testable import Kernel

@Suite("Addresses that are let in nowhere")
struct DeniedAddressesTests {
    @Test("are turned away before any door, whatever they ask for, and a proxy's word is taken from proxies alone")
    func street() async throws {
        let map = SiteMap(operatorHosts: SitesHouse.operatorHosts)
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let metrics = RouteMetrics(loops: loops, routes: 1)
        let counts = PaceCounts()
        let route = Route(.get, try PathTemplate("/hello")) { _ in .text("hello") }
        let chain = try WebChain(
            routes: [route], sites: map, metrics: metrics, log: Log(into: KeptLines()),
            street: Street(trusting: TrustedProxies(try AddressBlock.list("10.0.0.0/8")), counts: counts))
        func status(_ path: String, from peer: String, _ fields: [String] = []) async throws -> UInt16 {
            await chain.respond(
                to: try TestRequest.make("GET \(path)", fields, host: "konak.localhost", peer: peer)
            ).status.code
        }
        #expect(try await status("/hello", from: "203.0.113.7") == 200)
        var records = SiteRecords()
        records.denied = AddressDenyList(try AddressBlock.list("203.0.113.0/24 2001:db8::/32"))
        #expect(map.take(records) && map.deniesAddresses)
        for peer in ["203.0.113.7", "::ffff:203.0.113.7", "2001:db8:1::1"] {
            for path in ["/hello", "/nothing", "/"] { #expect(try await status(path, from: peer) == 403) }
        }
        #expect(try await status("/hello", from: "203.0.114.7") == 200)
        let says = ["X-Forwarded-For: 203.0.113.9"]
        #expect(try await status("/hello", from: "10.0.0.1", says) == 403)
        #expect(try await status("/hello", from: "192.0.2.1", says) == 200)
        #expect(counts.denied == 10)
        #expect(map.take(SiteRecords()) && !map.deniesAddresses)
        #expect(try await status("/hello", from: "203.0.113.7") == 200)
    }

    @Test("are kept in a table of which every node hears, and hold nobody who must get in")
    func table() async throws {
        try await SitesHouse.with { house in
            try await house.withNode { node in
                let denied = DeniedAddresses(
                    control: try ScriptConnection(house.database.connection(as: "konak_control")))
                let (office, proxies) = (try AddressBlock("203.0.113.0/24"), try AddressBlock.list("10.0.0.0/8"))
                for own in ["127.0.0.1", "0.0.0.0/0", "::/0", "::1", "10.1.0.0/16", "8.0.0.0/5"] {
                    let block = try AddressBlock(own)
                    #expect(throws: DeniedAddressFault.self) { try denied.deny(block, sparing: proxies) }
                }
                let long = String(repeating: "x", count: 201)
                #expect(throws: DeniedAddressFault.longReason) { try denied.deny(office, reason: long, sparing: []) }
                #expect(try denied.list().isEmpty)
                try denied.deny(office, reason: "guesses", sparing: proxies)
                try denied.deny(office, reason: "guesses passwords", sparing: proxies)
                let entries = try denied.list()
                #expect(entries.map(\.block) == [office] && entries.map(\.reason) == ["guesses passwords"])
                let address = try #require(IPAddress("203.0.113.9"))
                #expect(try await node.wait { $0.denied.denies(address) } != nil)
                #expect(try denied.allow(office) && !denied.allow(office))
                #expect(try await node.wait { !$0.deniesAddresses } != nil)
            }
        }
    }
}
