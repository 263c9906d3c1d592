public import Core
public import ModuleKit
public import Postgres
import SQL

/// Answers what people may do, from the tables as they are at that moment.
public struct Rights: Sendable {
    private let control: PostgresDatabase
    private let catalogue: PermissionCatalogue

    /// Rights over the permissions of a catalogue.
    public init(_ control: PostgresDatabase, _ catalogue: PermissionCatalogue) {
        (self.control, self.catalogue) = (control, catalogue)
    }

    /// May this person do this, in this tenant, with this record? And why, or why not?
    public func may(
        _ person: UserID, _ permission: String, in tenant: TenantID, with record: RecordOwnership? = nil,
        isOn: (ModuleID) -> Bool = { _ in true }
    ) async throws -> RightsAnswer {
        guard let declared = catalogue.permission(permission), let module = catalogue.module(of: permission) else {
            return RightsAnswer(isAllowed: false, reasons: [.unknownPermission])
        }
        return try await standing(of: person, in: tenant).may(declared, with: record, moduleIsOn: isOn(module))
    }

    /// How a person stands in a tenant.
    public func standing(of person: UserID, in tenant: TenantID) async throws -> Standing {
        let rows = try await control.perform(
            """
            SELECT p.state, m.state, \(fragment: Self.role), \(fragment: Self.reach) \
            FROM security.person p \
            JOIN kernel.tenant n ON n.id = \(tenant) AND n.agency_id IS NOT DISTINCT FROM p.agency_id \
            LEFT JOIN security.membership m ON m.tenant_id = n.id AND m.person_id = p.id WHERE p.id = \(person)
            """)
        guard let row = rows.first else {
            return Standing(person: person, bar: .unknown, role: nil, grants: [:], fields: [:], teams: [])
        }
        let role = try RoleName(row, from: 2)
        let (fields, teams): ([String], [TeamID]) = (try row.decode(5), try row.decode(6))
        return Standing(
            person: person, bar: try Self.bar(row), role: role,
            grants: try role.map { catalogue.grants(of: $0, rows: try row.decode(4)) } ?? [:],
            fields: Self.rules(fields), teams: Set(teams))
    }

    /// The built-in role, the name of the tenant's own, and its rows.
    static let role: Query = """
        m.built_in, (SELECT r.name FROM security.role r WHERE r.tenant_id = m.tenant_id AND r.id = m.role_id), \
        ARRAY(SELECT g.permission || ' ' || g.scope FROM security.role_permission g \
        WHERE g.tenant_id = m.tenant_id AND g.role_id = m.role_id)
        """

    /// What the role does not do with fields, and the person's teams.
    static let reach: Query = """
        ARRAY(SELECT f.field || ' ' || f.rule FROM security.role_field f \
        WHERE f.tenant_id = m.tenant_id AND f.role_id = m.role_id), \
        ARRAY(SELECT t.team_id FROM security.team_member t \
        WHERE t.tenant_id = m.tenant_id AND t.person_id = m.person_id ORDER BY t.team_id)
        """

    private static func bar(_ row: Row) throws -> Standing.Bar? {
        let (person, membership): (String, String?) = (try row.decode(0), try row.decodeIfPresent(1))
        if person == "disabled" { return .disabled }
        if person != "active" { return .invited }
        guard let membership else { return .notMember }
        return membership == "active" ? nil : .suspended
    }

    static func rules(_ rows: [String]) -> [String: FieldRule] {
        let pairs = rows.compactMap { row -> (String, FieldRule)? in
            let parts = row.split(separator: " ")
            return parts.count == 2 ? FieldRule(rawValue: String(parts[1])).map { (String(parts[0]), $0) } : nil
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension RoleName {
    /// From a built-in role's word and an own one's name, side by side.
    init?(_ row: Row, from column: Int) throws {
        if let word: String = try row.decodeIfPresent(column) {
            guard let role = BuiltInRole(rawValue: word) else { return nil }
            self = .builtIn(role)
        } else if let name: String = try row.decodeIfPresent(column + 1) {
            self = .own(name)
        } else {
            return nil
        }
    }
}
