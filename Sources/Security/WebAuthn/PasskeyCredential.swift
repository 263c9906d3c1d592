/// A registered passkey, as it is kept.
public struct PasskeyCredential: Sendable, Hashable {
    /// What an attestation told.
    public enum Attestation: String, Sendable {
        case none
        /// Signed with the credential's own key: proves that the key is at work, nothing more.
        case own = "self"
    }

    /// The credential's id.
    public let id: [UInt8]
    /// The public key in COSE form.
    public let key: [UInt8]
    /// The handle of the person it belongs to.
    public let userHandle: [UInt8]
    /// The relying party it was made for; under another domain it is of no use.
    public let relyingParty: String
    /// The model of the authenticator, as far as it says.
    public let aaguid: [UInt8]
    /// The counter at its last use; 0 for those that do not count.
    public var signCount: UInt32
    /// Whether it can be in several devices.
    public let isBackupEligible: Bool
    /// Whether it is now.
    public var isBackedUp: Bool
    /// Whether the person was ever verified with it.
    public var hasVerifiedUser: Bool
    /// How it can be reached, as the browser said.
    public let transports: [String]
    /// What its attestation told.
    public let attestation: Attestation

    /// A passkey with all that is known of it.
    public init(
        id: [UInt8], key: [UInt8], userHandle: [UInt8], relyingParty: String, aaguid: [UInt8], signCount: UInt32,
        isBackupEligible: Bool, isBackedUp: Bool, hasVerifiedUser: Bool, transports: [String], attestation: Attestation
    ) {
        (self.id, self.key, self.userHandle, self.relyingParty) = (id, key, userHandle, relyingParty)
        (self.aaguid, self.signCount, self.isBackupEligible) = (aaguid, signCount, isBackupEligible)
        (self.isBackedUp, self.hasVerifiedUser, self.transports) = (isBackedUp, hasVerifiedUser, transports)
        self.attestation = attestation
    }
}
