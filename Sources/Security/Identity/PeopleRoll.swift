public import Core
public import Postgres
import SQL

/// The people of the house as its operator sees them from the command line: who is there, who is kept out, and the way
/// back for whoever lost a phone.
public struct PeopleRoll: Sendable {
    /// One person at one place: somebody of two tenants stands here twice.
    public struct Entry: Sendable, Hashable {
        /// Who.
        public let person: UserID
        /// Where, `kuzey/lodos`, `kuzey` or `operator`.
        public let place: String
        /// The mail address.
        public let address: String
        /// What they are called.
        public let name: String
        /// Whether they are invited, active, disabled or, in the tenant alone, suspended.
        public let state: String
        /// What they are there.
        public let role: String
        /// What is set up: a password, an app, passkeys.
        public let factors: [String]
        /// About when they were there last.
        public let lastSeen: Timestamp?
    }

    private let control: PostgresDatabase
    private let clock: any WallClock

    /// The people in these tables.
    public init(_ control: PostgresDatabase, clock: any WallClock) { (self.control, self.clock) = (control, clock) }

    /// Those of a place, or all: at most so many. An address narrows it to one person.
    public func list(at place: String? = nil, address: LoginAddress? = nil, most: Int = 1_000) async throws -> [Entry] {
        try await control.perform(
            """
            SELECT w.person_id, w.place, p.address, p.name, \
            CASE WHEN p.state = 'active' THEN w.state ELSE p.state END, w.role, \
            array_remove(ARRAY[CASE WHEN p.password_hash IS NOT NULL THEN 'password' END, \
            CASE WHEN EXISTS (SELECT 1 FROM security.totp t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL) \
            THEN 'app' END, \
            CASE WHEN EXISTS (SELECT 1 FROM security.passkey k WHERE k.person_id = p.id) THEN 'passkey' END], NULL), \
            (SELECT max(s.last_used_at) FROM security.session s \
            WHERE s.person_id = p.id AND s.tenant_id IS NOT DISTINCT FROM w.tenant_id) \
            FROM (\(fragment: Self.places)) w JOIN security.person p ON p.id = w.person_id \
            WHERE (\(place)::text IS NULL OR w.place = \(place)) \
            AND (\(address?.key)::text IS NULL OR p.address_key = \(address?.key)) \
            ORDER BY w.place, p.address_key LIMIT \(Int32(clamping: most))
            """
        ).map { try Entry($0) }
    }

    private static let places: Query = """
        SELECT m.person_id, a.slug || '/' || t.slug AS place, m.tenant_id, m.state, \
        coalesce(m.built_in, r.name) AS role FROM security.membership m \
        JOIN kernel.tenant t ON t.id = m.tenant_id JOIN kernel.agency a ON a.id = t.agency_id \
        LEFT JOIN security.role r ON r.tenant_id = m.tenant_id AND r.id = m.role_id \
        UNION ALL SELECT h.id, coalesce(a.slug, 'operator'), NULL, 'active', h.house_role FROM security.person h \
        LEFT JOIN kernel.agency a ON a.id = h.agency_id WHERE h.house_role IS NOT NULL
        """

    /// Keeps somebody out of the whole agency, and ends their sessions in the same moment. What they own stays theirs.
    public func disable(_ person: UserID) async throws {
        _ = try await control.perform(all: [
            "UPDATE security.person SET state = 'disabled' WHERE id = \(person)",
            """
            UPDATE security.session SET revoked_at = \(clock.now()) \
            WHERE person_id = \(person) AND revoked_at IS NULL
            """,
            "DELETE FROM security.link WHERE subject_id = \(person)",
        ])
    }

    /// Lets somebody in again who was kept out.
    public func enable(_ person: UserID) async throws {
        _ = try await control.perform(
            """
            UPDATE security.person SET state = CASE WHEN password_hash IS NULL AND NOT EXISTS \
            (SELECT 1 FROM security.passkey k WHERE k.person_id = person.id) THEN 'invited' ELSE 'active' END \
            WHERE id = \(person) AND state = 'disabled'
            """)
    }

    /// Takes every second factor away, with all sessions and known browsers: whoever lost the phone begins anew, and
    /// whoever has it gains nothing.
    public func resetFactors(of person: UserID) async throws {
        _ = try await control.perform(all: [
            "DELETE FROM security.totp WHERE person_id = \(person)",
            "DELETE FROM security.passkey WHERE person_id = \(person)",
            "DELETE FROM security.recovery_code WHERE person_id = \(person)",
            "DELETE FROM security.device WHERE person_id = \(person)",
            """
            UPDATE security.session SET revoked_at = \(clock.now()) \
            WHERE person_id = \(person) AND revoked_at IS NULL
            """,
        ])
    }
}

extension PeopleRoll.Entry {
    init(_ row: Row) throws {
        (person, place, address) = (try row.decode(0), try row.decode(1), try row.decode(2))
        (name, state, role) = (try row.decode(3), try row.decode(4), try row.decode(5))
        (factors, lastSeen) = (try row.decode(6), try row.decodeIfPresent(7))
    }
}
