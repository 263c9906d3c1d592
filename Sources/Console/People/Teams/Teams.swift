import Core
import ModuleKit
import Postgres
import SQL
import Security

/// A group of a tenant's people. Whose records a permission reaches may go by it.
struct Team: Sendable {
    let id: TeamID
    let name: String
    let members: [(id: UserID, name: String)]
}

/// A tenant's teams.
struct Teams: Sendable {
    let office: PeopleOffice
    let tenant: TenantID

    private static let columns: Query = """
        n.id, n.name, ARRAY(SELECT p.id FROM security.team_member t \
        JOIN security.membership m ON m.tenant_id = t.tenant_id AND m.person_id = t.person_id AND m.state <> 'ended' \
        JOIN security.person p ON p.id = t.person_id WHERE t.tenant_id = n.tenant_id AND t.team_id = n.id \
        ORDER BY p.name COLLATE "tr-x-icu", p.id), \
        ARRAY(SELECT p.name FROM security.team_member t \
        JOIN security.membership m ON m.tenant_id = t.tenant_id AND m.person_id = t.person_id AND m.state <> 'ended' \
        JOIN security.person p ON p.id = t.person_id WHERE t.tenant_id = n.tenant_id AND t.team_id = n.id \
        ORDER BY p.name COLLATE "tr-x-icu", p.id)
        """

    /// All of them by name.
    func list() async throws -> [Team] {
        try await office.control.perform(
            """
            SELECT \(fragment: Self.columns) FROM kernel.team n WHERE n.tenant_id = \(tenant) \
            ORDER BY n.name COLLATE "tr-x-icu", n.id LIMIT 500
            """
        ).map { try Team($0) }
    }

    /// One of them.
    func find(_ id: TeamID) async throws -> Team {
        let rows = try await office.control.perform(
            """
            SELECT \(fragment: Self.columns) FROM kernel.team n WHERE n.tenant_id = \(tenant) AND n.id = \(id)
            """)
        guard let team = try rows.first.map({ try Team($0) }) else { throw Problem(.notFound) }
        return team
    }

    /// A new one, with these people in it.
    func make(_ name: String, members: [UserID]) async throws -> TeamID {
        let id = TeamID.make()
        try await naming {
            _ = try await office.control.perform(
                "INSERT INTO kernel.team (tenant_id, id, name) VALUES (\(tenant), \(id), \(name))")
        }
        if !members.isEmpty { try await fill(id, with: members) }
        return id
    }

    /// Another name.
    func rename(_ id: TeamID, to name: String) async throws {
        try await naming {
            let rows = try await office.control.perform(
                """
                UPDATE kernel.team SET name = \(name) WHERE tenant_id = \(tenant) AND id = \(id) RETURNING 1
                """)
            guard !rows.isEmpty else { throw Problem(.notFound) }
        }
    }

    /// These people and no others. Who is in a team sees its records from their next request on.
    func fill(_ id: TeamID, with members: [UserID]) async throws {
        _ = try await find(id)
        try await office.transaction { database in
            let known = try await database.query(
                """
                SELECT FROM security.membership m WHERE m.tenant_id = \(tenant) AND m.state <> 'ended' \
                AND m.person_id = ANY (\(members))
                """)
            guard known.count == Set(members).count else {
                throw Problem(
                    .unprocessable,
                    fields: [
                        FieldFault(
                            "/members", .invalid,
                            Words(tr: "Burada olmayan biri seçildi.", en: "Somebody was chosen who is not here."))
                    ])
            }
            _ = try await database.query(
                """
                DELETE FROM security.team_member WHERE tenant_id = \(tenant) AND team_id = \(id) \
                AND person_id <> ALL (\(members))
                """)
            _ = try await database.query(
                """
                INSERT INTO security.team_member (tenant_id, team_id, person_id) \
                SELECT \(tenant), \(id), person FROM unnest(\(members)) AS new (person) ON CONFLICT DO NOTHING
                """)
        }
    }

    /// Takes a team away; its records keep their owners.
    func remove(_ id: TeamID) async throws {
        let rows = try await office.control.perform(
            "DELETE FROM kernel.team WHERE tenant_id = \(tenant) AND id = \(id) RETURNING 1")
        guard !rows.isEmpty else { throw Problem(.notFound) }
    }

    private func naming(_ body: () async throws -> Void) async throws {
        do { try await body() } catch let error as PostgresError where error.sqlState == .uniqueViolation {
            throw Problem(
                .unprocessable,
                fields: [
                    FieldFault(
                        "/name", .invalid,
                        Words(
                            tr: "Bu adda bir ekip var; başka bir ad yazın.",
                            en: "There is a team of this name; write another."))
                ])
        }
    }
}

extension Team {
    init(_ row: Row) throws {
        (id, name) = (try row.decode(0), try row.decode(1))
        let (ids, names): ([UserID], [String]) = (try row.decode(2), try row.decode(3))
        members = zip(ids, names).map { (id: $0, name: $1) }
    }
}
