public import Core
import Crypto
public import Postgres
import SQL

/// One-time codes of authenticator apps.
public struct AuthenticatorApps: Sendable {
    let control: PostgresDatabase
    let clock: any WallClock
    let keys: FactorKeys
    let code = OneTimeCode.usual

    /// Apps whose secrets these keys seal.
    public init(_ control: PostgresDatabase, clock: any WallClock, keys: FactorKeys) {
        (self.control, self.clock, self.keys) = (control, clock, keys)
    }

    /// What a person needs to set an app up; shown until it has been confirmed, and not again.
    public struct Enrolment: Sendable {
        /// For the camera.
        public let image: QRCode
        /// For typing: the secret in base32.
        public let secret: Redacted<String>
    }

    /// Begins to set an app up. One that was confirmed stays what it is until it is removed.
    public func begin(for person: UserID, named account: String, issuer: String) async throws -> Enrolment? {
        let secret = OneTimeCode.newSecret()
        let enrolment = try enrolment(secret, named: account, issuer: issuer)
        let rows = try await control.perform(
            """
            INSERT INTO security.totp AS t (person_id, sealed_secret, created_at) \
            VALUES (\(person), \(try keys.seal(secret, of: person)), \(clock.now())) \
            ON CONFLICT (person_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, last_step = 0, \
            created_at = excluded.created_at WHERE t.confirmed_at IS NULL RETURNING 1
            """)
        return rows.isEmpty ? nil : enrolment
    }

    /// Confirms a set-up with a first code.
    public func confirm(_ typed: String, of person: UserID) async throws -> Bool {
        try await take(typed, of: person, "t.confirmed_at IS NULL", "confirmed_at = \(clock.now())")
    }

    /// Takes a code, of this step or of one beside it. Whoever comes first gets it: the step is compared and set in one
    /// statement, so a code that was used is worth nothing, however many send it at once and wherever.
    public func take(_ typed: String, of person: UserID) async throws -> Bool {
        try await take(typed, of: person, "t.confirmed_at IS NOT NULL", nil)
    }

    /// Removes a person's app.
    public func remove(of person: UserID) async throws {
        _ = try await control.perform("DELETE FROM security.totp WHERE person_id = \(person)")
    }

    private func take(_ typed: String, of person: UserID, _ state: Query, _ change: Query?) async throws -> Bool {
        let digits = typed.utf8.filter { $0 != UInt8(ascii: " ") }
        guard digits.count == code.digits, typed.utf8.count <= 16 else { return false }
        let rows = try await control.perform(
            "SELECT sealed_secret, last_step FROM security.totp t WHERE person_id = \(person) AND \(fragment: state)")
        guard let row = rows.first else { return false }
        let (sealed, last): ([UInt8], Int64) = (try row.decode(0), try row.decode(1))
        let secret = try keys.open(sealed, of: person)
        let used = last == 0 ? nil : UInt64(clamping: last)
        guard let step = try code.matchingStep(digits.span, secret, at: clock.now(), after: used),
            let now = Int64(exactly: step)
        else { return false }
        let set: Query = change.map { "last_step = \(now), \(fragment: $0)" } ?? "last_step = \(now)"
        let won = try await control.perform(
            """
            UPDATE security.totp t SET \(fragment: set) WHERE person_id = \(person) AND last_step < \(now) \
            AND sealed_secret = \(sealed) AND \(fragment: state) RETURNING 1
            """)
        return !won.isEmpty
    }
}
