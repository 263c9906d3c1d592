public import ModuleKit

/// What is on at a site, of all that is registered. Whatever shows or runs something of modules asks here, so that a
/// module that is off is off everywhere.
public struct Offer: Sendable {
    /// The modules that are on.
    public let modules: [RegisteredModule]
    private let surface: Site.Surface

    init(_ registry: Registry, at entry: SiteEntry) {
        surface = entry.site.surface
        modules = registry.modules.filter { registry.isOn($0.manifest.id, at: entry) }
    }

    /// The menu of the site's face, in the order of the modules.
    public var navigation: [NavigationItem] {
        modules.flatMap { $0.registrar.navigation.filter { $0.surface == surface } }
    }

    /// Cards of the dashboard, and whose they are.
    var cards: [(module: ModuleID, panel: PanelRegistration)] {
        modules.flatMap { module in
            module.registrar.panels.filter { $0.place == .dashboard }.map { (module.manifest.id, $0) }
        }
    }

    /// What the search over everything asks.
    public var searches: [SearchRegistration] { modules.flatMap(\.registrar.searches) }

    /// Record types.
    public var resources: [ResourceRegistration] { modules.flatMap(\.registrar.resources) }

    /// Who is told of an event.
    public func listeners(to event: EventName) -> [(module: ModuleID, listener: ListenerRegistration)] {
        modules.flatMap { module in
            module.registrar.listeners.filter { $0.event == event }.map { (module.manifest.id, $0) }
        }
    }
}

extension Registry {
    /// What is on at a site.
    public func offer(at entry: SiteEntry) -> Offer { Offer(self, at: entry) }
}
