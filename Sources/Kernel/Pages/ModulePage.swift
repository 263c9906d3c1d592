import Core
import Crypto
import HTTP
import Markup
import ModuleKit
import UI

/// Whom a page is for.
enum PageReader: Sendable {
    /// One of a tenant's people.
    case staff(StaffPrincipal)
    /// One of a tenant's customers.
    case customer(CustomerPrincipal)
    /// Somebody of an agency or the operator.
    case house(HousePrincipal)
    /// Whoever came.
    case stranger

    /// What they are called, where somebody is known by name.
    var person: PersonProfile? {
        switch self {
        case .staff(let principal): principal.person
        case .house(let principal): principal.person
        case .customer, .stranger: nil
        }
    }

    /// Who they are, if they are signed in by a session; a program reads no pages.
    var user: UserID? {
        switch self {
        case .staff(let principal): principal.session.map { _ in principal.user }
        case .house(let principal): principal.user
        case .customer, .stranger: nil
        }
    }

    /// Whoever reads, as a mark for what their browser keeps for them; nil for those for whom it keeps nothing. Who works in
    /// another's place leaves nothing behind.
    var mark: String? {
        guard let user else { return nil }
        if case .staff(let principal) = self, principal.session?.visit != nil { return nil }
        return String(FileChecksum.of(Array("konak.reader.v1 \(user)".utf8)).prefix(16))
    }

    func holds(_ permission: String) -> Bool {
        switch self {
        case .staff(let principal): principal.grants[permission] != nil
        case .customer(let principal): principal.permissions.contains(permission)
        case .house, .stranger: false
        }
    }
}

/// A module's page within the frame of the face it stands on.
struct ModulePage {
    let content: PageContent
    let reader: PageReader
    let view: PageView
    let entry: SiteEntry
    let menu: HouseMenu
    let path: String
    var around = PageSurrounding()
    /// What modules show on a start.
    var cards = HTML()
    /// True for what says its own heading.
    var isHeadless = false

    var html: HTML {
        switch reader {
        case .staff, .house: shell
        case .customer:
            PortalScreen(
                view.frame, places, title: content.title, footer: view.otherLanguages, toasts: view.toasts, whole
            ).html
        case .stranger:
            PlainScreen(
                view.frame, title: content.title, footer: view.otherLanguages, toasts: view.toasts,
                "<div class=\"plaincard\"><div><h1>\(content.title)</h1></div><div>\(content.body)</div></div>"
            ).html
        }
    }

    private var places: [Place] {
        menu.places(at: entry, path: path, in: view.language, holding: reader.holds)
    }

    private var starts: PlaceCards {
        var starts = menu.starts(at: entry, path: path, in: view.language, holding: reader.holds)
        if let account {
            let note = view.t(
                "Adınız, parolanız, ikinci adımlar ve açık oturumlar.",
                "Your name, your password, second steps and open sessions.")
            starts.append((Place(view.t("Hesabım", "My account"), account, .settings), note))
        }
        return PlaceCards(starts, name: view.t("Bölümler", "Places"))
    }

    private var shell: HTML {
        var around = Shell.Surroundings([PlaceGroup(places)], user: user)
        around.toasts = view.toasts
        around.commands = menu.commands(at: entry, in: view.language, holding: reader.holds)
        if case .staff = reader, menu.isSearchable(entry) { around.records = SafeURL(path: SearchDesk.path) }
        (around.sites, around.banners) = (self.around.sites, [visit].compactMap(\.self) + self.around.banners)
        return Shell(view.frame, around, title: content.title, isFixed: content.isFixed, whole).html
    }

    /// Who works in somebody's place does not come to their account.
    private var isVisit: Bool {
        if case .staff(let principal) = reader { principal.session?.visit != nil } else { false }
    }

    /// On every page while somebody from above works in the reader's place.
    private var visit: Banner? {
        guard case .staff(let principal) = reader, let visit = principal.session?.visit,
            let end = SafeURL(HeldSession.Visit.end)
        else { return nil }
        let name = reader.person?.name ?? ""
        let left = max(1, (visit.ends.seconds - SystemClock().now().seconds + 59) / 60)
        let text = view.t(
            "\(visit.by), \(name) yerine çalışıyor. En çok \(left) dakika kaldı; yapılanlar kaydedilir.",
            "\(visit.by) works in \(name)'s place. At most \(left) minutes are left; what is done is recorded.")
        return Banner(
            text, .eye, action: Button(view.t("Bitir", "End"), .posts(end), size: .small).html)
    }

    /// By name where one is known; a program with a key, and the people of tests, have none.
    private var user: UserFace {
        guard let person = reader.person else {
            return UserFace(
                name: view.t("Hesabım", "My account"), note: entry.site.host, settings: nil, signOut: nil,
                languages: view.languages, zone: zone)
        }
        return UserFace(
            name: person.name, note: person.address, settings: account,
            signOut: SafeURL(DoorPath.signOut), languages: view.languages, zone: zone)
    }

    /// The pages of their own account: of whoever is known by name and is there themselves.
    private var account: SafeURL? { reader.person == nil || isVisit ? nil : SafeURL(DoorPath.account) }

    private var zone: ZoneWish {
        ZoneWish(view.zone(liking: reader.person?.timeZone), to: ReaderWishes.address, back: view.target)
    }

    private var whole: HTML {
        if isHeadless { return "<div class=\"content\">\(content.body)</div>" }
        let way =
            content.steps.isEmpty ? nil : Breadcrumbs(content.steps, current: content.title, in: view.language)
        let head = PageHead(content.title, note: content.note, way: way, actions: content.actions)
        return "\(head)<div class=\"content\">\(content.body)\(cards)\(content.isStart ? starts : nil)</div>"
    }
}
