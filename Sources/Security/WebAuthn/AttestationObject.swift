/// An authenticator's statement about a new credential.
struct AttestationObject: Sendable {
    let format: String
    let statement: CBORMap
    let data: AuthenticatorData

    init(_ bytes: [UInt8]) throws(WebAuthnFault) {
        guard let map = (try? CBORReader.value(of: bytes))?.map, map.count == 3, let format = map["fmt"]?.text,
            let statement = map["attStmt"]?.map, let data = map["authData"]?.bytes
        else { throw .attestationObject }
        (self.format, self.statement, self.data) = (format, statement, try AuthenticatorData(data))
    }

    /// What the statement is worth. None was asked for, so certificates are not followed.
    func verify(
        _ key: COSEKey, hash: [UInt8], policy: RelyingParty.AttestationPolicy
    ) throws(WebAuthnFault) -> PasskeyCredential.Attestation {
        // 7.1 steps 21 and 22.
        switch format {
        case "none":
            guard statement.count == 0 else { throw .attestationStatement }
            return .none
        case "packed" where statement["x5c"] == nil:
            try verifySelf(key, hash)
            return .own
        default:
            // Steps 23 and 24: there is no anchor that anything would be trusted for.
            guard policy == .takenAsNone else { throw .attestationFormat }
            return .none
        }
    }

    /// Section 8.2, self attestation: of the credential's own algorithm, signed with its own key.
    private func verifySelf(_ key: COSEKey, _ hash: [UInt8]) throws(WebAuthnFault) {
        guard statement.count == 2, let signature = statement["sig"]?.bytes,
            statement["alg"]?.integer == key.algorithm.rawValue
        else { throw .attestationStatement }
        guard key.isValid(signature, of: data.bytes + hash) else { throw .signature }
    }
}
