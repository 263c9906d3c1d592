public import Core
import ModuleKit
public import Postgres
import SQL

/// Somebody of the agency or the operator who works as one of a tenant's people, for a reason and a while.
public struct Impersonation: Sendable, Hashable {
    /// Its number.
    public let id: UUIDv7
    /// In which tenant, and what that is called.
    public let tenant: TenantID
    /// What the tenant is called.
    public let tenantName: String
    /// Of which agency the one who came is; the operator's where there is none.
    public let agency: AgencyID?
    /// What the one who came is called.
    public let by: String
    /// What the one is called in whose place they came.
    public let whom: String
    /// Why.
    public let reason: String
    /// Since when.
    public let started: Timestamp
    /// Until when at most.
    public let ends: Timestamp
    /// Whether they ever came in.
    public let hasEntered: Bool
    /// When it was ended before its time.
    public let ended: Timestamp?

    /// Whether it goes on.
    public func isRunning(_ now: Timestamp) -> Bool { ended == nil && ends > now }
}

/// Ways into a tenant as somebody else. Each is written down where both sides can read it before it opens anything.
public struct Impersonations: Sendable {
    /// Who comes, by their own session in their console.
    public struct Visitor: Sendable {
        let person: UserID
        let agency: AgencyID?
        let session: SessionID

        /// Somebody.
        public init(_ person: UserID, of agency: AgencyID?, by session: SessionID) {
            (self.person, self.agency, self.session) = (person, agency, session)
        }
    }

    /// Letters that a reason has at least, and at most.
    public static let reasonLength = 10...500
    /// Minutes that it lasts.
    public static let minutes = 5...60
    /// So long the way in stays open.
    public static let wayIn = Duration.seconds(30)

    /// What nobody does in another's place, by the last words of permissions, and what would outlast the visit.
    private static let outOfReach: Set<String> = ["export", "erase", "impersonate", "import"]
    private static let lasting: Set<String> = [
        "people.key.manage", "people.policy.manage", "people.departure.manage", "people.role.manage",
        "people.member.manage",
    ]

    /// What of a role is there in a session: all of it, but for who works in another's place.
    static func reached(_ grants: [String: Scope], in session: Session) -> [String: Scope] {
        session.impersonation == nil ? grants : grants.filter { reaches($0.key) }
    }

    private static func reaches(_ permission: String) -> Bool {
        let action = permission.split(separator: ".").last.map(String.init) ?? ""
        return !outOfReach.contains(action) && !lasting.contains(permission)
    }

    private let control: PostgresDatabase
    private let clock: any WallClock

    /// Impersonations.
    public init(_ control: PostgresDatabase, clock: any WallClock) { (self.control, self.clock) = (control, clock) }

    /// Begins one. Nil unless the visitor is an owner or admin of their house, their session lives, the tenant is theirs,
    /// and the person is let in there. The token opens the way in once, on the host.
    public func begin(
        _ visitor: Visitor, as person: UserID, in tenant: TenantID, reason: String, minutes: Int
    ) async throws -> (id: UUIDv7, token: SecretToken, host: String)? {
        let (id, token, now) = (UUIDv7.make(), SecretToken.random(), clock.now())
        let length = min(max(minutes, Self.minutes.lowerBound), Self.minutes.upperBound)
        let rows = try await control.perform(
            """
            INSERT INTO security.impersonation (id, tenant_id, agency_id, by_id, by_name, as_id, as_name, reason, \
            session_id, token_hash, host, started_at, ends_at) \
            SELECT \(id), n.id, b.agency_id, b.id, b.name, p.id, p.name, \(reason), s.id, \(try token.hash()), d.host, \
            \(now), least(\(now + .seconds(length * 60)), s.expires_at) \
            FROM security.person b \
            JOIN security.session s ON s.id = \(visitor.session) AND s.person_id = b.id AND s.kind = 'house' \
            AND s.stage = 'open' AND \(fragment: Sessions.lives(now)) \
            JOIN kernel.tenant n ON n.id = \(tenant) AND n.state IN ('trial', 'active') \
            AND (b.agency_id IS NULL OR n.agency_id = b.agency_id) \
            JOIN security.membership m ON m.tenant_id = n.id AND m.person_id = \(person) AND m.state = 'active' \
            JOIN security.person p ON p.id = m.person_id AND p.state = 'active' \
            JOIN LATERAL (SELECT host FROM kernel.domain WHERE tenant_id = n.id AND surface = 'app' \
            AND state = 'verified' ORDER BY is_primary DESC, host LIMIT 1) d ON true \
            WHERE b.id = \(visitor.person) AND b.state = 'active' AND b.house_role IN ('owner', 'admin') \
            AND b.agency_id IS NOT DISTINCT FROM \(visitor.agency) RETURNING host
            """)
        return try rows.first.map { (id, token, try $0.decode(0)) }
    }

    /// Opens the session at the tenant's: of many at once one gets it. It never counts as a proof of who somebody is, so
    /// what asks for a recent one stays shut.
    public func enter(_ token: SecretToken, host: String) async throws -> SecretToken? {
        let (next, now) = (SecretToken.random(), clock.now())
        let rows = try await control.perform(
            """
            WITH used AS (
                UPDATE security.impersonation i SET token_hash = NULL, entered_at = \(now) \
                FROM security.session s \
                WHERE i.token_hash = \(try token.hash()) AND i.host = \(host) AND i.entered_at IS NULL \
                AND i.ended_at IS NULL AND i.started_at > \(now - Self.wayIn) AND i.ends_at > \(now) \
                AND s.id = i.session_id AND \(fragment: Sessions.lives(now)) \
                RETURNING i.id, i.tenant_id, i.as_id, i.by_name, i.ends_at)
            INSERT INTO security.session (id, token_hash, kind, person_id, agency_id, tenant_id, host, label, stage, \
            proved_at, created_at, last_used_at, idle_seconds, expires_at, impersonation_id) \
            SELECT \(SessionID.make()), \(try next.hash()), 'staff', u.as_id, n.agency_id, u.tenant_id, \(host), \
            left(u.by_name, 120), 'open', 'epoch'::timestamptz, \(now), \(now), 3600, u.ends_at, u.id \
            FROM used u JOIN kernel.tenant n ON n.id = u.tenant_id \
            JOIN security.membership m ON m.tenant_id = n.id AND m.person_id = u.as_id AND m.state = 'active' \
            JOIN security.person p ON p.id = u.as_id AND p.state = 'active' RETURNING 1
            """)
        return rows.isEmpty ? nil : next
    }

    /// Ends the one that a session belongs to; false when it belongs to none.
    public func end(of token: SecretToken, host: String) async throws -> Bool {
        let rows = try await control.perform(
            """
            SELECT impersonation_id FROM security.session \
            WHERE token_hash = \(try token.hash()) AND host = \(host) AND impersonation_id IS NOT NULL
            """)
        guard let id: UUIDv7 = try rows.first?.decode(0) else { return false }
        _ = try await end(id, where: "true")
        return true
    }

    /// Ends one of a tenant's, from the tenant's side.
    public func end(_ id: UUIDv7, in tenant: TenantID) async throws -> Bool {
        try await end(id, where: "tenant_id = \(tenant)")
    }

    /// Ends one from the side of the house that it came from.
    public func end(_ id: UUIDv7, of agency: AgencyID?) async throws -> Bool {
        try await end(id, where: "agency_id IS NOT DISTINCT FROM \(agency)")
    }

    private func end(_ id: UUIDv7, where condition: Query) async throws -> Bool {
        let now = clock.now()
        let answers = try await control.perform(all: [
            """
            UPDATE security.impersonation SET ended_at = \(now), token_hash = NULL \
            WHERE id = \(id) AND ended_at IS NULL AND ends_at > \(now) AND \(fragment: condition) RETURNING 1
            """,
            """
            UPDATE security.session s SET revoked_at = \(now) FROM security.impersonation i \
            WHERE s.impersonation_id = i.id AND i.id = \(id) AND i.ended_at IS NOT NULL AND s.revoked_at IS NULL
            """,
        ])
        return !answers[0].isEmpty
    }

    /// Those in a tenant, the last first: what its own people read.
    public func list(in tenant: TenantID, most: Int = 50) async throws -> [Impersonation] {
        try await list(where: "i.tenant_id = \(tenant)", most)
    }

    /// Those that came from an agency, or from the operator: what they read themselves.
    public func list(of agency: AgencyID?, most: Int = 50) async throws -> [Impersonation] {
        try await list(where: "i.agency_id IS NOT DISTINCT FROM \(agency)", most)
    }

    private func list(where condition: Query, _ most: Int) async throws -> [Impersonation] {
        try await control.perform(
            """
            SELECT i.id, i.tenant_id, n.name, i.agency_id, i.by_name, i.as_name, i.reason, i.started_at, i.ends_at, \
            i.entered_at IS NOT NULL, i.ended_at FROM security.impersonation i \
            JOIN kernel.tenant n ON n.id = i.tenant_id WHERE \(fragment: condition) \
            ORDER BY i.id DESC LIMIT \(min(max(most, 1), 200))
            """
        ).map { try Impersonation($0) }
    }
}

extension Impersonation {
    init(_ row: Row) throws {
        (id, tenant, tenantName) = (try row.decode(0), try row.decode(1), try row.decode(2))
        (agency, by, whom) = (try row.decodeIfPresent(3), try row.decode(4), try row.decode(5))
        (reason, started, ends) = (try row.decode(6), try row.decode(7), try row.decode(8))
        (hasEntered, ended) = (try row.decode(9), try row.decodeIfPresent(10))
    }
}
