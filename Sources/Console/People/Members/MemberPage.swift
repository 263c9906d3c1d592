import Core
import Markup
import ModuleKit
import Security
import UI

/// One of a tenant's people: what they are, and what can be done about it.
struct MemberPage {
    let member: Member
    let roles: RoleChoices
    let teams: [Team]
    let draft: FormDraft
    let reader: PeopleReader
    /// Whether the reader may change this person at all.
    let isWithinReach: Bool

    var content: PageContent {
        var content = PageContent.people(
            below: .members, reader, title: member.name,
            "<div class=\"two\">\(left)<div class=\"stack\">\(facts)\(leaving)</div></div>")
        content.note = member.address
        content.isKeptOffline = true
        if isWithinReach, reader.may(.manageMembers) {
            content.actions = HTML(joining: MemberActs(member: member, reader: reader).buttons.map(\.html))
        }
        return content
    }

    private var left: HTML {
        guard isWithinReach, reader.may(.manageMembers) else {
            let text =
                reader.may(.manageMembers)
                ? reader.t(
                    "\(member.name) sizden daha fazlasını yapabildiği için rolünü siz değiştiremezsiniz.",
                    "\(member.name) may do more than you, so their role is not yours to change.")
                : reader.t("Rolünü bir yönetici değiştirebilir.", "An admin can change their role.")
            return Callout(text, .plain).html
        }
        let start = draft.starting(with: [
            "role": [member.role.text], "teams": member.teams.map(\.id.description),
        ])
        let fields = FormFields(MemberInput.fields, start)
            .control("role", Radios(roles.choices, value: start.text("role")))
            .control(
                "teams",
                Pick(
                    teams.map { Choice($0.id.description, $0.name) }, values: Set(start.texts("teams")),
                    hint: reader.t("Ekip ara", "Find a team")))
        return Panel(reader.t("Rol ve ekipler", "Role and teams"), start.form(fields, traits: .guarded).html).html
    }

    private var facts: Panel {
        Panel(
            reader.t("Bilgiler", "Details"),
            Facts([
                (reader.t("Durum", "State"), MemberTag(member, reader).html),
                (reader.t("Rol", "Role"), HTML(text: reader.role(member))),
                (
                    reader.t("İki adım", "Two steps"),
                    HTML(text: member.hasSecondFactor ? reader.t("Açık", "On") : reader.t("Kapalı", "Off"))
                ),
                (reader.t("Son görülme", "Last seen"), reader.ago(member.lastSeen)),
                (reader.t("Davet", "Invited"), reader.ago(member.invited)),
            ]).html)
    }

    private var leaving: Panel? {
        guard isWithinReach, reader.may(.manageDepartures), member.id != reader.staff.user, member.state != .invited
        else { return nil }
        let text = reader.t(
            "Oturumları ve anahtarları kapanır, kayıtları seçtiğiniz kişiye geçer. 30 gün içinde geri alınabilir.",
            "Sessions and keys close, records go to the colleague you choose. It can be taken back for 30 days.")
        let button = Button(
            reader.t("Ayrılışı başlat", "Begin the departure"),
            .link(SafeURL(path: "people", "members", member.id.description, "leave")), .dangerQuiet, icon: .logOut)
        return Panel(
            reader.t("Ayrılıyor mu?", "Leaving?"),
            "<div class=\"stack s\"><p class=\"small\">\(text)</p>\(button)</div>")
    }
}

/// What the form of a person sends.
struct MemberInput: RouteInput {
    static let fields = [
        InputField("role", title: Words(tr: "Rol", en: "Role"), .text(most: 40)),
        InputField("teams", title: Words(tr: "Ekipler", en: "Teams"), .list(most: 100), required: false),
    ]

    let role: String
    let teams: [String]?
}

/// Roles to choose one of: those that the one who chooses may give.
struct RoleChoices: Sendable {
    let choices: [Choice]

    /// Every role within a ceiling, in the reader's words.
    init(_ own: [OwnRole], within ceiling: Ceiling, _ book: RightsBook, in language: Language) {
        let builtIn = BuiltInRole.allCases.filter { role in
            (role != .owner || ceiling.isOwner) && ceiling.covers(RoleRights(grants: book.grants(of: role)))
        }.map { role in
            Choice(
                role.rawValue, RoleWords.title(role).text(in: language),
                note: RoleWords.about(role).text(in: language))
        }
        choices =
            builtIn
            + own.filter { ceiling.covers($0.rights) }.map { role in
                Choice(
                    role.id.description, role.name, note: language.t("Firmanın kendi rolü", "The company's own role"))
            }
    }
}
