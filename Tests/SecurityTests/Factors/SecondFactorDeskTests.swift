import Core
import Crypto
import Kernel
import Postgres
import TestKit
import Testing

@testable import Security

@Suite("The desk of second factors")
struct SecondFactorDeskTests {
    fileprivate static let party = RelyingParty(host: "acme.test", name: "Acme")

    private struct Rig: Sendable {
        let house: IdentityHouse
        let keys: FactorKeys
        let passkeys: Passkeys
        let desk: SecondFactorDesk

        func half(_ person: UserID = IdentityHouse.ada) async throws -> SecretToken {
            let door = IdentityHouse.acmeDoor
            return try await house.sessions.open(
                Sessions.Opening(
                    door.holder(person), agency: door.agency, host: door.host, label: "Firefox", stage: .half))
        }

        func authenticator() throws -> TestAuthenticator {
            var authenticator = try TestAuthenticator()
            (authenticator.origin, authenticator.rpID) = ("https://acme.test", "acme.test")
            authenticator.handle = Passkeys.handle(of: IdentityHouse.ada)
            return authenticator
        }

        func register(_ authenticator: TestAuthenticator, of person: UserID = IdentityHouse.ada) async throws -> Bool {
            let ceremony = try await passkeys.begin(.registration, for: person, at: SecondFactorDeskTests.party)
            let answer = try authenticator.register(ceremony.challenge)
            let taken = try await passkeys.take(
                ceremony.challenge, .registration, for: person, at: SecondFactorDeskTests.party)
            guard let taken else { return false }
            let credential = try Registration.finish(
                taken, with: answer, for: SecondFactorDeskTests.party, now: house.clock.now(), isTaken: { _ in false })
            return try await passkeys.add(credential, of: person, label: "Key")
        }

        func answer(_ authenticator: inout TestAuthenticator, for person: UserID?) async throws -> AuthenticationAnswer
        {
            authenticator.signCount += 1
            return try authenticator.sign(
                try await passkeys.begin(.authentication, for: person, at: SecondFactorDeskTests.party).challenge)
        }

        func word(_ outcome: SecondFactorDesk.Outcome) async throws -> String {
            switch outcome {
            case .noSession: "no session"
            case .refused: "refused"
            case .tooMany: "too many"
            case .open(let token, _):
                try await house.sessions.session(of: token, host: "acme.test").map {
                    "\($0.stage) \($0.secondFactor != nil)"
                } ?? "dead"
            }
        }
    }

    private static func with(_ body: @escaping @Sendable (Rig) async throws -> Void) async throws {
        try await IdentityHouse.with { house in
            let keys = try FactorKeys(RootKey(HeldSecret(.random(count: 32))))
            try await body(
                Rig(
                    house: house, keys: keys, passkeys: Passkeys(house.control, clock: house.clock),
                    desk: SecondFactorDesk(house.control, sessions: house.sessions, keys: keys)))
        }
    }

    @Test("opens a half session with a passkey, once for each challenge, and by a new token")
    func passkey() async throws {
        try await Self.with { rig in
            var authenticator = try rig.authenticator()
            #expect(try await rig.register(authenticator))
            #expect(try await !rig.register(authenticator, of: IdentityHouse.can))
            let half = try await rig.half()
            let answer = try await rig.answer(&authenticator, for: IdentityHouse.ada)
            let proof = SecondFactorDesk.Proof.passkey(answer, Self.party)
            let opened = try await rig.desk.show(proof, with: half, at: IdentityHouse.acmeDoor)
            #expect(try await rig.word(opened) == "open true")
            #expect(try await rig.house.sessions.session(of: half, host: "acme.test") == nil)
            let devices = try await rig.house.database.rows("SELECT count(*)::text FROM security.device")
            #expect(devices == [["1"]])
            // The challenge is gone: the same answer opens nothing more.
            let again = try await rig.desk.show(proof, with: rig.half(), at: IdentityHouse.acmeDoor)
            #expect(try await rig.word(again) == "refused")
            // Another person's session, a challenge for somebody else, one for nobody.
            for (person, challenged) in [
                (IdentityHouse.can, IdentityHouse.ada as UserID?), (IdentityHouse.ada, IdentityHouse.can),
                (IdentityHouse.ada, nil),
            ] {
                let answer = try await rig.answer(&authenticator, for: challenged)
                let outcome = try await rig.desk.show(
                    .passkey(answer, Self.party), with: rig.half(person), at: IdentityHouse.acmeDoor)
                #expect(try await rig.word(outcome) == "refused")
            }
        }
    }

    @Test("lets in by a passkey alone who belongs to the door")
    func alone() async throws {
        try await Self.with { rig in
            var authenticator = try rig.authenticator()
            #expect(try await rig.register(authenticator))
            func enter(_ door: Doorstep = IdentityHouse.acmeDoor, _ party: RelyingParty = Self.party) async throws
                -> String
            {
                let answer = try await rig.answer(&authenticator, for: nil)
                return try await rig.word(rig.desk.logIn(answer, party, at: door, label: "Firefox"))
            }
            #expect(try await enter() == "open true")
            var lax = Self.party
            lax.verification = .preferred
            #expect(try await enter(IdentityHouse.acmeDoor, lax) == "refused")
            #expect(try await enter(IdentityHouse.rivalDoor) == "refused")
            #expect(try await enter(IdentityHouse.agencyDoor) == "refused")
            let late = try await rig.answer(&authenticator, for: nil)
            rig.house.clock.advance(by: .seconds(300))
            let outcome = try await rig.desk.logIn(late, Self.party, at: IdentityHouse.acmeDoor, label: "x")
            #expect(try await rig.word(outcome) == "refused")
            try await rig.house.database.run("UPDATE security.person SET state = 'disabled'")
            #expect(try await enter() == "refused")
            #expect(try await rig.passkeys.list(of: IdentityHouse.ada).map(\.label) == ["Key"])
        }
    }

    @Test("keeps the browser that was known before, by another token")
    func known() async throws {
        try await Self.with { rig in
            let codes = RecoveryCodes(rig.house.control, clock: rig.house.clock, keys: rig.keys)
            let ten = try await codes.renew(for: IdentityHouse.ada).reveal()
            let devices = KnownDevices(rig.house.control, clock: rig.house.clock)
            let known = try await devices.know(IdentityHouse.ada, label: "Firefox")
            let door = IdentityHouse.acmeDoor
            let half = try await rig.house.sessions.open(
                Sessions.Opening(
                    door.holder(IdentityHouse.ada), agency: door.agency, host: door.host, label: "Firefox",
                    stage: .half,
                    device: known.id))
            let outcome = try await rig.desk.show(.recoveryCode(ten[0]), with: half, at: door)
            guard case .open(let token, let device) = outcome else {
                Issue.record("not let in")
                return
            }
            #expect(try await rig.house.sessions.session(of: token, host: door.host)?.device == known.id)
            #expect(device.token.reveal() != known.token.reveal() && !device.isNews)
            func count() async throws -> [[String?]] {
                try await rig.house.database.rows("SELECT count(*)::text FROM security.device")
            }
            #expect(try await count() == [["1"]])
            rig.house.clock.advance(by: .seconds(31_536_001))
            try await devices.sweep()
            #expect(try await count() == [["0"]])
        }
    }

    @Test("counts tries before it looks at them, and knows whose session it is")
    func counted() async throws {
        try await Self.with { rig in
            let apps = AuthenticatorApps(rig.house.control, clock: rig.house.clock, keys: rig.keys)
            let codes = RecoveryCodes(rig.house.control, clock: rig.house.clock, keys: rig.keys)
            let ten = try await codes.renew(for: IdentityHouse.ada).reveal()
            #expect(try await apps.begin(for: IdentityHouse.ada, named: "a", issuer: "M") != nil)
            let half = try await rig.half()
            for _ in 0..<5 {
                let outcome = try await rig.desk.show(.code("000000"), with: half, at: IdentityHouse.acmeDoor)
                #expect(try await rig.word(outcome) == "refused")
            }
            let blocked = try await rig.desk.show(.recoveryCode(ten[0]), with: half, at: IdentityHouse.acmeDoor)
            #expect(try await rig.word(blocked) == "too many")
            rig.house.clock.advance(by: .seconds(60))
            let wrongHost = try await rig.desk.show(.recoveryCode(ten[0]), with: half, at: IdentityHouse.boraDoor)
            #expect(try await rig.word(wrongHost) == "no session")
            let opened = try await rig.desk.show(.recoveryCode(ten[0]), with: half, at: IdentityHouse.acmeDoor)
            #expect(try await rig.word(opened) == "open true")
            let unknown = try await rig.desk.show(.recoveryCode(ten[1]), with: .random(), at: IdentityHouse.acmeDoor)
            #expect(try await rig.word(unknown) == "no session")
        }
    }
}
