import Kernel
import Postgres
import TestKit
import Testing

@Suite("Preparing a database")
struct PreparationTests {
    @Test("is refused to anybody but a superuser")
    func refusedToOthers() async throws {
        try await WalledDatabase.with { walled in
            let owner = DatabaseURL(
                trusted: "postgresql:///\(walled.database.name)?host=\(walled.database.cluster.folder)&user=konak_owner"
            )
            #expect(throws: PreparationFault.notSuperuser) {
                try WalledDatabase.folder.preparation().run(as: owner, database: walled.database.name)
            }
        }
    }

    @Test("can be done again without losing anything")
    func again() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            try walled.prepare()
            let preparation = try WalledDatabase.folder.preparation()
            #expect(try preparation.isCurrent(on: walled.connect("konak_control")))
            let app = try walled.connect("konak_app")
            try app.run(script: "BEGIN; SELECT kernel.enter('\(WalledDatabase.ours)')")
            #expect(try app.rows("SELECT 1 FROM crm.deal").count == 1)
            #expect(try walled.connect("konak_owner").rows("SELECT object FROM guard.holes()") == [])
        }
    }

    @Test("mends what has come undone")
    func mends() async throws {
        try await WalledDatabase.with { walled in
            let superuser = try walled.connect(TestCluster.owner)
            try superuser.run(
                script: """
                    GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC;
                    GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC;
                    GRANT ALL ON SCHEMA public TO PUBLIC;
                    DROP EVENT TRIGGER konak_guard_drop
                    """)
            #expect(try superuser.rows("SELECT object FROM guard.holes()").count > 3)
            try walled.prepare()
            #expect(try superuser.rows("SELECT object FROM guard.holes()") == [])
        }
    }

    @Test("makes the database when it is not there")
    func makesDatabase() async throws {
        try await WalledDatabase.with { walled in
            let name = "\(walled.database.name) \"x\""
            try WalledDatabase.folder.preparation().run(as: walled.maintenance, database: name)
            let maintenance = try ScriptConnection(walled.maintenance.secretText)
            let facts = try maintenance.rows(
                """
                SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = $1
                """, [name])
            #expect(facts == [["UTF8", "C.UTF-8"]])
            try maintenance.run(script: "DROP DATABASE \"\(walled.database.name) \"\"x\"\"\"")
        }
    }

    @Test("is asked for again when its files have changed")
    func notCurrent() async throws {
        try await WalledDatabase.with { walled in
            let changed = Preparation(files: try WalledDatabase.folder.preparation().files.dropLast())
            #expect(try !changed.isCurrent(on: walled.connect("konak_control")))
        }
        try await TestDatabase.with { database in
            let connection = try ScriptConnection(database.connection())
            #expect(try !WalledDatabase.folder.preparation().isCurrent(on: connection))
        }
    }

    @Test("lets the backup see every tenant, and write nothing")
    func backup() async throws {
        try await WalledDatabase.with { walled in
            try walled.addDeals()
            let backup = try walled.connect("konak_backup")
            #expect(try backup.rows("SELECT 1 FROM crm.deal").count == 2)
            try backup.run(script: "SELECT pg_catalog.set_config('search_path', '', false)")
            #expect(refusal(of: "DELETE FROM crm.deal", on: backup) != nil)
            #expect(refusal(of: "SET default_transaction_read_only = off; DELETE FROM crm.deal", on: backup) != nil)
        }
    }
}
