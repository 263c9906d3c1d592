public import Core
public import Crypto
public import Postgres
import SQL

/// Sets passwords.
public struct Passwords: Sendable {
    let control: PostgresDatabase
    private let clock: any WallClock
    let hasher: PasswordHasher

    /// Passwords that this hasher hashes.
    public init(_ control: PostgresDatabase, clock: any WallClock, hasher: PasswordHasher) {
        (self.control, self.clock, self.hasher) = (control, clock, hasher)
    }

    /// Gives a person a new password, if there is nothing against it. All sessions end with it but the one it was asked
    /// from, and links for a reset that are still about.
    public func set(
        _ password: NewPassword, for person: UserID, house: String, keeping session: SessionID? = nil
    ) async throws -> PasswordObjection? {
        let rows = try await control.perform("SELECT address, name FROM security.person WHERE id = \(person)")
        guard let row = rows.first else { throw Problem(.notFound) }
        if let objection = try password.objection(for: [try row.decode(0), try row.decode(1), house]) {
            return objection
        }
        let (hash, now) = (try await hasher.hash(password.secret).text, clock.now())
        _ = try await control.perform(all: [
            """
            UPDATE security.person SET password_hash = \(hash), password_changed_at = \(now), \
            state = CASE WHEN state = 'invited' THEN 'active' ELSE state END WHERE id = \(person)
            """,
            """
            UPDATE security.session SET revoked_at = \(now) \
            WHERE person_id = \(person) AND revoked_at IS NULL AND id IS DISTINCT FROM \(session)
            """,
            "DELETE FROM security.link WHERE subject_id = \(person) AND purpose = 'reset'",
        ])
        return nil
    }
}
