public import Core

/// What the house lends a module for its whole life: a handful of narrow doors, one for each need.
public struct ModuleServices: Sendable {
    /// The tenants' secrets, lent for a closure.
    public let vault: any Vault
    /// Now.
    public let clock: any WallClock
    /// What other modules provide.
    public let capabilities: any CapabilityLookup

    /// Everything a module is given.
    public init(vault: any Vault, clock: any WallClock, capabilities: any CapabilityLookup) {
        (self.vault, self.clock, self.capabilities) = (vault, clock, capabilities)
    }
}

/// The tenants' secrets. They are lent for a closure and leave no copy.
public protocol Vault: Sendable {
    /// Lends a secret's bytes, which are wiped afterwards.
    func withSecret<Success: Sendable>(
        _ name: SecretName, of tenant: any TenantContext,
        _ body: @Sendable (borrowing RawSpan) async throws -> Success
    ) async throws -> Success
}

/// Finds what another module provides. Empty while modules are made; whole from the first request on.
public protocol CapabilityLookup: Sendable {
    /// The provider, if its module is on for the tenant.
    func find<Provider>(_ capability: Capability<Provider>, for tenant: any TenantContext) async throws -> Provider?
}
