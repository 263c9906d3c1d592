internal import Postgres

/// The ledger in the database: what was applied, what was begun, and for which tenants. Works on any connection that may
/// read it; only the owner's may write.
enum MigrationLedger {
    /// What was applied; nothing when there is no ledger yet.
    static func applied(on connection: borrowing ScriptConnection) throws -> [AppliedMigration] {
        guard try exists("kernel.migration", on: connection) else { return [] }
        let rows = try connection.rows(
            """
            SELECT folder, number::text, name, checksum, to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            FROM kernel.migration ORDER BY 1, kernel.migration.number
            """)
        return rows.compactMap { row in
            let cells = row.compactMap { $0 }
            guard cells.count == 5, let number = Int(cells[1]) else { return nil }
            return AppliedMigration(folder: cells[0], number: number, name: cells[2], checksum: cells[3], at: cells[4])
        }
    }

    /// What was begun and not finished.
    static func begun(on connection: borrowing ScriptConnection) throws -> [BegunMigration] {
        guard try exists("kernel.migration_start", on: connection) else { return [] }
        let rows = try connection.rows(
            """
            SELECT s.folder, s.number::text, s.checksum, to_char(s.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                (SELECT count(*) FROM kernel.migration_tenant t WHERE (t.folder, t.number) = (s.folder, s.number))::text
            FROM kernel.migration_start s ORDER BY 1, s.number
            """)
        return rows.compactMap { row in
            let cells = row.compactMap { $0 }
            guard cells.count == 5, let number = Int(cells[1]), let tenants = Int(cells[4]) else { return nil }
            return BegunMigration(
                folder: cells[0], number: number, checksum: cells[2], at: cells[3], tenants: tenants)
        }
    }

    static func exists(_ table: String, on connection: borrowing ScriptConnection) throws -> Bool {
        try connection.rows("SELECT to_regclass($1) IS NOT NULL", [table]) == [["t"]]
    }

    /// Notes that a migration is applied, and so no longer under way. To be called inside a transaction.
    static func record(_ file: MigrationFile, on connection: borrowing ScriptConnection) throws {
        _ = try connection.rows(
            "INSERT INTO kernel.migration (folder, number, name, checksum) VALUES ($1, $2::integer, $3, $4)",
            [file.folder, String(file.number), file.name, file.checksum])
        if file.mode != .success(.transaction) { try forget(file, on: connection) }
    }

    /// Notes that a migration begins, or begins again.
    static func begin(_ file: MigrationFile, on connection: borrowing ScriptConnection) throws {
        _ = try connection.rows(
            """
            INSERT INTO kernel.migration_start (folder, number, checksum, invalid_before)
            SELECT $1, $2::integer, $3, ARRAY(SELECT indexrelid FROM pg_index WHERE NOT indisvalid)
            ON CONFLICT (folder, number) DO UPDATE SET checksum = excluded.checksum, started_at = now()
            """, [file.folder, String(file.number), file.checksum])
    }

    /// Notes that nothing of it is left.
    static func forget(_ file: MigrationFile, on connection: borrowing ScriptConnection) throws {
        _ = try connection.rows(
            "DELETE FROM kernel.migration_start WHERE (folder, number) = ($1, $2::integer)",
            [file.folder, String(file.number)])
    }

    /// Indexes of the owner that became invalid since a migration began, written as statements take them. Only one node
    /// migrates at a time, and only migrations build the owner's indexes, so they are its.
    static func leftBehind(by file: MigrationFile, on connection: borrowing ScriptConnection) throws -> [String] {
        let rows = try connection.rows(
            """
            SELECT format('%I.%I', n.nspname, c.relname)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN kernel.migration_start s ON (s.folder, s.number) = ($1, $2::integer)
            WHERE NOT i.indisvalid AND c.relkind = 'i' AND n.nspname !~ '^pg_'
              AND pg_get_userbyid(c.relowner) = 'konak_owner' AND c.oid <> ALL (s.invalid_before)
            ORDER BY 1
            """, [file.folder, String(file.number)])
        return rows.compactMap { $0.first ?? nil }
    }
}
