import Core
import ModuleKit
import Postgres
import SQL
import Security

/// Who sits in a console: somebody of an agency, or of the operator where there is none.
struct Seat: Sendable {
    let user: UserID
    let agency: AgencyID?
    let place: any RouteContext
}

/// A tenant as a console lists it.
struct SupportedTenant: Sendable {
    let id: TenantID
    let name: String
    let agencyName: String
    let people: Int
}

/// What a console sees of tenants to help them: which there are, and who works there. An agency sees its own.
struct SupportDesk: Sendable {
    let office: PeopleOffice
    let seat: Seat

    static let pageSize = 50

    /// Whether this person may work in others' places at all.
    func isSenior() async throws -> Bool {
        let rows = try await office.control.perform(
            """
            SELECT FROM security.person WHERE id = \(seat.user) AND agency_id IS NOT DISTINCT FROM \(seat.agency) \
            AND state = 'active' AND house_role IN ('owner', 'admin')
            """)
        return !rows.isEmpty
    }

    /// Open tenants by name, a page after another.
    func tenants(_ words: String, after: TenantID?) async throws -> [SupportedTenant] {
        try await office.control.perform(
            """
            SELECT n.id, n.name, a.name, (SELECT count(*) FROM security.membership m WHERE m.tenant_id = n.id \
            AND m.state = 'active') FROM kernel.tenant n JOIN kernel.agency a ON a.id = n.agency_id \
            WHERE (\(seat.agency)::uuid IS NULL OR n.agency_id = \(seat.agency)) AND n.state IN ('trial', 'active') \
            AND position(security.fold(\(words)) IN security.fold(n.name)) > 0 \
            AND (\(after)::uuid IS NULL OR (n.name COLLATE "tr-x-icu", n.id) > \
            (SELECT b.name COLLATE "tr-x-icu", b.id FROM kernel.tenant b WHERE b.id = \(after))) \
            ORDER BY n.name COLLATE "tr-x-icu", n.id LIMIT \(Self.pageSize + 1)
            """
        ).map {
            SupportedTenant(
                id: try $0.decode(0), name: try $0.decode(1), agencyName: try $0.decode(2), people: try $0.decode(3))
        }
    }

    /// One of them; another agency's is as unknown as one that never was.
    func tenant(_ id: TenantID) async throws -> SupportedTenant {
        let rows = try await office.control.perform(
            """
            SELECT n.id, n.name, a.name, 0 FROM kernel.tenant n JOIN kernel.agency a ON a.id = n.agency_id \
            WHERE n.id = \(id) AND (\(seat.agency)::uuid IS NULL OR n.agency_id = \(seat.agency)) \
            AND n.state IN ('trial', 'active')
            """)
        guard let row = rows.first else { throw Problem(.notFound) }
        return SupportedTenant(
            id: try row.decode(0), name: try row.decode(1), agencyName: try row.decode(2), people: 0)
    }

    /// The people of a tenant who can come in, a page after another.
    func people(of tenant: TenantID, _ words: String, after: UserID?) async throws -> MemberList {
        _ = try await self.tenant(tenant)
        let filter = MemberFilter(words: words, state: .active, after: after)
        return try await Members(office: office, tenant: tenant).page(filter)
    }

    /// One of them.
    func person(_ person: UserID, of tenant: TenantID) async throws -> Member {
        _ = try await self.tenant(tenant)
        return try await Members(office: office, tenant: tenant).find(person)
    }
}
