import Postgres
import SQL

/// The tables that the drill plants rows in, with what only the database knows of them.
struct PlantedTables: Sendable {
    /// Those with tenants' rows of their own, each after those it points to.
    let tables: [CatalogueTable]
    /// All tables behind walls, for sums over what a tenant has.
    let walled: [CatalogueTable]
    /// The column of a table in which a customer's id stands, where the portal reaches it row by row.
    let customerColumns: [String: String]
    /// The tables that all customers of a tenant share.
    let shared: Set<String>
    /// What the app may do to a table: `INSERT`, `DELETE`, `SELECT`.
    let rights: [String: Set<String>]
    /// One row of each table of class reference, by table and column: what a row that must point there points to.
    let codes: [String: [String: String]]

    /// Reads it, with a role that may see the catalogue.
    static func load(from database: PostgresDatabase) async throws -> PlantedTables {
        let catalogue = try await Catalogue.load(from: database)
        let policies = try await database.perform(
            """
            SELECT n.nspname || '.' || c.relname, pg_get_expr(p.polqual, p.polrelid) \
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
            WHERE p.polname = 'portal'
            """
        ).map { (try $0.decode(0, as: String.self), try $0.decode(1, as: String.self)) }
        let rights = try await database.perform(
            """
            SELECT n.nspname || '.' || c.relname, word FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, \
                unnest(ARRAY['SELECT', 'INSERT', 'DELETE']) AS word \
            WHERE c.relkind IN ('r', 'p') AND has_table_privilege('konak_app', c.oid, word)
            """
        ).map { (try $0.decode(0, as: String.self), try $0.decode(1, as: String.self)) }
        return PlantedTables(
            catalogue, policies: policies, rights: rights, codes: try await codes(catalogue, from: database))
    }

    private static func codes(
        _ catalogue: Catalogue, from database: PostgresDatabase
    ) async throws -> [String: [String: String]] {
        var found: [String: [String: String]] = [:]
        for table in catalogue.reference {
            let query = Query(
                unsafeSQL: """
                    SELECT cell.key, cell.value FROM (SELECT to_jsonb(t) AS cells FROM \(table.quoted) AS t LIMIT 1) s, \
                    jsonb_each_text(s.cells) AS cell WHERE cell.value IS NOT NULL
                    """)
            for row in try await database.perform(query) {
                found[table.label, default: [:]][try row.decode(0)] = try row.decode(1, as: String.self)
            }
        }
        return found
    }

    private init(
        _ catalogue: Catalogue, policies: [(String, String)], rights: [(String, String)],
        codes: [String: [String: String]]
    ) {
        self.codes = codes
        walled = catalogue.tables
        // What stands in a bridge is work for the house: a made-up row there would be done.
        tables = catalogue.tables.filter { $0.class == .tenant }
        var columns: [String: String] = [:]
        var shared: Set<String> = []
        for (table, test) in policies {
            if let column = Self.customerColumn(of: test) { columns[table] = column } else { shared.insert(table) }
        }
        (customerColumns, self.shared) = (columns, shared)
        self.rights = Dictionary(rights.map { ($0.0, [$0.1]) }) { $0.union($1) }
    }

    /// `(customer_id = kernel.customer())`.
    private static func customerColumn(of test: String) -> String? {
        guard let end = test.firstRange(of: " = kernel.customer()") else { return nil }
        let name = test[..<end.lowerBound].drop { $0 == "(" || $0 == "\"" }
        return name.last == "\"" ? String(name.dropLast()) : String(name)
    }

    /// The tables whose rows are the customers themselves: those to which a customer's column points, and those in which
    /// it is the key.
    var customerTables: Set<String> {
        var found: Set<String> = []
        for table in tables {
            guard let column = customerColumns[table.label] else { continue }
            if table.ownKey.first?.name == column { found.insert(table.label) }
            for reference in table.references where reference.columns.contains(column) { found.insert(reference.label) }
        }
        return found
    }

    func may(_ right: String, _ table: CatalogueTable) -> Bool { rights[table.label]?.contains(right) == true }
}
