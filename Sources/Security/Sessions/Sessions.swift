public import Core
public import Postgres
import SQL

/// The sessions, as konak_control keeps them. Every question is one statement by an index, asked for each request: what
/// was revoked is refused at the next request on every node, and there is no copy that could be late.
public struct Sessions: Sendable {
    let control: PostgresDatabase
    let clock: any WallClock
    let times: SessionTimes

    /// Sessions with their times.
    public init(_ control: PostgresDatabase, clock: any WallClock, times: SessionTimes = SessionTimes()) {
        (self.control, self.clock, self.times) = (control, clock, times)
    }

    /// What a new session is opened with.
    public struct Opening: Sendable {
        let holder: SessionHolder
        let agency: AgencyID?
        let host: String
        let label: String
        let stage: SessionStage
        let device: UUIDv7?
        let showedSecondFactor: Bool
        /// For a session that continues another: nothing is proved anew, and nothing lasts longer.
        var continues: (proved: Timestamp, expires: Timestamp)?

        /// An opening.
        public init(
            _ holder: SessionHolder, agency: AgencyID?, host: String, label: String, stage: SessionStage = .open,
            device: UUIDv7? = nil, showedSecondFactor: Bool = false
        ) {
            (self.holder, self.agency, self.host, self.stage) = (holder, agency, host, stage)
            (self.device, self.showedSecondFactor) = (device, showedSecondFactor)
            self.label = String(label.prefix(120))
        }
    }

    /// Opens a session. A token that the browser brought along is never taken up: whoever planted it gains nothing, and
    /// the session it was for, if it was one, ends in the same statement.
    public func open(_ opening: Opening, insteadOf old: SecretToken? = nil) async throws -> SecretToken {
        let (token, now) = (SecretToken.random(), clock.now())
        let end = opening.continues?.expires ?? now + (opening.stage == .half ? times.half : times.whole)
        let (kind, customer) = opening.holder.columns
        _ = try await control.perform(
            """
            WITH ended AS (
                UPDATE security.session SET revoked_at = \(now)
                WHERE token_hash = \(try old?.hash() ?? []) AND revoked_at IS NULL RETURNING id)
            INSERT INTO security.session (id, token_hash, kind, person_id, customer_id, agency_id, tenant_id, host, \
            device_id, label, stage, second_factor_at, proved_at, rotated_from, created_at, last_used_at, \
            idle_seconds, expires_at) \
            VALUES (\(SessionID.make()), \(try token.hash()), \(kind), \(opening.holder.person), \(customer), \
            \(opening.agency), \(opening.holder.tenant), \(opening.host), \(opening.device), \(opening.label), \
            \(opening.stage.rawValue), \(opening.showedSecondFactor ? now : nil), \(opening.continues?.proved ?? now), (SELECT id FROM ended), \
            \(now), \(now), \(Int32(clamping: times.idle.components.seconds)), \(end))
            """)
        return token
    }

    /// Another token for the same session, which the old one no longer opens: after the second factor, and wherever the
    /// holder's rights change. Nil when the session is over by then.
    public func rotate(
        _ token: SecretToken, host: String, to stage: SessionStage = .open, showedSecondFactor: Bool = false,
        device: UUIDv7? = nil, proves: Bool = false
    ) async throws -> SecretToken? {
        let (next, now) = (SecretToken.random(), clock.now())
        let rows = try await control.perform(
            """
            WITH old AS (
                UPDATE security.session SET revoked_at = \(now) \
                WHERE token_hash = \(try token.hash()) AND host = \(host) AND \(fragment: Self.lives(now)) RETURNING *)
            INSERT INTO security.session (id, token_hash, kind, person_id, customer_id, agency_id, tenant_id, host, \
            device_id, label, stage, second_factor_at, proved_at, rotated_from, created_at, last_used_at, \
            idle_seconds, expires_at, impersonation_id) \
            SELECT \(SessionID.make()), \(try next.hash()), kind, person_id, customer_id, agency_id, tenant_id, host, \
            coalesce(\(device), device_id), label, \(stage.rawValue), CASE WHEN \(showedSecondFactor) THEN \(now) ELSE second_factor_at END, \
            CASE WHEN \(showedSecondFactor || proves) AND impersonation_id IS NULL THEN \(now) ELSE proved_at END, id, created_at, \(now), idle_seconds, \
            CASE WHEN stage = 'half' THEN created_at + \(fragment: Self.seconds(times.whole)) ELSE expires_at END, \
            impersonation_id FROM old RETURNING id
            """)
        return rows.isEmpty ? nil : next
    }

    /// The session of a token on a host; nil when it is over, on another host, or its holder is no longer let in.
    public func session(of token: SecretToken, host: String) async throws -> Session? {
        let now = clock.now()
        let rows = try await control.perform(
            """
            SELECT \(fragment: Self.columns) FROM security.session s \
            LEFT JOIN security.person p ON p.id = s.person_id \
            WHERE s.token_hash = \(try token.hash()) AND s.host = \(host) AND \(fragment: Self.lives(now)) \
            AND (p.id IS NULL OR p.state = 'active')
            """)
        guard let session = try rows.first.map({ try Session($0) }) else { return nil }
        try await touch(session, now)
        return session
    }

    /// Notes that a session was used, once a minute at most.
    func touch(_ session: Session, _ now: Timestamp) async throws {
        guard now - session.lastUsed >= SessionTimes.precision else { return }
        _ = try await control.perform(
            """
            UPDATE security.session SET last_used_at = \(now) \
            WHERE id = \(session.id) AND revoked_at IS NULL AND last_used_at < \(now)
            """)
    }

    /// A person's open sessions, the last used first.
    public func list(of person: UserID) async throws -> [Session] {
        try await control.perform(
            """
            SELECT \(fragment: Self.columns) FROM security.session s \
            WHERE s.person_id = \(person) AND s.stage = 'open' AND \(fragment: Self.lives(clock.now())) \
            ORDER BY s.last_used_at DESC, s.id LIMIT 200
            """
        ).map { try Session($0) }
    }

    /// Ends one of a person's sessions; false when there is none of that number.
    public func revoke(_ session: SessionID, of person: UserID) async throws -> Bool {
        let rows = try await control.perform(
            """
            UPDATE security.session SET revoked_at = \(clock.now()) \
            WHERE id = \(session) AND person_id = \(person) AND revoked_at IS NULL RETURNING id
            """)
        return !rows.isEmpty
    }

    /// Ends all of a person's sessions but one, and says how many. A new password and a disabled person end all.
    @discardableResult
    public func revokeAll(of person: UserID, but kept: SessionID? = nil) async throws -> Int {
        try await control.perform(
            """
            UPDATE security.session SET revoked_at = \(clock.now()) \
            WHERE person_id = \(person) AND revoked_at IS NULL AND id IS DISTINCT FROM \(kept) RETURNING id
            """
        ).count
    }

    /// Ends the session of a token: logging out.
    public func end(_ token: SecretToken) async throws {
        _ = try await control.perform(
            """
            UPDATE security.session SET revoked_at = \(clock.now()) \
            WHERE token_hash = \(try token.hash()) AND revoked_at IS NULL
            """)
    }

    /// Forgets what ended more than a day ago.
    public func sweep() async throws {
        _ = try await control.perform(
            "DELETE FROM security.session WHERE expires_at < \(clock.now() - .seconds(86_400))")
    }
}
