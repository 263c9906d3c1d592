import ModuleKit
import SQL

/// Every listener of the house, as the statement that hands events out needs them: four columns of equal length.
struct EventAudience: Sendable {
    private(set) var events: [String] = []
    private(set) var modules: [String] = []
    private(set) var listeners: [String] = []
    /// The features that a tenant's plan must have for the module to be on one day, separated by commas.
    private(set) var features: [String] = []

    init(_ registry: Registry) {
        for module in registry.modules {
            let needed = registry.features(needed: module.manifest.id).sorted().joined(separator: ",")
            for listener in module.registrar.listeners {
                events.append(listener.event.text)
                modules.append(module.manifest.id.text)
                listeners.append(listener.key)
                features.append(needed)
            }
        }
    }
}

extension Registry {
    /// What a plan must have for a module: its own feature, and those of all that it requires.
    fileprivate func features(needed id: ModuleID) -> Set<String> {
        guard let manifest = module(id)?.manifest else { return [] }
        let own = Set(manifest.planFeature.map { [$0.text] } ?? [])
        return manifest.requires.reduce(own) { $0.union(features(needed: $1)) }
    }
}
