import Core
import Testing

@testable import Crypto

/// Signatures against the files of Project Wycheproof, NIST's CAVP and RFC 8032's authors.
@Suite struct SignatureVectorTests {
    @Test(
        arguments: [
            ("ed25519", .ed25519, 210), ("ecdsa_secp256r1_sha256", .p256SHA256, 484),
            ("ecdsa_secp256r1_sha256_p1363", .p256SHA256Fixed, 262), ("ecdsa_secp384r1_sha384", .p384SHA384, 504),
            ("ecdsa_secp384r1_sha384_p1363", .p384SHA384Fixed, 280), ("rsa_signature_2048_sha256", .rsaSHA256, 259),
            ("rsa_signature_3072_sha256", .rsaSHA256, 259), ("rsa_signature_4096_sha256", .rsaSHA256, 258),
            ("rsa_signature_8192_sha256", .rsaSHA256, 258), ("rsa_signature_2048_sha384", .rsaSHA384, 258),
            ("rsa_signature_3072_sha384", .rsaSHA384, 259), ("rsa_signature_4096_sha384", .rsaSHA384, 259),
            ("rsa_signature_2048_sha512", .rsaSHA512, 259), ("rsa_signature_4096_sha512", .rsaSHA512, 259),
            ("rsa_pss_2048_sha256_mgf1_32", .rsaPSSSHA256, 108), ("rsa_pss_3072_sha256_mgf1_32", .rsaPSSSHA256, 108),
            ("rsa_pss_4096_sha256_mgf1_32", .rsaPSSSHA256, 108), ("rsa_pss_2048_sha384_mgf1_48", .rsaPSSSHA384, 141),
            ("rsa_pss_4096_sha384_mgf1_48", .rsaPSSSHA384, 141), ("rsa_pss_4096_sha512_mgf1_64", .rsaPSSSHA512, 179),
        ] as [(String, SignatureScheme, Int)])
    func wycheproof(file: String, scheme: SignatureScheme, floor: Int) throws {
        var tally = Tally("\(file)-wycheproof")
        for group in try VectorFile.wycheproof("Signature/wycheproof/\(file)") {
            let der = try group.hex(group["publicKeyDer"] == nil ? "keyDer" : "publicKeyDer")
            let key = try VerifyingKey(der: der)
            for test in try #require(group["tests"]?.array) {
                let isValid = try key.isValid(test.hex("sig"), of: test.hex("msg"), by: scheme)
                tally.check(test.isValid == nil || isValid == test.isValid, test.label)
            }
        }
        tally.finish(floor: floor)
    }

    /// Salts of another length and another inner digest are refused, though such signatures are valid in themselves.
    @Test(arguments: ["rsa_pss_2048_sha256_mgf1_0", "rsa_pss_2048_sha256_mgf1sha1_20", "rsa_pss_4096_sha512_mgf1_32"])
    func otherPSSIsRefused(file: String) throws {
        var tally = Tally("\(file)-refused")
        let scheme: SignatureScheme = file.contains("sha512") ? .rsaPSSSHA512 : .rsaPSSSHA256
        for group in try VectorFile.wycheproof("Signature/wycheproof/\(file)") {
            let key = try VerifyingKey(der: group.hex("publicKeyDer"))
            for test in try #require(group["tests"]?.array) where test.isValid == true {
                let isValid = try key.isValid(test.hex("sig"), of: test.hex("msg"), by: scheme)
                tally.check(!isValid, test.label)
            }
        }
        tally.finish(floor: 50)
    }

    @Test(arguments: [2048, 3072, 4096])
    func rsaSigning(bits: Int) throws {
        var tally = Tally("rsa-\(bits)-signing-wycheproof")
        let schemes: [String: SignatureScheme] = [
            "SHA-256": .rsaSHA256, "SHA-384": .rsaSHA384, "SHA-512": .rsaSHA512,
        ]
        for group in try VectorFile.wycheproof("Signature/wycheproof/rsa_pkcs1_\(bits)_sig_gen") {
            guard let scheme = schemes[group["sha"]?.string ?? ""] else { continue }
            let key = try SigningKey(der: SecretBytes(group.hex("privateKeyPkcs8")))
            for test in try #require(group["tests"]?.array) where test.isValid == true {
                tally.check(try key.sign(test.hex("msg"), by: scheme) == test.hex("sig"), test.label)
            }
        }
        tally.finish(floor: 10)
    }

    @Test func ed25519() throws {
        var tally = Tally("ed25519-authors")
        let file = try VectorFile.bytes("cryptography_vectors/asymmetric/Ed25519/sign.input")
        for line in file.split(separator: UInt8(ascii: "\n")) {
            let fields = try line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
                .map { try Hex.decode(Array($0).span) }
            let (seed, point) = (Array(fields[0].prefix(32)), fields[1])
            let (message, signature) = (fields[2], Array(fields[3].prefix(64)))
            let signer = try SigningKey(ed25519: SecretBytes(seed))
            let verifier = try VerifyingKey(ed25519: point.span)
            tally.check(try signer.sign(message, by: .ed25519) == signature, "signing \(message.count) bytes")
            tally.check(
                try signer.verifyingKey().ed25519() == fields[1]
                    && verifier.isValid(signature, of: message, by: .ed25519),
                "verifying \(message.count) bytes")
        }
        tally.finish(floor: 2048)
    }

    @Test(arguments: [
        (KeyKind.p256, "P-256,SHA-256", SignatureScheme.p256SHA256Fixed), (.p384, "P-384,SHA-384", .p384SHA384Fixed),
    ])
    func ecdsa(kind: KeyKind, section: String, scheme: SignatureScheme) throws {
        var tally = Tally("ecdsa-\(kind.rawValue)-nist")
        for file in ["SigVer", "SigGen"] {
            for record in try VectorFile.nist("asymmetric/ECDSA/FIPS_186-3/\(file).rsp") {
                guard record.section == [section], record["Msg"] != nil else { continue }
                let signature = try record.hex("R") + record.hex("S")
                let wanted = record["Result"].map { $0.hasPrefix("P") } ?? true
                let key = try? VerifyingKey(curve: kind, x: record.hex("Qx"), y: record.hex("Qy"))
                let isValid = try key?.isValid(signature, of: record.hex("Msg"), by: scheme) ?? false
                tally.check(isValid == wanted, record["Result"] ?? "a signature of NIST's")
            }
        }
        tally.finish(floor: 30)
    }
}
