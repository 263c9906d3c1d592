import Core
import Crypto

@testable import Security

/// A small authenticator with browser. Every property of a ceremony can be spoiled before it is signed, so that only the
/// check in question can refuse.
struct TestAuthenticator {
    static let now = Timestamp(seconds: 1_800_000_000)
    static let handle: [UInt8] = Array(0..<16)
    static let party = RelyingParty(host: "app.example", name: "Acme")

    let algorithm: COSEAlgorithm
    let key: SigningKey
    var credential: [UInt8] = Array(repeating: 7, count: 32)
    var handle: [UInt8]? = TestAuthenticator.handle

    // What the browser says.
    var createType = "webauthn.create"
    var getType = "webauthn.get"
    var origin = "https://app.example"
    var more = ""
    var challenge: ([UInt8]) -> String = { Base64.url.encode($0.span) }
    var clientData: (([UInt8]) -> [UInt8])?

    // What the authenticator says.
    var rpID = "app.example"
    var flags: UInt8 = 0x05
    var signCount: UInt32 = 1
    var extensions: [UInt8] = []
    var trailing: [UInt8] = []
    var keyMap: (CBORValue) -> CBORValue = { $0 }
    var statedID: [UInt8]?
    var format = "none"
    var statement: ((_ signed: [UInt8], _ key: SigningKey) throws -> CBORValue)?
    var signs: ([UInt8]) -> [UInt8] = { $0 }
    var attestedInUse = false

    init(_ algorithm: COSEAlgorithm = .es256) throws {
        self.algorithm = algorithm
        key = try .generate(algorithm == .es256 ? .p256 : algorithm == .edDSA ? .ed25519 : .rsa, rsaBits: 2048)
    }

    func publicKey() throws -> CBORValue {
        let der = try key.verifyingKey().der()
        func coordinate(_ range: Range<Int>) -> CBORValue {
            .bytes(Array(der.suffix(64)[(der.count - 64 + range.lowerBound)..<(der.count - 64 + range.upperBound)]))
        }
        switch algorithm {
        case .es256:
            return CBORWriter.map(
                (CBORValue(1), CBORValue(2)), (CBORValue(3), CBORValue(-7)), (CBORValue(-1), CBORValue(1)),
                (CBORValue(-2), coordinate(0..<32)), (CBORValue(-3), coordinate(32..<64)))
        case .edDSA:
            return CBORWriter.map(
                (CBORValue(1), CBORValue(1)), (CBORValue(3), CBORValue(-8)), (CBORValue(-1), CBORValue(6)),
                (CBORValue(-2), .bytes(try key.verifyingKey().ed25519())))
        case .rs256:
            // SubjectPublicKeyInfo of 2048 bits ends in the modulus, tag and length of the exponent, and 65537.
            let modulus = Array(der[(der.count - 5 - 256)..<(der.count - 5)])
            return CBORWriter.map(
                (CBORValue(1), CBORValue(3)), (CBORValue(3), CBORValue(-257)), (CBORValue(-1), .bytes(modulus)),
                (CBORValue(-2), .bytes([1, 0, 1])))
        }
    }

    func client(_ type: String, _ challenge: [UInt8]) -> [UInt8] {
        let plain = Array(
            #"{"type":"\#(type)","challenge":"\#(self.challenge(challenge))","origin":"\#(origin)"\#(more)}"#.utf8)
        return clientData?(plain) ?? plain
    }

    func data(attested: Bool) throws -> [UInt8] {
        var bytes = try MessageDigest.of(rpID.utf8Span.span)
        bytes.append(flags | (attested ? 0x40 : 0))
        bytes += (0..<4).reversed().map { UInt8(truncatingIfNeeded: signCount >> UInt32($0 * 8)) }
        if attested {
            bytes += [UInt8](repeating: 0xAA, count: 16)
            bytes += [UInt8(truncatingIfNeeded: credential.count >> 8), UInt8(truncatingIfNeeded: credential.count)]
            bytes += credential + CBORWriter.write(keyMap(try publicKey()))
        }
        return bytes + extensions + trailing
    }

    func register(_ challenge: [UInt8]) throws -> RegistrationAnswer {
        let client = client(createType, challenge)
        let data = try data(attested: flags & 0x40 == 0 && !attestedInUse)
        let signed = signs(data + (try MessageDigest.of(client.span)))
        let object = CBORWriter.map(
            (.text("fmt"), .text(format)), (.text("attStmt"), try statement?(signed, key) ?? CBORWriter.map()),
            (.text("authData"), .bytes(data)))
        return RegistrationAnswer(
            rawID: statedID ?? credential, clientData: client, attestationObject: CBORWriter.write(object),
            transports: ["internal"])
    }

    func sign(_ challenge: [UInt8]) throws -> AuthenticationAnswer {
        let client = client(getType, challenge)
        let data = try data(attested: attestedInUse)
        let signed = signs(data + (try MessageDigest.of(client.span)))
        return AuthenticationAnswer(
            rawID: statedID ?? credential, clientData: client, authenticatorData: data,
            signature: try key.sign(signed.span, by: algorithm.scheme), userHandle: handle)
    }

    static func selfStatement(_ signed: [UInt8], _ key: SigningKey) throws -> CBORValue {
        CBORWriter.map(
            (.text("alg"), CBORValue(-7)), (.text("sig"), .bytes(try key.sign(signed.span, by: .p256SHA256))))
    }
}
