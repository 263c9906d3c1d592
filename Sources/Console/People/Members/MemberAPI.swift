import Core
import HTTP
import ModuleKit
import Security

/// One of a tenant's people, as programs read them.
struct MemberBody: Encodable {
    struct TeamName: Encodable {
        let id: TeamID
        let name: String
    }

    let id: UserID
    let name: String
    let address: String
    let state: String
    let role: String
    let roleName: String?
    let teams: [TeamName]
    let hasSecondFactor: Bool
    let lastSeen: Timestamp?
    let invitedAt: Timestamp?

    init(_ member: Member) {
        (id, name, address) = (member.id, member.name, member.address)
        (state, role, roleName) = (member.state.rawValue, member.role.text, member.roleName)
        teams = member.teams.map { TeamName(id: $0.id, name: $0.name) }
        (hasSecondFactor, lastSeen, invitedAt) = (member.hasSecondFactor, member.lastSeen, member.invited)
    }
}

/// The people, for programs.
struct MemberAPI: Sendable {
    let routes: MemberRoutes

    private struct Page: Encodable {
        let members: [MemberBody]
        let next: UserID?
        let total: Int
    }

    func register(into module: inout ModuleRegistrar) {
        module.route(.get, "/api/people/members", for: .staff(.readMembers)) { request, staff in
            let page = try await routes.members(staff).page(MemberFilter(request.items))
            return try .json(of: Page(members: page.members.map(MemberBody.init), next: page.next, total: page.total))
        }
        module.route(.get, "/api/people/members/:person", for: .staff(.readMembers), free: ["person"]) { _, staff in
            try .json(of: MemberBody(try await routes.members(staff).find(staff.person())))
        }
        module.route(.post, "/api/people/invitations", for: .staff(.manageMembers), taking: InviteInput.self) {
            input, _, staff in
            try .json(of: MemberBody(try await routes.invite(input, staff)), status: .created)
        }
        module.route(
            .patch, "/api/people/members/:person", for: .staff(.manageMembers), taking: MemberChange.self,
            free: ["person"]
        ) { input, request, staff in
            let person = try staff.person()
            let cookies = try await routes.change(person, role: input.role, teams: input.teams, request, staff)
            var answer = try Response.json(of: MemberBody(try await routes.members(staff).find(person)))
            for cookie in cookies { answer.fields.append(.setCookie, cookie.fieldValue) }
            return answer
        }
        for act in MemberAct.allCases {
            module.route(.post, act.programPath, for: .staff(.manageMembers), free: ["person"]) { _, staff in
                try await routes.run(act, staff.person(), staff)
                return .done
            }
        }
    }
}

/// What a program changes of somebody: whatever it does not name stays.
struct MemberChange: RouteInput {
    static let fields = [
        InputField("role", title: Words(tr: "Rol", en: "Role"), .text(most: 40), required: false),
        InputField("teams", title: Words(tr: "Ekipler", en: "Teams"), .list(most: 100), required: false),
    ]

    let role: String?
    let teams: [String]?
}

extension MemberAct {
    fileprivate var programPath: StaticString {
        switch self {
        case .suspend: "/api/people/members/:person/suspend"
        case .reactivate: "/api/people/members/:person/reactivate"
        case .resend: "/api/people/members/:person/resend"
        case .withdraw: "/api/people/members/:person/withdraw"
        }
    }
}
