public import Core

/// What a module is, as pure data. Its `id` is also its schema and its folder under `migrations/`.
public struct ModuleManifest: Sendable {
    /// The name.
    public let id: ModuleID
    /// What people read.
    public let title: Words
    /// One sentence on what a tenant gets.
    public let summary: Words
    /// Every permission its routes ask for.
    public let permissions: [Permission]
    /// What a plan must have for it; without one it is part of every plan.
    public let planFeature: PlanFeature?
    /// Modules that must be on for it to be on.
    public let requires: [ModuleID]
    /// What a tenant may set.
    public let settings: [Setting]
    /// What is counted.
    public let meters: [Meter]
    /// The hosts it calls; it reaches no other.
    public let outsideHosts: [OutsideHost]
    /// What the tenant's vault keeps for it.
    public let secrets: [SecretName]

    /// A manifest; whatever a module does not have is left out.
    public init(
        id: ModuleID, title: Words = .none, summary: Words = .none, permissions: [Permission] = [],
        planFeature: PlanFeature? = nil, requires: [ModuleID] = [], settings: [Setting] = [], meters: [Meter] = [],
        outsideHosts: [OutsideHost] = [], secrets: [SecretName] = []
    ) {
        (self.id, self.title, self.summary) = (id, title, summary)
        (self.permissions, self.planFeature, self.requires) = (permissions, planFeature, requires)
        (self.settings, self.meters) = (settings, meters)
        (self.outsideHosts, self.secrets) = (outsideHosts, secrets)
    }
}
