/// Why a ceremony was refused: the check that failed. People are told that it did not work, never which.
public enum WebAuthnFault: String, Error, Sendable, CaseIterable, CustomStringConvertible {
    /// The message is not the JSON of such a credential.
    case message
    /// The raw id is not the id that was signed, or not its text.
    case credentialID
    /// The client data is not JSON with what it must hold.
    case clientData
    case type
    case challenge
    /// The ceremony's five minutes are over.
    case expired
    case origin
    case crossOrigin
    case topOrigin
    case attestationObject
    case authenticatorData
    case relyingParty
    case userPresence
    case userVerification
    /// Backed up, and yet not eligible for it.
    case backupState
    /// Eligible for backup today and not then, or the other way round.
    case backupEligibility
    /// A key of a kind or form that is not taken.
    case publicKey
    /// A kind of key that was not offered.
    case algorithm
    case extensions
    case attestationFormat
    case attestationStatement
    case credentialLength
    case credentialTaken
    /// Not one of the credentials that were asked for, or of none of this person's.
    case unknownCredential
    case userHandle
    case signature
    /// The counter did not go on: somebody may have a copy of the authenticator.
    case signCount

    /// Bland on purpose.
    public var description: String { "the passkey could not be verified" }
}
