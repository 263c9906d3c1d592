import Core
import ModuleKit
import Postgres
import SQL
import Security

/// A tenant's people, as konak_control keeps them.
struct Members: Sendable {
    let office: PeopleOffice
    let tenant: TenantID

    private var control: PostgresDatabase { office.control }

    /// A page of them in the order of their names. The next begins after a person, not at a number: others may come and go
    /// meanwhile.
    func page(_ filter: MemberFilter) async throws -> MemberList {
        let answers = try await control.perform(all: [
            """
            SELECT \(fragment: Member.columns) FROM \(fragment: Member.tables) \
            WHERE m.tenant_id = \(tenant) AND m.state <> 'ended' \(fragment: conditions(filter)) \
            ORDER BY \(fragment: Self.order(filter)) LIMIT \(MemberFilter.pageSize + 1)
            """,
            "SELECT count(*) FROM security.membership m WHERE m.tenant_id = \(tenant) AND m.state <> 'ended'",
        ])
        let members = try answers[0].map { try Member($0) }
        let shown = Array(members.prefix(MemberFilter.pageSize))
        return MemberList(
            members: shown, next: members.count > shown.count ? shown.last?.id : nil,
            total: try answers[1].first?.decode(0) ?? 0)
    }

    private static func order(_ filter: MemberFilter) -> Query {
        filter.isDescending
            ? "p.name COLLATE \"tr-x-icu\" DESC, p.id DESC" : "p.name COLLATE \"tr-x-icu\", p.id"
    }

    private func conditions(_ filter: MemberFilter) -> Query {
        var all: Query = ""
        let words = filter.words.split(separator: " ").prefix(5)
        for word in words {
            all = "\(fragment: all) AND position(security.fold(\(String(word))) IN p.search_key) > 0"
        }
        switch filter.role {
        case .builtIn(let role): all = "\(fragment: all) AND m.built_in = \(role.rawValue)"
        case .own(let id): all = "\(fragment: all) AND m.role_id = \(id)"
        case nil: break
        }
        switch filter.state {
        case .invited, .disabled:
            all = "\(fragment: all) AND p.state = \(filter.state?.rawValue ?? "")"
        case .active, .suspended:
            all = "\(fragment: all) AND p.state = 'active' AND m.state = \(filter.state?.rawValue ?? "")"
        case nil: break
        }
        if let team = filter.team {
            all = """
                \(fragment: all) AND EXISTS (SELECT FROM security.team_member x WHERE x.tenant_id = m.tenant_id \
                AND x.person_id = p.id AND x.team_id = \(team))
                """
        }
        if let after = filter.after {
            all = """
                \(fragment: all) AND (p.name COLLATE "tr-x-icu", p.id) \(fragment: filter.isDescending ? "<" : ">") \
                (SELECT b.name COLLATE "tr-x-icu", b.id FROM security.person b WHERE b.id = \(after))
                """
        }
        return all
    }

    /// One of them; another tenant's person is as unknown as one that never was.
    func find(_ person: UserID) async throws -> Member {
        let rows = try await control.perform(
            """
            SELECT \(fragment: Member.columns) FROM \(fragment: Member.tables) \
            WHERE m.tenant_id = \(tenant) AND m.person_id = \(person) AND m.state <> 'ended'
            """)
        guard let member = try rows.first.map({ try Member($0) }) else { throw Problem(.notFound) }
        return member
    }

    /// All who can take over from somebody, by name.
    func colleagues(of person: UserID) async throws -> [(id: UserID, name: String)] {
        try await control.perform(
            """
            SELECT p.id, p.name FROM \(fragment: Member.tables) \
            WHERE m.tenant_id = \(tenant) AND m.state = 'active' AND p.state = 'active' AND p.id <> \(person) \
            ORDER BY p.name COLLATE "tr-x-icu", p.id LIMIT 500
            """
        ).map { (id: try $0.decode(0), name: try $0.decode(1)) }
    }

    /// Who they are to work on: what they are now, held against what the one who asks may give and take.
    func target(_ person: UserID, for staff: any StaffContext) async throws -> Member {
        let member = try await find(person)
        let rights = try await Roles(office: office, tenant: tenant).rights(of: member.role)
        try await office.ceiling(of: staff).check(member.role, rights)
        return member
    }
}
