import Core
import ModuleKit
import SQL

struct Visit: Sendable {
    static let table = TableName("visits.visit")
    let id: UUIDv7
    let place: String

    private init(_ row: Row) throws { (id, place) = (try row.decode(0), try row.decode(1)) }

    static func list(at place: String?, in tenant: any TenantContext) async throws -> [Visit] {
        try await tenant.query(
            """
            SELECT id, place FROM visits.visit WHERE tenant_id = kernel.tenant() \
            AND (\(place)::text IS NULL OR place = \(place)) ORDER BY id DESC LIMIT 50
            """
        ).map(Visit.init)
    }

    static func list(of customer: any PortalContext) async throws -> [Visit] {
        try await customer.query(
            """
            SELECT id, place FROM visits.visit \
            WHERE tenant_id = kernel.tenant() AND customer_id = kernel.customer() ORDER BY id DESC LIMIT 50
            """
        ).map(Visit.init)
    }

    static func find(_ id: UUIDv7, in tenant: any TenantContext) async throws -> Visit {
        let rows = try await tenant.query(
            "SELECT id, place FROM visits.visit WHERE tenant_id = kernel.tenant() AND id = \(id)")
        guard let row = rows.first else { throw Problem(.notFound) }
        return try Visit(row)
    }

    static func plan(_ new: NewVisit, by owner: UserID, in tenant: any TenantContext) async throws -> UUIDv7 {
        let id = UUIDv7.make()
        try await tenant.transaction { database in
            _ = try await database.query(
                """
                INSERT INTO visits.visit (tenant_id, id, owner_id, place, email) \
                VALUES (kernel.tenant(), \(id), \(owner), \(new.place), \(new.email))
                """)
            try await database.enqueue(RemindVisitor(visit: id), .after(.seconds(3_600)))
            try await database.say(VisitPlanned(visit: id), about: id)
        }
        return id
    }

    static func remove(_ id: UUIDv7, in tenant: any TenantContext) async throws {
        let rows = try await tenant.query(
            "DELETE FROM visits.visit WHERE tenant_id = kernel.tenant() AND id = \(id) RETURNING id")
        guard !rows.isEmpty else { throw Problem(.notFound) }
    }

    static func count(in tenant: any TenantContext) async throws -> Int {
        let rows = try await tenant.query("SELECT count(*) FROM visits.visit WHERE tenant_id = kernel.tenant()")
        return Int(try rows.first?.decode(0, as: Int64.self) ?? 0)
    }

    static func sweep(in tenant: any TenantContext) async throws {
        _ = try await tenant.query(
            """
            DELETE FROM visits.visit \
            WHERE tenant_id = kernel.tenant() AND changed_at < now() - interval '10 years'
            """)
    }
}
