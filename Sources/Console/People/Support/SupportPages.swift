import Core
import Localization
import Markup
import ModuleKit
import Security
import UI

/// A console's way to its tenants' people, and what came of it so far.
struct SupportPage {
    let tenants: [SupportedTenant]
    let words: String
    let visits: [Impersonation]
    let isOperator: Bool
    let isSenior: Bool
    let write: VisitWords

    var content: PageContent {
        let note = Callout(
            write.t(
                "Birinin yerine girmek neden ister, en çok 60 dakika sürer ve iki tarafta da yazılır. Hesap ayarlarına, anahtarlara ve dışa aktarmaya ulaşılamaz.",
                "Working in somebody's place needs a reason, lasts 60 minutes at most and is written down on both sides. Account settings, keys and exports stay out of reach."
            ))
        return PageContent(
            title: write.t("Destek erişimi", "Support access"),
            body: "\(note)\(isSenior ? list : HTML())\(VisitsTable(visits: visits, side: .house, words: write))")
    }

    private var list: HTML {
        let search = ConsoleSearch(
            path: SafeURL(path: "support"), words: words, label: write.t("Firma ara", "Find a company"))
        let shown = tenants.prefix(SupportDesk.pageSize)
        let last = tenants.count > shown.count ? shown.last : nil
        let empty = EmptyState(
            .building, write.t("Firma bulunamadı", "No company was found"),
            write.t("Aramayı kısaltın.", "Shorten the search."))
        let columns = [
            Column(write.t("Firma", "Company")), Column(write.t("Ajans", "Agency")),
            Column(write.t("Kişi", "People"), isNumber: true),
        ]
        let rows = shown.map { tenant in
            Row(
                id: tenant.id.description, tenant.name,
                SafeURL(path: "support", "tenants", tenant.id.description),
                lead: Avatar(tenant.name, isSquare: true, isNamed: false).html,
                cells: [.text(tenant.agencyName), .number(write.local.number(tenant.people))])
        }
        let pager = last.map { last in
            Pager(
                previous: nil, next: SafeURL(path: "support", query: ["q": words, "after": last.id.description]),
                note: write.t("\(shown.count) firma", "\(shown.count) companies"), in: write.local.language)
        }
        return """
            <section class="stack s"><h2>\(write.t("Firmalar", "Companies"))</h2>\(search)\
            \(Table(
                write.t("Firmalar", "Companies"), columns: columns,
                rows.isEmpty ? .empty(empty) : .rows(Array(rows)), in: write.local.language))\(pager)</section>
            """
    }
}

/// A list of a console narrowed by words.
struct ConsoleSearch: Component {
    let path: SafeURL
    let words: String
    let label: String

    var html: HTML {
        """
        <form class="row" method="get" action="\(path)" role="search"><div class="input frame">\(Icon.search)\
        <input type="search" name="q" value="\(words)" placeholder="\(label)" aria-label="\(label)" data-key="/"></div></form>
        """
    }
}

/// The people of a tenant, to choose in whose place one works.
struct SupportPeoplePage {
    let tenant: SupportedTenant
    let people: MemberList
    let words: String
    let write: VisitWords

    var content: PageContent {
        let rows = people.members.map { person in
            Row(
                id: person.id.description, person.name,
                SafeURL(path: "support", "tenants", tenant.id.description, person.id.description),
                lead: Avatar(person.name, isNamed: false).html,
                cells: [.text(person.address), .html(Tag(role(person), person.role.meaning).html)])
        }
        let table = Table(
            tenant.name,
            columns: [
                Column(write.t("Kişi", "Person")), Column(write.t("E-posta", "E-mail")),
                Column(write.t("Rol", "Role")),
            ],
            rows.isEmpty ? .empty(empty) : .rows(rows), in: write.local.language)
        let search = ConsoleSearch(
            path: SafeURL(path: "support", "tenants", tenant.id.description), words: words,
            label: write.t("Kişi ara", "Find a person"))
        var content = PageContent(
            title: tenant.name, body: "<div class=\"stack s\">\(search)\(table)\(pager)</div>")
        content.note = tenant.agencyName
        content.steps = [(write.t("Destek erişimi", "Support access"), SafeURL(path: "support"))]
        return content
    }

    private var empty: EmptyState {
        guard words.isEmpty else {
            return EmptyState(
                .users, write.t("Kimse bulunamadı", "Nobody was found"),
                write.t("Aramayı kısaltın.", "Shorten the search."))
        }
        return EmptyState(
            .users, write.t("Girebilen kimse yok", "Nobody can come in"),
            write.t("Firmanın etkin bir kişisi yok.", "The company has nobody active."))
    }

    private var pager: Pager? {
        people.next.map { next in
            Pager(
                previous: nil,
                next: SafeURL(
                    path: "support", "tenants", tenant.id.description,
                    query: ["q": words, "after": next.description]),
                note: write.t("\(people.members.count) kişi", "\(people.members.count) people"),
                in: write.local.language)
        }
    }

    private func role(_ person: Member) -> String {
        if case .builtIn(let role) = person.role { return RoleWords.title(role).text(in: write.local.language) }
        return person.roleName ?? "—"
    }
}

/// The question before a visit: why, and how long.
struct VisitPage {
    let tenant: SupportedTenant
    let person: Member
    let draft: FormDraft
    let write: VisitWords

    var content: PageContent {
        let start = draft.starting(with: ["minutes": "30"])
        let choices = [15, 30, 60].map { Choice("\($0)", write.t("\($0) dakika", "\($0) minutes")) }
        let fields = FormFields(VisitInput.fields, start)
            .control("minutes", Radios(choices, value: start.text("minutes"), layout: .segments))
        let form = start.form(
            fields, save: Words(tr: "Erişimi başlat", en: "Begin the access"),
            cancel: "/support/tenants/\(tenant.id)")
        let who = Panel(Person(person.name, note: "\(person.address) · \(tenant.name)").html)
        var content = PageContent(
            title: write.t("\(person.name) yerine gir", "Work in \(person.name)'s place"),
            body: "\(who)\(form)")
        content.steps = [
            (write.t("Destek erişimi", "Support access"), SafeURL(path: "support")),
            (tenant.name, SafeURL(path: "support", "tenants", tenant.id.description)),
        ]
        return content
    }
}

/// The way in, which is open for half a minute.
struct WayInPage {
    let tenant: SupportedTenant
    let person: Member
    let url: String
    let minutes: Int
    let write: VisitWords

    var content: PageContent {
        let button = Button(
            write.t("\(tenant.name) firmasına gir", "Enter \(tenant.name)"), .link(SafeURL(url) ?? .nowhere), .primary,
            icon: .external, size: .large)
        let text = write.t(
            "Bağlantı 30 saniye ve bir kez geçerlidir. \(minutes) dakika sonra ya da buradaki oturumunuz kapandığında biter.",
            "The link works once, within 30 seconds. It ends after \(minutes) minutes, or when your session here ends.")
        var content = PageContent(
            title: write.t("Giriş hazır", "The way in is open"),
            body: """
                \(Panel("""
                <div class="stack">\(Person(person.name, note: "\(person.address) · \(tenant.name)"))<p>\(text)</p>\
                <div class="row">\(button)</div></div>
                """))
                """)
        content.steps = [(write.t("Destek erişimi", "Support access"), SafeURL(path: "support"))]
        return content
    }
}
