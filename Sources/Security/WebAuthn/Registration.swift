public import Core
import Crypto

/// The verification of a new passkey, by the steps of Web Authentication Level 3, section 7.1, as numbered in 2025.
public enum Registration {
    /// The passkey to keep, when every step holds. `isTaken` says whether an id is registered already; what counts in
    /// the end is that the store refuses a second.
    public static func finish(
        _ ceremony: consuming Ceremony, with answer: RegistrationAnswer, for relyingParty: RelyingParty,
        now: Timestamp, isTaken: ([UInt8]) -> Bool
    ) throws(WebAuthnFault) -> PasskeyCredential {
        try ceremony.check(.registration, now: now)
        guard let userHandle = ceremony.userHandle else { throw .userHandle }
        // Steps 5 and 6: the client data as text, then as JSON.
        let clientData = try ClientData(answer.clientData)
        // Steps 7 to 11.
        try clientData.check(type: "webauthn.create", challenge: ceremony.challenge, relyingParty)
        // Step 13: step 12, the hash, is the client data's own.
        let attestation = try AttestationObject(answer.attestationObject)
        let data = attestation.data
        // Steps 14 to 17. Steps 18 and 19 are policies about backup, and ours has none.
        try relyingParty.check(data, hash: try relyingParty.hash())
        guard let attested = data.attested else { throw .authenticatorData }
        guard answer.rawID == attested.credential else { throw .credentialID }
        guard let key = COSEKey(attested.key) else { throw .publicKey }
        // Step 20: a kind of key that was offered.
        guard relyingParty.algorithms.contains(key.algorithm) else { throw .algorithm }
        // Steps 21 to 24: the attestation.
        let kind = try attestation.verify(key, hash: clientData.hash, policy: relyingParty.attestations)
        // Step 25.
        guard (1...1023).contains(attested.credential.count) else { throw .credentialLength }
        // Step 26.
        guard !isTaken(attested.credential) else { throw .credentialTaken }
        // Steps 27 to 29: what is kept. Outputs of extensions were read as a map and are ignored.
        return PasskeyCredential(
            id: attested.credential, key: attested.keyBytes, userHandle: userHandle, relyingParty: relyingParty.id,
            aaguid: attested.aaguid, signCount: data.signCount,
            isBackupEligible: data.flags.contains(.backupEligible), isBackedUp: data.flags.contains(.backedUp),
            hasVerifiedUser: data.flags.contains(.userVerified), transports: answer.transports, attestation: kind)
    }
}

extension RelyingParty {
    func hash() throws(WebAuthnFault) -> [UInt8] {
        guard let hash = try? MessageDigest.of(id.utf8Span.span) else { throw .relyingParty }
        return hash
    }
}
