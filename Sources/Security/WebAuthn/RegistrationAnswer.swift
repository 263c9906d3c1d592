import Core
import Crypto

/// What the browser sends after `navigator.credentials.create()`.
public struct RegistrationAnswer: Sendable {
    /// The credential's id.
    public let rawID: [UInt8]
    /// The client data, as it was hashed.
    public let clientData: [UInt8]
    /// The attestation object.
    public let attestationObject: [UInt8]
    /// How the authenticator can be reached.
    public let transports: [String]

    /// An answer in its parts.
    public init(rawID: [UInt8], clientData: [UInt8], attestationObject: [UInt8], transports: [String] = []) {
        (self.rawID, self.clientData) = (rawID, clientData)
        (self.attestationObject, self.transports) = (attestationObject, transports)
    }

    /// An answer as `toJSON()` writes it. Outputs of extensions are not looked at: none is asked for.
    public init(json bytes: [UInt8]) throws(WebAuthnFault) {
        let message = try CredentialMessage(bytes)
        self.init(
            rawID: message.rawID, clientData: try message.bytes("clientDataJSON"),
            attestationObject: try message.bytes("attestationObject"), transports: message.transports)
    }
}

/// The JSON of a public key credential.
struct CredentialMessage {
    let rawID: [UInt8]
    private let response: JSONObject

    private static let limits = JSONLimits(bytes: 1 << 17, depth: 16)

    init(_ bytes: [UInt8]) throws(WebAuthnFault) {
        guard let json = try? JSONParser.parse(bytes, limits: Self.limits), json["type"]?.string == "public-key",
            let response = json["response"]?.object, let rawText = json["rawId"]?.string,
            let rawID = try? Base64.url.decode(rawText)
        else { throw .message }
        guard json["id"]?.string == rawText else { throw .credentialID }
        (self.rawID, self.response) = (rawID, response)
    }

    func bytes(_ name: String) throws(WebAuthnFault) -> [UInt8] {
        guard let text = response[name]?.string, let bytes = try? Base64.url.decode(text) else { throw .message }
        return bytes
    }

    /// Nil where it is absent, null or empty.
    func optionalBytes(_ name: String) throws(WebAuthnFault) -> [UInt8]? {
        guard let value = response[name], !value.isNull, value.string != "" else { return nil }
        return try bytes(name)
    }

    /// Words of the text only, each once, in order.
    var transports: [String] {
        let said = Set((response["transports"]?.array ?? []).prefix(16).compactMap(\.string))
        return ["usb", "nfc", "ble", "smart-card", "hybrid", "internal"].filter(said.contains)
    }
}

extension RegistrationAnswer {
    /// The challenge that it says it answers, by which the ceremony is found; whether it does is judged then.
    public var challenge: [UInt8]? {
        guard let data = try? ClientData(clientData), let challenge = try? Base64.url.decode(data.challenge),
            challenge.count == 32
        else { return nil }
        return challenge
    }
}
