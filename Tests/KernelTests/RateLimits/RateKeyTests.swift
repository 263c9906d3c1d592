import Core
import Crypto
import HTTP
import ModuleKit
import Testing

@testable import Kernel

@Suite("Keys of paces")
struct RateKeyTests {
    @Test("are hashed as SipHash-2-4 hashes words")
    func vectors() {
        let hash = KeyedHash((0..<16).map { UInt8($0) })
        #expect(hash.begin().finish() == 0x726F_DB47_DD0E_0E31)
        var one = hash.begin()
        one.take(0x0706_0504_0302_0100)
        #expect(one.finish() == 0x93F5_F579_9A93_2462)
        #expect(KeyedHash([]).begin().finish() == KeyedHash([UInt8](repeating: 0, count: 16)).begin().finish())
    }

    @Test("keep subjects, tenants and places apart")
    func apart() {
        let seal = RateSeal()
        let (user, tenant, other) = (UserID.make(), TenantID.make(), TenantID.make())
        let (one, two) = (seal.place("a GET /a"), seal.place("a GET /b"))
        let keys = [
            seal.key(.user(user), in: tenant), seal.key(.user(user), in: other), seal.key(.user(.make()), in: tenant),
            seal.key(.user(user), in: nil), seal.key(.user(user), in: tenant, at: one),
            seal.key(.user(user), in: tenant, at: two), seal.key(.key(user.uuid), in: tenant),
            seal.key(.customer(CustomerID(user.uuid)), in: tenant), seal.key(.tenant, in: tenant),
            seal.key(.tenant, in: other), seal.key(.channel(.mail, user), in: tenant),
            seal.key(.channel(.sms, user), in: tenant), seal.key(.channel(.whatsapp, user), in: tenant),
            seal.key(.address(.loopback), in: tenant), seal.key(.address(nil), in: tenant),
            seal.key(.address(IPAddress("0.0.0.0")), in: tenant), seal.key(.address(IPAddress("::")), in: tenant),
        ]
        #expect(Set(keys.map(\.fingerprint)).count == keys.count)
        #expect(seal.key(.user(user), in: tenant) == keys[0])
        #expect(RateSeal().key(.user(user), in: tenant) != keys[0])
    }

    @Test("are the same wherever the house's key is the same")
    func shared() throws {
        let secret = SecretBytes(copying: [UInt8](repeating: 7, count: 32).span)
        let held = HeldSecret(secret)
        let (one, other) = (try RateSeal(key: held), try RateSeal(key: held))
        let (user, tenant) = (UserID.make(), TenantID.make())
        #expect(one.key(.user(user), in: tenant) == other.key(.user(user), in: tenant))
        #expect(one.place("x") == other.place("x") && one.place("x") != one.place("y"))
    }

    @Test(
        "take a network of IPv6 as one client, and a mapped IPv4 address as what it is",
        arguments: [
            ("2001:db8::1", "2001:db8::ffff:1", true), ("2001:db8::1", "2001:db8:0:1::1", false),
            ("::ffff:192.0.2.1", "192.0.2.1", true), ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
        ])
    func networks(one: String, other: String, isSame: Bool) throws {
        let seal = RateSeal()
        let (first, second) = (try #require(IPAddress(one)), try #require(IPAddress(other)))
        #expect((seal.key(.address(first), in: nil) == seal.key(.address(second), in: nil)) == isSame)
    }
}
