import Core
import Crypto
public import Kernel

/// The keys of second factors: one seals the secrets of authenticator apps, one hashes recovery codes, which are short
/// enough to be guessed from a plain hash.
public final class FactorKeys: Sendable {
    private let sealing: SealingKey
    private let hashing: SecretBytes

    /// The keys that the house's own key gives.
    public init(_ root: RootKey) throws {
        sealing = try SealingKey(version: 1, secret: try root.derive("second-factor").withSecret { $0.copy() })
        hashing = try root.derive("recovery-codes").withSecret { $0.copy() }
    }

    func seal(_ secret: borrowing SecretBytes, of person: UserID) throws -> [UInt8] {
        try SealedBox.seal(secret, with: sealing, boundTo: Self.place(person))
    }

    func open(_ sealed: [UInt8], of person: UserID) throws -> SecretBytes {
        try SealedBox.open(sealed.span, with: sealing, boundTo: Self.place(person))
    }

    func hash(recoveryCode code: [UInt8], of person: UserID) throws -> [UInt8] {
        var message = Array("recovery.v1".utf8)
        person.uuid.writeBytes(into: &message)
        message += code
        return try HMAC.code(of: message.span, key: hashing)
    }

    /// A secret that is moved to another person's row opens nothing.
    private static func place(_ person: UserID) -> AssociatedData {
        var data = AssociatedData("konak.totp.v1")
        data.append(person.uuid)
        return data
    }
}
