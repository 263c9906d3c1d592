import HTTP
import Testing

@testable import Outbound

@Suite("Addresses: only public ones are gone to") struct DestinationPolicyTests {
    @Test func `every block of the list is a block`() {
        #expect(DestinationPolicy.special.count == DestinationPolicy.names.count)
    }

    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255",
        "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.31.196.1", "192.52.193.1", "192.88.99.1",
        "192.168.0.1", "192.168.255.255", "192.175.48.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1",
        "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1",
        "100::1", "2001::1", "2001:0:7f00:1::", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::1",
        "2002:a00:1::1", "2002:808:808::1", "2620:4f:8000::1", "3ffe::1", "3fff::1", "4000::1", "5f00::1", "fc00::1",
        "fd00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "ff0e::1", "ffff:ffff:ffff:ffff::1",
    ])
    func `a special address is refused`(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!DestinationPolicy().allows(address))
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.216.34", "100.63.255.255", "100.128.0.0",
        "126.255.255.255", "128.0.0.0", "168.63.129.15", "169.253.255.255", "169.255.0.0", "172.15.255.255",
        "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
        "2000::1", "2001:200::1", "2606:4700::1111", "2a00:1450:4001::1", "3ffd::1", "64:ff9b::8.8.8.8",
    ])
    func `a public address is allowed`(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(DestinationPolicy().allows(address))
    }

    @Test func `configuration opens what it names and nothing beside it`() throws {
        let policy = DestinationPolicy(opening: try AddressBlock.list("10.1.0.0/16, fd00:1::/32"))
        let verdicts = [
            "10.1.2.3": true, "10.2.0.1": false, "::ffff:10.1.2.3": true, "64:ff9b::10.1.2.3": true,
            "fd00:1::5": true, "fd00:2::5": false, "127.0.0.1": false, "8.8.8.8": true,
        ]
        for (text, verdict) in verdicts { #expect(policy.allows(try #require(IPAddress(text))) == verdict, "\(text)") }
    }

    @Test func `configuration closes even what it opens`() throws {
        let policy = DestinationPolicy(
            opening: try AddressBlock.list("10.0.0.0/8"), closing: try AddressBlock.list("8.8.8.0/24, 10.0.0.0/24"))
        let verdicts = [
            "8.8.8.8": false, "8.8.9.8": true, "64:ff9b::8.8.8.8": false, "10.0.0.1": false, "10.0.1.1": true,
        ]
        for (text, verdict) in verdicts { #expect(policy.allows(try #require(IPAddress(text))) == verdict, "\(text)") }
    }

    /// A second reading of the registries, written as ranges of numbers, at every boundary of the list and at random.
    @Test func `the list agrees with a plain reading of the registry`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200_000 {
            let bits = UInt32.random(in: .min ... .max, using: &random)
            #expect(DestinationPolicy().allows(.v4(bits)) == Self.isPublic(bits), "\(IPAddress.v4(bits))")
        }
        for block in DestinationPolicy.special {
            guard case .v4(let base) = block.base else { continue }
            let last = base | (block.prefixLength == 0 ? .max : (UInt32.max >> UInt32(block.prefixLength)))
            for bits in [base &- 1, base, last, last &+ 1] {
                #expect(DestinationPolicy().allows(.v4(bits)) == Self.isPublic(bits), "\(IPAddress.v4(bits))")
            }
        }
    }

    private static func isPublic(_ bits: UInt32) -> Bool {
        switch bits {
        case 0x0000_0000...0x00ff_ffff, 0x0a00_0000...0x0aff_ffff, 0x6440_0000...0x647f_ffff,
            0x7f00_0000...0x7fff_ffff, 0xa83f_8110, 0xa9fe_0000...0xa9fe_ffff, 0xac10_0000...0xac1f_ffff,
            0xc000_0000...0xc000_00ff, 0xc000_0200...0xc000_02ff, 0xc01f_c400...0xc01f_c4ff, 0xc034_c100...0xc034_c1ff,
            0xc058_6300...0xc058_63ff, 0xc0a8_0000...0xc0a8_ffff, 0xc0af_3000...0xc0af_30ff, 0xc612_0000...0xc613_ffff,
            0xc633_6400...0xc633_64ff, 0xcb00_7100...0xcb00_71ff, 0xe000_0000...0xffff_ffff:
            false
        default: true
        }
    }
}
