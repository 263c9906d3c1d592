import Core
import Localization
import Markup
import ModuleKit
import UI

/// What the pages of an account have in common: three tabs, and one column to read in.
struct AccountFrame {
    /// The tabs.
    enum Tab: Int { case profile, security, sessions }

    private let visitor: Visitor
    private let tab: Tab

    init(_ visitor: Visitor, _ tab: Tab) { (self.visitor, self.tab) = (visitor, tab) }

    /// A page below a tab's heading.
    func page(_ title: String, _ content: HTML) -> PageContent {
        PageContent(title: title, body: "\(tabs)<div class=\"account\">\(content)</div>")
    }

    /// A page below one of the tabs, with the way back to it.
    func inner(_ title: String, _ content: HTML) -> PageContent {
        var page = PageContent(title: title, body: "<div class=\"account\">\(content)</div>")
        page.steps = [
            (visitor.t("Hesabım", "My account"), Self.url(AccountPath.profile)),
            (visitor.t("Güvenlik", "Security"), Self.url(AccountPath.security)),
        ]
        return page
    }

    static func url(_ path: String) -> SafeURL { SafeURL(path) ?? .nowhere }

    private var tabs: PageTabs {
        PageTabs(
            visitor.t("Hesap sayfaları", "Pages of the account"),
            [
                (visitor.t("Profil", "Profile"), Self.url(AccountPath.profile), 0),
                (visitor.t("Güvenlik", "Security"), Self.url(AccountPath.security), 0),
                (visitor.t("Oturumlar", "Sessions"), Self.url(AccountPath.sessions), 0),
            ], current: tab.rawValue)
    }
}

/// When something was, as people say it.
struct Moments {
    private let localizer: Localizer
    private let now: Timestamp

    init(_ visitor: Visitor, zone: String) {
        let zone = visitor.ground.zones.zone(zone) ?? .istanbul
        (localizer, now) = (Localizer(language: visitor.language, zone: zone), visitor.ground.clock.now())
    }

    func ago(_ instant: Timestamp) -> String { localizer.relative(instant, now: now, .long) }

    func day(_ instant: Timestamp) -> String { localizer.date(instant, .medium) }

    func moment(_ instant: Timestamp) -> String { localizer.dateTime(instant, .medium) }
}
