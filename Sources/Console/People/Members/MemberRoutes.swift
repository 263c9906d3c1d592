import Core
import HTTP
import ModuleKit
import Security

/// The people: pages, and the same for programs below `/api`.
struct MemberRoutes: Sendable {
    let office: PeopleOffice

    func register(into module: inout ModuleRegistrar) {
        module.page("/people", for: .staff(.readMembers)) { request, staff in
            try await list(try await RecordList.members.view(request, in: staff), request, staff)
        }
        module.views(of: .members, for: .staff(.readMembers))
        module.form(
            "/people/invite", for: .staff(.manageMembers), taking: InviteInput.self,
            show: { staff, draft in try await invitation(draft, staff) },
            save: { input, staff in
                let member = try await invite(input, staff)
                return .see("/people", Flash(PeopleWords.invited(member)))
            })
        module.page("/people/members/:person", for: .staff(.readMembers), free: ["person"]) { _, staff in
            let target = "/people/members/\(try staff.person())/edit"
            return try await page(FormDraft(to: target, in: staff), staff)
        }
        module.form(
            "/people/members/:person/edit", for: .staff(.manageMembers), taking: MemberInput.self, free: ["person"],
            show: { staff, draft in try await page(draft, staff) },
            save: { input, request, staff in
                let person = try staff.person()
                let cookies = try await change(person, role: input.role, teams: input.teams ?? [], request, staff)
                let member = try await members(staff).find(person)
                return .see(
                    "/people/members/\(person)", Flash(PeopleWords.changed(member.name)), cookies: cookies)
            })
        for act in MemberAct.allCases {
            module.action(act.path, for: .staff(.manageMembers), free: ["person"]) { _, staff in
                let member = try await members(staff).find(staff.person())
                try await run(act, member.id, staff)
                return .see(
                    act == .withdraw ? "/people" : "/people/members/\(member.id)",
                    Flash(
                        act.said(member.name), undo: act.opposite.map { "/people/members/\(member.id)/\($0.rawValue)" })
                )
            }
        }
        MemberAPI(routes: self).register(into: &module)
    }

    func members(_ staff: any StaffContext) -> Members { Members(office: office, tenant: staff.tenant) }

    func inviting(_ staff: any StaffContext) -> Inviting {
        Inviting(office: office, tenant: staff.tenant, place: staff.site.brand.name)
    }

    // MARK: Pages

    private func list(_ view: ListView, _ request: Request, _ staff: any StaffContext) async throws -> PageContent {
        let filter = MemberFilter(view, after: request.items["after"])
        return MembersPage(
            page: try await members(staff).page(filter), filter: filter, view: view,
            roles: try await Roles(office: office, tenant: staff.tenant).list(), reader: office.reader(staff)
        ).content
    }

    private func choices(_ staff: any StaffContext, _ ceiling: Ceiling) async throws -> RoleChoices {
        RoleChoices(
            try await Roles(office: office, tenant: staff.tenant).list(), within: ceiling, try office.book,
            in: staff.language)
    }

    private func invitation(_ draft: FormDraft, _ staff: any StaffContext) async throws -> PageContent {
        InvitePage(
            roles: try await choices(staff, office.ceiling(of: staff)),
            teams: try await Teams(office: office, tenant: staff.tenant).list(), draft: draft,
            reader: office.reader(staff)
        ).content
    }

    private func page(_ draft: FormDraft, _ staff: any StaffContext) async throws -> PageContent {
        let member = try await members(staff).find(staff.person())
        let ceiling = try await office.ceiling(of: staff)
        let rights = try await Roles(office: office, tenant: staff.tenant).rights(of: member.role)
        let isWithinReach = ceiling.covers(rights) && (member.role != .builtIn(.owner) || ceiling.isOwner)
        return MemberPage(
            member: member, roles: try await choices(staff, ceiling),
            teams: try await Teams(office: office, tenant: staff.tenant).list(), draft: draft,
            reader: office.reader(staff), isWithinReach: isWithinReach
        ).content
    }

    // MARK: What is done

    func invite(_ input: InviteInput, _ staff: any StaffContext) async throws -> Member {
        guard let address = LoginAddress(input.address) else {
            throw Problem(
                .unprocessable,
                fields: [
                    FieldFault(
                        "/address", .format,
                        Words(tr: "ad@ornek.com gibi bir adres yazın.", en: "Write an address like name@example.com."))
                ])
        }
        let own = address.text.prefix { $0 != "@" }
        let new = NewMember(
            address: address, name: input.name ?? String(own), role: try Ids.role(input.role),
            teams: try Ids.of(input.teams, Subject.Team.self, in: "teams"),
            language: input.language.flatMap(Language.init) ?? staff.language)
        return try await inviting(staff).invite(new, by: staff)
    }

    /// Answers with another token for who has changed what they may themselves.
    func change(
        _ person: UserID, role: String?, teams: [String]?, _ request: Request, _ staff: any StaffContext
    ) async throws -> [SetCookie] {
        let role = try role.map { try Ids.role($0) }
        let teams = try teams.map { try Ids.of($0, Subject.Team.self, in: "teams") }
        var isAnother = false
        if let role { isAnother = try await members(staff).change(person, role: role, by: staff) }
        if let teams { try await members(staff).change(person, teams: teams, by: staff) }
        return isAnother && person == staff.user ? try await office.renewed(request, at: staff.site.host) : []
    }

    func run(_ act: MemberAct, _ person: UserID, _ staff: any StaffContext) async throws {
        switch act {
        case .suspend: try await members(staff).suspend(person, by: staff)
        case .reactivate: try await members(staff).reactivate(person, by: staff)
        case .resend: try await inviting(staff).repeated(for: person, by: staff)
        case .withdraw: try await inviting(staff).withdraw(person, by: staff)
        }
    }
}

/// What is done with somebody in one press.
enum MemberAct: String, CaseIterable {
    case suspend, reactivate, resend, withdraw

    var path: StaticString {
        switch self {
        case .suspend: "/people/members/:person/suspend"
        case .reactivate: "/people/members/:person/reactivate"
        case .resend: "/people/members/:person/resend"
        case .withdraw: "/people/members/:person/withdraw"
        }
    }

    /// What takes it back.
    var opposite: MemberAct? { self == .suspend ? .reactivate : self == .reactivate ? .suspend : nil }

    func said(_ name: String) -> Words {
        let name = Words(alike: name)
        return switch self {
        case .suspend: name + Words(tr: " askıya alındı", en: " is suspended")
        case .reactivate: name + Words(tr: " yeniden girebilir", en: " may come in again")
        case .resend: Words(tr: "Davet yeniden gönderildi: ", en: "The invitation was sent again: ") + name
        case .withdraw: Words(tr: "Davet geri çekildi: ", en: "The invitation was withdrawn: ") + name
        }
    }
}

/// What is said after something was done with people.
enum PeopleWords {
    static func invited(_ member: Member) -> Words {
        member.state == .invited
            ? Words(tr: "Davet gönderildi: ", en: "The invitation was sent: ") + Words(alike: member.address)
            : Words(alike: member.name) + Words(tr: " artık ekipte", en: " is on the team now")
    }

    static func changed(_ name: String) -> Words { Words(alike: name) + Words(tr: " kaydedildi", en: " is saved") }
}
