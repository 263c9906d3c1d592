public import ModuleKit

/// A module that is in the house: what it is and what it offers.
public struct RegisteredModule: Sendable {
    /// What it is.
    public let manifest: ModuleManifest
    /// What it offers.
    public let registrar: ModuleRegistrar
    /// Whether it is a part of the house itself: always on, and at home in a schema of the house.
    public let isPart: Bool
    /// What it finds wrong with what others have registered with it.
    let examine: HousePart.Examination

    init(
        manifest: ModuleManifest, registrar: ModuleRegistrar, isPart: Bool = false,
        examine: @escaping HousePart.Examination = { _ in [] }
    ) {
        var registrar = registrar
        registrar.addHearing(of: manifest.id)
        (self.manifest, self.registrar, self.isPart) = (manifest, registrar, isPart)
        self.examine = examine
    }

    /// A module, made and asked what it offers.
    init(_ type: any FeatureModule.Type, _ services: ModuleServices) throws {
        var registrar = ModuleRegistrar()
        try type.init(services).register(into: &registrar)
        self.init(manifest: type.manifest, registrar: registrar)
    }
}

/// All modules of the house. It refuses to exist with anything that does not fit together, each fault with a sentence
/// that says how to mend it.
public struct Registry: Sendable {
    /// The modules in the order in which they are installed.
    public let modules: [RegisteredModule]
    private let byID: [ModuleID: Int]

    /// The registry of the house's parts and these modules. Nothing of them runs before all of them fit.
    public init(
        _ types: [any FeatureModule.Type], parts: [HousePart] = [], services: ModuleServices
    ) throws {
        try self.init(parts.map(\.module) + types.map { try RegisteredModule($0, services) })
    }

    /// The registry of modules that have been made.
    public init(_ modules: [RegisteredModule]) throws(RegistryFaults) {
        let faults = RegistryCheck(modules).faults
        guard faults.isEmpty else { throw RegistryFaults(faults: faults) }
        self.init(sound: modules)
    }

    private init(sound modules: [RegisteredModule]) {
        self.modules = modules
        byID = Dictionary(modules.enumerated().map { ($1.manifest.id, $0) }) { first, _ in first }
    }

    /// A module by its id.
    public func module(_ id: ModuleID) -> RegisteredModule? { byID[id].map { modules[$0] } }

    /// Whether a module is on at a site: the plan has it, the tenant has not switched it off, and all that it requires
    /// is on as well. The registry has made sure that requirements do not go in circles.
    public func isOn(_ id: ModuleID, at entry: SiteEntry) -> Bool {
        guard let module = module(id) else { return false }
        if module.isPart { return true }
        if let feature = module.manifest.planFeature, !entry.planFeatures.contains(feature.text) { return false }
        if entry.switches[id.text] == false { return false }
        return module.manifest.requires.allSatisfy { isOn($0, at: entry) }
    }

    /// The same without what some modules can do without: themselves, the modules they require and those whose capabilities
    /// they require, and what these require in turn.
    func keeping(_ ids: ModuleID...) -> Registry { keeping(ids) }

    /// The same.
    func keeping(_ ids: [ModuleID]) -> Registry {
        var (kept, open) = (Set<ModuleID>(), ids)
        while let next = open.popLast() {
            guard kept.insert(next).inserted, let module = module(next) else { continue }
            let needed = Set(module.registrar.required.map(\.name))
            open += module.manifest.requires
            let providers = modules.filter { $0.registrar.capabilities.contains { needed.contains($0.name) } }
            open += providers.map(\.manifest.id)
        }
        return Registry(sound: modules.filter { kept.contains($0.manifest.id) })
    }
}

/// Everything that keeps the modules from fitting together.
public struct RegistryFaults: Error, Sendable, CustomStringConvertible {
    /// One sentence each.
    public let faults: [String]

    /// One line each.
    public var description: String { faults.joined(separator: "\n") }
}
