import Core
import ModuleKit
import Postgres
import SQL
import Security

/// A role that a tenant made.
struct OwnRole: Sendable {
    let id: UUIDv7
    let name: String
    let rights: RoleRights
    /// How many people have it.
    let holders: Int
}

/// A tenant's roles: those that every tenant has, and its own.
struct Roles: Sendable {
    let office: PeopleOffice
    let tenant: TenantID

    private static let columns: Query = """
        r.id, r.name, ARRAY(SELECT g.permission || ' ' || g.scope FROM security.role_permission g \
        WHERE g.tenant_id = r.tenant_id AND g.role_id = r.id), \
        ARRAY(SELECT f.field || ' ' || f.rule FROM security.role_field f \
        WHERE f.tenant_id = r.tenant_id AND f.role_id = r.id), \
        (SELECT count(*) FROM security.membership m WHERE m.tenant_id = r.tenant_id AND m.role_id = r.id \
        AND m.state <> 'ended')
        """

    /// The tenant's own, by name.
    func list() async throws -> [OwnRole] {
        try await office.control.perform(
            """
            SELECT \(fragment: Self.columns) FROM security.role r WHERE r.tenant_id = \(tenant) \
            ORDER BY r.name COLLATE "tr-x-icu", r.id LIMIT 200
            """
        ).map { try OwnRole($0) }
    }

    /// How many people have each of the roles that every tenant has.
    func holders() async throws -> [BuiltInRole: Int] {
        let rows = try await office.control.perform(
            """
            SELECT built_in, count(*) FROM security.membership \
            WHERE tenant_id = \(tenant) AND state <> 'ended' AND built_in IS NOT NULL GROUP BY built_in
            """)
        let pairs = try rows.map { row -> (BuiltInRole, Int)? in
            let word: String = try row.decode(0)
            let count: Int = try row.decode(1)
            return BuiltInRole(rawValue: word).map { ($0, count) }
        }
        return Dictionary(pairs.compactMap(\.self)) { first, _ in first }
    }

    /// One of the tenant's own.
    func find(_ id: UUIDv7) async throws -> OwnRole {
        let rows = try await office.control.perform(
            "SELECT \(fragment: Self.columns) FROM security.role r WHERE r.tenant_id = \(tenant) AND r.id = \(id)")
        guard let role = try rows.first.map({ try OwnRole($0) }) else { throw Problem(.notFound) }
        return role
    }

    /// What a role holds; an unknown one is refused as a value.
    func rights(of role: RoleRef) async throws -> RoleRights {
        switch role {
        case .builtIn(let role): return RoleRights(grants: try office.book.grants(of: role))
        case .own(let id):
            do { return try await find(id).rights } catch let problem as Problem where problem.code == .notFound {
                throw Problem(.unprocessable, fields: [.unknownRole])
            }
        }
    }

    /// A new role. Nobody makes one that holds more than they do.
    func make(_ name: String, _ rights: RoleRights, by staff: any StaffContext) async throws -> UUIDv7 {
        try check(rights)
        try await office.ceiling(of: staff).check(rights)
        let id = UUIDv7.make()
        try await naming {
            let insertion: Query = """
                INSERT INTO security.role (tenant_id, id, name) VALUES (\(tenant), \(id), \(name))
                """
            _ = try await office.control.perform(all: [insertion] + writing(rights, into: id))
        }
        return id
    }

    /// Another name and other rights, from the next request of whoever has it. What it held and what it is to hold both
    /// lie within what the one who asks holds: nobody tears down what stands above them either.
    func change(_ id: UUIDv7, name: String, _ rights: RoleRights, by staff: any StaffContext) async throws {
        try check(rights)
        let ceiling = try await office.ceiling(of: staff)
        try ceiling.check(try await find(id).rights)
        try ceiling.check(rights)
        try await naming {
            let all: [Query] = [
                "UPDATE security.role SET name = \(name) WHERE tenant_id = \(tenant) AND id = \(id)",
                "DELETE FROM security.role_permission WHERE tenant_id = \(tenant) AND role_id = \(id)",
                "DELETE FROM security.role_field WHERE tenant_id = \(tenant) AND role_id = \(id)",
            ]
            _ = try await office.control.perform(all: all + writing(rights, into: id))
        }
    }

    /// Takes a role away. Who has it gets another, and signs in to that anew.
    func remove(_ id: UUIDv7, replacement: RoleRef?, by staff: any StaffContext) async throws {
        let role = try await find(id)
        let ceiling = try await office.ceiling(of: staff)
        try ceiling.check(role.rights)
        if role.holders > 0 {
            guard let replacement, replacement != .own(id) else { throw Problem.people(.roleInUse) }
            try ceiling.check(replacement, try await rights(of: replacement))
        }
        let now = office.clock.now()
        let next = replacement ?? .builtIn(.readOnly)
        _ = try await office.control.perform(all: [
            """
            UPDATE security.session s SET revoked_at = \(now) FROM security.membership m \
            WHERE m.tenant_id = \(tenant) AND m.role_id = \(id) AND s.tenant_id = m.tenant_id \
            AND s.person_id = m.person_id AND s.person_id <> \(staff.user) AND s.revoked_at IS NULL
            """,
            """
            UPDATE security.membership SET built_in = \(next.builtIn), role_id = \(next.own) \
            WHERE tenant_id = \(tenant) AND role_id = \(id)
            """,
            "DELETE FROM security.role WHERE tenant_id = \(tenant) AND id = \(id)",
        ])
    }

    /// Only what some module declares can be written down.
    private func check(_ rights: RoleRights) throws {
        let book = try office.book
        var faults = rights.grants.keys.filter { book.permission($0) == nil }.sorted().map {
            FieldFault("/grants", .unknown, "knows no permission \($0.prefix(80))")
        }
        faults += rights.fields.keys.filter { !book.hasField($0) }.sorted().map {
            FieldFault("/fields", .unknown, "knows no field \($0.prefix(80))")
        }
        guard faults.isEmpty else { throw Problem(.unprocessable, fields: Array(faults.prefix(20))) }
    }

    private func writing(_ rights: RoleRights, into id: UUIDv7) -> [Query] {
        let grants = rights.grants.sorted { $0.key < $1.key }
        let fields = rights.fields.sorted { $0.key < $1.key }
        return [
            """
            INSERT INTO security.role_permission (tenant_id, role_id, permission, scope) \
            SELECT \(tenant), \(id), * FROM unnest(\(grants.map(\.key)), \(grants.map(\.value.rawValue)))
            """,
            """
            INSERT INTO security.role_field (tenant_id, role_id, field, rule) \
            SELECT \(tenant), \(id), * FROM unnest(\(fields.map(\.key)), \(fields.map(\.value.rawValue)))
            """,
        ]
    }

    private func naming(_ body: () async throws -> Void) async throws {
        do { try await body() } catch let error as PostgresError where error.sqlState == .uniqueViolation {
            throw Problem(
                .unprocessable,
                fields: [
                    FieldFault(
                        "/name", .invalid,
                        Words(
                            tr: "Bu adda bir rol var; başka bir ad yazın.",
                            en: "There is a role of this name; write another."))
                ])
        }
    }
}

extension OwnRole {
    init(_ row: Row) throws {
        let (grants, fields): ([String], [String]) = (try row.decode(2), try row.decode(3))
        (id, name, holders) = (try row.decode(0), try row.decode(1), try row.decode(4))
        rights = RoleRights(grants: Self.pairs(grants), fields: Self.pairs(fields))
    }

    private static func pairs<Value: RawRepresentable<String>>(_ rows: [String]) -> [String: Value] {
        let pairs = rows.compactMap { row -> (String, Value)? in
            let parts = row.split(separator: " ")
            guard parts.count == 2, let value = Value(rawValue: String(parts[1])) else { return nil }
            return (String(parts[0]), value)
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension ProblemCode {
    /// Somebody has the role: what they get instead must be said.
    static let roleInUse = ProblemCode(
        "role-in-use", status: 409, title: "People have this role; choose what they get instead")
}

extension Roles {
    /// Whether there is such a role.
    func exists(_ role: RoleRef) async throws -> Bool {
        guard let id = role.own else { return true }
        let rows = try await office.control.perform(
            "SELECT FROM security.role WHERE tenant_id = \(tenant) AND id = \(id)")
        return !rows.isEmpty
    }
}
