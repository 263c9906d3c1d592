public import Core
import Crypto

/// What the browser is asked for, in the form that `parseCreationOptionsFromJSON()` and its sister read.
extension RelyingParty {
    /// The options of a registration: a passkey that the authenticator can find by itself, none of those it has.
    public func options(
        for ceremony: borrowing Ceremony, user: String, displayName: String, existing: [PasskeyCredential]
    ) -> JSONValue {
        let handle = ceremony.userHandle ?? []
        let kinds = algorithms.map {
            JSONValue.object(["type": .string("public-key"), "alg": .number(JSONNumber($0.rawValue))])
        }
        return .object([
            "rp": .object(["id": .string(id), "name": .string(name)]),
            "user": .object([
                "id": .string(Base64.url.encode(handle.span)), "name": .string(user),
                "displayName": .string(displayName),
            ]),
            "challenge": .string(Base64.url.encode(ceremony.challenge.span)),
            "pubKeyCredParams": .array(kinds),
            "timeout": Self.timeout,
            "excludeCredentials": Self.list(existing.map { ($0.id, $0.transports) }),
            "authenticatorSelection": .object([
                "residentKey": .string("required"), "requireResidentKey": .bool(true),
                "userVerification": .string(verification.rawValue),
            ]),
            "attestation": .string("none"),
        ])
    }

    /// The options of an authentication; without credentials the authenticator shows what it has for us.
    public func options(for ceremony: borrowing Ceremony, allowing credentials: [PasskeyCredential]) -> JSONValue {
        .object([
            "challenge": .string(Base64.url.encode(ceremony.challenge.span)),
            "timeout": Self.timeout,
            "rpId": .string(id),
            "allowCredentials": Self.list(credentials.map { ($0.id, $0.transports) }),
            "userVerification": .string(verification.rawValue),
        ])
    }

    private static var timeout: JSONValue { .number(JSONNumber(Ceremony.lifetime.components.seconds * 1000)) }

    private static func list(_ credentials: [([UInt8], [String])]) -> JSONValue {
        .array(
            credentials.map { id, transports in
                .object([
                    "type": .string("public-key"), "id": .string(Base64.url.encode(id.span)),
                    "transports": .array(transports.map(JSONValue.string)),
                ])
            })
    }
}
