/// Who we are towards authenticators: one host of a tenant, under its brand.
public struct RelyingParty: Sendable {
    /// Whether an authenticator must have verified the person, not only seen somebody.
    public enum Verification: String, Sendable {
        case required, preferred
    }

    /// What is made of attestations that this code does not verify.
    public enum AttestationPolicy: Sendable {
        /// As if there were none: nothing is believed about the authenticator.
        case takenAsNone
        /// Refused.
        case refused
    }

    /// The relying party's id: the host, or a domain above it.
    public let id: String
    /// What people read.
    public let name: String
    /// The origins from which ceremonies come, as browsers write them.
    public let origins: Set<String>
    /// The kinds of key that are offered, dearest first.
    public var algorithms: [COSEAlgorithm] = [.edDSA, .es256, .rs256]
    /// What is asked of the authenticator. A passkey that stands for a password too must verify.
    public var verification = Verification.required
    /// Attestations other than none and self.
    public var attestations = AttestationPolicy.takenAsNone

    /// A host as its own relying party.
    public init(host: String, name: String) { self.init(id: host, name: name, origins: ["https://\(host)"]) }

    /// A relying party with its origins.
    public init(id: String, name: String, origins: Set<String>) {
        (self.id, self.name, self.origins) = (id, name, origins)
    }

    /// What both ceremonies ask of authenticator data.
    func check(_ data: AuthenticatorData, hash: [UInt8]) throws(WebAuthnFault) {
        // 7.1 step 14, 7.2 step 15.
        guard data.rpIDHash == hash else { throw .relyingParty }
        // 7.1 step 15, 7.2 step 16: conditional creation is not offered, so presence always counts.
        guard data.flags.contains(.userPresent) else { throw .userPresence }
        // 7.1 step 16, 7.2 step 17.
        if verification == .required, !data.flags.contains(.userVerified) { throw .userVerification }
        // 7.1 step 17, 7.2 step 18.
        if data.flags.contains(.backedUp), !data.flags.contains(.backupEligible) { throw .backupState }
    }
}
