import Core
import ModuleKit
import Postgres
import SQL
import Security

extension Members {
    /// Gives somebody another role. Their sessions here end: what they may now, they sign in to. Whoever changes their own
    /// stays in by the session that they ask from, which is to be given another token: false where nothing has changed.
    @discardableResult
    func change(_ person: UserID, role: RoleRef, by staff: any StaffContext) async throws -> Bool {
        let member = try await target(person, for: staff)
        guard member.role != role else { return false }
        let roles = Roles(office: office, tenant: tenant)
        try await office.ceiling(of: staff).check(role, try await roles.rights(of: role))
        try await keepingAnOwner { database in
            let rows = try await database.query(
                """
                UPDATE security.membership SET built_in = \(role.builtIn), role_id = \(role.own) \
                WHERE tenant_id = \(tenant) AND person_id = \(person) AND state <> 'ended' RETURNING 1
                """)
            guard !rows.isEmpty else { throw Problem(.notFound) }
            _ = try await database.query(endSessions(of: person, but: person == staff.user ? staff.session : nil))
        }
        return true
    }

    /// Puts somebody into these teams and no others.
    func change(_ person: UserID, teams: [TeamID], by staff: any StaffContext) async throws {
        _ = try await target(person, for: staff)
        try await office.transaction { database in
            _ = try await database.query(
                """
                DELETE FROM security.team_member WHERE tenant_id = \(tenant) AND person_id = \(person) \
                AND team_id <> ALL (\(teams))
                """)
            let rows = try await database.query(
                """
                INSERT INTO security.team_member (tenant_id, team_id, person_id) \
                SELECT t.tenant_id, t.id, \(person) FROM kernel.team t \
                WHERE t.tenant_id = \(tenant) AND t.id = ANY (\(teams)) \
                ON CONFLICT (tenant_id, team_id, person_id) DO UPDATE SET person_id = excluded.person_id RETURNING 1
                """)
            guard rows.count == Set(teams).count else { throw Problem(.unprocessable, fields: [.unknownTeam]) }
        }
    }

    /// Keeps somebody out for now, and ends their sessions. Their keys rest with them.
    func suspend(_ person: UserID, by staff: any StaffContext) async throws {
        guard person != staff.user else { throw Problem.people(.notOneself) }
        guard try await target(person, for: staff).state == .active else { throw Problem(.conflict) }
        try await keepingAnOwner { database in
            let rows = try await database.query(
                """
                UPDATE security.membership SET state = 'suspended' \
                WHERE tenant_id = \(tenant) AND person_id = \(person) AND state = 'active' RETURNING 1
                """)
            guard !rows.isEmpty else { throw Problem(.conflict) }
            _ = try await database.query(endSessions(of: person))
        }
    }

    /// Lets somebody in again.
    func reactivate(_ person: UserID, by staff: any StaffContext) async throws {
        _ = try await target(person, for: staff)
        let rows = try await office.control.perform(
            """
            UPDATE security.membership SET state = 'active' \
            WHERE tenant_id = \(tenant) AND person_id = \(person) AND state = 'suspended' RETURNING 1
            """)
        guard !rows.isEmpty else { throw Problem(.conflict) }
    }

    /// Does what may take ownership away, and undoes it when no owner would be left who can come in. The owners' rows are
    /// held meanwhile, in one order: two who demote each other at once cannot both succeed.
    func keepingAnOwner(_ body: @Sendable (BorrowedConnection) async throws -> Void) async throws {
        try await office.transaction { database in
            let before = try await database.query(
                """
                SELECT person_id FROM security.membership WHERE tenant_id = \(tenant) AND built_in = 'owner' \
                ORDER BY person_id FOR UPDATE
                """)
            try await body(database)
            guard !before.isEmpty else { return }
            let left = try await database.query(
                """
                SELECT FROM security.membership m JOIN security.person p ON p.id = m.person_id AND p.state = 'active' \
                WHERE m.tenant_id = \(tenant) AND m.built_in = 'owner' AND m.state = 'active' LIMIT 1
                """)
            guard !left.isEmpty else { throw Problem.people(.lastOwner) }
        }
    }

    /// Everything that somebody has open in this tenant.
    func endSessions(of person: UserID, but kept: SessionID? = nil) -> Query {
        """
        UPDATE security.session SET revoked_at = \(office.clock.now()) \
        WHERE tenant_id = \(tenant) AND person_id = \(person) AND revoked_at IS NULL AND id IS DISTINCT FROM \(kept) \
        RETURNING 1
        """
    }
}

extension FieldFault {
    static var unknownTeam: FieldFault {
        FieldFault(
            "/teams", .invalid,
            Words(tr: "Listede olmayan bir ekip seçildi.", en: "A team was chosen that is not there."))
    }
    static var unknownRole: FieldFault {
        FieldFault(
            "/role", .invalid,
            Words(tr: "Böyle bir rol yok; listeden seçin.", en: "There is no such role; choose from the list."))
    }
}
