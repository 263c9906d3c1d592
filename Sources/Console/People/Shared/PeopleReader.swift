import Core
import Localization
import Markup
import ModuleKit
import UI

/// Who reads a page on people: their language, their clock, and what they may.
struct PeopleReader: Sendable {
    let staff: any StaffContext
    let local: Localizer
    let now: Timestamp

    var language: Language { local.language }

    func t(_ turkish: String, _ english: String) -> String { language.t(turkish, english) }

    func callAsFunction(_ words: Words) -> String { words.text(in: language) }

    func may(_ permission: Permission) -> Bool { staff.may(permission) }

    /// How long ago, with the exact moment where the pointer rests.
    func ago(_ moment: Timestamp?) -> HTML {
        guard let moment else { return "<span class=\"muted none\">—</span>" }
        return """
            <time datetime="\(moment.description)" title="\(local.dateTime(moment))">\(local.relative(moment, now: now))</time>
            """
    }

    /// The moment itself.
    func at(_ moment: Timestamp) -> HTML { "<time datetime=\"\(moment.description)\">\(local.dateTime(moment))</time>" }

    func role(_ member: Member) -> String {
        if case .builtIn(let role) = member.role { return self(RoleWords.title(role)) }
        return member.roleName ?? "—"
    }
}

extension PeopleOffice {
    /// The reader of a page, at the time of their own zone.
    func reader(_ staff: any StaffContext) -> PeopleReader {
        PeopleReader(
            staff: staff, local: Localizer(language: staff.language, zone: zones.zone(staff.zone) ?? .istanbul),
            now: clock.now())
    }
}

/// The parts of the pages on people, for those who may open them.
enum PeopleSection: CaseIterable {
    case members, teams, roles, keys, security, why, departures

    var permission: Permission {
        switch self {
        case .members, .teams: .readMembers
        case .roles, .why: .readRoles
        case .keys: .manageKeys
        case .security: .managePolicy
        case .departures: .manageDepartures
        }
    }

    var path: String {
        switch self {
        case .members: "/people"
        case .teams: "/people/teams"
        case .roles: "/people/roles"
        case .keys: "/people/keys"
        case .security: "/people/security"
        case .why: "/people/why"
        case .departures: "/people/departures"
        }
    }

    var title: Words {
        switch self {
        case .members: Words(tr: "Kişiler", en: "People")
        case .teams: Words(tr: "Ekipler", en: "Teams")
        case .roles: Words(tr: "Roller", en: "Roles")
        case .keys: Words(tr: "API anahtarları", en: "API keys")
        case .security: Words(tr: "Giriş güvenliği", en: "Sign-in security")
        case .why: Words(tr: "Kim ne yapabilir?", en: "Who may do what?")
        case .departures: Words(tr: "Ayrılanlar", en: "Departures")
        }
    }
}

/// The tabs above them.
struct PeopleTabs: Component {
    let current: PeopleSection
    let reader: PeopleReader

    init(_ current: PeopleSection, _ reader: PeopleReader) { (self.current, self.reader) = (current, reader) }

    var html: HTML {
        let open = PeopleSection.allCases.filter { reader.may($0.permission) }
        guard open.count > 1 else { return HTML() }
        let items = open.map { (text: reader($0.title), url: SafeURL($0.path) ?? .nowhere, count: 0) }
        return PageTabs(
            reader.t("Kişiler ve yetkiler", "People and rights"), items, current: open.firstIndex(of: current) ?? 0
        ).html
    }
}

extension PageContent {
    /// A page of a section, with its tabs. The lists of colleagues and teams are looked up on the way, so they are kept.
    static func people(_ section: PeopleSection, _ reader: PeopleReader, note: String? = nil, _ body: HTML)
        -> PageContent
    {
        var page = PageContent(
            title: reader(section.title), body: "\(PeopleTabs(section, reader))\(body)")
        page.note = note
        page.isKeptOffline = [.members, .teams, .roles].contains(section)
        return page
    }

    /// A page below a section.
    static func people(below section: PeopleSection, _ reader: PeopleReader, title: String, _ body: HTML)
        -> PageContent
    {
        var page = PageContent(title: title, body: body)
        page.steps = [(reader(section.title), SafeURL(section.path) ?? .nowhere)]
        return page
    }
}
