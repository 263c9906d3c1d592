public import Core
public import Postgres
import SQL

/// One of the tenants that a person belongs to.
public struct OtherDoor: Sendable, Hashable {
    /// The tenant.
    public let tenant: TenantID
    /// What it is called.
    public let name: String
    /// Where its people work.
    public let host: String
}

/// The tenants of a person, for moving between them.
public struct OtherDoors: Sendable {
    private let control: PostgresDatabase

    /// Memberships.
    public init(_ control: PostgresDatabase) { self.control = control }

    /// The tenants of a person's agency that they belong to and that are open, each with its first host.
    public func list(of person: UserID) async throws -> [OtherDoor] {
        try await control.perform(
            """
            SELECT n.id, coalesce(b.name, n.name), d.host FROM security.membership m \
            JOIN security.person p ON p.id = m.person_id AND p.state = 'active' \
            JOIN kernel.tenant n ON n.id = m.tenant_id AND n.agency_id = p.agency_id \
            AND n.state IN ('active', 'trial') \
            LEFT JOIN kernel.brand b ON b.tenant_id = n.id \
            JOIN LATERAL (SELECT host FROM kernel.domain WHERE tenant_id = n.id AND surface = 'app' \
            AND state = 'verified' ORDER BY is_primary DESC, host LIMIT 1) d ON true \
            WHERE m.person_id = \(person) AND m.state = 'active' ORDER BY 2, n.id LIMIT 100
            """
        ).map { OtherDoor(tenant: try $0.decode(0), name: try $0.decode(1), host: try $0.decode(2)) }
    }
}
