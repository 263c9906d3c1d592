public import Core
import Crypto
import Postgres
import SQL

extension AuthenticatorApps {
    /// A set-up that waits for its first code, to be shown again; nil when there is none, or when it is confirmed.
    public func pending(of person: UserID, named account: String, issuer: String) async throws -> Enrolment? {
        let rows = try await control.perform(
            "SELECT sealed_secret FROM security.totp WHERE person_id = \(person) AND confirmed_at IS NULL")
        guard let row = rows.first else { return nil }
        let sealed: [UInt8] = try row.decode(0)
        return try enrolment(try keys.open(sealed, of: person), named: account, issuer: issuer)
    }

    /// What a person needs to set an app up with a secret.
    func enrolment(_ secret: borrowing SecretBytes, named account: String, issuer: String) throws -> Enrolment {
        let image = try QRCode(of: code.enrolmentAddress(secret, issuer: issuer, account: account))
        let text = Base32.encode(secret)
        let typed = text.withBytes { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) }
        return Enrolment(image: image, secret: Redacted(typed))
    }
}
