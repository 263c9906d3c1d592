import Core
import Localization
import Markup
import ModuleKit
import Security
import UI

/// A tenant's roles: those that every tenant has, and its own.
struct RolesPage {
    let own: [OwnRole]
    let holders: [BuiltInRole: Int]
    let book: RightsBook
    let reader: PeopleReader

    var content: PageContent {
        var content = PageContent.people(
            .roles, reader,
            "<section class=\"stack s\"><h2>\(reader.t("Hazır roller", "Built-in roles"))</h2>\(builtIn)</section>\(ownRoles)"
        )
        if reader.may(.manageRoles) {
            content.actions =
                Button(
                    reader.t("Rol", "Role"), .link(SafeURL(path: "people", "roles", "new")), .primary, icon: .plus,
                    key: "n"
                ).html
        }
        return content
    }

    private var columns: [Column] {
        [
            Column(reader.t("Rol", "Role")), Column(reader.t("Ne yapar", "What it does")),
            Column(reader.t("İzin", "Permissions"), isNumber: true), Column(reader.t("Kişi", "People"), isNumber: true),
        ]
    }

    private var builtIn: Table {
        Table(
            reader.t("Hazır roller", "Built-in roles"), columns: columns,
            .rows(
                BuiltInRole.allCases.map { role in
                    row(
                        role.rawValue, reader(RoleWords.title(role)), reader(RoleWords.about(role)),
                        book.grants(of: role).count, holders[role] ?? 0)
                }), in: reader.language)
    }

    private var ownRoles: HTML {
        let new = Button(
            reader.t("İlk rolü oluştur", "Make the first role"), .link(SafeURL(path: "people", "roles", "new")),
            icon: .plus)
        let empty = EmptyState(
            .shield, reader.t("Firmanızın kendi rolü yok", "Your company has no role of its own"),
            reader.t(
                "Hazır rollerden birini kopyalayıp izinlerini tek tek seçebilirsiniz.",
                "Copy one of the built-in roles and choose its permissions one by one."),
            actions: reader.may(.manageRoles) ? [new] : [])
        let rows = own.map { role in
            row(
                role.id.description, role.name, reader.t("Firmanın kendi rolü", "The company's own"),
                role.rights.grants.count, role.holders)
        }
        let table = Table(
            reader.t("Firmanın rolleri", "The company's roles"), columns: columns,
            own.isEmpty ? .empty(empty) : .rows(rows), in: reader.language)
        return
            "<section class=\"stack s\"><h2>\(reader.t("Firmanın rolleri", "The company's roles"))</h2>\(table)</section>"
    }

    private func row(_ ref: String, _ title: String, _ about: String, _ grants: Int, _ holders: Int) -> Row {
        let copy = Menu.Item.act(
            reader.t("Kopyala", "Copy"), .copy, .link(SafeURL(path: "people", "roles", "new", query: ["from": ref])))
        let people = Menu.Item.act(
            reader.t("Bu roldekiler", "Who has it"), .users, .link(SafeURL(path: "people", query: ["role": ref])))
        return Row(
            id: ref, title, SafeURL(path: "people", "roles", ref), lead: Icon.shield.html,
            cells: [.text(about), .number(reader.local.number(grants)), .number(reader.local.number(holders))],
            menu: .ofRow(title, reader.may(.manageRoles) ? [people, copy] : [people], in: reader.language))
    }
}

/// One role with its matrix: to read for one that every tenant has, to change for an own one.
struct RolePage {
    let ref: RoleRef?
    let title: String
    let rights: RoleRights
    let holders: Int
    let ceiling: Ceiling
    let chapters: [RightsBook.Chapter]
    let replacements: RoleChoices
    let draft: FormDraft
    let reader: PeopleReader

    /// Changed by whoever may, and never above what they hold.
    private var isEditable: Bool {
        reader.may(.manageRoles) && ref?.builtIn == nil && (ref == nil || ceiling.covers(rights))
    }

    var content: PageContent {
        let name = ref == nil ? reader.t("Yeni rol", "New role") : title
        let removal = ref.flatMap { ref in ref.own != nil && isEditable ? self.removal(ref) : nil }
        var content = PageContent.people(
            below: .roles, reader, title: name, "\(isEditable ? form : reading)\(removal)")
        content.note = ref == nil ? nil : reader.t("\(holders) kişide", "held by \(holders)")
        if let ref, reader.may(.manageRoles) { content.actions = actions(ref) }
        return content
    }

    private func actions(_ ref: RoleRef) -> HTML {
        let copy = Button(
            reader.t("Kopyala", "Copy"), .link(SafeURL(path: "people", "roles", "new", query: ["from": ref.text])),
            icon: .copy)
        guard ref.own != nil, isEditable else { return copy.html }
        return "\(Button(reader.t("Sil", "Delete"), .opens("remove-role"), .dangerQuiet, icon: .trash))\(copy)"
    }

    private var reading: HTML {
        let about: HTML? = ref.flatMap { ref -> HTML? in
            guard case .builtIn(let role) = ref else { return nil }
            return Callout(reader(RoleWords.about(role))).html
        }
        return "\(about)\(matrix(rights, isEditable: false))"
    }

    private var form: HTML {
        let start = draft.starting(with: [
            "name": title.isEmpty ? [] : [title], "grants": RightsText.grants(rights),
            "fields": RightsText.fields(rights),
        ])
        let chosen = RoleRights(
            grants: RightsText.grants(start.texts("grants")), fields: RightsText.fields(start.texts("fields")))
        let name = FormFields(RoleInput.fields, start).only("name")
        return start.form(
            of: RoleInput.fields, "\(name)\(matrix(chosen, isEditable: true))", cancel: PeopleSection.roles.path,
            traits: .guarded
        ).html
    }

    private func matrix(_ rights: RoleRights, isEditable: Bool) -> HTML {
        HTML(
            joining: chapters.map {
                RoleMatrix(chapter: $0, rights: rights, ceiling: ceiling, isEditable: isEditable, reader: reader).html
            })
    }

    private func removal(_ ref: RoleRef) -> Dialog {
        let target = "/people/roles/\(ref.text)/remove"
        let form = FormDraft(to: target, in: reader.staff)
        let others = replacements.choices.filter { $0.value != ref.text }
        let fields = FormFields(RemoveRoleInput.fields, form).control(
            "replacement", Select(others, value: holders == 0 ? "read_only" : nil))
        let text =
            holders == 0
            ? reader.t("Bu rol kimsede yok; iz bırakmadan silinir.", "Nobody has this role; it goes without a trace.")
            : reader.t(
                "Bu rol \(holders) kişide. Yerine hangi rolü alacaklarını seçin; oturumları kapanır ve yeni rolleriyle girerler.",
                "\(holders) people have this role. Choose what they get instead; their sessions end and they sign in to that."
            )
        return Dialog(
            "remove-role", reader.t("\(title) silinsin mi?", "Delete \(title)?"), in: reader.language,
            """
            <div class="stack"><p>\(text)</p>\(form.form(fields, save: Words(tr: "Rolü sil", en: "Delete the role")))</div>
            """)
    }
}

/// What the form of a role sends: `crm.customer.read team` for each grant, `crm.customer.phone hidden` for each field.
struct RoleInput: RouteInput {
    static let fields = [
        InputField("name", title: Words(tr: "Rolün adı", en: "Name of the role"), .text(most: 80)),
        InputField("grants", title: Words(tr: "İzinler", en: "Permissions"), .list(most: 500), required: false),
        InputField("fields", title: Words(tr: "Alanlar", en: "Fields"), .list(most: 500), required: false),
    ]

    let name: String
    let grants: [String]?
    let fields: [String]?
}

/// What the question before a role is deleted sends.
struct RemoveRoleInput: RouteInput {
    static let fields = [
        InputField("replacement", title: Words(tr: "Yerine", en: "Instead"), .text(most: 40), required: false)
    ]

    let replacement: String?
}

/// Rights as lists of words, which forms and programs send alike.
enum RightsText {
    static func grants(_ rights: RoleRights) -> [String] {
        rights.grants.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.rawValue)" }
    }

    static func fields(_ rights: RoleRights) -> [String] {
        rights.fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.rawValue)" }
    }

    static func grants(_ texts: [String]) -> [String: Scope] { pairs(texts) }
    static func fields(_ texts: [String]) -> [String: FieldRule] { pairs(texts) }

    /// The rights that lists of words say; what cannot be read is refused at its place.
    static func rights(_ grants: [String], _ fields: [String]) throws -> RoleRights {
        let rights = RoleRights(grants: Self.grants(grants), fields: Self.fields(fields))
        guard rights.grants.count == Set(grants.map(Self.name)).count, rights.grants.count == grants.count else {
            throw Problem(
                .unprocessable,
                fields: [Core.FieldFault("/grants", .format, "must be a permission with own, team or all")])
        }
        guard rights.fields.count == fields.count else {
            throw Problem(
                .unprocessable,
                fields: [Core.FieldFault("/fields", .format, "must be a field with hidden or read_only")])
        }
        return rights
    }

    private static func name(_ text: String) -> Substring { text.prefix { $0 != " " } }

    private static func pairs<Value: RawRepresentable<String>>(_ texts: [String]) -> [String: Value] {
        let pairs = texts.compactMap { text -> (String, Value)? in
            let parts = text.split(separator: " ")
            guard parts.count == 2, let value = Value(rawValue: String(parts[1])) else { return nil }
            return (String(parts[0]), value)
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
