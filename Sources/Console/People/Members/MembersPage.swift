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
    let roles: [OwnRole]
    let reader: PeopleReader

    var content: PageContent {
        var content = PageContent.people(
            .members, reader, note: reader.t("\(page.total) kişi", "\(page.total) people"),
            "<div class=\"row wrap\">\(search)\(chips)</div>\(table)\(pager)")
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
        let kept = [("role", filter.role?.text), ("state", filter.state?.rawValue)].compactMap { name, value in
            value.map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" as HTML }
        }
        let label = reader.t("Ad ya da e-posta ara", "Search name or e-mail")
        return """
            <form class="row" method="get" action="/people" role="search">\(kept)\
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
            if filter.state == state {
                all.append(.on(text, change: .link(link { $0.state = nil }), drop: link { $0.state = nil }))
            } else if filter.state == nil {
                all.append(.offered(text, link { $0.state = state }))
            }
        }
        return FilterBar(all, clear: filter.isNarrowed ? SafeURL("/people") : nil, in: reader.language)
    }

    private func add(_ role: RoleRef, _ name: String, to chips: inout [FilterBar.Chip]) {
        if filter.role == role {
            chips.append(.on(name, change: .link(link { $0.role = nil }), drop: link { $0.role = nil }))
        } else if filter.role == nil {
            chips.append(.offered(name, link { $0.role = role }))
        }
    }

    private func link(_ change: (inout MemberFilter) -> Void) -> SafeURL {
        var other = filter
        other.after = nil
        change(&other)
        return other.url
    }

    // MARK: The people

    private var table: Table {
        Table(
            reader(PeopleSection.members.title),
            columns: [
                Column(reader.t("Kişi", "Person")), Column(reader.t("E-posta", "E-mail")),
                Column(reader.t("Rol", "Role")), Column(reader.t("Ekipler", "Teams")),
                Column(reader.t("Durum", "State")), Column(reader.t("İki adım", "Two steps")),
                Column(reader.t("Son görülme", "Last seen")),
            ],
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
            cells: [
                .text(member.address), .html(Tag(reader.role(member), member.role.meaning).html),
                .text(member.teams.map(\.name).joined(separator: ", ")), .html(MemberTag(member, reader).html),
                .html(shield), .html(reader.ago(member.lastSeen)),
            ], menu: reader.may(.manageMembers) ? MemberActs(member: member, reader: reader).menu : nil)
    }

    private var pager: Pager? {
        guard page.next != nil || filter.after != nil else { return nil }
        return Pager(
            previous: filter.after == nil ? nil : link { _ in },
            next: page.next.map { next in
                var other = filter
                other.after = next
                return other.url
            },
            note: reader.t("\(page.members.count) kişi gösteriliyor", "\(page.members.count) people shown"),
            in: reader.language)
    }
}

extension MemberFilter {
    /// The list as it is narrowed here.
    var url: SafeURL {
        let all = [
            ("q", words), ("role", role?.text), ("state", state?.rawValue), ("team", team?.description),
            ("after", after?.description),
        ]
        let said = all.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "\(name)=\($0.escapedInQuery)" }
        }
        return SafeURL(said.isEmpty ? "/people" : "/people?" + said.joined(separator: "&")) ?? .nowhere
    }

    /// What an address says; what it says of nothing known is no filter.
    init(_ items: QueryItems) {
        words = String((items["q"] ?? "").prefix(80))
        (role, state) = (items["role"].flatMap { RoleRef($0) }, items["state"].flatMap { Member.State(rawValue: $0) })
        (team, after) = (items["team"].flatMap { TeamID($0) }, items["after"].flatMap { UserID($0) })
    }
}

extension String {
    /// As a value of a query: letters and digits as they are, every other byte as two hexadecimal digits.
    fileprivate var escapedInQuery: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            if byte &- 48 <= 9 || (byte | 32) &- 97 <= 25 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
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
