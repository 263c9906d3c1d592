import Core
import HTTP
import ModuleKit
import Security

/// The roles: pages, and the same for programs.
struct RoleRoutes: Sendable {
    let office: PeopleOffice

    private func roles(_ staff: any StaffContext) -> Roles { Roles(office: office, tenant: staff.tenant) }

    func register(into module: inout ModuleRegistrar) {
        module.page("/people/roles", for: .staff(.readRoles)) { _, staff in
            RolesPage(
                own: try await roles(staff).list(), holders: try await roles(staff).holders(), book: try office.book,
                reader: office.reader(staff)
            ).content
        }
        module.form(
            "/people/roles/new", for: .staff(.manageRoles), taking: RoleInput.self,
            show: { staff, draft in try await page(nil, draft, staff) },
            save: { input, staff in
                _ = try await roles(staff).make(input.name, try input.rights, by: staff)
                return .see("/people/roles", Flash(Words(alike: input.name) + Self.made))
            })
        module.page("/people/roles/:role", for: .staff(.readRoles), free: ["role"]) { _, staff in
            let ref = try ref(staff)
            return try await page(ref, FormDraft(to: "/people/roles/\(ref.text)/edit", in: staff), staff)
        }
        module.form(
            "/people/roles/:role/edit", for: .staff(.manageRoles), taking: RoleInput.self, free: ["role"],
            show: { staff, draft in try await page(try ref(staff), draft, staff) },
            save: { input, staff in
                try await roles(staff).change(try own(staff), name: input.name, try input.rights, by: staff)
                return .see("/people/roles", Flash(PeopleWords.changed(input.name)))
            })
        module.form(
            "/people/roles/:role/remove", for: .staff(.manageRoles), taking: RemoveRoleInput.self, free: ["role"],
            show: { staff, draft in try await page(try ref(staff), draft, staff) },
            save: { input, staff in
                let role = try await roles(staff).find(try own(staff))
                try await remove(input.replacement, staff)
                return .see("/people/roles", Flash(Words(alike: role.name) + Self.gone))
            })
        registerProgram(&module)
    }

    private static let made = Words(tr: " rolü oluşturuldu", en: " is a role now")
    private static let gone = Words(tr: " rolü silindi", en: " is deleted")

    private func ref(_ staff: any StaffContext) throws -> RoleRef {
        guard let ref = staff.parameters["role"].flatMap({ RoleRef(String($0)) }) else { throw Problem(.notFound) }
        return ref
    }

    private func own(_ staff: any StaffContext) throws -> UUIDv7 {
        guard let id = try ref(staff).own else { throw Problem.people(.builtInRole) }
        return id
    }

    private func remove(_ replacement: String?, _ staff: any StaffContext) async throws {
        let next = try replacement.map { try Ids.role($0, in: "replacement") }
        try await roles(staff).remove(try own(staff), replacement: next, by: staff)
    }

    /// A role by its name here; a new one may begin as a copy.
    private func page(_ ref: RoleRef?, _ draft: FormDraft, _ staff: any StaffContext) async throws -> PageContent {
        let book = try office.book
        let reader = office.reader(staff)
        var (title, rights, holders) = ("", RoleRights(), 0)
        switch ref ?? draft.query["from"].flatMap({ RoleRef($0) }) {
        case .builtIn(let role):
            (title, rights) = (reader(RoleWords.title(role)), RoleRights(grants: book.grants(of: role)))
            holders = try await roles(staff).holders()[role] ?? 0
        case .own(let id):
            let role = try await roles(staff).find(id)
            (title, rights, holders) = (role.name, role.rights, role.holders)
        case nil: break
        }
        if ref == nil, !title.isEmpty { title += reader.t(" (kopya)", " (copy)") }
        let ceiling = try await office.ceiling(of: staff)
        return RolePage(
            ref: ref, title: title, rights: rights, holders: holders, ceiling: ceiling,
            chapters: book.chapters(at: office.entry(of: staff.tenant)),
            replacements: RoleChoices(try await roles(staff).list(), within: ceiling, book, in: staff.language),
            draft: draft, reader: reader
        ).content
    }

    // MARK: For programs

    private struct RoleBody: Encodable {
        let role: String
        let name: String
        let isBuiltIn: Bool
        let grants: [String]
        let fields: [String]
        let holders: Int

        init(_ role: OwnRole) {
            (self.role, name, isBuiltIn, holders) = (role.id.description, role.name, false, role.holders)
            (grants, fields) = (RightsText.grants(role.rights), RightsText.fields(role.rights))
        }

        init(_ role: BuiltInRole, _ book: RightsBook, _ holders: Int, in language: Language) {
            (self.role, name, isBuiltIn) = (role.rawValue, RoleWords.title(role).text(in: language), true)
            (grants, fields) = (RightsText.grants(RoleRights(grants: book.grants(of: role))), [])
            self.holders = holders
        }
    }

    private func registerProgram(_ module: inout ModuleRegistrar) {
        module.route(.get, "/api/people/roles", for: .staff(.readRoles)) { _, staff in
            let (book, holders) = (try office.book, try await roles(staff).holders())
            let builtIn = BuiltInRole.allCases.map { RoleBody($0, book, holders[$0] ?? 0, in: staff.language) }
            return try .json(of: ["roles": builtIn + (try await roles(staff).list().map(RoleBody.init))])
        }
        module.route(.post, "/api/people/roles", for: .staff(.manageRoles), taking: RoleInput.self) { input, _, staff in
            let id = try await roles(staff).make(input.name, try input.rights, by: staff)
            return try .json(of: RoleBody(try await roles(staff).find(id)), status: .created)
        }
        module.route(.put, "/api/people/roles/:role", for: .staff(.manageRoles), taking: RoleInput.self, free: ["role"])
        {
            input, _, staff in
            let id = try own(staff)
            try await roles(staff).change(id, name: input.name, try input.rights, by: staff)
            return try .json(of: RoleBody(try await roles(staff).find(id)))
        }
        module.route(.delete, "/api/people/roles/:role", for: .staff(.manageRoles), free: ["role"]) { request, staff in
            try await remove(request.items["replacement"], staff)
            return .done
        }
    }
}

extension RoleInput {
    fileprivate var rights: RoleRights { get throws { try RightsText.rights(grants ?? [], fields ?? []) } }
}

extension ProblemCode {
    /// What every tenant has, none changes.
    static let builtInRole = ProblemCode(
        "built-in-role", status: 409, title: "A built-in role cannot be changed; copy it instead")
}
