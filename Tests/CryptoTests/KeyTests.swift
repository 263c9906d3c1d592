import Testing

@testable import Crypto

/// Which keys are taken, which are not, and that a key does nothing it is not meant for.
@Suite struct KeyTests {
    private static let folder = "cryptography_vectors/asymmetric"

    /// Encrypted keys, other algorithms, curves spelled out or unknown, broken ones, and several things at once.
    @Test(arguments: [
        "PKCS8/enc-rsa-pkcs8.pem", "PKCS8/enc2-rsa-pkcs8.pem", "PKCS8/ec_private_key_encrypted.pem",
        "PKCS8/ed25519-scrypt.pem", "PKCS8/enc-unknown-kdf.pem", "PKCS8/ec-invalid-private-scalar.pem",
        "PKCS8/unenc-dsa-pkcs8.pem", "PKCS8/ec_oid_not_in_reg_private_2.pkcs8.pem",
        "PKCS8/rsa_pss_2048.pem", "PKCS8/wrong-pem-delimiter-rsa.pem", "PKCS8/private.pem",
        "EC/explicit_parameters_private_key.pem", "EC/secp256r1-explicit-no-seed.pem",
        "EC/secp256r1-explicit-seed.pem", "EC/secp384r1-explicit-seed.pem", "EC/secp521r1-explicit-seed.pem",
        "EC/ec-missing-curve.pem", "EC/secp128r1_private_key.pem", "PEM_Serialization/rsa_private_key.pem",
        "PEM_Serialization/dsa_private_key.pem", "PEM_Serialization/ec_private_key_encrypted.pem",
        "PEM_Serialization/rsa-bad-1025-q-is-2.pem", "PEM_Serialization/rsa_public_key.pem",
    ])
    func refusesPrivate(file: String) throws {
        let pem = try SecretBytes(VectorFile.bytes("\(Self.folder)/\(file)"))
        #expect(throws: CryptoFault.self) { _ = try SigningKey(pem: pem) }
        #expect(LibraryErrors.drain() == "no reason given")
    }

    @Test(arguments: [
        "EC/secp256r1-pub-explicit-no-seed.pem", "EC/secp256r1-pub-explicit-seed.pem",
        "EC/secp384r1-pub-explicit-seed.pem", "EC/secp256k1-pub-explicit-no-seed.pem", "EC/sect233k1-spki.pem",
        "PEM_Serialization/dsa_public_key.pem", "PEM_Serialization/ec_public_key_rsa_delimiter.pem",
        "PEM_Serialization/rsa_wrong_delimiter_public_key.pem", "PKCS8/unenc-dsa-pkcs8.pub.pem",
        "PKCS8/unenc-rsa-pkcs8.pub.pem", "PKCS8/unenc-rsa-pkcs8.pem",
    ])
    func refusesPublic(file: String) throws {
        let pem = try String(decoding: VectorFile.bytes("\(Self.folder)/\(file)"), as: UTF8.self)
        #expect(throws: CryptoFault.self) { _ = try VerifyingKey(pem: pem) }
        #expect(LibraryErrors.drain() == "no reason given")
    }

    @Test(arguments: [
        "Ed25519/ed25519-pub-non-zero-unused-bits.der", "PKCS8/rsa_pss_2048_pub.der",
        "DER_Serialization/dsa_public_key.der", "DER_Serialization/dsa_public_key_invalid_bit_string.der",
        "X25519/x25519-pub.der", "X448/x448-pub.der", "Ed448/ed448-pub.der",
    ])
    func refusesPublicDER(file: String) throws {
        let der = try VectorFile.bytes("\(Self.folder)/\(file)")
        #expect(throws: CryptoFault.self) { _ = try VerifyingKey(der: der) }
    }

    @Test func readsWhatIsWellFormed() throws {
        let ed25519 = try VectorFile.bytes("\(Self.folder)/Ed25519/ed25519-pkcs8.pem")
        #expect(try SigningKey(pem: SecretBytes(ed25519)).kind == .ed25519)
        let p256 = try VectorFile.bytes("\(Self.folder)/PKCS8/ec_private_key.pem")
        #expect(try SigningKey(pem: SecretBytes(p256)).kind == .p256)
        let spki = try String(
            decoding: VectorFile.bytes("\(Self.folder)/PEM_Serialization/ec_public_key.pem"), as: UTF8.self)
        #expect(try VerifyingKey(pem: spki).kind == .p256)
        for (file, kind) in [
            ("ecdsa_root", KeyKind.p384), ("rapidssl_sha256_ca_g3", .rsa), ("ed25519/root-ed25519", .ed25519),
        ] {
            let pem = try String(decoding: VectorFile.bytes("cryptography_vectors/x509/\(file).pem"), as: UTF8.self)
            #expect(try VerifyingKey(certificatePEM: pem).kind == kind, "\(file)")
        }
    }

    @Test(arguments: ["chain", "chain_with_garbage", "with_garbage", "with_headers", "old_header"])
    func refusesPEMThatIsMore(file: String) throws {
        let pem = try VectorFile.bytes("cryptography_vectors/x509/cryptography.io.\(file).pem")
        #expect(throws: CryptoFault.self) { _ = try VerifyingKey(certificatePEM: String(decoding: pem, as: UTF8.self)) }
    }

    @Test(arguments: [KeyKind.ed25519, .p256, .p384, .rsa])
    func signsAndVerifies(kind: KeyKind) throws {
        let key = try SigningKey.generate(kind, rsaBits: 2048)
        let (again, verifier) = try (SigningKey(der: key.der()), key.verifyingKey())
        let message = Array("from one to another".utf8)
        for scheme in SignatureScheme.allCases {
            guard scheme.kind == kind else {
                #expect(throws: CryptoFault.self) { try key.sign(message, by: scheme) }
                #expect(verifier.isValid([UInt8](repeating: 1, count: 64), of: message, by: scheme) == false)
                continue
            }
            try check(again.sign(message, by: scheme), of: message, verifier, scheme)
        }
        #expect(LibraryErrors.drain() == "no reason given")
    }

    private func check(
        _ signature: [UInt8], of message: [UInt8], _ key: VerifyingKey, _ scheme: SignatureScheme
    ) throws {
        #expect(key.isValid(signature, of: message, by: scheme) == true)
        #expect(key.isValid(signature, of: (message + [0]), by: scheme) == false)
        #expect(key.isValid(signature, of: [], by: scheme) == false)
        #expect(key.isValid((signature + [0]), of: message, by: scheme) == false)
        #expect(key.isValid(Array(signature.dropLast()), of: message, by: scheme) == false)
        #expect(key.isValid([], of: message, by: scheme) == false)
        for other in SignatureScheme.allCases where other != scheme {
            #expect(key.isValid(signature, of: message, by: other) == false, "\(scheme) as \(other)")
        }
        for bit in 0..<(signature.count * 8) {
            var flipped = signature
            flipped[bit / 8] ^= 1 << (bit % 8)
            #expect(key.isValid(flipped, of: message, by: scheme) == false, "\(scheme) bit \(bit)")
        }
    }

    @Test func keysComeBackFromTheirNumbers() throws {
        for kind in [KeyKind.ed25519, .p256, .p384, .rsa] {
            let der = try SigningKey.generate(kind, rsaBits: 2048).verifyingKey().der()
            #expect(try VerifyingKey(der: der).der() == der)
            #expect(throws: CryptoFault.self) { _ = try VerifyingKey(der: (der + [0])) }
            for count in 0..<der.count {
                #expect(throws: CryptoFault.self) { _ = try VerifyingKey(der: Array(der.prefix(count))) }
            }
        }
        let p256 = try SigningKey.generate(.p256).verifyingKey().der()
        let (x, y) = (Array(p256[27..<59]), Array(p256[59..<91]))
        #expect(try VerifyingKey(curve: .p256, x: x, y: y).der() == p256)
        #expect(throws: CryptoFault.self) { _ = try VerifyingKey(curve: .p256, x: y, y: x) }
        #expect(throws: CryptoFault.self) { _ = try VerifyingKey(curve: .p256, x: ([0] + x), y: y) }
        #expect(throws: CryptoFault.self) { _ = try VerifyingKey(curve: .p384, x: x, y: y) }
        #expect(throws: CryptoFault.self) { _ = try VerifyingKey(curve: .rsa, x: x, y: y) }
    }

    @Test(
        arguments: [
            (128, [1, 0, 1]), (255, [1, 0, 1]), (1025, [1, 0, 1]), (4000, [1, 0, 1]), (0, [1, 0, 1]), (256, [1]),
            (256, [2]),
            (256, [1, 0, 0]), (256, [0]), (256, []), (256, [1, 0, 0, 0, 1]), (256, [1, 0, 0, 0, 0, 0, 0, 0, 1]),
        ] as [(Int, [UInt8])])
    func refusesRSANumbers(bytes: Int, exponent: [UInt8]) {
        var modulus = [UInt8](repeating: 0xFF, count: bytes)
        #expect(throws: CryptoFault.self) { _ = try VerifyingKey(rsaModulus: modulus.span, exponent: exponent.span) }
        modulus = [UInt8](repeating: 0, count: bytes)
        #expect(throws: CryptoFault.self) { _ = try VerifyingKey(rsaModulus: modulus.span, exponent: exponent.span) }
    }

    @Test func rsaComesBackFromItsNumbers() throws {
        let der = try SigningKey.generate(.rsa, rsaBits: 2048).verifyingKey().der()
        let modulus = Array(der[33..<(33 + 256)])
        #expect(try VerifyingKey(rsaModulus: modulus.span, exponent: [1, 0, 1].span).der() == der)
        #expect(throws: CryptoFault.self) { _ = try SigningKey.generate(.rsa, rsaBits: 1024) }
    }

    @Test func manyThreadsShareAKey() async throws {
        let key = try SigningKey.generate(.p256)
        let verifier = try key.verifyingKey()
        let wrong = await withTaskGroup(of: Int.self) { group in
            for number in 0..<8 {
                group.addTask {
                    (0..<50).count { round in
                        let message = [UInt8(number), UInt8(round)]
                        guard let signature = try? key.sign(message, by: .p256SHA256) else { return true }
                        return !verifier.isValid(signature, of: message, by: .p256SHA256)
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }
}
