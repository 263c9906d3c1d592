internal import Postgres

/// A data migration. Behind the wall even the owner of a table sees no row, so it enters one tenant after the other. Each
/// is noted in the transaction that did it: a run that was killed goes on where the last one ended.
struct TenantMigration {
    let file: MigrationFile
    let check: String

    func apply(on connection: borrowing ScriptConnection, _ notice: (MigrationNotice) -> Void) throws {
        guard try MigrationLedger.exists("kernel.tenant", on: connection) else {
            throw MigrationFaults(faults: [.noTenants(label: file.label)])
        }
        try MigrationLedger.begin(file, on: connection)
        // Tenants may come while it goes on; it is done when there is none left.
        while let tenant = try next(on: connection) { try apply(to: tenant, on: connection) }
        notice(try summary(on: connection))
        try MigrationTransaction(file: file).runPatiently(on: connection) { connection in
            try MigrationLedger.record(file, on: connection)
        }
    }

    private func next(on connection: borrowing ScriptConnection) throws -> String? {
        try connection.rows(
            """
            SELECT t.id::text FROM kernel.tenant t WHERE t.state <> 'erased' AND NOT EXISTS (
                SELECT FROM kernel.migration_tenant d WHERE (d.folder, d.number, d.tenant_id) = ($1, $2::integer, t.id))
            ORDER BY t.id LIMIT 1
            """, [file.folder, String(file.number)]
        ).first?.first ?? nil
    }

    private func apply(to tenant: String, on connection: borrowing ScriptConnection) throws {
        let transaction = MigrationTransaction(file: file)
        try transaction.runPatiently(on: connection) { connection in
            _ = try connection.rows("SELECT kernel.enter($1::uuid)", [tenant])
            let before = try rowsTouched(on: connection)
            try transaction.runScript(on: connection)
            let rows = try rowsTouched(on: connection) - before
            try findNothing(of: tenant, on: connection)
            _ = try connection.rows(
                """
                INSERT INTO kernel.migration_tenant (folder, number, tenant_id, checksum, row_count)
                VALUES ($1, $2::integer, $3::uuid, $4, $5::bigint)
                """, [file.folder, String(file.number), tenant, file.checksum, String(max(0, rows))])
        }
    }

    /// The session's own count, of which the transaction's is the difference: the server adds up between transactions.
    private func rowsTouched(on connection: borrowing ScriptConnection) throws -> Int {
        let rows = try connection.rows(
            """
            SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::text FROM pg_stat_xact_user_tables
            WHERE schemaname <> 'kernel'
            """)
        return rows.first?.first.flatMap { $0 }.flatMap { Int($0) } ?? 0
    }

    private func findNothing(of tenant: String, on connection: borrowing ScriptConnection) throws {
        try connection.run(script: "DECLARE konak_left NO SCROLL CURSOR FOR SELECT \(check)")
        guard try connection.rows("FETCH 1 FROM konak_left").isEmpty else {
            throw MigrationFaults(faults: [.leftRows(label: file.label, tenant: tenant)])
        }
        try connection.run(script: "CLOSE konak_left")
    }

    private func summary(on connection: borrowing ScriptConnection) throws -> MigrationNotice {
        let rows = try connection.rows(
            """
            SELECT count(*)::text, coalesce(sum(row_count), 0)::text FROM kernel.migration_tenant
            WHERE (folder, number) = ($1, $2::integer)
            """, [file.folder, String(file.number)])
        let counts = (rows.first ?? []).map { $0.flatMap { Int($0) } ?? 0 }
        return .tenants(file, tenants: counts.first ?? 0, rows: counts.last ?? 0)
    }
}
