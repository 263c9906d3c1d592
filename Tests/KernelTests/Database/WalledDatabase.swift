import Kernel
import Postgres
import TestKit
import Testing

/// A database with the wall in it, for one test: prepared and migrated by the repository's own files.
struct WalledDatabase: Sendable {
    let database: TestDatabase

    /// The repository's migrations, found from this file.
    static let folder: MigrationFolder = {
        var path = LocalPath(#filePath)
        while path.text != "/", !(path / "Package.swift").exists { path = path.parent }
        return MigrationFolder(at: path / "migrations")
    }()

    static func with(_ body: (WalledDatabase) async throws -> Void) async throws {
        try await TestDatabase.with(template) { database in
            let walled = WalledDatabase(database: database)
            // What is granted on the database itself is not copied.
            try walled.prepare()
            try await body(walled)
        }
    }

    private static let template = TestTemplate("walled") { database in
        let walled = WalledDatabase(database: database)
        try walled.prepare()
        try MigrationRunner(files: folder.files()).apply(on: walled.connect("konak_owner"))
    }

    func prepare() throws {
        try Self.folder.preparation().run(as: maintenance, database: database.name)
    }

    func connect(_ role: String) throws(PostgresError) -> ScriptConnection {
        try ScriptConnection(database.connection(as: role))
    }

    /// The superuser's address of another database, as `konak database prepare` is given it.
    var maintenance: DatabaseURL {
        DatabaseURL(trusted: "postgresql:///postgres?host=\(database.cluster.folder)&user=\(TestCluster.owner)")
    }

    /// A table of a module with a row of each of two tenants.
    func addDeals() throws {
        try connect("konak_owner").run(
            script: """
                CREATE SCHEMA crm;
                GRANT USAGE ON SCHEMA crm TO konak_app;
                CREATE TABLE crm.deal (
                    tenant_id uuid NOT NULL, id integer NOT NULL, title text NOT NULL,
                    PRIMARY KEY (tenant_id, id));
                GRANT SELECT, INSERT, UPDATE, DELETE ON crm.deal TO konak_app;
                CREATE VIEW crm.good WITH (security_invoker = true) AS SELECT * FROM crm.deal;
                CREATE FUNCTION crm.plain() RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE TABLE kernel.side (x integer);
                COMMENT ON TABLE kernel.side IS 'control: nothing';
                """)
        for tenant in [Self.ours, Self.theirs] {
            try connect("konak_owner").run(
                script: """
                    BEGIN; SELECT kernel.enter('\(tenant)');
                    INSERT INTO crm.deal (tenant_id, id, title) VALUES ('\(tenant)', 1, 'of \(tenant)'); COMMIT
                    """)
        }
    }

    static let ours = "00000000-0000-7000-8000-000000000001"
    static let theirs = "00000000-0000-7000-8000-000000000002"
}

/// What a server says when a statement fails; nil when it does not.
func refusal(of script: String, on connection: borrowing ScriptConnection) -> PostgresError? {
    do throws(PostgresError) {
        try connection.run(script: script)
        return nil
    } catch {
        return error
    }
}
