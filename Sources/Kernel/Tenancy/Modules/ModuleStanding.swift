public import ModuleKit

/// Whether a module is on for a tenant, and why.
public enum ModuleStanding: Sendable, Hashable {
    /// A part of the house: always on.
    case part
    /// The plan has it and nobody switched it off.
    case on
    /// The plan lacks this feature.
    case notInPlan(PlanFeature)
    /// The tenant switched it off.
    case switchedOff
    /// It requires one that is off.
    case requires(ModuleID)

    /// Whether it is on.
    public var isOn: Bool { self == .part || self == .on }
}

extension Registry {
    /// How a module stands for a tenant with these features and switches; nil for one that is not installed. It says of
    /// one module what `isOn` answers, with the reason.
    public func standing(of id: ModuleID, features: Set<String>, switches: [String: Bool]) -> ModuleStanding? {
        guard let module = module(id) else { return nil }
        if module.isPart { return .part }
        if let feature = module.manifest.planFeature, !features.contains(feature.text) { return .notInPlan(feature) }
        if switches[id.text] == false { return .switchedOff }
        let missing = module.manifest.requires.first {
            standing(of: $0, features: features, switches: switches)?.isOn != true
        }
        return missing.map { .requires($0) } ?? .on
    }
}
