public import Core
public import SQL

/// The only door to a tenant's data. No call takes a tenant's id: the context is of one tenant, and it had to be
/// earned. Its real conformances live in the kernel.
public protocol TenantContext: Sendable {
    /// Whose data it is.
    var tenant: TenantID { get }
    /// One statement, in one round trip.
    func query(_ query: Query) async throws -> Rows
    /// Several statements in one round trip: all of them, or none.
    func queries(_ queries: [Query]) async throws -> [Rows]
    /// Statements that depend on one another's answers. Commits when the closure returns, undoes all when it throws.
    func transaction<Success: Sendable>(
        _ body: @Sendable (any Database) async throws -> Success
    ) async throws -> Success
}

/// A tenant's data within one transaction.
public protocol Database: Sendable {
    /// One statement.
    func query(_ query: Query) async throws -> Rows
}
