import HTTP
import Testing

@Suite struct IPAddressTests {
    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1..2.3", "01.2.3.4", "1.2.3.00", "256.0.0.1", "1.2.3.1000",
        "0x1.2.3.4", " 1.2.3.4", "1.2.3.4 ", "1.2.3.4/8", "+1.2.3.4", "1.2.3.-4", "1,2,3,4", "١.٢.٣.٤", ":", ":::",
        "1:",
        ":1", "1:2", "1::2::3", "::1::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8:9",
        "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "12345::", "::12345", "g::", "::1%eth0", "[::1]", "::1.2.3",
        "::1.2.3.4.5", "::256.1.1.1", "::01.2.3.4", "1.2.3.4::", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "::1 ",
        "1:2:3:4:5:6:7:", ":1:2:3:4:5:6:7:8", "::ffff:1.2.3.4.", "fe80::/10", String(repeating: ":", count: 60),
    ])
    func refused(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("0.0.0.0", "0.0.0.0"), ("127.0.0.1", "127.0.0.1"), ("255.255.255.255", "255.255.255.255"),
        ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("0:0:0:0:0:0:0:0", "::"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("2001:DB8::A", "2001:db8::a"), ("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("1::3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
        ("::ffff:1.2.3.4", "::ffff:1.2.3.4"),
        ("::FFFF:102:304", "::ffff:1.2.3.4"), ("::1.2.3.4", "::102:304"), ("64:ff9b::1.2.3.4", "64:ff9b::102:304"),
        ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("fe80::1:0:0", "fe80::1:0:0"), ("1:0:0:2::", "1:0:0:2::"),
    ])
    func canonical(_ text: String, _ expected: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == expected)
        #expect(IPAddress(expected) == address)
    }

    @Test func values() {
        #expect(IPAddress("1.2.3.4") == .v4(0x0102_0304))
        #expect(IPAddress("1:2:3:4:5:6:7:8") == .v6(high: 0x0001_0002_0003_0004, low: 0x0005_0006_0007_0008))
        #expect(IPAddress("1:2::8") == .v6(high: 0x0001_0002_0000_0000, low: 8))
        #expect(IPAddress("1::5:6:7:8") == .v6(high: 0x0001_0000_0000_0000, low: 0x0005_0006_0007_0008))
        #expect(IPAddress("1::4:5:6:7:8") == .v6(high: 0x0001_0000_0000_0004, low: 0x0005_0006_0007_0008))
    }

    @Test func networkBytes() {
        let (four, sixteen): ([UInt8], [UInt8]) = (
            [10, 0, 0, 1], [0x20, 1, 0xD, 0xB8] + .init(repeating: 0, count: 11) + [1]
        )
        #expect(IPAddress(networkBytes: four.span)?.description == "10.0.0.1")
        #expect(IPAddress(networkBytes: sixteen.span)?.description == "2001:db8::1")
        for count in [0, 1, 3, 5, 15, 17, 100] {
            #expect(IPAddress(networkBytes: [UInt8](repeating: 1, count: count).span) == nil)
        }
    }

    @Test func order() {
        let sorted = ["0.0.0.1", "9.0.0.0", "10.0.0.0", "::", "::1", "1::", "2001:db8::"]
        #expect(sorted.reversed().compactMap { IPAddress($0) }.sorted().map(\.description) == sorted)
    }

    @Test func mappedIsUnmapped() {
        #expect(IPAddress("::ffff:10.1.2.3")?.unmapped == IPAddress(10, 1, 2, 3))
        #expect(IPAddress("::10.1.2.3")?.unmapped == .v6(high: 0, low: 0x0A01_0203))
        #expect(IPAddress("1.2.3.4")?.unmapped == IPAddress(1, 2, 3, 4))
    }

    @Test func anyValueReadsBack() {
        var random = Mutations(seed: 4)
        for round in 0..<2_000 {
            // Runs of zeros are what the writer can get wrong.
            let mask = UInt64.max << random.next() % 64 & (UInt64.max >> random.next() % 64)
            let address =
                round % 2 == 0
                ? IPAddress.v6(high: random.next() & mask, low: random.next() & ~mask)
                : .v4(UInt32(truncatingIfNeeded: random.next()))
            #expect(IPAddress(address.description) == address)
        }
    }
}

@Suite struct AddressBlockTests {
    @Test(arguments: [
        ("", AddressBlock.Mistake.Kind.address), ("/8", .address), ("x/8", .address), ("10.0.0/8", .address),
        ("[::1]/128", .address), ("10.0.0.0/", .length), ("10.0.0.0/33", .length), ("10.0.0.0/-1", .length),
        ("10.0.0.0/08", .length), ("10.0.0.0/8/8", .length), ("10.0.0.0/ 8", .length), ("::/129", .length),
        ("10.0.0.0/255.0.0.0", .length), ("10.0.0.1/8", .hostBits), ("10.0.0.0/4", .hostBits), ("::1/127", .hostBits),
        ("fd00::1/8", .hostBits), ("0.0.0.1/0", .hostBits), ("::1/0", .hostBits),
    ])
    func refused(_ text: String, _ kind: AddressBlock.Mistake.Kind) {
        let mistake = #expect(throws: AddressBlock.Mistake.self) { try AddressBlock(text) }
        #expect(mistake?.kind == kind)
        #expect(mistake?.description.contains("“\(text)”") == true)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
        ("10.0.0.0/8", "9.255.255.255", false),
        ("10.0.0.0/8", "::ffff:10.1.1.1", true), ("10.0.0.0/8", "::10.1.1.1", false), ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false), ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false),
        ("0.0.0.0/0", "::ffff:8.8.8.8", true), ("::/0", "2001:db8::1", true), ("::/0", "8.8.8.8", false),
        ("172.16.0.0/12", "172.31.255.255", true), ("172.16.0.0/12", "172.32.0.0", false),
        ("192.168.1.4/30", "192.168.1.7", true),
        ("192.168.1.4/30", "192.168.1.8", false), ("192.168.1.4/31", "192.168.1.5", true),
        ("fd00::/8", "fdff::1", true),
        ("fd00::/8", "fe00::1", false), ("2001:db8::/32", "2001:db8:ffff::1", true),
        ("2001:db8::/32", "2001:db9::", false),
        ("2001:db8:0:1::/64", "2001:db8:0:1:ffff::", true), ("2001:db8:0:1::/64", "2001:db8:0:2::", false),
        ("2001:db8::8000:0:0:0/65", "2001:db8::8000:0:0:1", true),
        ("2001:db8::8000:0:0:0/65", "2001:db8::7000:0:0:1", false),
        ("::1", "::1", true), ("::1", "::2", false), ("::ffff:10.0.0.0/104", "10.9.9.9", true),
        ("::ffff:10.0.0.0/104", "::ffff:10.9.9.9", true), ("::ffff:10.0.0.0/104", "11.0.0.0", false),
    ])
    func contains(_ block: String, _ address: String, _ expected: Bool) throws {
        let (block, address) = (try AddressBlock(block), try #require(IPAddress(address)))
        #expect(block.contains(address) == expected)
        #expect(try AddressBlock(block.description) == block)
    }

    @Test func lists() throws {
        #expect(
            try AddressBlock.list(" 10.0.0.0/8, ::1\n127.0.0.1 ").map(\.description) == [
                "10.0.0.0/8", "::1/128", "127.0.0.1/32",
            ])
        #expect(try AddressBlock.list("").isEmpty)
        #expect(throws: AddressBlock.Mistake.self) { try AddressBlock.list("10.0.0.0/8, all") }
    }
}
