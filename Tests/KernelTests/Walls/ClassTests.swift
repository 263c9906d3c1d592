import Kernel
import Postgres
import TestKit
import Testing

@Suite("The classes of tables")
struct ClassTests {
    @Test("keep the servers of tenants out of control, and let control through a bridge")
    func reach() async throws {
        try await SampleSchema.with { walled in
            for role in ["konak_app", "konak_portal"] {
                for table in ["kernel.landlord", "kernel.migration"] {
                    let error = refusal(of: "SELECT FROM \(table)", on: try walled.connect(role))
                    #expect(error?.sqlState?.text == "42501", "\(role) \(table)")
                }
            }
            let control = try walled.connect("konak_control")
            let all = try control.rows("SELECT kind FROM kernel.errand ORDER BY 1")
            #expect(all == [["canary ours"], ["canary theirs"]])
            let claim = try control.rows("SELECT kind FROM kernel.errand ORDER BY id FOR UPDATE SKIP LOCKED")
            #expect(claim.count == 2)
            #expect(refusal(of: "SELECT FROM crm.deal", on: control)?.sqlState?.text == "42501")
        }
    }

    @Test("let everybody read what is the same for all, and nobody write it")
    func reference() async throws {
        try await SampleSchema.with { walled in
            for role in ["konak_app", "konak_portal", "konak_control"] {
                let connection = try walled.connect(role)
                #expect(try connection.rows("SELECT name FROM kernel.season ORDER BY code") == [["yaz"], ["kış"]])
                for statement in [
                    "INSERT INTO kernel.season VALUES ('x', 'x')", "UPDATE kernel.season SET name = 'x'",
                    "DELETE FROM kernel.season",
                ] {
                    #expect(refusal(of: statement, on: connection)?.sqlState?.text == "42501", "\(role) \(statement)")
                }
            }
            let app = try walled.connect("konak_app")
            try app.run(script: "BEGIN; SELECT kernel.enter('\(WalledDatabase.ours)'); SAVEPOINT s")
            let unknown = refusal(of: "UPDATE crm.deal SET season = 'monsoon'", on: app)
            #expect(unknown?.sqlState?.text == "23503")
            try app.run(script: "ROLLBACK TO s; UPDATE crm.deal SET season = 'winter'; COMMIT")
            let owner = try walled.connect("konak_owner")
            for grant in ["GRANT INSERT ON kernel.season TO konak_app", "ALTER TABLE kernel.season ADD tenant_id uuid"]
            {
                #expect(refusal(of: grant, on: owner)?.message.hasPrefix("the wall refuses") == true, "\(grant)")
            }
        }
    }

    @Test("keep a tenant on its own side of a bridge")
    func bridge() async throws {
        try await SampleSchema.with { walled in
            let app = try walled.connect("konak_app")
            #expect(try app.rows("SELECT kind FROM kernel.errand") == [])
            try app.run(script: "BEGIN; SELECT kernel.enter('\(WalledDatabase.ours)'); SAVEPOINT s")
            #expect(try app.rows("SELECT kind FROM kernel.errand") == [["canary ours"]])
            let foreign = """
                INSERT INTO kernel.errand (tenant_id, id, kind)
                VALUES ('\(WalledDatabase.theirs)', '\(SampleSchema.id(7, "2"))', 'x')
                """
            #expect(refusal(of: foreign, on: app)?.sqlState?.text == "42501")
            try app.run(script: "ROLLBACK TO s")
            // The owner is bound like everybody: a backfill without a tenant would touch all of them.
            let owner = try walled.connect("konak_owner")
            #expect(try owner.rows("SELECT kind FROM kernel.errand") == [])
            #expect(try owner.rows("SELECT title FROM crm.deal") == [])
        }
    }

    @Test("show each customer of the portal what is theirs, and what all share")
    func portal() async throws {
        try await SampleSchema.with { walled in
            let (tenant, customer) = (WalledDatabase.ours, SampleSchema.id(1, "1"))
            let more = SampleSchema.id(1, "9")
            try walled.connect(TestCluster.owner).run(
                script: """
                    INSERT INTO crm.customer VALUES ('\(tenant)', '\(more)', 'neighbour', 'n@example.com');
                    INSERT INTO crm.invoice VALUES ('\(tenant)', '\(SampleSchema.id(4, "9"))', '\(more)', 'N1', 1)
                    """)
            let portal = try walled.connect("konak_portal")
            #expect(try portal.rows("SELECT number FROM crm.invoice") == [])
            for alone in ["'\(tenant)'", "'\(tenant)', NULL", "NULL, '\(tenant)'"] {
                #expect(refusal(of: "SELECT kernel.enter(\(alone))", on: portal) != nil, "\(alone)")
            }
            try portal.run(script: "BEGIN; SELECT kernel.enter('\(tenant)', '\(customer)')")
            #expect(try portal.rows("SELECT number FROM crm.invoice") == [["canary ours"]])
            #expect(try portal.rows("SELECT name FROM crm.customer") == [["canary ours"]])
            #expect(try portal.rows("SELECT title FROM crm.article") == [["canary ours"]])
            for statement in Self.hostile {
                try portal.run(script: "SAVEPOINT s")
                #expect(refusal(of: statement, on: portal) != nil, "\(statement)")
                try portal.run(script: "ROLLBACK TO s")
            }
            let renamed = try portal.rows(
                "WITH u AS (UPDATE crm.customer SET name = 'me' RETURNING id) SELECT 1::text FROM u")
            #expect(renamed.count == 1)
            try portal.run(script: "COMMIT")
            #expect(try portal.rows("SELECT kernel.tenant()::text, kernel.customer()::text") == [[nil, nil]])
            // The staff's form belongs to the staff.
            let app = try walled.connect("konak_app")
            #expect(refusal(of: "SELECT kernel.enter('\(tenant)', '\(customer)')", on: app)?.sqlState?.text == "42501")
        }
    }

    private static let hostile = [
        "SELECT kernel.enter('\(WalledDatabase.ours)', '\(SampleSchema.id(1, "9"))')",
        "SELECT kernel.enter('\(WalledDatabase.theirs)', '\(SampleSchema.id(1, "2"))')",
        "SELECT email FROM crm.customer", "SELECT * FROM crm.deal", "SELECT * FROM crm.note",
        "UPDATE crm.customer SET id = '\(SampleSchema.id(1, "8"))'", "DELETE FROM crm.invoice",
        "UPDATE crm.article SET title = 'x'", "SELECT crm.search_deal('canary', 10)",
        "SELECT crm.search_customer('canary', 10)", "SELECT * FROM crm.won", "SELECT * FROM kernel.errand",
        "SELECT set_config('konak.customer', '', true)",
    ]

    @Test("let no search function be adopted that is not of the reviewed form")
    func searchForm() async throws {
        try await SampleSchema.with { walled in
            for body in Self.badSearches {
                let owner = try walled.connect("konak_owner")
                let error = refusal(
                    of: """
                        BEGIN; SET LOCAL check_function_bodies = off;
                        CREATE FUNCTION crm.search_bad(needle text, most integer) RETURNS SETOF uuid LANGUAGE sql STABLE
                            SET search_path = pg_catalog, pg_temp AS $search$ \(body) $search$;
                        SELECT guard.adopt_search('crm.search_bad(text, integer)'); COMMIT
                        """, on: owner)
                #expect(error?.message.hasPrefix("the wall refuses") == true, "\(body): \(error?.message ?? "done")")
            }
            let app = try walled.connect("konak_app")
            let adopt = "SELECT guard.adopt_search('crm.search_deal(text, integer)')"
            #expect(refusal(of: adopt, on: app)?.sqlState?.text == "42501")
            let again = """
                CREATE OR REPLACE FUNCTION crm.search_deal(needle text, most integer) RETURNS SETOF uuid LANGUAGE sql
                AS 'SELECT id FROM crm.deal'
                """
            let replaced = refusal(of: again, on: try walled.connect("konak_owner"))
            #expect(replaced != nil)
        }
    }

    private static let badSearches = [
        "SELECT id FROM crm.deal LIMIT most", ours + "LIMIT most",
        "SELECT id FROM crm.deal WHERE (title = needle) LIMIT most",
        ours + "AND (title = needle)", ours + "AND (title = needle) LIMIT 1000000",
        ours + "AND (title = needle) OR (true) LIMIT most", ours + "OR true AND (title = needle) LIMIT most",
        "SELECT id FROM crm.deal WHERE NOT tenant_id = kernel.tenant() AND (title = needle) LIMIT most",
        "SELECT id FROM crm.deal WHERE tenant_id = coalesce(kernel.tenant(), tenant_id) AND (true) LIMIT most",
        ours + "AND (true) UNION SELECT id FROM crm.deal LIMIT most",
        ours + "AND (id IN (SELECT id FROM crm.note)) LIMIT most", ours + "AND (id IN (TABLE crm.x)) LIMIT most",
        "SELECT d.id FROM crm.note, crm.deal d WHERE d.tenant_id = kernel.tenant() AND (true) LIMIT most",
        ours + "AND (true) /* ) OR ( */ OR (true) LIMIT most",
        ours + "AND (title = ')' OR needle = '(') OR (true) LIMIT most",
        "SELECT id FROM kernel.landlord AS d WHERE d.id = kernel.tenant() AND (name = needle) LIMIT most",
        ours + "AND (crm.plain(title)) LIMIT most",
    ]
    private static let ours = "SELECT id FROM crm.deal WHERE tenant_id = kernel.tenant() "
}
