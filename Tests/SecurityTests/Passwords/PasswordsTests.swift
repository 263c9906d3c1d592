import Core
import Crypto
import Postgres
import TestKit
import Testing

@testable import Security

@Suite("Passwords that are set")
struct PasswordsTests {
    @Test("end all other sessions and the links for a reset, and bring in who was invited")
    func set() async throws {
        try await IdentityHouse.with { house in
            let hasher = PasswordHasher(parameters: .least)
            let passwords = Passwords(house.control, clock: house.clock, hasher: hasher)
            let links = OneTimeLinks(house.control, clock: house.clock)
            let link = OneTimeLinks.Link(about: IdentityHouse.ada.uuid, agency: nil, tenant: nil)
            let reset = try await links.make(.reset, link, host: "acme.test")
            let (kept, other) = (
                try await house.sessions.open(house.opening()), try await house.sessions.open(house.opening())
            )
            let session = try #require(try await house.sessions.session(of: kept, host: "acme.test"))
            let bad = try await passwords.set(NewPassword("password1"), for: IdentityHouse.ada, house: "Mavi")
            #expect(bad == .tooCommon)
            #expect(try await house.sessions.session(of: other, host: "acme.test") != nil)
            let good = try await passwords.set(
                NewPassword("correct horse battery"), for: IdentityHouse.ada, house: "Mavi", keeping: session.id)
            #expect(good == nil)
            #expect(try await house.sessions.session(of: kept, host: "acme.test") != nil)
            #expect(try await house.sessions.session(of: other, host: "acme.test") == nil)
            #expect(try await links.take(reset, for: .reset, host: "acme.test") == nil)
            let stored = try await house.database.rows("SELECT password_hash FROM security.person WHERE name = 'Ada'")
            let hash = try PasswordHash(try #require(stored.first?.first ?? nil))
            #expect(hash.parameters.isStrongEnough)
            await #expect(throws: Problem.self) {
                _ = try await passwords.set(NewPassword("correct horse battery"), for: .make(), house: "x")
            }
            hasher.stop()
        }
    }
}
