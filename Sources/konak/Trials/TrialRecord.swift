import Core
import ModuleKit
import SQL

/// A record of the pages that are there for tests.
struct TrialRecord: Sendable {
    static let table = TableName("trial_pages.record")

    let id: UUIDv7
    let title: String
    let note: String?

    private init(_ row: Row) throws {
        (id, title, note) = (try row.decode(0), try row.decode(1), try row.decodeIfPresent(2))
    }

    static func list(in tenant: any TenantContext) async throws -> [TrialRecord] {
        try await tenant.query(
            """
            SELECT id, title, note FROM trial_pages.record WHERE tenant_id = kernel.tenant() AND is_kept \
            ORDER BY id LIMIT 100
            """
        ).map(TrialRecord.init)
    }

    static func find(_ id: UUIDv7, in tenant: any TenantContext) async throws -> TrialRecord {
        let rows = try await tenant.query(
            """
            SELECT id, title, note FROM trial_pages.record \
            WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept
            """)
        guard let row = rows.first else { throw Problem(.notFound) }
        return try TrialRecord(row)
    }

    static func add(_ new: NewTrialRecord, in tenant: any TenantContext) async throws {
        _ = try await tenant.query(
            """
            INSERT INTO trial_pages.record (tenant_id, id, title, note) \
            VALUES (kernel.tenant(), \(UUIDv7.make()), \(new.title), \(new.note))
            """)
    }

    static func change(_ id: UUIDv7, to new: NewTrialRecord, in tenant: any TenantContext) async throws {
        let rows = try await tenant.query(
            """
            UPDATE trial_pages.record SET title = \(new.title), note = \(new.note) \
            WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept RETURNING id
            """)
        guard !rows.isEmpty else { throw Problem(.notFound) }
    }

    /// Gone from sight, or back.
    static func keep(_ id: UUIDv7, _ isKept: Bool, in tenant: any TenantContext) async throws {
        let rows = try await tenant.query(
            """
            UPDATE trial_pages.record SET is_kept = \(isKept) \
            WHERE tenant_id = kernel.tenant() AND id = \(id) RETURNING id
            """)
        guard !rows.isEmpty else { throw Problem(.notFound) }
    }

    /// Who may change nothing is led to the list.
    static func search(_ text: String, most: Int, mayWrite: Bool, in tenant: any TenantContext) async throws
        -> [SearchHit]
    {
        let rows = try await tenant.query(
            """
            SELECT id, title FROM trial_pages.record \
            WHERE tenant_id = kernel.tenant() AND is_kept AND strpos(lower(title), lower(\(text))) > 0 \
            ORDER BY id LIMIT \(Int64(most))
            """)
        return try rows.map { row in
            let id: UUIDv7 = try row.decode(0)
            return SearchHit(
                id: id.description, title: try row.decode(1),
                path: mayWrite ? "/trial/records/\(id)/edit" : "/trial/records")
        }
    }
}
