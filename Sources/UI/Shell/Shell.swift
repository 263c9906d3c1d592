import Core
public import Markup

/// The house around every page of a person who is signed in: navigation, top bar, content, palette, toasts.
public struct Shell: Component {
    /// What stands around a page, from the registry and the session.
    public struct Surroundings: Sendable {
        let groups: [PlaceGroup]
        let user: UserFace
        /// Other companies of this person.
        public var sites: [(name: String, url: SafeURL, isCurrent: Bool)] = []
        /// Who else looks at this page.
        public var viewers: [String] = []
        /// The page of notices; nil when there is none.
        public var notices: SafeURL?
        /// Something new is there.
        public var hasNews = false
        /// Commands for the palette.
        public var commands: [Command] = []
        /// Shortcuts besides those of the navigation.
        public var shortcuts: [(name: String, shortcuts: [Shortcut])] = []
        /// What answers the palette with records.
        public var records: SafeURL?
        /// Lines above the page: impersonation, a plan about to end.
        public var banners: [Banner] = []
        /// Toasts that came over a redirect.
        public var toasts: [Toast] = []

        /// Navigation and person.
        public init(_ groups: [PlaceGroup], user: UserFace) { (self.groups, self.user) = (groups, user) }
    }

    let frame: Document.Frame
    let around: Surroundings
    let title: String
    let content: HTML
    let isFixed: Bool
    let modules: [SafeURL]

    /// A page in the house. A fixed one fills the window and scrolls inside, as boards do.
    public init(
        _ frame: Document.Frame, _ around: Surroundings, title: String, isFixed: Bool = false, modules: [SafeURL] = [],
        _ content: HTML
    ) {
        (self.frame, self.around, self.title, self.content) = (frame, around, title, content)
        (self.isFixed, self.modules) = (isFixed, modules)
    }

    /// The whole page.
    public var html: HTML { Document(frame, title: title, modules: modules, body: body).html }

    private var language: Language { frame.language }

    private var userMenu: UserMenu {
        UserMenu(user: around.user, preferences: frame.preferences, language: language, token: frame.token)
    }

    private var body: HTML {
        """
        <a class="btn skip" href="#content">\(language(.toContent))</a>
        <div class="wait" id="wait"></div>
        <div class="\(isFixed ? "shell fixed" : "shell")">
        \(side)
        \(topbar)
        <main id="content" tabindex="-1">
        <div class="banner offline" role="status">\(Icon.wifiOff)<span>\(language(.offline))</span></div>
        <div id="waits" role="status"></div>
        \(around.banners)
        \(content)
        </main>
        \(PhoneBar(groups: around.groups, user: userMenu, language: language))
        </div>
        \(CommandPalette(records: around.records, in: language))
        \(ShortcutSheet(shortcuts, in: language))
        \(userMenu.signOut)
        \(around.user.zone.map { $0.dialog(frame.token, in: language) })
        <div hidden>\(around.commands.map(\.html))</div>
        <div id="toasts" class="toasts" role="status">\(around.toasts.map { $0.with(token: frame.token) })</div>
        """
    }

    private var side: HTML {
        """
        <div class="side" role="region" aria-label="\(frame.brand.name)">
        \(brand)
        <nav class="places" aria-label="\(language(.navigation))">\(around.groups.map(group))</nav>
        <div class="me">\(userMenu)</div>
        </div>
        """
    }

    private var brand: HTML {
        let name: HTML = "\(frame.brand.mark)<span>\(frame.brand.name)</span>"
        guard around.sites.count > 1 else { return "<div class=\"brand\">\(name)</div>" }
        let items = around.sites.map { site in
            Menu.Item.choice(site.name, .link(site.url), isOn: site.isCurrent)
        }
        return Menu(
            .custom(
                "\(name)\(Icon.chevronsUpDown)", className: "brand",
                name: "\(frame.brand.name): \(language(.switchSite))"),
            name: language(.switchSite), items
        ).html
    }

    private func group(_ group: PlaceGroup) -> HTML {
        let title: HTML? = group.title.map { "<h2><span>\($0)</span></h2>" }
        let name = group.title ?? language(.allPlaces)
        return "\(title)<ul>\(group.places.map { $0.html(group: name) })</ul>"
    }

    private var topbar: HTML {
        let viewers: HTML? =
            around.viewers.isEmpty ? nil : AvatarStack(around.viewers, shown: 2, title: language(.people)).html
        let notices: HTML? = around.notices.map {
            IconButton(language(.notices), .bell, .link($0), hasDot: around.hasNews).html
        }
        let toggle = IconButton(
            language(.side), .panelLeft, .sets("side", "toggle"), key: "[",
            attributes: [.aria("expanded", !frame.preferences.isSideNarrow)])
        return """
            <header class="topbar"><span class="side-toggle">\(toggle)</span>\
            <button type="button" class="search" data-opens="palette" data-key="mod+k" aria-haspopup="dialog">\(Icon.search)\
            <span>\(language(.search))</span><kbd>Ctrl K</kbd></button><span class="space"></span>\(viewers)\
            <span class="side-toggle">\(IconButton(language(.help), .help, .opens(ShortcutSheet.id), key: "?"))</span>\(notices)</header>
            """
    }

    private var shortcuts: [(name: String, shortcuts: [Shortcut])] {
        let places = around.groups.flatMap(\.places).compactMap { place in
            place.key.map { Shortcut($0, place.text) }
        }
        let everywhere = [
            Shortcut("mod+k", language(.search)), Shortcut("?", language(.help)), Shortcut("[", language(.side)),
        ]
        let first: [(name: String, shortcuts: [Shortcut])] = [
            (language == .tr ? "Her yerde" : "Everywhere", everywhere), (language(.navigation), places),
        ]
        return first.filter { !$0.shortcuts.isEmpty } + around.shortcuts
    }
}
