public import Core
public import Postgres

/// A connection of konak_owner for work on all that a tenant has. The owner sees the house's own tables, and of walled
/// ones the rows of the one tenant it entered: what it copies or removes cannot be another's. Blocking.
public final class OwnerSession {
    private let connection: ScriptConnection

    /// Takes a connection over. A role for which there are no walls is refused.
    public init(_ connection: consuming ScriptConnection) throws {
        let role = try connection.rows(
            "SELECT (rolsuper OR rolbypassrls)::text FROM pg_catalog.pg_roles WHERE rolname = current_user")
        guard role == [["false"]] else { throw ArchiveFault.noWalls }
        try connection.run(script: Self.settings)
        self.connection = connection
    }

    /// The text of a value must be the same everywhere; and this work takes the time it takes.
    private static let settings = """
        SET search_path = ''; SET standard_conforming_strings = on; SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
        SET bytea_output = 'hex'; SET extra_float_digits = 1; SET lc_monetary = 'C'; SET xmloption = 'content';
        SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET client_min_messages = warning
        """

    /// One statement with its parameters as text. The caller vouches for the statement.
    public func rows(_ sql: String, _ parameters: [String] = []) throws -> [[String?]] {
        try connection.rows(unsafeSQL: sql, parameters)
    }

    /// The same, for statements that answer with one number.
    func count(_ sql: String, _ parameters: [String] = []) throws -> Int {
        try rows(sql, parameters).first?.first.flatMap { $0 }.flatMap { Int($0) } ?? 0
    }

    /// All of the closure or nothing.
    public func transaction<Success>(_ mode: StaticString = "", _ body: () throws -> Success) throws -> Success {
        try connection.run(script: "BEGIN \(mode)")
        do {
            let success = try body()
            try connection.run(script: "COMMIT")
            return success
        } catch {
            try? connection.run(script: "ROLLBACK")
            throw error
        }
    }

    /// Steps behind the walls of a tenant for the rest of the transaction.
    public func enter(_ tenant: TenantID) throws {
        _ = try connection.rows("SELECT kernel.enter($1::uuid)", [tenant.description])
    }

    /// The tables as they are now.
    public func catalogue() throws -> Catalogue {
        let catalogue = try Catalogue.load(on: connection)
        for table in catalogue.tables where !table.isWalled { throw ArchiveFault.hole(table.label) }
        return catalogue
    }

    /// The migrations that made the tables.
    func migrations() throws -> [AppliedMigration] { try MigrationLedger.applied(on: connection) }
}
