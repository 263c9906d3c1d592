import Core
public import ModuleKit

/// A vault in which nothing has been laid yet: whoever asks for a secret is told that the tenant has set none.
public struct EmptyVault: Vault {
    /// Nothing in it.
    public init() {}

    /// Refuses: there is no secret of any name.
    public func withSecret<Success: Sendable>(
        _ name: SecretName, of tenant: any TenantContext,
        _ body: @Sendable (borrowing RawSpan) async throws -> Success
    ) async throws -> Success {
        throw Problem(.conflict, detail: "The secret \(name) has not been set.")
    }
}
