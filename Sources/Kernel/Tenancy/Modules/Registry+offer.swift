public import ModuleKit

extension Registry {
    /// The modules that stand at a site. Whatever is made of what modules offer (menus, searches, cards, API operations,
    /// live channels) is made of these, and of no others. Above the tenants nothing is switched off.
    public func modules(at entry: SiteEntry) -> [RegisteredModule] {
        entry.site.tenant == nil ? modules : modules.filter { isOn($0.manifest.id, at: entry) }
    }

    /// The menu of a site, in the order in which modules are installed.
    public func navigation(at entry: SiteEntry) -> [NavigationItem] {
        modules(at: entry).flatMap(\.registrar.navigation).filter { $0.surface == entry.site.surface }
    }

    /// What the palette of a site offers besides.
    public func commands(at entry: SiteEntry) -> [NavigationItem] {
        modules(at: entry).flatMap(\.registrar.commands).filter { $0.surface == entry.site.surface }
    }
}
