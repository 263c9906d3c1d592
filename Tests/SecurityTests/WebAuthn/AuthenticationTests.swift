import Core
import Crypto
import Testing

@testable import Security

/// One property of an authentication, spoiled after a sound registration.
struct SpoiledAuthentication: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: WebAuthnFault
    var spoil: @Sendable (inout TestAuthenticator) throws -> Void = { _ in }
    var party: @Sendable (inout RelyingParty) -> Void = { _ in }
    var after: Duration = .seconds(1)
    var purpose = Ceremony.Purpose.authentication
    var user: [UInt8]? = TestAuthenticator.handle
    var allowed: [[UInt8]] = []
    var stored: @Sendable (PasskeyCredential) -> PasskeyCredential? = { $0 }
    var answer: @Sendable (AuthenticationAnswer) -> AuthenticationAnswer = { $0 }

    init(_ name: String, _ fault: WebAuthnFault, _ spoil: @escaping @Sendable (inout TestAuthenticator) throws -> Void)
    {
        (testDescription, self.fault, self.spoil) = (name, fault, spoil)
    }

    init(_ name: String, _ fault: WebAuthnFault, with change: (inout Self) -> Void) {
        (testDescription, self.fault) = (name, fault)
        change(&self)
    }
}

@Suite("A passkey's use")
struct AuthenticationTests {
    private static let foreign = [UInt8](repeating: 9, count: 16)

    private static func changed(
        _ answer: AuthenticationAnswer, signature: [UInt8]? = nil, data: [UInt8]? = nil, client: [UInt8]? = nil
    ) -> AuthenticationAnswer {
        AuthenticationAnswer(
            rawID: answer.rawID, clientData: client ?? answer.clientData,
            authenticatorData: data ?? answer.authenticatorData, signature: signature ?? answer.signature,
            userHandle: answer.userHandle)
    }

    static let spoiled: [SpoiledAuthentication] = [
        .init("type of the other ceremony", .type) { $0.getType = "webauthn.create" },
        .init("another challenge", .challenge) {
            $0.challenge = { _ in Base64.url.encode([UInt8](repeating: 1, count: 32).span) }
        },
        .init("a longer challenge", .challenge) { $0.challenge = { Base64.url.encode(($0 + [0]).span) } },
        .init("too late", .expired) { $0.after = .seconds(300) },
        .init("a challenge for registration", .type) { $0.purpose = .registration },
        .init("a foreign origin", .origin) { $0.origin = "https://app.example.evil.example" },
        .init("no TLS", .origin) { $0.origin = "http://app.example" },
        .init("another port", .origin) { $0.origin = "https://app.example:444" },
        .init("a frame of another site", .crossOrigin) { $0.more = #","crossOrigin":true"# },
        .init("a page around the frame", .topOrigin) { $0.more = #","topOrigin":"https://evil.example""# },
        .init("client data that are no JSON", .clientData) { $0.clientData = { Array($0.dropLast()) } },
        .init("another relying party", .relyingParty) { $0.rpID = "evil.example" },
        .init("nobody there", .userPresence) { $0.flags = 0x04 },
        .init("nobody verified", .userVerification) { $0.flags = 0x01 },
        .init("backed up without being eligible", .backupState) { $0.flags = 0x15 },
        .init("eligible for backup all at once", .backupEligibility) { $0.flags = 0x0D },
        .init("no more eligible for backup", .backupEligibility) {
            $0.stored = { stored in
                PasskeyCredential(
                    id: stored.id, key: stored.key, userHandle: stored.userHandle, relyingParty: stored.relyingParty,
                    aaguid: stored.aaguid, signCount: stored.signCount, isBackupEligible: true, isBackedUp: false,
                    hasVerifiedUser: true, transports: [], attestation: .none)
            }
        },
        .init("the counter stands still", .signCount) { $0.signCount = 1 },
        .init("the counter goes back", .signCount) { $0.signCount = 0 },
        .init("a credential in the data", .authenticatorData) { $0.attestedInUse = true },
        .init("bytes behind the data", .authenticatorData) { $0.trailing = [1] },
        .init("extensions that are no map", .extensions) {
            $0.flags = 0x85; $0.extensions = [0x01]
        },
        .init("signed by another key", .signature) { other in
            let spoiled = other
            other = try TestAuthenticator()
            other.signCount = spoiled.signCount
        },
        .init("signed over other bytes", .signature) { $0.signs = { $0 + [0] } },
        .init("signed without the client data", .signature) { $0.signs = { Array($0.dropLast(32)) } },
        .init("a signature changed by a bit", .signature) {
            $0.answer = { answer in
                var signature = answer.signature
                signature[signature.count - 1] ^= 1
                return changed(answer, signature: signature)
            }
        },
        .init("an empty signature", .signature) { $0.answer = { changed($0, signature: []) } },
        .init("a flag set after signing", .signature) {
            $0.answer = { answer in
                var data = answer.authenticatorData
                data[32] |= 0x02
                return changed(answer, data: data)
            }
        },
        .init("client data changed after signing", .signature) {
            $0.answer = { answer in
                changed(answer, client: answer.clientData + [0x20])
            }
        },
        .init("data cut short", .authenticatorData) {
            $0.answer = { answer in
                changed(answer, data: Array(answer.authenticatorData.prefix(36)))
            }
        },
        .init("not among those asked for", .unknownCredential) { $0.allowed = [[1, 2, 3]] },
        .init("not registered here", .unknownCredential) { $0.stored = { _ in nil } },
        .init("another's record", .unknownCredential) { $0.spoil = { $0.statedID = [5] } },
        .init("made for another domain", .unknownCredential) {
            $0.stored = { stored in
                PasskeyCredential(
                    id: stored.id, key: stored.key, userHandle: stored.userHandle, relyingParty: "old.example",
                    aaguid: stored.aaguid, signCount: stored.signCount, isBackupEligible: false, isBackedUp: false,
                    hasVerifiedUser: true, transports: [], attestation: .none)
            }
        },
        .init("another person's passkey", .userHandle) {
            $0.user = foreign; $0.spoil = { $0.handle = nil }
        },
        .init("a handle that is not the person's", .userHandle) { $0.spoil = { $0.handle = foreign } },
        .init("a handle that is not the passkey's", .userHandle) {
            $0.user = nil; $0.spoil = { $0.handle = foreign }
        },
        .init("nobody named", .userHandle) {
            $0.user = nil; $0.spoil = { $0.handle = nil }
        },
        .init("a kind of key that is no longer taken", .publicKey) { $0.party = { $0.algorithms = [.edDSA] } },
        .init("a stored key that cannot be read", .publicKey) {
            $0.stored = { stored in
                PasskeyCredential(
                    id: stored.id, key: [0xA0], userHandle: stored.userHandle, relyingParty: stored.relyingParty,
                    aaguid: stored.aaguid, signCount: stored.signCount, isBackupEligible: false, isBackedUp: false,
                    hasVerifiedUser: true, transports: [], attestation: .none)
            }
        },
    ]

    private static func register(_ authenticator: TestAuthenticator) throws -> PasskeyCredential {
        let ceremony = Ceremony(.registration, userHandle: TestAuthenticator.handle, now: TestAuthenticator.now)
        let answer = try authenticator.register(ceremony.challenge)
        return try Registration.finish(
            ceremony, with: answer, for: TestAuthenticator.party, now: TestAuthenticator.now, isTaken: { _ in false })
    }

    private static func run(_ one: SpoiledAuthentication, _ start: TestAuthenticator) throws -> PasskeyCredential {
        var (authenticator, party) = (start, TestAuthenticator.party)
        let passkey = try register(authenticator)
        authenticator.signCount += 1
        try one.spoil(&authenticator)
        one.party(&party)
        let now = TestAuthenticator.now
        let ceremony = Ceremony(one.purpose, userHandle: one.user, allowed: one.allowed, now: now)
        let answer = one.answer(try authenticator.sign(ceremony.challenge))
        return try Authentication.finish(
            ceremony, with: answer, by: one.stored(passkey), for: party, now: now + one.after)
    }

    @Test("is refused for each single thing that is not right", arguments: spoiled)
    func refused(one: SpoiledAuthentication) throws {
        let authenticator = try TestAuthenticator()
        #expect(throws: one.fault) { try Self.run(one, authenticator) }
    }

    @Test("is accepted with every kind of key, as second factor and alone", arguments: COSEAlgorithm.allCases)
    func accepted(algorithm: COSEAlgorithm) throws {
        let authenticator = try TestAuthenticator(algorithm)
        let second = try Self.run(
            .init("valid", .message) { $0.allowed = [authenticator.credential] }, authenticator)
        #expect(second.signCount == 2)
        let alone = try Self.run(.init("valid", .message) { $0.user = nil }, authenticator)
        #expect(alone.userHandle == TestAuthenticator.handle)
    }

    @Test("leaves authenticators alone that do not count")
    func uncounted() throws {
        var authenticator = try TestAuthenticator()
        authenticator.signCount = 0
        let used = try Self.run(.init("valid", .message) { $0.signCount = 0 }, authenticator)
        #expect(used.signCount == 0)
    }

    @Test("cannot be answered with what was signed for an earlier challenge")
    func replay() throws {
        let authenticator = try TestAuthenticator()
        let passkey = try Self.register(authenticator)
        let first = Ceremony(.authentication, userHandle: nil, now: TestAuthenticator.now)
        var next = authenticator
        next.signCount = 5
        let answer = try next.sign(first.challenge)
        let used = try Authentication.finish(
            first, with: answer, by: passkey, for: TestAuthenticator.party, now: TestAuthenticator.now)
        #expect(used.signCount == 5)
        #expect(throws: WebAuthnFault.challenge) {
            try Authentication.finish(
                Ceremony(.authentication, userHandle: nil, now: TestAuthenticator.now), with: answer, by: passkey,
                for: TestAuthenticator.party, now: TestAuthenticator.now)
        }
    }

    @Test("counts its negatives: the house promised thirty-five")
    func count() {
        #expect(Self.spoiled.count + RegistrationTests.spoiled.count >= 35)
        let faults = Set(Self.spoiled.map(\.fault)).union(RegistrationTests.spoiled.map(\.fault))
        // The message's own form has its own test.
        #expect(faults == Set(WebAuthnFault.allCases).subtracting([.message]))
    }
}
