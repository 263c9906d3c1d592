public import Core
public import Postgres
import SQL

/// A browser that is known, with the token that it shows from now on.
public struct KnownDevice: Sendable {
    /// Its number.
    public let id: UUIDv7
    /// Whose it is.
    public let person: UserID
    /// Its new token.
    public let token: SecretToken
    /// Whether it was never seen before, of somebody who came by others until now: worth telling its owner.
    public let isNews: Bool
}

/// Browsers that people have logged in from.
public struct KnownDevices: Sendable {
    private let control: PostgresDatabase
    private let clock: any WallClock

    /// Known browsers.
    public init(_ control: PostgresDatabase, clock: any WallClock) { (self.control, self.clock) = (control, clock) }

    /// Notes a browser as known. Its token is a new one each time, like the session's.
    public func know(_ person: UserID, label: String, as known: UUIDv7? = nil) async throws -> KnownDevice {
        let (token, now, id) = (SecretToken.random(), clock.now(), known ?? .make())
        let rows = try await control.perform(
            """
            INSERT INTO security.device AS d (id, person_id, token_hash, label, first_seen_at, last_seen_at) \
            VALUES (\(id), \(person), \(try token.hash()), \(String(label.prefix(120))), \(now), \(now)) \
            ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, last_seen_at = excluded.last_seen_at \
            WHERE d.person_id = excluded.person_id \
            RETURNING EXISTS (SELECT FROM security.device o WHERE o.person_id = d.person_id AND o.id <> d.id)
            """)
        let hasOthers = try rows.first?.decode(0, as: Bool.self) ?? false
        return KnownDevice(id: id, person: person, token: token, isNews: known == nil && hasOthers)
    }

    /// Forgets browsers that did not come for longer than their cookie lasts.
    public func sweep() async throws {
        _ = try await control.perform(
            "DELETE FROM security.device WHERE last_seen_at < \(clock.now() - .seconds(31_536_000))")
    }

    /// Forgets all of a person's browsers.
    public func forgetAll(of person: UserID) async throws {
        _ = try await control.perform("DELETE FROM security.device WHERE person_id = \(person)")
    }
}
