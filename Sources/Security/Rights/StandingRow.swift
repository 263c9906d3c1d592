import Core
import Kernel
import ModuleKit
import SQL

/// What a membership's row says of role, fields and teams: the columns of `Rights.role` and `Rights.reach`.
struct StandingRow {
    static let columnCount = 5

    let role: RoleName
    let permissions: [String]
    let fields: [String: FieldRule]
    let teams: [TeamID]

    /// Nil for who has no role.
    init?(_ row: Row, from column: Int) throws {
        guard let role = try RoleName(row, from: column) else { return nil }
        self.role = role
        permissions = try row.decode(column + 2)
        let rules: [String] = try row.decode(column + 3)
        fields = rules.isEmpty ? [:] : Rights.rules(rules)
        teams = try row.decode(column + 4)
    }

    func grants(in catalogue: PermissionCatalogue) -> [String: Scope] {
        catalogue.grants(of: role, rows: permissions)
    }
}

extension PersonProfile {
    /// What a profile is read from.
    static let columns: Query = "p.name, p.address, p.language, p.time_zone"
    static let columnCount = 4

    init(_ row: Row, from column: Int) throws {
        self.init(
            name: try row.decode(column), address: try row.decode(column + 1),
            language: Language(rawValue: try row.decode(column + 2)) ?? .tr, timeZone: try row.decode(column + 3))
    }
}

extension HeldSession {
    init(_ session: Session, _ hash: [UInt8]) {
        let visit = session.impersonation.map { _ in Visit(by: session.label, ends: session.expires) }
        self.init(id: session.id, tokenHash: hash, proved: session.proved, visit: visit)
    }
}
