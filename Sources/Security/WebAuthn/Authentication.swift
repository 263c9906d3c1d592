public import Core
import Crypto

/// The verification of a passkey that is used, by the steps of Web Authentication Level 3, section 7.2, as numbered
/// in 2025.
public enum Authentication {
    /// The passkey with its new counter and state, to be kept, when every step holds. `credential` is what the store
    /// has under the answer's id; for a person who is known already, among theirs.
    public static func finish(
        _ ceremony: consuming Ceremony, with answer: AuthenticationAnswer, by credential: PasskeyCredential?,
        for relyingParty: RelyingParty, now: Timestamp
    ) throws(WebAuthnFault) -> PasskeyCredential {
        try ceremony.check(.authentication, now: now)
        let credential = try owner(answer, credential, ceremony, relyingParty)
        // Steps 7 to 9.
        let clientData = try ClientData(answer.clientData)
        // Steps 10 to 14.
        try clientData.check(type: "webauthn.get", challenge: ceremony.challenge, relyingParty)
        let data = try AuthenticatorData(answer.authenticatorData)
        guard data.attested == nil else { throw .authenticatorData }
        // Steps 15 to 18.
        try relyingParty.check(data, hash: try relyingParty.hash())
        // Step 19: what can be in several devices was so from the beginning.
        guard data.flags.contains(.backupEligible) == credential.isBackupEligible else { throw .backupEligibility }
        // Steps 20 and 21.
        guard let key = COSEKey(stored: credential.key), relyingParty.algorithms.contains(key.algorithm) else {
            throw .publicKey
        }
        guard key.isValid(answer.signature, of: data.bytes + clientData.hash) else { throw .signature }
        // Step 22: a counter that is in use goes up, or somebody has a copy.
        if data.signCount != 0 || credential.signCount != 0, data.signCount <= credential.signCount {
            throw .signCount
        }
        // Steps 23 and 24: outputs of extensions were read as a map and are ignored.
        var used = credential
        (used.signCount, used.isBackedUp) = (data.signCount, data.flags.contains(.backedUp))
        used.hasVerifiedUser = used.hasVerifiedUser || data.flags.contains(.userVerified)
        return used
    }

    /// Steps 5 and 6: the passkey was asked for, is registered here, and belongs to the person it says.
    private static func owner(
        _ answer: AuthenticationAnswer, _ credential: PasskeyCredential?, _ ceremony: borrowing Ceremony,
        _ relyingParty: RelyingParty
    ) throws(WebAuthnFault) -> PasskeyCredential {
        guard ceremony.allowed.isEmpty || ceremony.allowed.contains(answer.rawID) else { throw .unknownCredential }
        guard let credential, credential.id == answer.rawID, credential.relyingParty == relyingParty.id else {
            throw .unknownCredential
        }
        if let known = ceremony.userHandle {
            guard credential.userHandle == known, answer.userHandle == nil || answer.userHandle == known else {
                throw .userHandle
            }
        } else {
            guard answer.userHandle == credential.userHandle else { throw .userHandle }
        }
        return credential
    }
}
