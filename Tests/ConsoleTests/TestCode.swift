import Core
import Crypto

/// What an authenticator app shows.
enum TestCode {
    static func of(_ secret: String, at now: Timestamp) throws -> String {
        let bytes = try Base32.decodeSecret(Array(secret.utf8).span)
        let digits = try OneTimeCode.usual.code(bytes, step: OneTimeCode.usual.step(at: now) ?? 0)
        return digits.withBytes { digits in String(decoding: digits.indices.map { digits[$0] }, as: UTF8.self) }
    }
}
