internal import EventLoop
internal import Postgres

extension PlanBudget {
    /// Puts what `faults(of:)` needs into a database whose wall stands, as its superuser.
    public static func prepare(_ database: TestDatabase) async throws {
        // With the rights of its caller: the plan is that of the role, behind its wall.
        try await database.run(
            """
            CREATE SCHEMA judge; GRANT USAGE ON SCHEMA judge TO konak_app, konak_portal, konak_search;
            CREATE FUNCTION judge.explain(statement text) RETURNS text LANGUAGE plpgsql AS $$
            DECLARE
                plan json;
            BEGIN
                EXECUTE 'EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) ' || statement INTO plan;
                RETURN plan;
            END $$;
            GRANT EXECUTE ON FUNCTION judge.explain(text) TO konak_app, konak_portal, konak_search
            """)
    }

    /// Judges a statement with binds `$1`… through a role that has entered a tenant: planned once with these values in
    /// view and once without, as a statement that stays prepared will be. `becoming` is a role that cannot log in,
    /// `customer` whom the portal enters as.
    public func faults(
        of sql: String, _ values: [String] = [], as role: String, becoming other: String? = nil, tenant: String,
        customer: String? = nil, in database: TestDatabase
    ) async throws -> [String] {
        let call = values.isEmpty ? "" : "(\(values.map(Self.quoted).joined(separator: ", ")))"
        let entered = ([tenant] + [customer].compactMap { $0 }).map(Self.quoted).joined(separator: ", ")
        return try await TestLoops.blocking.run { [connection = database.connection(as: role)] in
            let connection = try ScriptConnection(connection)
            try connection.run(script: "PREPARE judged AS \(sql)")
            var faults: [String] = []
            for mode in ["force_custom_plan", "force_generic_plan"] {
                try connection.run(
                    script: """
                        BEGIN; SELECT kernel.enter(\(entered)); SET LOCAL plan_cache_mode = \(mode);
                        \(other.map { "SET LOCAL ROLE \($0)" } ?? "")
                        """)
                let plan = try connection.rows("SELECT judge.explain($1)", ["EXECUTE judged\(call)"])
                faults += try self.faults(inPlan: plan.first?.first.flatMap { $0 } ?? "").map { "\(mode): \($0)" }
                try connection.run(script: "ROLLBACK")
            }
            return faults
        }
    }

    private static func quoted(_ value: String) -> String {
        "'\(value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
}
