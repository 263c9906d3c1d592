import Core
public import Postgres
import SQL

extension Catalogue {
    /// Reads it in a command, as any role: the catalogue is open to all.
    public static func load(on connection: borrowing ScriptConnection) throws -> Catalogue {
        try Catalogue(json: connection.rows(sql).first?.first.flatMap { $0 } ?? "[]")
    }

    /// Reads it in a running server.
    public static func load(from database: PostgresDatabase) async throws -> Catalogue {
        try Catalogue(json: await database.perform(query).first?.decode(0) ?? "[]")
    }

    /// Reads it within a transaction, as that sees it.
    public static func load(on connection: BorrowedConnection) async throws -> Catalogue {
        try Catalogue(json: await connection.query(query).first?.decode(0) ?? "[]")
    }

    private static var query: Query { Query(unsafeSQL: sql.description) }

    private init(json: String) throws {
        let limits = JSONLimits(bytes: 64 << 20)
        let found = try JSONReader.decode([FoundTable].self, from: Array(json.utf8), limits: limits)
        self.init(found.map(\.table))
    }

    /// Tables of the house say their class in their comment; every table of a module is a tenant's. Partitions come with
    /// their table.
    private static let sql: StaticString = """
        SELECT coalesce(json_agg(json_build_object(
            'schema', p.schema, 'name', p.name, 'class', p.class, 'isWalled', p.is_walled,
            'columns', (
                SELECT json_agg(json_build_object(
                    'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'isNotNull', a.attnotnull,
                    'hasDefault', a.atthasdef AND a.attgenerated = '' OR a.attidentity <> '',
                    'isGenerated', a.attgenerated <> '', 'isText', t.typcategory = 'S',
                    'isCollated', a.attcollation <> 0,
                    'sequence', (
                        SELECT format('%I.%I', n.nspname, s.relname)
                        FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
                        JOIN pg_namespace n ON n.oid = s.relnamespace
                        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
                          AND d.deptype IN ('a', 'i') AND d.refobjid = p.oid AND d.refobjsubid = a.attnum LIMIT 1),
                    'checks', (
                        SELECT coalesce(json_agg(pg_get_constraintdef(k.oid) ORDER BY k.conname), '[]')
                        FROM pg_constraint k
                        WHERE k.conrelid = p.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum])) ORDER BY a.attnum)
                FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                WHERE a.attrelid = p.oid AND a.attnum > 0 AND NOT a.attisdropped),
            'keys', (
                SELECT coalesce(json_agg(json_build_object('isPrimary', i.indisprimary, 'columns', (
                    SELECT json_agg(a.attname ORDER BY k.place)
                    FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
                    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
                    WHERE k.place <= i.indnkeyatts)) ORDER BY i.indexrelid), '[]')
                FROM pg_index i
                WHERE i.indrelid = p.oid AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL),
            'references', (
                SELECT coalesce(json_agg(json_build_object(
                    'name', k.conname, 'schema', n.nspname, 'table', c.relname,
                    'columns', (
                        SELECT json_agg(a.attname ORDER BY x.place)
                        FROM unnest(k.conkey) WITH ORDINALITY AS x (number, place)
                        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.number),
                    'target', (
                        SELECT json_agg(a.attname ORDER BY x.place)
                        FROM unnest(k.confkey) WITH ORDINALITY AS x (number, place)
                        JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = x.number))
                    ORDER BY k.conname), '[]')
                FROM pg_constraint k
                JOIN pg_class c ON c.oid = k.confrelid AND NOT c.relispartition
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE k.conrelid = p.oid AND k.contype = 'f' AND k.conparentid = 0)
            ) ORDER BY p.schema, p.name), '[]')::text
        FROM (
            SELECT c.oid, n.nspname AS schema, c.relname AS name,
                c.relrowsecurity AND c.relforcerowsecurity AS is_walled,
                CASE WHEN n.nspname IN ('kernel', 'security', 'delivery', 'records')
                    THEN substring(obj_description(c.oid, 'pg_class') FROM '^(control|bridge|tenant|reference):')
                    ELSE 'tenant' END AS class
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_'
              AND n.nspname NOT IN ('guard', 'lint', 'extension', 'information_schema')
        ) AS p
        WHERE p.class IS NOT NULL
        """
}

/// A table in the form in which the statement above gives it.
private struct FoundTable: Decodable {
    struct Key: Decodable {
        let isPrimary: Bool
        let columns: [String]
    }

    let schema: String
    let name: String
    let `class`: TableClass
    let isWalled: Bool
    let columns: [CatalogueColumn]
    let keys: [Key]
    let references: [CatalogueReference]

    var table: CatalogueTable {
        CatalogueTable(
            schema: schema, name: name, class: `class`, isWalled: isWalled, columns: columns,
            primaryKey: keys.first(where: \.isPrimary)?.columns ?? [],
            uniqueKeys: keys.filter { !$0.isPrimary }.map(\.columns), references: references)
    }
}
