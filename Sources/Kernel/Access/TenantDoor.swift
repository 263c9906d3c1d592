package import Core
package import ModuleKit
package import Postgres
import SQL

/// The door to one tenant's data: every statement enters the tenant first, in the same round trip. Only the gate and
/// the runner of jobs make one, for a tenant that a site, a key or a row of the queue named.
struct TenantDoor: TenantContext, Earned {
    let tenant: TenantID
    private let database: PostgresDatabase
    private let enter: Query

    /// The door for the tenant's people and for work.
    init(tenant: TenantID, _ database: PostgresDatabase) {
        (self.tenant, self.database) = (tenant, database)
        enter = "SELECT kernel.enter(\(tenant.uuid))"
    }

    /// The door for one of the tenant's people. Of a table that they do not reach in full, the database shows them no more
    /// than their role gives, whatever a statement asks for.
    init(tenant: TenantID, for principal: StaffPrincipal, reaching reach: String?, _ database: PostgresDatabase) {
        (self.tenant, self.database) = (tenant, database)
        guard let reach else {
            enter = "SELECT kernel.enter(\(tenant.uuid))"
            return
        }
        enter = "SELECT kernel.enter(\(tenant.uuid), \(principal.user), \(principal.teams), \(reach))"
    }

    /// The door for one attempt at a job, or one term of a service: with every statement it holds the lease, so that work
    /// whose lease is over neither reads nor writes through it.
    init(tenant: TenantID, holding lease: Query, _ database: PostgresDatabase) {
        (self.tenant, self.database) = (tenant, database)
        enter = "SELECT kernel.enter(\(tenant.uuid)), (\(fragment: lease))"
    }

    /// The narrower door for one of the tenant's customers.
    init(tenant: TenantID, customer: CustomerID, portal: PostgresDatabase) {
        (self.tenant, database) = (tenant, portal)
        enter = "SELECT kernel.enter(\(tenant.uuid), \(customer.uuid))"
    }

    func query(_ query: Query) async throws -> Rows { try await database.perform(after: enter, query) }

    func queries(_ queries: [Query]) async throws -> [Rows] { try await database.perform(after: enter, all: queries) }

    func transaction<Success: Sendable>(
        _ body: @Sendable (any Database) async throws -> Success
    ) async throws -> Success {
        try await database.withTransaction(after: enter) { try await body(OpenTransaction(connection: $0)) }
    }
}

extension PostgresDatabase {
    /// The door to a tenant that a row of one of the house's own queues named.
    package func door(of tenant: TenantID) -> any TenantContext { TenantDoor(tenant: tenant, self) }
}

/// A context that the kernel made. Where one comes back from a module it is asked for this: anybody may write a type that
/// claims to be of some tenant.
protocol Earned {}

/// A tenant's data within one transaction.
private struct OpenTransaction: Database {
    let connection: BorrowedConnection

    func query(_ query: Query) async throws -> Rows { try await connection.query(query) }
}
