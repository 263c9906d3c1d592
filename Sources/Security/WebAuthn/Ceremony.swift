public import Core
import Crypto

/// A challenge that waits for its answer. It cannot be copied and finishing consumes it, so one challenge judges one
/// answer; where it is kept meanwhile, it is read by deleting it.
public struct Ceremony: ~Copyable, Sendable {
    /// What it is for.
    public enum Purpose: String, Sendable {
        case registration, authentication
    }

    /// What it is for.
    public let purpose: Purpose
    /// 32 random bytes.
    public let challenge: [UInt8]
    /// The handle of the person; nil when a passkey is to say who comes.
    public let userHandle: [UInt8]?
    /// The credentials that may answer; empty where any of the person's may.
    public let allowed: [[UInt8]]
    /// The first moment at which an answer is too late.
    public let expires: Timestamp

    /// Five minutes for people to find their key.
    public static let lifetime = Duration.seconds(300)

    /// A ceremony that begins.
    public init(_ purpose: Purpose, userHandle: [UInt8]?, allowed: [[UInt8]] = [], now: Timestamp) {
        self.init(
            purpose, challenge: SecureRandom.bytes(32), userHandle: userHandle, allowed: allowed,
            expires: now + Self.lifetime)
    }

    /// A ceremony as it was kept.
    public init(
        _ purpose: Purpose, challenge: [UInt8], userHandle: [UInt8]?, allowed: [[UInt8]], expires: Timestamp
    ) {
        (self.purpose, self.challenge, self.userHandle) = (purpose, challenge, userHandle)
        (self.allowed, self.expires) = (allowed, expires)
    }

    borrowing func check(_ purpose: Purpose, now: Timestamp) throws(WebAuthnFault) {
        guard self.purpose == purpose, challenge.count == 32 else { throw .type }
        guard now < expires, expires - now <= Self.lifetime else { throw .expired }
    }
}
