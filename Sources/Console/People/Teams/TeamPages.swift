import Core
import Localization
import Markup
import ModuleKit
import UI

/// A tenant's teams.
struct TeamsPage {
    let teams: [Team]
    let reader: PeopleReader

    private var new: Button {
        Button(
            reader.t("Ekip", "Team"), .link(SafeURL(path: "people", "teams", "new")), .primary, icon: .plus, key: "n")
    }

    var content: PageContent {
        var content = PageContent.people(.teams, reader, note: nil, table.html)
        if reader.may(.manageTeams), !teams.isEmpty { content.actions = new.html }
        return content
    }

    private var table: Table {
        let state = EmptyState(
            .users, reader.t("Henüz ekip yok", "There is no team yet"),
            reader.t(
                "Ekip, birbirinin kayıtlarını gören kişilerdir. Satış, saha, muhasebe gibi ekiplerle başlayın.",
                "A team is people who see each other's records. Begin with sales, field work or accounting."),
            actions: reader.may(.manageTeams) ? [new] : [])
        return Table(
            reader(PeopleSection.teams.title),
            columns: [
                Column(reader.t("Ekip", "Team")), Column(reader.t("Kişiler", "People")),
                Column(reader.t("Kişi sayısı", "Count"), isNumber: true),
            ],
            teams.isEmpty ? .empty(state) : .rows(teams.map(row)), in: reader.language)
    }

    private func row(_ team: Team) -> Row {
        let url = SafeURL(path: "people", "teams", team.id.description)
        let stack = AvatarStack(team.members.map(\.name), shown: 6, title: team.name)
        return Row(
            id: team.id.description, team.name, reader.may(.manageTeams) ? url : nil,
            lead: Avatar(team.name, isSquare: true, isNamed: false).html,
            cells: [
                .html(team.members.isEmpty ? "<span class=\"muted none\">—</span>" : stack.html),
                .number(reader.local.number(team.members.count)),
            ])
    }
}

/// The form of a team: its name and who is in it.
struct TeamPage {
    let team: Team?
    let people: [(id: UserID, name: String)]
    let draft: FormDraft
    let reader: PeopleReader

    var content: PageContent {
        let start = draft.starting(with: [
            "name": [team?.name].compactMap(\.self), "members": team?.members.map(\.id.description) ?? [],
        ])
        let fields = FormFields(TeamInput.fields, start)
            .control(
                "members",
                Pick(
                    people.map { Choice($0.id.description, $0.name) }, values: Set(start.texts("members")),
                    hint: reader.t("Kişi ara", "Find a person")))
        var content = PageContent.people(
            below: .teams, reader, title: team?.name ?? reader.t("Yeni ekip", "New team"),
            "\(start.form(fields, cancel: PeopleSection.teams.path, traits: [.guarded, .waits]))\(team.map(removal))")
        content.isKeptOffline = true
        if team != nil {
            content.actions =
                "\(Button(reader.t("Ekibi sil", "Delete the team"), .opens("remove-team"), .dangerQuiet, icon: .trash))"
        }
        return content
    }

    private func removal(of team: Team) -> Dialog {
        .confirm(
            "remove-team", reader.t("\(team.name) silinsin mi?", "Delete \(team.name)?"),
            reader.t(
                "Kişiler ve kayıtlar yerinde kalır; ekibin kayıtlarını görenler artık yalnızca kendilerininkini görür.",
                "People and records stay; who saw the team's records sees only their own from now on."),
            reader.t("Ekibi sil", "Delete the team"),
            .posts(SafeURL(path: "people", "teams", team.id.description, "remove")), in: reader.language)
    }
}

/// What the form of a team sends.
struct TeamInput: RouteInput {
    static let fields = [
        InputField("name", title: Words(tr: "Ad", en: "Name"), .text(most: 120)),
        InputField("members", title: Words(tr: "Kişiler", en: "People"), .list(most: 500), required: false),
    ]

    let name: String
    let members: [String]?
}
