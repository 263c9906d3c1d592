import Core
import ModuleKit
import Postgres
import SQL
import Security

/// People who leave a tenant: every door closed at once, their records handed to a colleague, all of it taken back within
/// thirty days.
struct Departures: Sendable {
    let office: PeopleOffice
    let tenant: TenantID

    /// So long it can be taken back.
    static let reversible = Duration.seconds(30 * 86_400)
    /// More records than this are not moved while somebody waits.
    static let mostAtOnce = 5_000

    private var members: Members { Members(office: office, tenant: tenant) }

    /// What would be closed and handed over.
    func preview(_ person: UserID) async throws -> DeparturePreview {
        let places = try office.book.places
        let doors = try await office.control.perform(
            """
            SELECT (SELECT count(*) FROM security.session s WHERE s.tenant_id = \(tenant) AND s.person_id = \(person) \
            AND s.revoked_at IS NULL AND s.expires_at > \(office.clock.now())), \
            (SELECT count(*) FROM security.api_key k WHERE k.tenant_id = \(tenant) AND k.person_id = \(person) \
            AND k.revoked_at IS NULL), \
            (SELECT count(*) FROM security.team_member t WHERE t.tenant_id = \(tenant) AND t.person_id = \(person))
            """)
        guard let row = doors.first else { throw Problem(.internal) }
        let counts = try await office.whole(tenant).queries(places.map { $0.count(of: person) })
        return DeparturePreview(
            sessions: try row.decode(0), keys: try row.decode(1), teams: try row.decode(2),
            places: try zip(places, counts).map { place, rows in
                (title: place.title, name: place.name, count: try rows.first?.decode(0) ?? 0)
            })
    }

    /// Everybody who left, the last first.
    func list() async throws -> [Departure] {
        try await office.control.perform(
            """
            SELECT \(fragment: Departure.columns) FROM security.offboarding o WHERE o.tenant_id = \(tenant) \
            ORDER BY o.begun_at DESC, o.id LIMIT 100
            """
        ).map { try Departure($0) }
    }

    /// One of them.
    func find(_ id: UUIDv7) async throws -> Departure {
        let rows = try await office.control.perform(
            """
            SELECT \(fragment: Departure.columns) FROM security.offboarding o \
            WHERE o.tenant_id = \(tenant) AND o.id = \(id)
            """)
        guard let departure = try rows.first.map({ try Departure($0) }) else { throw Problem(.notFound) }
        return departure
    }

    /// Lets somebody go. The doors close in one transaction; then the records move, table by table. A great many are moved
    /// by a job, and so is what did not come through at once.
    func begin(_ person: UserID, successor: UserID, by staff: any StaffContext) async throws -> Departure {
        guard person != staff.user else { throw Problem.people(.notOneself) }
        let member = try await members.target(person, for: staff)
        guard member.state != .invited else { throw Problem(.conflict) }
        guard try await members.colleagues(of: person).contains(where: { $0.id == successor }) else {
            throw Problem(.unprocessable, fields: [.unknownSuccessor])
        }
        let id = UUIDv7.make()
        try await close(member, successor, id, by: staff)
        try await hand(id, isReturn: false)
        return try await find(id)
    }

    /// Takes it back: membership, teams and records as they were, but for what has been changed since. Sessions and keys
    /// stay closed.
    func undo(_ id: UUIDv7, by staff: any StaffContext) async throws -> Departure {
        let departure = try await find(id)
        guard departure.isReversible(office.clock.now()) else { throw Problem.people(.notReversible) }
        let roles = Roles(office: office, tenant: tenant)
        let role = try await roles.exists(departure.role) ? departure.role : .builtIn(.readOnly)
        try await office.ceiling(of: staff).check(role, try await roles.rights(of: role))
        try await reopen(departure, role)
        try await hand(id, isReturn: true)
        return try await find(id)
    }

    // MARK: The doors

    private func close(
        _ member: Member, _ successor: UserID, _ id: UUIDv7, by staff: any StaffContext
    ) async throws {
        let now = office.clock.now()
        try await members.keepingAnOwner { database in
            let sessions = try await database.query(members.endSessions(of: member.id))
            let keys = try await database.query(
                """
                UPDATE security.api_key SET revoked_at = \(now) WHERE tenant_id = \(tenant) \
                AND person_id = \(member.id) AND revoked_at IS NULL RETURNING 1
                """)
            let noted = try await database.query(
                """
                INSERT INTO security.offboarding (tenant_id, id, person_id, successor_id, by_id, person_name, \
                successor_name, built_in, role_id, membership_state, teams, sessions, keys, state, begun_at, undo_until) \
                SELECT m.tenant_id, \(id), m.person_id, \(successor), \(staff.user), \(member.name), p.name, m.built_in, \
                m.role_id, m.state, ARRAY(SELECT t.team_id FROM security.team_member t \
                WHERE t.tenant_id = m.tenant_id AND t.person_id = m.person_id), \(Int32(clamping: sessions.count)), \
                \(Int32(clamping: keys.count)), 'moving', \(now), \(now + Self.reversible) \
                FROM security.membership m JOIN security.person p ON p.id = \(successor) \
                WHERE m.tenant_id = \(tenant) AND m.person_id = \(member.id) AND m.state <> 'ended' RETURNING 1
                """)
            guard !noted.isEmpty else { throw Problem(.conflict) }
            for statement in Self.closing(member.id, tenant) { _ = try await database.query(statement) }
        }
    }

    private static func closing(_ person: UserID, _ tenant: TenantID) -> [Query] {
        [
            "DELETE FROM security.link WHERE subject_id = \(person) AND tenant_id = \(tenant)",
            "DELETE FROM security.team_member WHERE tenant_id = \(tenant) AND person_id = \(person)",
            // Without a role of the tenant's own, or it could never be taken away.
            """
            UPDATE security.membership SET state = 'ended', built_in = 'read_only', role_id = NULL \
            WHERE tenant_id = \(tenant) AND person_id = \(person)
            """,
        ]
    }

    private func reopen(_ departure: Departure, _ role: RoleRef) async throws {
        try await office.transaction { database in
            let begun = try await database.query(
                """
                UPDATE security.offboarding SET state = 'returning' \
                WHERE tenant_id = \(tenant) AND id = \(departure.id) AND state = 'done' RETURNING 1
                """)
            guard !begun.isEmpty else { throw Problem(.conflict) }
            // Whoever was asked in anew since then has a membership of its own, which stays.
            _ = try await database.query(
                """
                UPDATE security.membership SET state = \(departure.membershipState), built_in = \(role.builtIn), \
                role_id = \(role.own) \
                WHERE tenant_id = \(tenant) AND person_id = \(departure.person) AND state = 'ended'
                """)
            _ = try await database.query(
                """
                INSERT INTO security.team_member (tenant_id, team_id, person_id) \
                SELECT t.tenant_id, t.id, m.person_id FROM kernel.team t \
                JOIN security.membership m ON m.tenant_id = t.tenant_id AND m.person_id = \(departure.person) \
                WHERE t.tenant_id = \(tenant) AND t.id = ANY (\(departure.teams)) ON CONFLICT DO NOTHING
                """)
        }
    }

    // MARK: The records

    private func hand(_ id: UUIDv7, isReturn: Bool) async throws {
        let departure = try await find(id)
        let job = HandOver(departure: id)
        let count = isReturn ? departure.moved : try await preview(departure.person).records
        guard count <= Self.mostAtOnce else {
            try await office.whole(tenant).enqueue(job, key: id.description)
            return
        }
        do { try await HandingOver(office: office).run(departure, in: tenant) } catch is PostgresError {
            // The doors are closed whatever happens; what is left is tried again until it has come through.
            try await office.whole(tenant).enqueue(job, key: id.description)
        }
    }
}

extension FieldFault {
    static var unknownSuccessor: FieldFault {
        FieldFault(
            "/successor", .invalid,
            Words(tr: "Devralacak etkin bir kişi seçin.", en: "Choose somebody active to take over."))
    }
}

extension ProblemCode {
    /// The time for taking it back is over, or it was taken back.
    static let notReversible = ProblemCode("not-reversible", status: 409, title: "This can no longer be taken back")
}
