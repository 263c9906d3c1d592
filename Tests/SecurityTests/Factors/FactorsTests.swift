import Core
import Crypto
import Kernel
import Postgres
import SQL
import TestKit
import Testing

@testable import Security

@Suite("Second factors")
struct FactorsTests {
    private struct Rig: Sendable {
        let house: IdentityHouse
        let keys: FactorKeys
        let apps: AuthenticatorApps

        /// The code of an app whose secret was typed in, so many steps from now.
        func code(_ enrolment: AuthenticatorApps.Enrolment, _ steps: Int64 = 0) throws -> String {
            let typed = enrolment.secret.reveal()
            let secret = try Base32.decodeSecret(typed.utf8Span.span)
            let now = try #require(OneTimeCode.usual.step(at: house.clock.now()))
            let code = try OneTimeCode.usual.code(secret, step: UInt64(Int64(now) + steps))
            return code.withBytes { code in String(decoding: code.indices.map { code[$0] }, as: UTF8.self) }
        }

        func enrol(_ person: UserID = IdentityHouse.ada) async throws -> AuthenticatorApps.Enrolment {
            let enrolment = try #require(try await apps.begin(for: person, named: "ada@acme.test", issuer: "Mavi CRM"))
            let isConfirmed = try await apps.confirm(code(enrolment), of: person)
            #expect(isConfirmed)
            house.clock.advance(by: .seconds(120))
            return enrolment
        }
    }

    private static func with(_ body: @escaping @Sendable (Rig) async throws -> Void) async throws {
        try await IdentityHouse.with { house in
            let keys = try FactorKeys(RootKey(HeldSecret(.random(count: 32))))
            try await body(
                Rig(house: house, keys: keys, apps: AuthenticatorApps(house.control, clock: house.clock, keys: keys)))
        }
    }

    @Test("A code sent two hundred times at once, on two nodes, is taken once")
    func parallel() async throws {
        try await Self.with { rig in
            let enrolment = try await rig.enrol()
            let code = try rig.code(enrolment)
            try await rig.house.withNode { other in
                let apps = [rig.apps, AuthenticatorApps(other, clock: rig.house.clock, keys: rig.keys)]
                let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for index in 0..<200 {
                        group.addTask { try await apps[index % 2].take(code, of: IdentityHouse.ada) }
                    }
                    return try await group.reduce(0) { $1 ? $0 + 1 : $0 }
                }
                #expect(taken == 1)
            }
            #expect(try await !rig.apps.take(code, of: IdentityHouse.ada))
        }
    }

    @Test("Codes too early, too late, used, of others, or before their set-up is confirmed are refused")
    func refused() async throws {
        try await Self.with { rig in
            let begun = try #require(try await rig.apps.begin(for: IdentityHouse.ada, named: "a", issuer: "M"))
            #expect(try await !rig.apps.take(rig.code(begun), of: IdentityHouse.ada))
            let ada = try await rig.enrol()
            let again = try await rig.apps.begin(for: IdentityHouse.ada, named: "a", issuer: "M")
            #expect(again == nil)
            let can = try await rig.enrol(IdentityHouse.can)
            for steps: Int64 in [-3, -2, 2, 3] {
                #expect(try await !rig.apps.take(rig.code(ada, steps), of: IdentityHouse.ada), "\(steps)")
            }
            for typed in ["", "1", "12345", "1234567", "abcdef", "      ", try rig.code(can)] {
                #expect(try await !rig.apps.take(typed, of: IdentityHouse.ada), "\(typed)")
            }
            #expect(try await !rig.apps.take(rig.code(ada), of: IdentityHouse.can))
            #expect(try await rig.apps.take(rig.code(ada, 1), of: IdentityHouse.ada))
            // A later step was taken: the present one and the one before are used up with it.
            #expect(try await !rig.apps.take(rig.code(ada), of: IdentityHouse.ada))
            #expect(try await !rig.apps.take(rig.code(ada, -1), of: IdentityHouse.ada))
            rig.house.clock.advance(by: .seconds(90))
            let spaced = try rig.code(ada, -1)
            #expect(try await rig.apps.take("\(spaced.prefix(3)) \(spaced.suffix(3))", of: IdentityHouse.ada))
            rig.house.clock.advance(by: .seconds(-600))
            #expect(try await !rig.apps.take(rig.code(ada), of: IdentityHouse.ada))
            try await rig.apps.remove(of: IdentityHouse.ada)
            rig.house.clock.advance(by: .seconds(6_000))
            #expect(try await !rig.apps.take(rig.code(ada), of: IdentityHouse.ada))
        }
    }

    @Test("A sealed secret opens for its person alone, and nothing of it is in the table")
    func sealed() async throws {
        try await Self.with { rig in
            let enrolment = try await rig.enrol()
            let stored: [UInt8] = try await rig.house.control.perform("SELECT sealed_secret FROM security.totp")[0]
                .decode(0)
            #expect(throws: CryptoFault.self) { _ = try rig.keys.open(stored, of: IdentityHouse.can) }
            let typed = enrolment.secret.reveal()
            let secret = try Base32.decodeSecret(typed.utf8Span.span)
            let opened = try rig.keys.open(stored, of: IdentityHouse.ada)
            let isSame = opened.equals(secret)
            #expect(isSame && !"\(enrolment)".contains(typed))
        }
    }

    @Test("Each of ten recovery codes opens once, for its person, in any spelling")
    func recovery() async throws {
        try await Self.with { rig in
            let codes = RecoveryCodes(rig.house.control, clock: rig.house.clock, keys: rig.keys)
            let old = try await codes.renew(for: IdentityHouse.ada).reveal()
            let ten = try await codes.renew(for: IdentityHouse.ada).reveal()
            #expect(Set(ten).count == 10 && ten.allSatisfy { $0.count == 19 })
            #expect(try await codes.left(of: IdentityHouse.ada) == 10)
            for typed in ["", "x", old[0], ten[0] + "a", String(ten[0].dropLast()), String(repeating: "a", count: 100)]
            {
                #expect(try await !codes.take(typed, of: IdentityHouse.ada), "\(typed)")
            }
            #expect(try await !codes.take(ten[0], of: IdentityHouse.can))
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 { group.addTask { try await codes.take(ten[0], of: IdentityHouse.ada) } }
                return try await group.reduce(0) { $1 ? $0 + 1 : $0 }
            }
            #expect(taken == 1)
            let shouted = ten[1].uppercased().replacing("-", with: " ")
            #expect(try await codes.take(shouted, of: IdentityHouse.ada))
            #expect(try await codes.left(of: IdentityHouse.ada) == 8)
        }
    }

    @Test("A QR code is drawn within its box, with its three corners, and prints nothing")
    func image() throws {
        let text = "otpauth://totp/Mavi:ada?secret=JBSWY3DPEHPK3PXP&issuer=Mavi"
        let code = try QRCode(of: SecretBytes(copying: text.utf8Span.span))
        let path = code.revealPath()
        #expect((29 + 8...45 + 8).contains(code.size) && (code.size - 8 - 17) % 4 == 0)
        #expect(path.hasPrefix("M4 4h7v1h-7z") && path.contains("M\(code.size - 11) 4h7v1h-7z"))
        #expect(path.contains("M4 \(code.size - 5)h7v1h-7z") && !"\(code)".contains("M4"))
        #expect(path.utf8.allSatisfy { "M hvz-0123456789".utf8.contains($0) })
        #expect(throws: (any Error).self) {
            _ = try QRCode(of: SecretBytes(copying: [UInt8](repeating: 65, count: 5_000).span))
        }
    }
}
