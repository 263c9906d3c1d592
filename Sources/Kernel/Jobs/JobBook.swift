import Core
import ModuleKit

/// Every kind of job of the house, and what has to be on for it: what the claim asks the database with.
struct JobBook: Sendable {
    /// What runs each kind, by its name.
    let registrations: [String: JobRegistration]
    /// Kinds, their modules and their bounds, side by side.
    let kinds: [String]
    let modules: [String]
    let bounds: [Int32]
    /// The queues that any of them waits in.
    let queues: [String]
    /// Features that a module needs of a plan, itself or through what it requires: side by side.
    private(set) var needing: [String] = []
    private(set) var features: [String] = []
    /// Modules that must not be switched off for a module to be on: side by side.
    private(set) var depending: [String] = []
    private(set) var members: [String] = []

    init(_ registry: Registry) {
        var registrations: [String: JobRegistration] = [:]
        for module in registry.modules {
            for job in module.registrar.jobs { registrations[job.kind.text] = job }
        }
        self.registrations = registrations
        kinds = registrations.keys.sorted()
        modules = kinds.map { registrations[$0]?.kind.module ?? "" }
        bounds = kinds.map { Int32(clamping: registrations[$0]?.policy.mostAtOncePerTenant ?? Int(Int32.max)) }
        queues = Set(registrations.values.map(\.policy.queue.text)).sorted()
        for module in registry.modules where !module.isPart { addNeeds(of: module, in: registry) }
    }

    /// What `Registry.isOn` asks of a site, written out for SQL.
    private mutating func addNeeds(of module: RegisteredModule, in registry: Registry) {
        var (open, seen) = ([module.manifest.id], Set<ModuleID>())
        while let id = open.popLast() {
            guard seen.insert(id).inserted, let member = registry.module(id), !member.isPart else { continue }
            open += member.manifest.requires
            depending.append(module.manifest.id.text)
            members.append(id.text)
            guard let feature = member.manifest.planFeature else { continue }
            needing.append(module.manifest.id.text)
            features.append(feature.text)
        }
    }
}
