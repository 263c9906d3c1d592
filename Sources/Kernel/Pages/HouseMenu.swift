import Core
import HTTP
import Markup
import ModuleKit
import UI

/// The menus of all faces: what modules put there, with what their pages ask of who opens them.
struct HouseMenu: Sendable {
    private struct Spot: Hashable {
        let surface: Site.Surface
        let path: String
    }

    private let registry: Registry
    private let permissions: [Spot: String]

    init(_ registry: Registry) {
        self.registry = registry
        var permissions: [Spot: String] = [:]
        for route in registry.modules.flatMap(\.registrar.routes) where route.method == .get {
            guard let permission = route.access.permission else { continue }
            for surface in route.access.surfaces {
                permissions[Spot(surface: surface, path: route.path.text)] = permission.text
            }
        }
        self.permissions = permissions
    }

    /// What somebody who holds these permissions may open at a site; the entry nearest to the path is the current one.
    func places(
        at entry: SiteEntry, path: String, in language: Language, holding holds: (String) -> Bool
    ) -> [Place] {
        let items = registry.navigation(at: entry).filter { opens($0, holding: holds) }
        let current = items.map(\.path).filter { path == $0 || path.hasPrefix($0 + "/") }.max { $0.count < $1.count }
        return items.compactMap { place($0, in: language, isCurrent: $0.path == current) }
    }

    /// The same but for the page they stand on, each with what it or its module is for.
    func starts(
        at entry: SiteEntry, path: String, in language: Language, holding holds: (String) -> Bool
    ) -> [(place: Place, note: String)] {
        registry.modules(at: entry).flatMap { module in
            let summary = module.manifest.summary
            let items = module.registrar.navigation.filter {
                $0.surface == entry.site.surface && $0.path != path && opens($0, holding: holds)
            }
            return items.compactMap { item in
                place(item, in: language).map { ($0, (item.note ?? summary).text(in: language)) }
            }
        }
    }

    private func place(_ item: NavigationItem, in language: Language, isCurrent: Bool = false) -> Place? {
        SafeURL(item.path).map {
            Place(item.title.text(in: language), $0, Icon(rawValue: item.icon) ?? .file, isCurrent: isCurrent)
        }
    }

    /// Whether anything can be searched at a site: where no module finds anything, there is no search.
    func isSearchable(_ entry: SiteEntry) -> Bool {
        entry.site.surface == .app && registry.modules(at: entry).contains { !$0.registrar.searches.isEmpty }
    }

    /// What the palette offers besides the places.
    func commands(at entry: SiteEntry, in language: Language, holding holds: (String) -> Bool) -> [UI.Command] {
        registry.commands(at: entry).filter { opens($0, holding: holds) }.compactMap { item in
            SafeURL(item.path).map { url in
                UI.Command(
                    item.title.text(in: language), Icon(rawValue: item.icon) ?? .plus, .link(url),
                    group: language == .tr ? "Komutlar" : "Commands")
            }
        }
    }

    private func opens(_ item: NavigationItem, holding holds: (String) -> Bool) -> Bool {
        permissions[Spot(surface: item.surface, path: item.path)].map(holds) ?? true
    }
}
