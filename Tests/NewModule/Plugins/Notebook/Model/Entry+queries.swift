import Core
import ModuleKit
import SQL

/// All SQL of entries. The wall keeps other tenants' rows away; naming the tenant keeps the query on the index.
extension Entry {
    private static let pageSize = 50
    /// After which an entry is closed by itself.
    private static let timeOpen = Duration.seconds(90 * 86_400)
    private static let columns: Query = "id, title, body, email, state = 'closed'"

    /// The newest first, from after one on: ids grow with time, so the page before needs no counting.
    static func page(after: UUIDv7?, in tenant: any TenantContext) async throws -> EntryPage {
        let rows = try await tenant.query(
            """
            SELECT \(fragment: columns) FROM notebook.entry \
            WHERE tenant_id = kernel.tenant() AND is_kept AND (\(after)::uuid IS NULL OR id < \(after)) \
            ORDER BY id DESC LIMIT \(Int64(pageSize + 1))
            """)
        let entries = try rows.prefix(pageSize).map(Entry.init)
        return EntryPage(entries: entries, next: rows.count > pageSize ? entries.last?.id : nil)
    }

    /// One of them. Another tenant's is as unknown as one that never was.
    static func find(_ id: UUIDv7, in tenant: any TenantContext) async throws -> Entry {
        let rows = try await tenant.query(
            """
            SELECT \(fragment: columns) FROM notebook.entry \
            WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept
            """)
        guard let row = rows.first else { throw Problem(.notFound) }
        return try Entry(row)
    }

    /// The best hits for a part of a title.
    static func search(_ text: String, most: Int, in tenant: any TenantContext) async throws -> [SearchHit] {
        let rows = try await tenant.query(
            """
            SELECT e.id, e.title FROM notebook.search_entry(\(text), \(Int32(clamping: most))) AS hit (id) \
            JOIN notebook.entry e ON e.tenant_id = kernel.tenant() AND e.id = hit.id ORDER BY e.title
            """)
        return try rows.map { row in
            let id: UUIDv7 = try row.decode(0)
            return SearchHit(id: id.description, title: try row.decode(1), path: "/notebook/entries/\(id)")
        }
    }

    /// The entry, the job that will close it and the event that tells of it come into being together, or not at all.
    static func add(_ new: NewEntry, by owner: UserID, in tenant: any TenantContext) async throws -> UUIDv7 {
        try new.check()
        let id = UUIDv7.make()
        try await tenant.transaction { database in
            _ = try await database.query(
                """
                INSERT INTO notebook.entry (tenant_id, id, owner_id, title, body, email) \
                VALUES (kernel.tenant(), \(id), \(owner), \(new.title), \(new.text), \(new.email))
                """)
            try await database.enqueue(CloseEntry(entry: id), .after(timeOpen))
            try await database.say(EntryAdded(entry: id), about: id)
        }
        return id
    }

    static func change(_ id: UUIDv7, to new: NewEntry, in tenant: any TenantContext) async throws {
        try new.check()
        let rows = try await tenant.query(
            """
            UPDATE notebook.entry \
            SET title = \(new.title), body = \(new.text), email = \(new.email), changed_at = now() \
            WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept RETURNING id
            """)
        guard !rows.isEmpty else { throw Problem(.notFound) }
    }

    /// Whether there is such an entry; closing a closed one changes nothing.
    static func close(_ id: UUIDv7, in tenant: any TenantContext) async throws -> Bool {
        let rows = try await tenant.query(
            """
            UPDATE notebook.entry SET state = 'closed', changed_at = now() \
            WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept RETURNING id
            """)
        return !rows.isEmpty
    }

    static func announce(_ id: UUIDv7, in tenant: any TenantContext) async throws {
        _ = try await tenant.query(
            """
            UPDATE notebook.entry SET announced_at = now() \
            WHERE tenant_id = kernel.tenant() AND id = \(id) AND announced_at IS NULL
            """)
    }

    /// It is gone from sight at once, and for good after a while: until then it can be brought back.
    static func remove(_ id: UUIDv7, in tenant: any TenantContext) async throws {
        try await tenant.transaction { database in
            let rows = try await database.query(
                """
                UPDATE notebook.entry SET is_kept = false, changed_at = now() \
                WHERE tenant_id = kernel.tenant() AND id = \(id) AND is_kept RETURNING id
                """)
            guard !rows.isEmpty else { throw Problem(.notFound) }
            try await database.enqueue(EraseEntry(entry: id), .after(EraseEntry.delay))
        }
    }

    static func bringBack(_ id: UUIDv7, in tenant: any TenantContext) async throws {
        let rows = try await tenant.query(
            """
            UPDATE notebook.entry SET is_kept = true, changed_at = now() \
            WHERE tenant_id = kernel.tenant() AND id = \(id) RETURNING id
            """)
        guard !rows.isEmpty else { throw Problem(.notFound) }
    }

    /// Not one that was brought back, nor one that was deleted anew a moment ago.
    static func erase(_ id: UUIDv7, in tenant: any TenantContext) async throws {
        _ = try await tenant.query(
            """
            DELETE FROM notebook.entry WHERE tenant_id = kernel.tenant() AND id = \(id) \
            AND NOT is_kept AND changed_at < now() - interval '23 hours'
            """)
    }
}
