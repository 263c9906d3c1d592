public import Core
public import Postgres
import SQL

/// The way from one of an agency's tenants to another without logging in anew: a token for thirty seconds, for one
/// session, towards one host.
public struct Handovers: Sendable {
    /// Half a minute.
    public static let lifetime = Duration.seconds(30)

    private let control: PostgresDatabase
    private let sessions: Sessions

    /// Handovers between these sessions.
    public init(_ control: PostgresDatabase, sessions: Sessions) { (self.control, self.sessions) = (control, sessions) }

    /// A token towards a host of another tenant; nil unless the person belongs there and the host is that tenant's, in
    /// the same agency. What the tenant there demands of log-ins holds for whoever comes this way too.
    public func make(for session: Session, to tenant: TenantID, host: String) async throws -> SecretToken? {
        guard let person = session.holder.person, session.stage == .open else { return nil }
        let (token, now) = (SecretToken.random(), sessions.clock.now())
        let rows = try await control.perform(
            """
            INSERT INTO security.handover (token_hash, session_id, tenant_id, host, created_at, expires_at) \
            SELECT \(try token.hash()), s.id, m.tenant_id, d.host, \(now), \(now + Self.lifetime) \
            FROM security.session s \
            JOIN security.membership m ON m.person_id = s.person_id AND m.tenant_id = \(tenant) AND m.state = 'active' \
            JOIN kernel.tenant n ON n.id = m.tenant_id AND n.agency_id = s.agency_id \
            JOIN kernel.domain d ON d.tenant_id = n.id AND d.host = \(host) AND d.surface = 'app' \
            AND d.state = 'verified' \
            LEFT JOIN security.tenant_policy y ON y.tenant_id = n.id \
            WHERE s.id = \(session.id) AND s.person_id = \(person) AND s.stage = 'open' AND s.impersonation_id IS NULL \
            AND \(fragment: Sessions.lives(now)) \
            AND (s.second_factor_at IS NOT NULL OR y.grace_ends_at > \(now) \
            OR NOT (coalesce(y.second_factor, 'optional') = 'required' OR (coalesce(y.second_factor, 'optional') \
            = 'admins' AND m.built_in IN ('owner', 'admin')))) RETURNING 1
            """)
        return rows.isEmpty ? nil : token
    }

    /// Uses a token up and opens a session on its host: of many at once, one gets it. Nil when it is used or late, on
    /// another host, or when the session it came from, the person or the membership is over by now.
    public func take(_ token: SecretToken, host: String, label: String, insteadOf old: SecretToken? = nil) async throws
        -> SecretToken?
    {
        let now = sessions.clock.now()
        let rows = try await control.perform(
            """
            WITH used AS (
                DELETE FROM security.handover \
                WHERE token_hash = \(try token.hash()) AND host = \(host) AND expires_at > \(now) \
                RETURNING session_id, tenant_id)
            SELECT s.person_id, used.tenant_id, s.agency_id, s.second_factor_at IS NOT NULL, s.proved_at, s.expires_at \
            FROM used JOIN security.session s ON s.id = used.session_id AND \(fragment: Sessions.lives(now)) \
            JOIN security.person p ON p.id = s.person_id AND p.state = 'active' \
            JOIN security.membership m ON m.person_id = p.id AND m.tenant_id = used.tenant_id AND m.state = 'active'
            """)
        guard let row = rows.first else { return nil }
        var opening = Sessions.Opening(
            .staff(try row.decode(0), try row.decode(1)), agency: try row.decodeIfPresent(2), host: host, label: label,
            showedSecondFactor: try row.decode(3))
        opening.continues = (try row.decode(4), try row.decode(5))
        return try await sessions.open(opening, insteadOf: old)
    }

    /// Forgets what is too late.
    public func sweep() async throws {
        _ = try await control.perform("DELETE FROM security.handover WHERE expires_at <= \(sessions.clock.now())")
    }
}
