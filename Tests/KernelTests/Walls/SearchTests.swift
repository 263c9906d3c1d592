import Kernel
import Postgres
import TestKit
import Testing

@Suite("A search function")
struct SearchTests {
    @Test(
        "uses the index behind the wall and finds its own tenant's rows only",
        arguments: [
            ("crm.search_deal", "crm.deal_search", "crm.deal", "rare7"),
            ("crm.search_customer", "crm.customer_search", "crm.customer", "are7"),
        ])
    func search(function: String, index: String, table: String, needle: String) async throws {
        try await SampleSchema.with { walled in
            let superuser = try walled.connect(TestCluster.owner)
            try superuser.run(script: Self.many)
            // What waits to be merged into a gin index makes it dear in the planner's eyes; nobody vacuums here but we.
            for place in ["crm.customer", "crm.deal"] { try superuser.run(script: "VACUUM ANALYZE \(place)") }
            for tenant in [WalledDatabase.ours, WalledDatabase.theirs] {
                let app = try walled.connect("konak_app")
                try app.run(script: "BEGIN; SELECT kernel.enter('\(tenant)'); SET LOCAL jit = off")
                let found = try app.rows(
                    Self.statements[function] ?? "SELECT NULL", [needle, "50"])
                #expect(found.count == 20)
                #expect(found.allSatisfy { $0.first == tenant })
                let scans = try app.rows(
                    """
                    SELECT pg_stat_get_xact_numscans(i.oid)::text, pg_stat_get_xact_numscans(t.oid)::text
                    FROM pg_class i, pg_class t WHERE i.oid = to_regclass($1) AND t.oid = to_regclass($2)
                    """, [index, table])
                #expect(scans == [["1", "0"]], "scans of the index and of the table")
                #expect(try app.rows(Self.statements[function] ?? "SELECT NULL", ["nowhere", "50"]) == [])
                #expect(try app.rows(Self.statements[function] ?? "SELECT NULL", [needle, "3"]).count == 3)
            }
            let app = try walled.connect("konak_app")
            #expect(try app.rows(Self.statements[function] ?? "SELECT NULL", [needle, "50"]) == [], "without a tenant")
        }
    }

    /// As modules ask: ids from the function, rows through the wall.
    private static let statements: [String: StaticString] = [
        "crm.search_deal": """
        SELECT d.tenant_id::text FROM crm.search_deal($1, $2::integer) AS found (id)
        JOIN crm.deal d ON d.tenant_id = kernel.tenant() AND d.id = found.id
        """,
        "crm.search_customer": """
        SELECT c.tenant_id::text FROM crm.search_customer($1, $2::integer) AS found (id)
        JOIN crm.customer c ON c.tenant_id = kernel.tenant() AND c.id = found.id
        """,
    ]

    /// 20,000 rows for each of the two tenants; every thousandth has the rare word.
    private static let many = """
        INSERT INTO crm.customer (tenant_id, id, name, email)
        SELECT t::uuid, gen_random_uuid(), CASE n % 1000 WHEN 7 THEN 'rare7 name ' ELSE 'plain name ' END || n,
            n || '@example.com'
        FROM unnest(ARRAY['\(WalledDatabase.ours)', '\(WalledDatabase.theirs)']) t, generate_series(1, 20000) n;
        INSERT INTO crm.deal (tenant_id, id, title)
        SELECT tenant_id, id, name FROM crm.customer WHERE name NOT LIKE 'canary%'
        """
}
