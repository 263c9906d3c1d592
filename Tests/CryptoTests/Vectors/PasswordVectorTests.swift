import Core
import Testing

@testable import Crypto

/// Argon2id and one-time codes against the vectors of their RFCs.
@Suite struct PasswordVectorTests {
    @Test func argon2id() throws {
        var tally = Tally("argon2id-rfc9106")
        for record in try VectorFile.nist("KDF/argon2id.txt") where record["output"] != nil {
            let parameters = try PasswordParameters(
                unchecked: UInt32(record.int("memcost")), UInt32(record.int("iter")), UInt32(record.int("lanes")))
            var hash = try [UInt8](repeating: 0, count: record.int("length"))
            let (password, salt) = try (record.hex("pass"), record.hex("salt"))
            let secret = try record["secret"] == nil ? [] : record.hex("secret")
            let data = try record["ad"] == nil ? [] : record.hex("ad")
            var span = hash.mutableSpan
            try Argon2.hash(
                password.span, salt: salt.span, parameters,
                secret: secret,
                data: data, into: &span)
            tally.check(try hash == record.hex("output"), "count \(record["COUNT"] ?? "")")
        }
        tally.finish(floor: 6)
    }

    @Test func hotp() throws {
        var tally = Tally("hotp-rfc4226")
        for record in try VectorFile.nist("twofactor/rfc-4226.txt") where record["HOTP"] != nil {
            let secret = try SecretBytes(Array(#require(record["SECRET"]).utf8))
            let code = try OneTimeCode.usual.code(secret, step: UInt64(record.int("COUNTER")))
            tally.check(try code.array == Array(#require(record["HOTP"]).utf8), "counter \(record["COUNTER"] ?? "")")
        }
        tally.finish(floor: 10)
    }

    @Test func totp() throws {
        var tally = Tally("totp-rfc6238")
        for record in try VectorFile.nist("twofactor/rfc-6238.txt") where record["TOTP"] != nil {
            let secret = try SecretBytes(Array(#require(record["SECRET"]).utf8))
            let mode = try #require(record["MODE"])
            let digest = try #require(OneTimeCode.Digest(rawValue: mode))
            let codes = try OneTimeCode(digest: digest, digits: 8, period: 30)
            let moment = try Timestamp(seconds: Int64(record.int("TIME")))
            let code = try Array(#require(record["TOTP"]).utf8)
            let step = try #require(codes.step(at: moment))
            tally.check(try codes.code(secret, step: step).array == code, "time \(moment.seconds)")
            tally.check(try codes.matchingStep(code.span, secret, at: moment) == step, "time \(moment.seconds)")
        }
        tally.finish(floor: 36)
    }
}
