import TestKit
import Testing

@Suite("The plan of a list query")
struct ListPlanTests {
    private struct List {
        let name: String
        let sql: String
        var values: [String] = []
        var role = "konak_app"
        var customer: String?
        var budget = PlanBudget()
    }

    private static let columns = "SELECT c.id, c.name, c.state, c.amount, c.created_at FROM sample.customer c"
    private static let recent = "ORDER BY c.created_at DESC, c.id DESC LIMIT 50"

    private static let lists = [
        List(name: "first page", sql: "\(columns) WHERE c.tenant_id = kernel.tenant() \(recent)"),
        List(
            name: "next page",
            sql: "\(columns) WHERE c.tenant_id = kernel.tenant() AND (c.created_at, c.id) < ($1, $2) \(recent)",
            values: ["2026-02-01Z", "00000000-0000-7000-9000-000000000800"]),
        List(
            name: "by state", sql: "\(columns) WHERE c.tenant_id = kernel.tenant() AND c.state = $1 \(recent)",
            values: ["lost"]),
        List(
            name: "own", sql: "\(columns) WHERE c.tenant_id = kernel.tenant() AND c.owner_id = $1 \(recent)",
            values: ["00000000-0000-7000-a000-000000000007"]),
        List(
            name: "by money",
            sql: """
                \(columns) WHERE c.tenant_id = kernel.tenant() AND c.amount BETWEEN $1 AND $2
                ORDER BY c.amount, c.id LIMIT 50
                """, values: ["500000", "510000"]),
        List(
            name: "text search",
            sql: """
                \(columns) WHERE c.tenant_id = kernel.tenant() AND c.id IN (SELECT sample.search_customer($1, 200)) \(recent)
                """, values: ["ad77"]),
        List(
            name: "by a custom field",
            sql: """
                SELECT c.id, c.name, f.number FROM sample.customer_field f
                JOIN sample.customer c ON c.tenant_id = f.tenant_id AND c.id = f.customer_id
                WHERE f.tenant_id = kernel.tenant() AND f.field = $1 AND f.number BETWEEN $2 AND $3
                ORDER BY f.number, f.customer_id LIMIT 50
                """, values: ["vade", "30", "32"]),
        List(
            name: "joined",
            sql: """
                SELECT c.id, c.name, o.name AS company FROM sample.customer c
                LEFT JOIN sample.company o ON o.tenant_id = c.tenant_id AND o.id = c.company_id
                WHERE c.tenant_id = kernel.tenant() AND c.state = $1 \(recent)
                """, values: ["won"]),
        List(
            name: "portal",
            sql: """
                SELECT c.id, c.name FROM sample.customer c
                WHERE c.tenant_id = kernel.tenant() AND c.company_id = kernel.customer() \(recent)
                """, role: "konak_portal", customer: "00000000-0000-7000-9000-000000000021"),
        // Without the order, a plan for any state takes the first rows it finds, wherever they are.
        List(
            name: "capped count",
            sql: """
                SELECT count(*) FROM (
                    SELECT FROM sample.customer c WHERE c.tenant_id = kernel.tenant() AND c.state = $1
                    ORDER BY c.created_at DESC, c.id DESC LIMIT 1001) x
                """, values: ["won"], budget: PlanBudget(page: 1_001)),
    ]

    @Test("keeps its budget for a tenant of 200,000 rows and for a small one")
    func lists() async throws {
        try await TestDatabase.with(PlansDatabase.template) { database in
            for list in Self.lists {
                for tenant in [PlansDatabase.big, PlansDatabase.small] {
                    // All that a small tenant has is less than one page of the big one.
                    let budget = tenant == PlansDatabase.big ? list.budget : PlanBudget(page: 50)
                    let faults = try await budget.faults(
                        of: list.sql, list.values, as: list.role, tenant: tenant, customer: list.customer, in: database)
                    #expect(faults == [], "\(list.name) of \(tenant)")
                }
            }
            let inside = try await PlanBudget().faults(
                of: PlansDatabase.search("$1", "$2"), ["ad77", "200"], as: TestCluster.owner, becoming: "konak_search",
                tenant: PlansDatabase.big, in: database)
            #expect(inside == [], "inside the search function")
        }
    }

    private static let offenders: [(name: String, sql: String, fault: String)] = [
        ("numeric", "\(columns) WHERE c.tenant_id = kernel.tenant() AND c.share = 99.5 LIMIT 50", "throws away"),
        ("text pattern", "\(columns) WHERE c.name ILIKE '%ad77 soyad77%' LIMIT 50", "throws away"),
        ("words", "\(columns) WHERE c.words @@ plainto_tsquery('simple', 'ad77 soyad77')", "throws away"),
        (
            "no index to sort by", "\(columns) WHERE c.tenant_id = kernel.tenant() ORDER BY c.name LIMIT 50",
            "reads 2000"
        ),
        ("skipped pages", "\(columns) ORDER BY c.created_at DESC, c.id DESC OFFSET 50000 LIMIT 50", "reads 50050"),
        ("other index", "\(columns) WHERE c.email = 'm7@k1.example'", "by customer_email, not by the tenant"),
        (
            "unordered count", "SELECT count(*) FROM (SELECT FROM sample.customer c WHERE c.share > 0 LIMIT 1001) x",
            "reads"
        ),
        ("all", "SELECT max(f.text) FROM sample.customer_field f", "reads all of sample.customer_field"),
    ]

    @Test("is found to exceed it, in whatever way it does")
    func offenders() async throws {
        try await TestDatabase.with(PlansDatabase.template) { database in
            // A filter on numeric does not use the wall's index, though it is there.
            try await database.run(
                """
                CREATE INDEX ON sample.customer (tenant_id, share); CREATE INDEX customer_email ON sample.customer (email)
                """)
            for offender in Self.offenders {
                let faults = try await PlanBudget().faults(
                    of: offender.sql, as: "konak_app", tenant: PlansDatabase.big, in: database)
                #expect(faults.contains { $0.contains(offender.fault) }, "\(offender.name): \(faults)")
            }
        }
    }

    @Test("is no plan when it is something else", arguments: ["[]", "{}", "[{}]", "null"])
    func noPlan(text: String) throws { #expect(try PlanBudget().faults(inPlan: text) == ["this is no plan"]) }
}
