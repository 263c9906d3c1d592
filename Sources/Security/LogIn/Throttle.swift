public import Core
import Crypto
public import Postgres
import SQL

/// What is counted, and how much of it may be: a burst, refilled evenly over a time.
public struct ThrottleKey: Sendable, Hashable {
    let name: String
    /// So many at once.
    public let burst: Int
    /// So long until all of them are there again.
    public let period: Duration

    private init(_ name: String, _ burst: Int, _ period: Duration) {
        (self.name, self.burst, self.period) = (name, burst, period)
    }

    /// Passwords tried for an address of an agency, whether somebody has it or not, by browsers that nobody knows.
    public static func account(_ address: LoginAddress, of agency: AgencyID?) -> ThrottleKey {
        ThrottleKey("account \(agency?.description ?? "operator") \(address.key)", 10, .seconds(900))
    }
    /// Passwords tried from a network, for whatever address.
    public static func network(_ network: String) -> ThrottleKey {
        ThrottleKey("network \(network)", 30, .seconds(900))
    }
    /// Passwords tried by a browser that the account's owner has logged in with. Strangers do not use it up.
    public static func device(_ device: UUIDv7) -> ThrottleKey { ThrottleKey("device \(device)", 10, .seconds(900)) }
    /// Codes and passkeys tried for a person.
    public static func secondFactor(_ person: UserID) -> ThrottleKey {
        ThrottleKey("second factor \(person)", 5, .seconds(300))
    }
    /// Letters that somebody of a tenant makes the house send to people who are to come.
    public static func invitations(of tenant: TenantID) -> ThrottleKey {
        ThrottleKey("invitations \(tenant)", 100, .seconds(900))
    }
    /// Letters with links that strangers at a door make the house send. Counted apart from invitations: whoever asks for
    /// everybody's password keeps nobody from being invited.
    public static func orderedLinks(at door: Doorstep) -> ThrottleKey {
        ThrottleKey(
            "ordered links \(door.tenant?.description ?? door.agency?.description ?? "operator")", 100, .seconds(900))
    }
    /// Links ordered for an address.
    public static func link(_ address: LoginAddress, of agency: AgencyID?) -> ThrottleKey {
        ThrottleKey("link \(agency?.description ?? "operator") \(address.key)", 3, .seconds(900))
    }

    var interval: Double { Double(period.components.seconds) / Double(burst) }
}

/// Counts tries in the database, so that all nodes count together. One statement decides and counts: two tries at once
/// cannot both take what is left.
public struct Throttle: Sendable {
    private let control: PostgresDatabase
    private let clock: any WallClock

    /// A throttle.
    public init(_ control: PostgresDatabase, clock: any WallClock) { (self.control, self.clock) = (control, clock) }

    /// Counts a try for every key; false when one of them is used up. All are counted either way, in an order that
    /// cannot deadlock.
    public func take(_ keys: [ThrottleKey]) async throws -> Bool {
        let now = clock.now()
        let statements = try keys.sorted { $0.name < $1.name }.map { try Self.statement($0, now) }
        return try await control.perform(all: statements).allSatisfy { !$0.isEmpty }
    }

    private static func statement(_ key: ThrottleKey, _ now: Timestamp) throws -> Query {
        let hash = try MessageDigest.of(key.name.utf8Span.span)
        let slack = key.interval * Double(key.burst - 1)
        return """
            INSERT INTO security.throttle AS t (key, arrives_at) \
            VALUES (\(hash), \(now) + make_interval(secs => \(key.interval))) \
            ON CONFLICT (key) DO UPDATE \
            SET arrives_at = greatest(t.arrives_at, \(now)) + make_interval(secs => \(key.interval)) \
            WHERE t.arrives_at <= \(now) + make_interval(secs => \(slack)) RETURNING 1
            """
    }

    /// Forgets what has been refilled.
    public func sweep() async throws {
        _ = try await control.perform("DELETE FROM security.throttle WHERE arrives_at < \(clock.now())")
    }
}
