import Core
import HTTP
import ModuleKit
import Postgres
import SQL

/// The teams: pages, and the same for programs.
struct TeamRoutes: Sendable {
    let office: PeopleOffice

    private func teams(_ staff: any StaffContext) -> Teams { Teams(office: office, tenant: staff.tenant) }

    func register(into module: inout ModuleRegistrar) {
        module.page("/people/teams", for: .staff(.readMembers)) { _, staff in
            TeamsPage(teams: try await teams(staff).list(), reader: office.reader(staff)).content
        }
        module.form(
            "/people/teams/new", for: .staff(.manageTeams), taking: TeamInput.self,
            show: { staff, draft in try await page(nil, draft, staff) },
            save: { input, staff in
                _ = try await teams(staff).make(input.name, members: try input.people)
                return .see("/people/teams", Flash(Words(alike: input.name) + Self.made))
            })
        module.form(
            "/people/teams/:team", for: .staff(.manageTeams), taking: TeamInput.self, free: ["team"],
            show: { staff, draft in try await page(try await teams(staff).find(staff.team()), draft, staff) },
            save: { input, staff in
                try await save(input, staff)
                return .see("/people/teams", Flash(PeopleWords.changed(input.name)))
            })
        module.action("/people/teams/:team/remove", for: .staff(.manageTeams), free: ["team"]) { _, staff in
            let team = try await teams(staff).find(staff.team())
            try await teams(staff).remove(team.id)
            return .see("/people/teams", Flash(Words(alike: team.name) + Self.gone))
        }
        registerProgram(&module)
    }

    private static let made = Words(tr: " ekibi kuruldu", en: " is a team now")
    private static let gone = Words(tr: " ekibi silindi", en: " is deleted")

    private func page(_ team: Team?, _ draft: FormDraft, _ staff: any StaffContext) async throws -> PageContent {
        let people = try await Members(office: office, tenant: staff.tenant).names()
        return TeamPage(team: team, people: people, draft: draft, reader: office.reader(staff)).content
    }

    private func save(_ input: TeamInput, _ staff: any StaffContext) async throws {
        let id = try staff.team()
        try await teams(staff).rename(id, to: input.name)
        try await teams(staff).fill(id, with: try input.people)
    }

    // MARK: For programs

    private struct TeamBody: Encodable {
        let id: TeamID
        let name: String
        let members: [UserID]

        init(_ team: Team) { (id, name, members) = (team.id, team.name, team.members.map(\.id)) }
    }

    private func registerProgram(_ module: inout ModuleRegistrar) {
        module.route(.get, "/api/people/teams", for: .staff(.readMembers)) { _, staff in
            try .json(of: ["teams": try await teams(staff).list().map(TeamBody.init)])
        }
        module.route(.post, "/api/people/teams", for: .staff(.manageTeams), taking: TeamInput.self) { input, _, staff in
            let id = try await teams(staff).make(input.name, members: try input.people)
            return try .json(of: TeamBody(try await teams(staff).find(id)), status: .created)
        }
        module.route(.put, "/api/people/teams/:team", for: .staff(.manageTeams), taking: TeamInput.self, free: ["team"])
        {
            input, _, staff in
            try await save(input, staff)
            return try .json(of: TeamBody(try await teams(staff).find(staff.team())))
        }
        module.route(.delete, "/api/people/teams/:team", for: .staff(.manageTeams), free: ["team"]) { _, staff in
            try await teams(staff).remove(staff.team())
            return .done
        }
    }
}

extension TeamInput {
    fileprivate var people: [UserID] {
        get throws { try Ids.of(members, Subject.User.self, in: "members") }
    }
}

extension Members {
    /// Everybody by name, for lists to choose from.
    func names() async throws -> [(id: UserID, name: String)] {
        try await office.control.perform(
            """
            SELECT p.id, p.name FROM security.membership m JOIN security.person p ON p.id = m.person_id \
            WHERE m.tenant_id = \(tenant) AND m.state <> 'ended' ORDER BY p.name COLLATE "tr-x-icu", p.id LIMIT 1000
            """
        ).map { (id: try $0.decode(0), name: try $0.decode(1)) }
    }
}
