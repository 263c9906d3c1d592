import ModuleKit
import Postgres
import SQL

/// Holds what modules say of whose records are against the tables: a table whose records are handed over when somebody
/// leaves has the column with the owner, and an `id` by which the handing over is written down.
struct OwnedCheck: Sendable {
    private let wanted: [(module: String, table: String, column: String)]

    init(_ modules: [RegisteredModule]) {
        wanted = modules.flatMap { module in
            module.registrar.owned.flatMap { owned in
                [owned.column, "id"].map { (module.manifest.id.text, owned.table.text, $0) }
            }
        }
    }

    /// One sentence for each column that is not there.
    func faults(on control: PostgresDatabase) async throws -> [String] {
        guard !wanted.isEmpty else { return [] }
        // By names: the role that asks may not look into the modules' schemas.
        let rows = try await control.perform(
            """
            SELECT w.place, w.name FROM unnest(\(wanted.map(\.table))::text[], \(wanted.map(\.column))::text[]) \
            AS w (place, name) WHERE NOT EXISTS (\
            SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid \
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
            WHERE n.nspname || '.' || c.relname = w.place AND a.attname = w.name \
            AND a.atttypid = 'pg_catalog.uuid'::regtype AND NOT a.attisdropped)
            """)
        let lacking = try rows.map { row in (try row.decode(0, as: String.self), try row.decode(1, as: String.self)) }
        return wanted.filter { one in lacking.contains { $0 == (one.table, one.column) } }.map(Self.sentence)
    }

    /// The same against a catalogue that has been read.
    func faults(in catalogue: Catalogue) -> [String] {
        wanted.filter { catalogue[$0.table]?.column($0.column)?.type != "uuid" }.map(Self.sentence)
    }

    private static func sentence(_ lack: (module: String, table: String, column: String)) -> String {
        let why = lack.column == "id" ? "records that are handed over are noted by it" : "it is said to name an owner"
        return "\(lack.module): \(lack.table) has no column “\(lack.column)” of type uuid, and \(why): add it in a "
            + "migration, or take `owned` away"
    }
}
