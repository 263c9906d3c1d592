import Core
import Crypto
import Testing

@testable import Security

/// One property of a registration, spoiled.
struct SpoiledRegistration: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: WebAuthnFault
    var spoil: @Sendable (inout TestAuthenticator) -> Void = { _ in }
    var party: @Sendable (inout RelyingParty) -> Void = { _ in }
    var after: Duration = .seconds(1)
    var isTaken = false
    var purpose = Ceremony.Purpose.registration
    var answer: @Sendable (RegistrationAnswer) -> RegistrationAnswer = { $0 }

    init(_ name: String, _ fault: WebAuthnFault, _ spoil: @escaping @Sendable (inout TestAuthenticator) -> Void) {
        (testDescription, self.fault, self.spoil) = (name, fault, spoil)
    }

    init(_ name: String, _ fault: WebAuthnFault, with change: (inout Self) -> Void) {
        (testDescription, self.fault) = (name, fault)
        change(&self)
    }
}

@Suite("A passkey's registration")
struct RegistrationTests {
    private static func entry(_ map: CBORValue, _ key: Int64, _ value: CBORValue?) -> CBORValue {
        guard var map = map.map else { return map }
        if let index = map.entries.firstIndex(where: { $0.key == CBORValue(key) }) {
            if let value { map.entries[index] = .init(CBORValue(key), value) } else { map.entries.remove(at: index) }
        } else if let value {
            map.entries.append(.init(CBORValue(key), value))
        }
        return .map(map)
    }

    static let spoiled: [SpoiledRegistration] = [
        .init("type of the other ceremony", .type) { $0.createType = "webauthn.get" },
        .init("type in another case", .type) { $0.createType = "WebAuthn.create" },
        .init("type of a payment", .type) { $0.createType = "payment.get" },
        .init("another challenge", .challenge) {
            $0.challenge = { _ in Base64.url.encode([UInt8](repeating: 1, count: 32).span) }
        },
        .init("the beginning of the challenge", .challenge) {
            $0.challenge = { Base64.url.encode(Array($0.prefix(31)).span) }
        },
        .init("the challenge with padding", .challenge) { $0.challenge = { Base64.url.encode($0.span) + "=" } },
        .init("no challenge", .challenge) { $0.challenge = { _ in "" } },
        .init("too late", .expired) { $0.after = .seconds(300) },
        .init("a ceremony that lasts longer than any", .expired) { $0.after = .seconds(-600) },
        .init("a challenge for authentication", .type) { $0.purpose = .authentication },
        .init("a foreign origin", .origin) { $0.origin = "https://evil.example" },
        .init("an origin below", .origin) { $0.origin = "https://x.app.example" },
        .init("an origin above", .origin) { $0.origin = "https://example" },
        .init("no TLS", .origin) { $0.origin = "http://app.example" },
        .init("another port", .origin) { $0.origin = "https://app.example:8443" },
        .init("an origin in capitals", .origin) { $0.origin = "https://APP.example" },
        .init("an origin with a path", .origin) { $0.origin = "https://app.example/" },
        .init("the origin of no page", .origin) { $0.origin = "null" },
        .init("a frame of another site", .crossOrigin) { $0.more = #","crossOrigin":true"# },
        .init("a page around the frame", .topOrigin) {
            $0.more = #","crossOrigin":false,"topOrigin":"https://app.example""#
        },
        .init("crossOrigin that is no boolean", .clientData) { $0.more = #","crossOrigin":"false""# },
        .init("topOrigin that is no text", .clientData) { $0.more = #","topOrigin":7"# },
        .init("a name twice", .clientData) { $0.more = #","type":"webauthn.create""# },
        .init("bytes behind the client data", .clientData) { $0.clientData = { $0 + [0x7B] } },
        .init("client data that are not UTF-8", .clientData) {
            $0.more = ",\"x\":\""; $0.clientData = { $0.dropLast() + [0xFF, 0x22, 0x7D] }
        },
        .init("client data without end", .clientData) {
            $0.more = ",\"x\":\"" + String(repeating: "a", count: 5_000) + "\""
        },
        .init("another relying party", .relyingParty) { $0.rpID = "evil.example" },
        .init("the relying party above", .relyingParty) { $0.rpID = "example" },
        .init("nobody there", .userPresence) { $0.flags = 0x04 },
        .init("nobody verified", .userVerification) { $0.flags = 0x01 },
        .init("backed up without being eligible", .backupState) { $0.flags = 0x15 },
        .init("no credential", .authenticatorData) { $0.attestedInUse = true },
        .init("bytes behind the authenticator data", .authenticatorData) { $0.trailing = [0] },
        .init("extensions announced and not there", .extensions) { $0.flags = 0x85 },
        .init("extensions that are no map", .extensions) {
            $0.flags = 0x85; $0.extensions = [0x80]
        },
        .init("extensions with numbers for names", .extensions) {
            $0.flags = 0x85; $0.extensions = [0xA1, 0x01, 0x01]
        },
        .init("extensions not announced", .authenticatorData) { $0.extensions = [0xA0] },
        .init("a kind of key that was not offered", .algorithm) { $0.party = { $0.algorithms = [.edDSA, .rs256] } },
        .init("an unknown kind of key", .publicKey) { $0.keyMap = { entry($0, 3, CBORValue(-47)) } },
        .init("kind and algorithm apart", .publicKey) { $0.keyMap = { entry($0, 1, CBORValue(1)) } },
        .init("another curve", .publicKey) { $0.keyMap = { entry($0, -1, CBORValue(2)) } },
        .init("a point off the curve", .publicKey) {
            $0.keyMap = { entry($0, -3, .bytes([UInt8](repeating: 1, count: 32))) }
        },
        .init("half a point", .publicKey) { $0.keyMap = { entry($0, -3, .bool(true)) } },
        .init("a short coordinate", .publicKey) {
            $0.keyMap = { entry($0, -2, .bytes([UInt8](repeating: 1, count: 31))) }
        },
        .init("a key with more than it needs", .publicKey) { $0.keyMap = { entry($0, -4, .bytes([1])) } },
        .init("a key without algorithm", .publicKey) { $0.keyMap = { entry($0, 3, nil) } },
        .init("a key that is no map", .publicKey) { $0.keyMap = { _ in .array([]) } },
        .init("none with a statement", .attestationStatement) {
            $0.statement = { _, _ in CBORWriter.map((.text("alg"), CBORValue(-7))) }
        },
        .init("self attestation of another algorithm", .attestationStatement) {
            $0.format = "packed"
            $0.statement = {
                CBORWriter.map(
                    (.text("alg"), CBORValue(-257)), (.text("sig"), .bytes(try $1.sign($0.span, by: .p256SHA256))))
            }
        },
        .init("self attestation without signature", .attestationStatement) {
            $0.format = "packed"
            $0.statement = { _, _ in CBORWriter.map((.text("alg"), CBORValue(-7))) }
        },
        .init("self attestation with more than it needs", .attestationStatement) {
            $0.format = "packed"
            $0.statement = {
                CBORWriter.map(
                    (.text("alg"), CBORValue(-7)), (.text("sig"), .bytes(try $1.sign($0.span, by: .p256SHA256))),
                    (.text("xyz"), .null))
            }
        },
        .init("self attestation over other bytes", .signature) {
            $0.format = "packed"
            $0.signs = { $0 + [0] }
            $0.statement = TestAuthenticator.selfStatement
        },
        .init("self attestation by another key", .signature) {
            $0.format = "packed"
            $0.statement = { signed, _ in try TestAuthenticator.selfStatement(signed, .generate(.p256)) }
        },
        .init("an attestation that policy refuses", .attestationFormat) {
            $0.spoil = { $0.format = "tpm" }
            $0.party = { $0.attestations = .refused }
        },
        .init("a credential without id", .credentialLength) { $0.credential = [] },
        .init("an id of 1024 bytes", .credentialLength) { $0.credential = [UInt8](repeating: 1, count: 1024) },
        .init("an id that is registered", .credentialTaken) { $0.isTaken = true },
        .init("an id other than the signed", .credentialID) { $0.statedID = [1, 2, 3] },
        .init("an attestation object with more", .attestationObject) {
            $0.answer = { answer in
                RegistrationAnswer(
                    rawID: answer.rawID, clientData: answer.clientData,
                    attestationObject: answer.attestationObject + [0])
            }
        },
        .init("an attestation object in another order", .attestationObject) {
            $0.answer = { answer in
                guard var map = (try? CBORReader.value(of: answer.attestationObject))?.map else { return answer }
                map.entries.swapAt(0, 1)
                return RegistrationAnswer(
                    rawID: answer.rawID, clientData: answer.clientData, attestationObject: CBORWriter.write(.map(map)))
            }
        },
        .init("authenticator data cut short", .authenticatorData) {
            $0.answer = { answer in
                guard var map = (try? CBORReader.value(of: answer.attestationObject))?.map,
                    let data = map["authData"]?.bytes
                else { return answer }
                map.entries[2] = .init(.text("authData"), .bytes(Array(data.prefix(36))))
                return RegistrationAnswer(
                    rawID: answer.rawID, clientData: answer.clientData, attestationObject: CBORWriter.write(.map(map)))
            }
        },
    ]

    private static func run(_ one: SpoiledRegistration, _ start: TestAuthenticator) throws -> PasskeyCredential {
        var (authenticator, party) = (start, TestAuthenticator.party)
        one.spoil(&authenticator)
        one.party(&party)
        let now = TestAuthenticator.now
        let ceremony = Ceremony(one.purpose, userHandle: TestAuthenticator.handle, now: now)
        let answer = one.answer(try authenticator.register(ceremony.challenge))
        return try Registration.finish(
            ceremony, with: answer, for: party, now: now + one.after, isTaken: { _ in one.isTaken })
    }

    @Test("is refused for each single thing that is not right", arguments: spoiled)
    func refused(one: SpoiledRegistration) throws {
        let authenticator = try TestAuthenticator()
        #expect(throws: one.fault) { try Self.run(one, authenticator) }
    }

    @Test("gives the passkey with what is known of it", arguments: COSEAlgorithm.allCases)
    func accepted(algorithm: COSEAlgorithm) throws {
        var authenticator = try TestAuthenticator(algorithm)
        (authenticator.flags, authenticator.signCount) = (0x1D, 9)
        authenticator.more =
            #","crossOrigin":false,"other_keys_can_be_added_here":"x","tokenBinding":{"status":"supported"}"#
        let passkey = try Self.run(.init("valid", .message) { (_: inout TestAuthenticator) in }, authenticator)
        #expect(passkey.id == authenticator.credential && passkey.userHandle == TestAuthenticator.handle)
        #expect(passkey.signCount == 9 && passkey.isBackedUp && passkey.isBackupEligible && passkey.hasVerifiedUser)
        #expect(passkey.relyingParty == "app.example" && passkey.transports == ["internal"])
        #expect(COSEKey(stored: passkey.key)?.algorithm == algorithm && passkey.attestation == .none)
    }

    @Test("takes self attestation, foreign attestations as none, extensions, and presence alone where that is enough")
    func variants() throws {
        func run(_ change: @escaping @Sendable (inout TestAuthenticator) -> Void) throws -> PasskeyCredential {
            try Self.run(.init("valid", .message, change), TestAuthenticator())
        }
        let own = try run {
            $0.format = "packed"
            $0.statement = TestAuthenticator.selfStatement
        }
        #expect(own.attestation == .own)
        let foreign = try run {
            $0.format = "packed"
            $0.statement = { _, _ in
                CBORWriter.map(
                    (.text("alg"), CBORValue(-7)), (.text("sig"), .bytes([1])), (.text("x5c"), .array([.bytes([2])])))
            }
        }
        #expect(foreign.attestation == .none)
        let extended = try run {
            $0.flags = 0x85
            $0.extensions = CBORWriter.write(CBORWriter.map((.text("hmac-secret"), .bool(true))))
        }
        #expect(extended.hasVerifiedUser)
        var present = SpoiledRegistration("valid", .message) { $0.flags = 0x01 }
        present.party = { $0.verification = .preferred }
        let unverified = try Self.run(present, TestAuthenticator())
        #expect(!unverified.hasVerifiedUser)
    }
}
