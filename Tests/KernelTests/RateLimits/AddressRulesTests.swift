import Core
import HTTP
import Testing

@testable import Kernel

@Suite("Addresses that may come, and that may not")
struct AddressRulesTests {
    private static func at(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    private static let cases: [(String, String, Bool)] = [
        ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false),
        ("0.0.0.0/0", "255.255.255.255", true),
        ("0.0.0.0/0", "::1", false), ("::/0", "1.2.3.4", false), ("::/0", "2001:db8::1", true),
        ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
        ("2001:db8::/64", "2001:db8::ffff:1", true), ("2001:db8::/65", "2001:db8:0:0:8000::1", false),
        ("2001:db8::1", "2001:db8::1", true), ("2001:db8::1", "2001:db8::2", false),
        ("192.0.2.7", "::ffff:192.0.2.7", true),
        ("::ffff:192.0.2.0/120", "192.0.2.9", true), ("10.0.0.0/31", "10.0.0.2", false),
    ]

    @Test("lie in a block or not", arguments: cases)
    func blocks(block: String, address: String, isIn: Bool) throws {
        let (block, address) = (try AddressBlock(block), try Self.at(address))
        #expect(AddressSet([block]).contains(address) == isIn)
        #expect(block.contains(address) == isIn)
        #expect(AddressAllowList([block]).allows(address) == isIn)
        #expect(AddressDenyList([block]).denies(address) == isIn)
    }

    @Test("are any without a list, and none that cannot be named with one")
    func nobody() throws {
        #expect(AddressAllowList().allows(nil) && AddressAllowList().allows(.loopback))
        let blocks = [try AddressBlock("10.0.0.0/8")]
        #expect(!AddressAllowList(blocks).allows(nil))
        #expect(!AddressDenyList().denies(.loopback) && !AddressDenyList(blocks).denies(nil))
    }

    @Test("are not changed so that whoever changes them stands outside")
    func lockOut() throws {
        let (office, home) = (try AddressBlock.list("192.0.2.0/24 2001:db8::/48"), try Self.at("198.51.100.1"))
        func code(_ work: () throws -> Void) -> ProblemCode? {
            do { try work() } catch { return (error as? Problem)?.code }
            return nil
        }
        for address in [home, nil] {
            #expect(code { _ = try AddressAllowList.replacing(with: office, askedFrom: address) } == .wouldLockOut)
        }
        let inside = try Self.at("192.0.2.9")
        #expect(try AddressAllowList.replacing(with: office, askedFrom: inside).blocks == office)
        #expect(try AddressAllowList.replacing(with: [], askedFrom: home).allows(home))
        #expect(code { _ = try AddressDenyList.replacing(with: office, askedFrom: inside) } == .wouldLockOut)
        #expect(try AddressDenyList.replacing(with: office, askedFrom: home).denies(inside))
        let many = (0..<501).compactMap { AddressBlock(base: .v4(UInt32($0)), prefixLength: 32) }
        #expect(code { _ = try AddressAllowList.replacing(with: many, askedFrom: .v4(1)) } == .unprocessable)
    }
}
