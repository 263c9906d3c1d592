public import Core
public import Postgres
import SQL

/// A person as pages show them: what they are called, how they like to read, what they can log in with.
public struct Profile: Sendable, Hashable {
    /// How far an account has come.
    public enum State: String, Sendable {
        /// Asked to come, and not there yet.
        case invited
        /// There.
        case active
        /// Kept out.
        case disabled
    }

    /// Who.
    public let person: UserID
    /// Of which agency; none for the operator's own.
    public let agency: AgencyID?
    /// Their mail address, as they wrote it.
    public let address: String
    /// What they are called.
    public let name: String
    /// The language they read.
    public let language: Language
    /// The zone they live in, by its name in the time zone database.
    public let zone: String
    /// How far their account has come.
    public let state: State
    /// Whether they have a password at all.
    public let hasPassword: Bool
    /// Whether mail is known to arrive.
    public let isVerified: Bool
}

/// The people's own particulars.
public struct Profiles: Sendable {
    private let control: PostgresDatabase
    private let clock: any WallClock

    /// Particulars.
    public init(_ control: PostgresDatabase, clock: any WallClock) { (self.control, self.clock) = (control, clock) }

    /// A person.
    public func find(_ person: UserID) async throws -> Profile? {
        try await control.perform("SELECT \(fragment: Self.columns) FROM security.person p WHERE p.id = \(person)")
            .first.map { try Profile($0) }
    }

    /// Whoever has an address and belongs to a door; those who were invited there belong to it too.
    public func find(_ address: LoginAddress, at door: Doorstep) async throws -> Profile? {
        try await control.perform(
            """
            SELECT \(fragment: Self.columns) FROM security.person p \
            LEFT JOIN security.membership m ON m.person_id = p.id AND m.tenant_id = \(door.tenant) \
            WHERE p.agency_id IS NOT DISTINCT FROM \(door.agency) AND p.address_key = \(address.key) \
            AND p.state <> 'disabled' AND CASE WHEN \(door.tenant)::uuid IS NULL THEN p.house_role IS NOT NULL \
            ELSE m.state = 'active' END
            """
        ).first.map { try Profile($0) }
    }

    /// Writes down what a person is called and how they like to read.
    public func change(_ person: UserID, name: String, language: Language, zone: String) async throws {
        _ = try await control.perform(
            """
            UPDATE security.person SET name = \(name), language = \(language.rawValue), time_zone = \(zone) \
            WHERE id = \(person)
            """)
    }

    /// Notes that mail arrives at a person's address.
    public func verify(_ person: UserID) async throws {
        _ = try await control.perform(
            """
            UPDATE security.person SET address_verified_at = \(clock.now()) \
            WHERE id = \(person) AND address_verified_at IS NULL
            """)
    }

    /// Makes an invited person one who may come in.
    public func welcome(_ person: UserID, name: String, language: Language) async throws -> Bool {
        let now = clock.now()
        let rows = try await control.perform(
            """
            UPDATE security.person SET name = \(name), language = \(language.rawValue), state = 'active', \
            address_verified_at = coalesce(address_verified_at, \(now)) \
            WHERE id = \(person) AND state = 'invited' RETURNING 1
            """)
        return !rows.isEmpty
    }

    /// Gives a person another address, which was proved by a link; false when somebody of the agency has it already.
    public func move(_ person: UserID, to address: LoginAddress) async throws -> Bool {
        let rows = try await control.perform(
            """
            UPDATE security.person p SET address = \(address.text), address_key = \(address.key), \
            address_verified_at = \(clock.now()) WHERE p.id = \(person) AND NOT EXISTS (\
            SELECT 1 FROM security.person o WHERE o.agency_id IS NOT DISTINCT FROM p.agency_id \
            AND o.address_key = \(address.key) AND o.id <> p.id) RETURNING 1
            """)
        return !rows.isEmpty
    }

    private static let columns: Query = """
        p.id, p.agency_id, p.address, p.name, p.language, p.time_zone, p.state, p.password_hash IS NOT NULL, \
        p.address_verified_at IS NOT NULL
        """
}

extension Profile {
    init(_ row: Row) throws {
        let (language, state): (String, String) = (try row.decode(4), try row.decode(6))
        (person, agency) = (try row.decode(0), try row.decodeIfPresent(1))
        (address, name, zone) = (try row.decode(2), try row.decode(3), try row.decode(5))
        self.language = Language(rawValue: language) ?? .tr
        self.state = State(rawValue: state) ?? .disabled
        (hasPassword, isVerified) = (try row.decode(7), try row.decode(8))
    }
}
