import Core
import HTTP
import Localization
import Markup
import ModuleKit
import Security
import UI

/// The list of a tenant's people.
struct MembersPage {
    let page: MemberList
    let filter: MemberFilter
    let view: ListView
    let roles: [OwnRole]
    let reader: PeopleReader

    var content: PageContent {
        var content = PageContent.people(
            .members, reader, note: reader.t("\(page.total) kişi", "\(page.total) people"),
            "<div class=\"row wrap\">\(view.bar)</div><div class=\"row wrap\">\(search)\(chips)</div>\(view.around(table))\(pager)"
        )
        if reader.may(.manageMembers) {
            content.actions =
                Button(
                    reader.t("Davet et", "Invite"), .link(SafeURL(path: "people", "invite")), .primary, icon: .plus,
                    key: "n"
                ).html
        }
        return content
    }

    // MARK: What the list is narrowed to

    private var search: HTML {
        let label = reader.t("Ad ya da e-posta ara", "Search name or e-mail")
        return """
            <form class="row" method="get" action="/people" role="search">\(view.hidden(but: "q"))\
            <div class="input frame">\(Icon.search)<input type="search" name="q" value="\(filter.words)" \
            placeholder="\(label)" aria-label="\(label)" data-key="/"></div></form>
            """
    }

    private var chips: FilterBar {
        var all: [FilterBar.Chip] = []
        for role in BuiltInRole.allCases { add(.builtIn(role), reader(RoleWords.title(role)), to: &all) }
        for role in roles { add(.own(role.id), role.name, to: &all) }
        for state in Member.State.allCases where state != .active {
            let text = reader(RoleWords.state(state))
            add("state", state.rawValue, isOn: filter.state == state, isFree: filter.state == nil, text, to: &all)
        }
        return FilterBar(all, clear: view.isNarrowed ? view.whole : nil, in: reader.language)
    }

    private func add(_ role: RoleRef, _ name: String, to chips: inout [FilterBar.Chip]) {
        add("role", role.text, isOn: filter.role == role, isFree: filter.role == nil, name, to: &chips)
    }

    private func add(
        _ filter: String, _ value: String, isOn: Bool, isFree: Bool, _ text: String, to chips: inout [FilterBar.Chip]
    ) {
        let without = view.url([filter: nil])
        if isOn {
            chips.append(.on(text, change: .link(without), drop: without))
        } else if isFree {
            chips.append(.offered(text, view.url([filter: value])))
        }
    }

    // MARK: The people

    private var table: Table {
        Table(
            reader(PeopleSection.members.title),
            columns: [view.column(reader.t("Kişi", "Person"), orderedBy: "name")]
                + RecordList.members.columns.filter { view.shows($0.name) }.map { Column(reader($0.title)) },
            page.members.isEmpty ? .empty(nobody) : .rows(page.members.map(row)), in: reader.language)
    }

    private var nobody: EmptyState {
        EmptyState(
            .users, reader.t("Kimse bulunamadı", "Nobody was found"),
            reader.t(
                "Aramayı kısaltın ya da filtreleri kaldırın.", "Shorten the search, or take the filters away."),
            actions: [Button(reader.t("Filtreleri temizle", "Clear the filters"), .link(SafeURL(path: "people")))])
    }

    private func row(_ member: Member) -> Row {
        let shield: HTML =
            member.hasSecondFactor
            ? "\(Tag(reader.t("Açık", "On"), .good, icon: .shield))" : "<span class=\"muted none\">—</span>"
        return Row(
            id: member.id.description, member.name, SafeURL(path: "people", "members", member.id.description),
            lead: Avatar(member.name, isNamed: false).html,
            cells: view.pick([
                "address": .text(member.address),
                "role": .html(Tag(reader.role(member), member.role.meaning).html),
                "teams": .text(member.teams.map(\.name).joined(separator: ", ")),
                "state": .html(MemberTag(member, reader).html), "factor": .html(shield),
                "seen": .html(reader.ago(member.lastSeen)),
            ]), menu: reader.may(.manageMembers) ? MemberActs(member: member, reader: reader).menu : nil)
    }

    private var pager: Pager? {
        guard page.next != nil || filter.after != nil else { return nil }
        return Pager(
            previous: filter.after == nil ? nil : view.url(),
            next: page.next.map { view.url(more: ["after": $0.description]) },
            note: reader.t("\(page.members.count) kişi gösteriliyor", "\(page.members.count) people shown"),
            in: reader.language)
    }
}

extension RecordList {
    /// A tenant's people: what they are narrowed to and ordered by, and what of them is shown.
    static let members = RecordList(
        of: TableName("security.membership"), at: "/people", filters: ["q", "role", "state", "team"], orders: ["name"],
        columns: [
            Column("address", Words(tr: "E-posta", en: "E-mail")), Column("role", Words(tr: "Rol", en: "Role")),
            Column("teams", Words(tr: "Ekipler", en: "Teams")), Column("state", Words(tr: "Durum", en: "State")),
            Column("factor", Words(tr: "İki adım", en: "Two steps")),
            Column("seen", Words(tr: "Son görülme", en: "Last seen")),
        ], sharing: .manageMembers)
}

extension MemberFilter {
    /// What an address says; what it says of nothing known is no filter.
    init(_ items: QueryItems) {
        self.init(after: items["after"]) { items[$0] }
    }

    /// What a view says, and where the page begins.
    init(_ view: ListView, after: String?) {
        self.init(after: after) { view[$0] }
        isDescending = view.state.isDescending
    }

    private init(after: String?, _ said: (String) -> String?) {
        words = String((said("q") ?? "").prefix(80))
        (role, state) = (said("role").flatMap { RoleRef($0) }, said("state").flatMap { Member.State(rawValue: $0) })
        (team, self.after) = (said("team").flatMap { TeamID($0) }, after.flatMap { UserID($0) })
    }
}

extension RoleRef {
    /// Owners stand out, nothing else does.
    var meaning: Meaning { self == .builtIn(.owner) ? .accent : .plain }
}

/// Whether somebody is let in, as a state.
struct MemberTag: Component {
    let member: Member
    let reader: PeopleReader

    init(_ member: Member, _ reader: PeopleReader) { (self.member, self.reader) = (member, reader) }

    var html: HTML {
        let meaning: Meaning =
            switch member.state {
            case .active: .good
            case .invited: .accent
            case .suspended: .warn
            case .disabled: .bad
            }
        return Tag(reader(RoleWords.state(member.state)), meaning, isDotted: true).html
    }
}

/// What can be done with somebody in one press. Each can be taken back by its opposite.
struct MemberActs {
    let member: Member
    let reader: PeopleReader

    private func url(_ act: String) -> SafeURL { SafeURL(path: "people", "members", member.id.description, act) }

    var menu: Menu {
        let open = Menu.Item.act(
            reader.t("Aç", "Open"), .user, .link(SafeURL(path: "people", "members", member.id.description)))
        return Menu.ofRow(member.name, [open] + items, in: reader.language)
    }

    private var items: [Menu.Item] {
        switch member.state {
        case .invited:
            [
                .act(reader.t("Daveti yeniden gönder", "Send the invitation again"), .send, .posts(url("resend"))),
                .line,
                .act(
                    reader.t("Daveti geri çek", "Withdraw the invitation"), .x, .posts(url("withdraw")),
                    isDangerous: true),
            ]
        case .active where member.id != reader.staff.user:
            [.act(reader.t("Askıya al", "Suspend"), .lock, .posts(url("suspend")), isDangerous: true)]
        case .suspended: [.act(reader.t("Yeniden aç", "Let in again"), .undo, .posts(url("reactivate")))]
        case .active, .disabled: []
        }
    }

    /// The same as buttons of a page.
    var buttons: [Button] {
        switch member.state {
        case .invited:
            [
                Button(reader.t("Daveti geri çek", "Withdraw"), .posts(url("withdraw")), .dangerQuiet, icon: .x),
                Button(reader.t("Yeniden gönder", "Send again"), .posts(url("resend")), icon: .send),
            ]
        case .active where member.id != reader.staff.user:
            [Button(reader.t("Askıya al", "Suspend"), .posts(url("suspend")), .dangerQuiet, icon: .lock)]
        case .suspended: [Button(reader.t("Yeniden aç", "Let in again"), .posts(url("reactivate")), icon: .undo)]
        case .active, .disabled: []
        }
    }
}
