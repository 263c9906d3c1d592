import Core
import Postgres
import SQL

/// Puts the drill's rows into the database and takes them out again: as the app, behind the wall of the tenant, and as
/// the owner, behind the same wall, where the app has no right to.
struct Planter: Sendable {
    let tables: PlantedTables
    let app: PostgresDatabase
    let owner: PostgresDatabase?

    /// Makes a set of rows of a tenant and adds it.
    func plant(
        _ number: Int, for tenant: DrillTenant, _ values: inout CanaryValues, _ book: inout CanaryBook
    ) async throws -> PlantedSet {
        let origin = CanaryOrigin.row(tenant.place, set: number, isShared: false, column: "a customer's id")
        var set = PlantedSet(number: number, customer: CustomerID(book.newID(origin)))
        for table in tables.tables {
            while true {
                let row = try values.row(of: table, for: tenant, in: set, &book)
                do {
                    try await add(row, for: tenant.id)
                    set.rows.append(row)
                    break
                } catch let error as PostgresError {
                    guard try await isMended(error, table, &values) else { throw fault(error, table) }
                }
            }
        }
        return set
    }

    /// Adds the row of a set once more.
    func add(_ row: PlantedRow, for tenant: TenantID) async throws {
        let columns = row.table.storedColumns.filter { row.values[$0.name] != nil }
        var binds: [Bind] = []
        let cells = columns.map { column -> String in
            guard let text = row.text(of: column.name) else { return "NULL" }
            binds.append(.text(text))
            return "$\(binds.count)::text::\(column.type)"
        }
        let names = columns.map(\.quoted).joined(separator: ", ")
        let statement = Query(
            unsafeSQL: "INSERT INTO \(row.table.quoted) (\(names)) VALUES (\(cells.joined(separator: ", ")))",
            binds: binds)
        _ = try await database(for: "INSERT", row.table).perform(after: Self.enter(tenant), statement)
    }

    /// Everything as it was planted, whatever has happened since.
    func restore(_ tenant: DrillTenant) async throws {
        try await clear(tenant)
        for set in tenant.sets { for row in set.rows { try await add(row, for: tenant.id) } }
    }

    /// Takes all rows of a tenant out of all tables behind walls.
    func clear(_ tenant: DrillTenant) async throws {
        for table in tables.walled.reversed() {
            let isOwn = tables.tables.contains { $0.label == table.label }
            guard isOwn || owner != nil else { continue }
            let delete = Query(unsafeSQL: "DELETE FROM \(table.quoted) WHERE tenant_id = kernel.tenant()")
            _ = try await database(for: "DELETE", table).perform(after: Self.enter(tenant.id), delete)
        }
    }

    /// A sum over every row that a tenant has behind walls. With a set, over the rows of its customer alone.
    func sums(of tenant: DrillTenant, set: Int? = nil) async throws -> [String] {
        let asked = tables.walled.filter { tables.may("SELECT", $0) || owner != nil }.filter { table in
            set == nil || tables.customerColumns[table.label] != nil
        }
        let byApp = asked.filter { tables.may("SELECT", $0) }
        let byOwner = asked.filter { !tables.may("SELECT", $0) }
        var rows = try await app.perform(after: Self.enter(tenant.id), all: byApp.map { sum($0, tenant, set) })
        if let owner, !byOwner.isEmpty {
            rows += try await owner.perform(after: Self.enter(tenant.id), all: byOwner.map { sum($0, tenant, set) })
        }
        return try zip(byApp + byOwner, rows).map { table, rows in
            "\(table.label) \(try rows.first?.decode(0, as: String.self) ?? "")"
        }
    }

    private func sum(_ table: CatalogueTable, _ tenant: DrillTenant, _ set: Int?) -> Query {
        let whole = "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM \(table.quoted) AS t"
        guard let set, let column = tables.customerColumns[table.label], tenant.sets.indices.contains(set) else {
            return Query(unsafeSQL: whole + " WHERE t.tenant_id = kernel.tenant()")
        }
        return Query(
            unsafeSQL: whole + " WHERE t.tenant_id = kernel.tenant() AND t.\(column.sqlQuoted) = $1",
            binds: [tenant.sets[set].customer.uuid.sqlBind])
    }

    // MARK: Roles and refusals

    static func enter(_ tenant: TenantID) -> Query { "SELECT kernel.enter(\(tenant.uuid))" }

    private func database(for right: String, _ table: CatalogueTable) throws -> PostgresDatabase {
        if tables.may(right, table) { return app }
        guard let owner else {
            throw DrillFault("\(table.label): the app has no \(right) there, and no address of the owner was given")
        }
        return owner
    }

    /// Asks which columns a broken check is about, and takes the next form for them.
    private func isMended(
        _ error: PostgresError, _ table: CatalogueTable, _ values: inout CanaryValues
    ) async throws -> Bool {
        guard error.sqlState == SQLState("23514"), let constraint = error.constraint else { return false }
        let columns = try await app.perform(
            """
            SELECT a.attname::text FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid \
                AND a.attnum = ANY (k.conkey) \
            JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
            WHERE n.nspname = \(table.schema) AND c.relname = \(table.name) AND k.conname = \(constraint)
            """
        ).map { try $0.decode(0, as: String.self) }
        return values.refuse(columns, of: table)
    }

    private func fault(_ error: PostgresError, _ table: CatalogueTable) -> DrillFault {
        let checks = table.columns.flatMap { column in column.checks.map { "\(table.label).\(column.name): \($0)" } }
        return DrillFault(
            "no row can be planted in \(table.label): \(error.unredacted); its checks are \(checks.joined(separator: ", "))"
        )
    }
}
