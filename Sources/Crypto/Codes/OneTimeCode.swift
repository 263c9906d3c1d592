public import Core

/// One-time codes: HOTP (RFC 4226) and TOTP (RFC 6238). A code may be used once only; who checks keeps the step that
/// matched last and passes it on.
public struct OneTimeCode: Hashable, Sendable {
    /// The digest inside the code's HMAC. Many authenticator apps know SHA-1 only.
    public enum Digest: String, Sendable {
        case sha1 = "SHA1"
        case sha256 = "SHA256"
        case sha512 = "SHA512"
    }

    /// The digest.
    public let digest: Digest
    /// How many digits.
    public let digits: Int
    /// Seconds of one step.
    public let period: Int64

    /// What every authenticator app understands: SHA-1, six digits, 30 seconds.
    public static let usual = OneTimeCode(unchecked: .sha1, 6, 30)

    /// Other settings: six to eight digits, a step of 15 to 300 seconds.
    public init(digest: Digest, digits: Int, period: Int64) throws(CryptoFault) {
        guard (6...8).contains(digits), (15...300).contains(period) else {
            throw CryptoFault(.outOfRange, "digits or period of one-time codes")
        }
        self.init(unchecked: digest, digits, period)
    }

    private init(unchecked digest: Digest, _ digits: Int, _ period: Int64) {
        (self.digest, self.digits, self.period) = (digest, digits, period)
    }

    /// A new secret, of the length that RFC 4226 recommends.
    public static func newSecret() -> SecretBytes { .random(count: 20) }

    /// The step a moment falls into; nil before 1970.
    public func step(at moment: Timestamp) -> UInt64? {
        moment.seconds < 0 ? nil : UInt64(moment.seconds / period)
    }

    /// The code of a step or counter, as ASCII digits.
    public func code(_ secret: borrowing SecretBytes, step: UInt64) throws(CryptoFault) -> SecretBytes {
        let code = try hmac(secret, step)
        return code.withBytes { code in
            let offset = Int(code[code.count - 1] & 15)
            var number = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(code[offset + $1]) } & 0x7FFF_FFFF
            return SecretBytes(count: digits) { text in
                for place in (0..<digits).reversed() {
                    text[place] = UInt8(ascii: "0") + UInt8(number % 10)
                    number /= 10
                }
            }
        }
    }

    /// The step whose code this is, at most `window` steps from now and after the one that was used last; nil when there
    /// is none. Every step is computed and compared, whether an earlier one matched or not.
    public func matchingStep(
        _ code: Span<UInt8>, _ secret: borrowing SecretBytes, at moment: Timestamp, window: UInt64 = 1,
        after used: UInt64? = nil
    ) throws(CryptoFault) -> UInt64? {
        guard let now = step(at: moment), window <= 10 else { return nil }
        var match: UInt64?
        for step in (now - min(window, now))...(now + window) {
            let matches = try self.code(secret, step: step).equals(code)
            if matches, used.map({ step > $0 }) ?? true { match = match ?? step }
        }
        return match
    }

    private func hmac(_ secret: borrowing SecretBytes, _ step: UInt64) throws(CryptoFault) -> SecretBytes {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * UInt64($0))) }
        let algorithm: Algorithm = digest == .sha1 ? .sha1 : digest == .sha256 ? .sha256 : .sha512
        return try secret.withBytes { secret throws(CryptoFault) in
            try SecretBytes(count: algorithm.length) { bytes throws(CryptoFault) in
                var code = try HMAC(key: secret, algorithm)
                try code.update(counter.span)
                try code.finish(into: &bytes)
            }
        }
    }
}
