public import Postgres

extension Preparation {
    /// Prepares a database, which is created when it is not there. Done as superuser, as often as one likes.
    public func run(as superuser: DatabaseURL, database: String) throws {
        try prepareCluster(ScriptConnection(superuser.secretText), database)
        try prepareDatabase(ScriptConnection(superuser.naming(database: database).secretText))
    }

    /// True when the database was prepared by exactly these files.
    public func isCurrent(on connection: borrowing ScriptConnection) throws -> Bool {
        let table = try connection.rows("SELECT pg_catalog.to_regclass('guard.prepared')::text")
        guard table.first?.first.flatMap({ $0 }) != nil else { return false }
        return try connection.rows("SELECT checksum FROM guard.prepared").first?.first == checksum
    }

    /// Roles and database belong to the cluster, not to one database.
    private func prepareCluster(_ connection: consuming ScriptConnection, _ database: String) throws {
        try Self.settle(connection)
        guard
            try connection.rows("SELECT rolsuper::text FROM pg_catalog.pg_roles WHERE rolname = current_user") == [
                ["true"]
            ]
        else { throw PreparationFault.notSuperuser }
        if let roles = files.first { try connection.run(script: roles.sql) }
        guard try connection.rows("SELECT 1::text FROM pg_catalog.pg_database WHERE datname = $1", [database]).isEmpty
        else { return }
        let name = try connection.rows("SELECT pg_catalog.quote_ident($1)", [database]).first?.first ?? nil
        // C.UTF-8 sorts by code point everywhere alike; Turkish order is asked for by name (tr-x-icu) where people see it.
        try connection.run(
            script: """
                CREATE DATABASE \(name ?? "konak") TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'
                """)
    }

    private func prepareDatabase(_ connection: consuming ScriptConnection) throws {
        try Self.settle(connection)
        try connection.run(script: "BEGIN")
        for file in files.dropFirst() { try connection.run(script: file.sql) }
        _ = try connection.rows(
            """
            INSERT INTO guard.prepared (checksum) VALUES ($1)
            ON CONFLICT (only_row) DO UPDATE SET checksum = excluded.checksum, prepared_at = pg_catalog.now()
            """, [checksum])
        try connection.run(script: "COMMIT")
    }

    /// One at a time: two sessions that create the same role would fail each other.
    private static func settle(_ connection: borrowing ScriptConnection) throws {
        try connection.run(
            script: """
                SET client_min_messages = warning; SET lock_timeout = '60s'; SET statement_timeout = 0;
                SELECT pg_catalog.pg_advisory_lock(469886198635)
                """)
    }
}

/// Why a database cannot be prepared.
public enum PreparationFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The role of the connection is none.
    case notSuperuser
    /// There is no address to connect to.
    case noAddress

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .notSuperuser: "the role in KONAK_DATABASE_SUPERUSER_URL is not a superuser"
        case .noAddress: "KONAK_DATABASE_SUPERUSER_URL must be given to prepare a database that is not our own"
        }
    }
}
