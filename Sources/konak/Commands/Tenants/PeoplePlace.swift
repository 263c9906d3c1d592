import Core
import Kernel
import Postgres
import SQL
import Security

/// A place where people are, as it is written on the command line and in packs: AGENCY/TENANT, AGENCY or operator.
enum PeoplePlace {
    /// The place with a role in it; nil when one of them is not there. A tenant's own roles go by their names.
    static func find(
        _ place: String, _ role: String, _ control: PostgresDatabase
    ) async throws -> Invitations.Place? {
        let words = place.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if place == "operator" { return Invitations.HouseRole(rawValue: role).map { .house(nil, $0) } }
        let rows = try await control.perform(
            """
            SELECT a.id, t.id, r.id FROM kernel.agency a \
            LEFT JOIN kernel.tenant t ON t.agency_id = a.id AND t.slug = \(words.count == 2 ? words[1] : nil) \
            LEFT JOIN security.role r ON r.tenant_id = t.id AND r.name = \(role) WHERE a.slug = \(words[0])
            """)
        guard let row = rows.first, words.count <= 2 else { return nil }
        guard words.count == 2 else {
            let agency: AgencyID = try row.decode(0)
            return Invitations.HouseRole(rawValue: role).map { .house(agency, $0) }
        }
        guard let tenant: TenantID = try row.decodeIfPresent(1) else { return nil }
        if let builtIn = BuiltInRole(rawValue: role) { return .tenant(tenant, builtIn) }
        return try row.decodeIfPresent(2, as: UUIDv7.self).map { .role(tenant, $0) }
    }
}
