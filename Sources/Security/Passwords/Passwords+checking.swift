public import Core
public import Crypto
import Postgres
import SQL

extension Passwords {
    /// Whether a password is a person's own, for who is in already and has to prove it. Counted by the one who asks.
    public func isCurrent(_ password: HeldSecret, of person: UserID) async throws -> Bool {
        let rows = try await control.perform("SELECT password_hash FROM security.person WHERE id = \(person)")
        guard let stored: String = try rows.first?.decodeIfPresent(0) else {
            try await hasher.pretend(password)
            return false
        }
        return try await hasher.isRight(password, for: try PasswordHash(stored))
    }
}
