/// What the browser sends after `navigator.credentials.get()`.
public struct AuthenticationAnswer: Sendable {
    /// The credential's id.
    public let rawID: [UInt8]
    /// The client data, as it was hashed.
    public let clientData: [UInt8]
    /// What the authenticator says.
    public let authenticatorData: [UInt8]
    /// Signed over authenticator data and the hash of the client data.
    public let signature: [UInt8]
    /// Whom the passkey belongs to, if it says so.
    public let userHandle: [UInt8]?

    /// An answer in its parts.
    public init(
        rawID: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8], userHandle: [UInt8]?
    ) {
        (self.rawID, self.clientData, self.authenticatorData) = (rawID, clientData, authenticatorData)
        (self.signature, self.userHandle) = (signature, userHandle)
    }

    /// An answer as `toJSON()` writes it.
    public init(json bytes: [UInt8]) throws(WebAuthnFault) {
        let message = try CredentialMessage(bytes)
        self.init(
            rawID: message.rawID, clientData: try message.bytes("clientDataJSON"),
            authenticatorData: try message.bytes("authenticatorData"), signature: try message.bytes("signature"),
            userHandle: try message.optionalBytes("userHandle"))
    }
}
