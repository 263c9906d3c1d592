import Core
import Crypto
import HTTP
import Kernel
import ModuleKit
import Postgres
import SQL
import TestKit
import Testing

@testable import Security

/// Whatever way somebody comes in: a token that was there before opens nothing afterwards, on no node.
@Suite("A token from before the log-in")
struct FixationTests {
    private enum Way: String, CaseIterable {
        case password, half, app, recoveryCode, passkey, passkeyAlone, handover, rights
    }

    private struct Rig: Sendable {
        let house: IdentityHouse
        let keys: FactorKeys
        let hasher: PasswordHasher

        var door: Doorstep { IdentityHouse.acmeDoor }
        var desk: SecondFactorDesk { SecondFactorDesk(house.control, sessions: house.sessions, keys: keys) }

        /// The token that was planted, or that the browser had, and the one that it has now.
        func come(by way: Way) async throws -> (old: SecretToken, new: SecretToken) {
            let planted = try await house.sessions.open(house.opening(door, IdentityHouse.can))
            switch way {
            case .password: return (planted, try await logIn(planted, expectingHalf: false))
            case .half:
                try await enrol()
                return (planted, try await logIn(planted, expectingHalf: true))
            case .app:
                let code = try await enrol()
                return try await show(.code(code))
            case .recoveryCode:
                let codes = RecoveryCodes(house.control, clock: house.clock, keys: keys)
                return try await show(.recoveryCode(try await codes.renew(for: IdentityHouse.ada).reveal()[0]))
            case .passkey:
                var authenticator = try await register()
                return try await show(.passkey(try await answer(&authenticator, for: IdentityHouse.ada), Self.party))
            case .passkeyAlone:
                var authenticator = try await register()
                let outcome = try await desk.logIn(
                    try await answer(&authenticator, for: nil), Self.party, at: door, label: "x", insteadOf: planted)
                return (planted, try opened(outcome))
            case .handover:
                let there = IdentityHouse.boraDoor
                let old = try await house.sessions.open(house.opening(there))
                let from = try await house.sessions.open(house.opening())
                let session = try #require(try await house.sessions.session(of: from, host: door.host))
                let handovers = Handovers(house.control, sessions: house.sessions)
                let pass = try #require(
                    try await handovers.make(for: session, to: IdentityHouse.bora, host: there.host))
                return (old, try #require(try await handovers.take(pass, host: there.host, label: "x", insteadOf: old)))
            case .rights:
                let old = try await house.sessions.open(house.opening())
                return (old, try #require(try await house.sessions.rotate(old, host: door.host)))
            }
        }

        private func logIn(_ planted: SecretToken, expectingHalf: Bool) async throws -> SecretToken {
            let hash = try await hasher.hash(IdentityHouse.secret("correct horse battery")).text
            _ = try await house.control.perform("UPDATE security.person SET password_hash = \(hash)")
            let desk = LogInDesk(house.control, clock: house.clock, hasher: hasher, sessions: house.sessions)
            let address = try #require(LoginAddress("ada@acme.test"))
            let outcome = try await desk.logIn(
                LogInDesk.Attempt(
                    address, IdentityHouse.secret("correct horse battery"), from: "192.0.2.1", label: "x",
                    session: planted),
                at: door)
            switch outcome {
            case .open(let token, _, _) where !expectingHalf: return token
            case .half(let token, _) where expectingHalf: return token
            default: throw Unopened()
            }
        }

        private func show(_ proof: SecondFactorDesk.Proof) async throws -> (old: SecretToken, new: SecretToken) {
            let half = try await house.sessions.open(
                Sessions.Opening(
                    door.holder(IdentityHouse.ada), agency: door.agency, host: door.host, label: "x", stage: .half))
            return (half, try opened(try await desk.show(proof, with: half, at: door)))
        }

        private func opened(_ outcome: SecondFactorDesk.Outcome) throws -> SecretToken {
            guard case .open(let token, _) = outcome else { throw Unopened() }
            return token
        }

        /// An app is set up; its code of a later step.
        @discardableResult
        private func enrol() async throws -> String {
            let apps = AuthenticatorApps(house.control, clock: house.clock, keys: keys)
            let enrolment = try #require(try await apps.begin(for: IdentityHouse.ada, named: "a", issuer: "M"))
            _ = try await apps.confirm(try code(enrolment), of: IdentityHouse.ada)
            house.clock.advance(by: .seconds(120))
            return try code(enrolment)
        }

        private func code(_ enrolment: AuthenticatorApps.Enrolment) throws -> String {
            let typed = enrolment.secret.reveal()
            let secret = try Base32.decodeSecret(typed.utf8Span.span)
            let step = try #require(OneTimeCode.usual.step(at: house.clock.now()))
            let code = try OneTimeCode.usual.code(secret, step: step)
            return code.withBytes { code in String(decoding: code.indices.map { code[$0] }, as: UTF8.self) }
        }

        private static let party = RelyingParty(host: "acme.test", name: "Acme")

        private func register() async throws -> TestAuthenticator {
            var authenticator = try TestAuthenticator()
            (authenticator.origin, authenticator.rpID) = ("https://acme.test", "acme.test")
            authenticator.handle = Passkeys.handle(of: IdentityHouse.ada)
            let passkeys = Passkeys(house.control, clock: house.clock)
            let ceremony = try await passkeys.begin(.registration, for: IdentityHouse.ada, at: Self.party)
            let answer = try authenticator.register(ceremony.challenge)
            let found = try await passkeys.take(
                ceremony.challenge, .registration, for: IdentityHouse.ada, at: Self.party)
            // A ceremony cannot be copied, which the macro would do.
            guard let taken = found else { throw Unopened() }
            let credential = try Registration.finish(
                taken, with: answer, for: Self.party, now: house.clock.now(), isTaken: { _ in false })
            _ = try await passkeys.add(credential, of: IdentityHouse.ada, label: "Key")
            return authenticator
        }

        private func answer(
            _ authenticator: inout TestAuthenticator, for person: UserID?
        ) async throws -> AuthenticationAnswer {
            authenticator.signCount += 1
            let passkeys = Passkeys(house.control, clock: house.clock)
            return try authenticator.sign(
                try await passkeys.begin(.authentication, for: person, at: Self.party).challenge)
        }
    }

    private struct Unopened: Error {}

    @Test("opens nothing after it, on either node, whichever way somebody comes in")
    func everyWay() async throws {
        try await IdentityHouse.with { house in
            let hasher = PasswordHasher(parameters: .least)
            let rig = Rig(
                house: house, keys: try FactorKeys(RootKey(HeldSecret(.random(count: 32)))), hasher: hasher)
            try await house.withNode { other in
                let nodes = [house.control, other].map { Sessions($0, clock: house.clock) }
                for way in Way.allCases {
                    let (old, new) = try await rig.come(by: way)
                    #expect(old.reveal() != new.reveal(), "\(way)")
                    let host = way == .handover ? "bora.test" : "acme.test"
                    for node in nodes {
                        let (gone, there) = (
                            try await node.session(of: old, host: host), try await node.session(of: new, host: host)
                        )
                        #expect(gone == nil && there?.stage == (way == .half ? .half : .open), "\(way)")
                    }
                    try await house.database.run(
                        "DELETE FROM security.totp; DELETE FROM security.passkey; DELETE FROM security.throttle")
                }
            }
            hasher.stop()
        }
    }
}
