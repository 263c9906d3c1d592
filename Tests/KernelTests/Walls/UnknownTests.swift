import Kernel
import Postgres
import SQL
import TestKit
import Testing

@Suite("A foreign id")
struct UnknownTests {
    @Test("is answered like an unknown one, for every foreign and unique key")
    func sameAnswer() async throws {
        try await SampleSchema.with { walled in
            let probes = try Probe.all(on: walled.connect(TestCluster.owner))
            #expect(probes.filter { $0.kind == "foreign key" }.count >= 6)
            #expect(probes.filter { $0.kind == "unique key" }.count >= 12)
            let pairs = try await walled.database.withDriver(as: "konak_app") { driver, _ in
                var pairs = 0
                for probe in probes {
                    let foreign = try await Answer.to(probe.foreign, from: driver)
                    let unknown = try await Answer.to(probe.unknown, from: driver)
                    #expect(foreign == unknown, "\(probe.kind): \(probe.foreign)")
                    #expect(foreign.isAsExpected(probe), "\(probe.kind): \(probe.foreign): \(foreign)")
                    pairs += 1
                }
                return pairs
            }
            #expect(pairs == probes.count)
            print("foreign as unknown: pairs=\(pairs)")
        }
    }
}

/// The same statement twice: with a value that another tenant has, and with one that nobody has.
private struct Probe: Sendable {
    let kind: String
    let foreign: String
    let unknown: String

    /// One insert and one update for each foreign key; insert, upsert, look-up, update and delete for each unique key.
    static func all(on connection: borrowing ScriptConnection) throws -> [Probe] {
        try connection.rows(statements, [WalledDatabase.ours, WalledDatabase.theirs]).compactMap { row in
            guard row.count == 3, let kind = row[0], let foreign = row[1], let unknown = row[2] else { return nil }
            return Probe(kind: kind, foreign: foreign, unknown: unknown)
        }
    }

    /// Each key of the catalogue with the row of ours (o), that of theirs (t), and a value nobody has (u). A row to
    /// insert is ours under a new id, with one column from elsewhere. Bridges stand aside: the app may do little more
    /// than add to one, and its keys begin with the tenant by the lints.
    private static let statements: StaticString = """
        WITH walled AS (
            SELECT c.oid, c.oid::regclass::text AS place FROM pg_class c
            WHERE c.relkind = 'r' AND coalesce(obj_description(c.oid, 'pg_class'), 'tenant') !~ '^(control|bridge)' AND EXISTS (
                SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')
        ), key AS (
            SELECT w.*, 'foreign key' AS kind, k.conkey[2] AS number, k.conname FROM walled w
            JOIN pg_constraint k ON k.conrelid = w.oid AND k.contype = 'f'
            UNION ALL
            SELECT w.*, 'unique key', x.indkey[1], x.indexrelid::regclass::text FROM walled w
            JOIN pg_index x ON x.indrelid = w.oid AND x.indisunique
        ), part AS (
            SELECT key.*, a.attname AS "column",
                format('jsonb_populate_record(NULL::%s, to_jsonb(o) || jsonb_build_object(%s%L, %%s::text))', key.place,
                    (SELECT coalesce(string_agg(format('%L, gen_random_uuid(), ', b.attname), ''), '')
                     FROM pg_attribute b
                     WHERE b.attrelid = key.oid AND b.attname <> a.attname AND EXISTS (
                        SELECT FROM pg_index x WHERE x.indrelid = key.oid AND x.indisunique AND b.attnum = x.indkey[1])),
                    a.attname) AS made,
                (SELECT string_agg(format('%I', b.attname), ', ' ORDER BY b.attnum) FROM pg_attribute b
                 WHERE b.attrelid = key.oid AND b.attnum > 0 AND NOT b.attisdropped AND b.attgenerated = '') AS columns,
                CASE WHEN a.atttypid = 'uuid'::regtype THEN 'ffffffff-0000-7000-8000-00000000ffff' ELSE 'nobody has it' END
                    AS nobody
            FROM key JOIN pg_attribute a ON a.attrelid = key.oid AND a.attnum = key.number
        ), value AS (
            SELECT part.*, (xpath('/table/row/v/text()', query_to_xml(
                format('SELECT %I AS v FROM %s WHERE tenant_id = %L', part.column, place, $2::text), true, false, '')))[1]::text
                AS theirs
            FROM part
        ), shape AS (
            SELECT value.*, form.words AS form
            FROM value CROSS JOIN LATERAL (
                SELECT format('INSERT INTO %s (%s) SELECT %s FROM (SELECT (r).* FROM (SELECT %s AS r FROM %s o) x) y',
                    place, columns, columns, made, place)
                UNION ALL
                SELECT format(
                    'INSERT INTO %s (%s) SELECT %s FROM (SELECT (r).* FROM (SELECT %s AS r FROM %s o) x) y ON CONFLICT DO NOTHING',
                    place, columns, columns, made, place) WHERE kind = 'unique key'
                UNION ALL
                SELECT format('UPDATE %s SET %I = %%s', place, "column") WHERE kind = 'foreign key'
                UNION ALL
                SELECT format('SELECT * FROM %s WHERE %I = %%s', place, "column")
                UNION ALL
                SELECT format('DELETE FROM %s WHERE %I = %%s', place, "column") WHERE kind = 'unique key'
                UNION ALL
                SELECT format('UPDATE %s SET tenant_id = tenant_id WHERE %I = %%s', place, "column") WHERE kind = 'unique key'
                UNION ALL
                SELECT format('UPDATE %s SET %I = %%s', place, "column") WHERE kind = 'unique key' AND "column" <> 'id'
            ) AS form (words)
        )
        SELECT kind, replace(form, '%s', quote_literal(theirs)), replace(form, '%s', quote_literal(nobody))
        FROM shape WHERE theirs IS NOT NULL AND $1::text IS NOT NULL
        ORDER BY place, "column", form
        """
}

/// All that a caller can tell apart.
private struct Answer: Sendable, Hashable {
    var state = ""
    var message = ""
    var constraint = ""
    var detail = ""
    var affected = 0
    var rows = 0

    /// In a transaction that is undone, as the tenant.
    static func to(_ statement: String, from driver: PostgresDatabase) async throws -> Answer {
        let query = Query(unsafeSQL: statement)
        do {
            try await driver.withTransaction(after: "SELECT kernel.enter(\(WalledDatabase.ours)::uuid)") {
                connection -> Void in
                let rows = try await connection.query(query)
                throw Undone(affected: rows.affected, rows: rows.count)
            }
            return Answer()
        } catch let error as TransactionError {
            if let undone = error.first as? Undone { return Answer(affected: undone.affected, rows: undone.rows) }
            guard let refusal = error.first as? PostgresError else { throw error }
            return Answer(
                state: refusal.sqlState?.text ?? "\(refusal.code)", message: blurred(refusal.message),
                constraint: refusal.constraint ?? "", detail: blurred(refusal.detail ?? ""))
        }
    }

    private struct Undone: Error {
        let affected: Int
        let rows: Int
    }

    /// What was sent comes back in the detail, theirs or not: values are taken out.
    private static func blurred(_ text: String) -> String {
        var (depth, kept) = (0, "")
        for part in text.split(separator: "=(", omittingEmptySubsequences: false) {
            kept += depth == 0 ? String(part) : "=(…" + String(part.drop { $0 != ")" })
            depth += 1
        }
        return kept
    }

    /// A pair that fails for another reason would be equal and prove nothing.
    func isAsExpected(_ probe: Probe) -> Bool {
        let isWrite = !probe.foreign.hasPrefix("SELECT") && !probe.foreign.hasPrefix("DELETE")
        if probe.kind == "foreign key", isWrite { return state == "23503" }
        // What is not granted on a bridge is refused before any row is looked at.
        let isRefused = state == "42501" && probe.foreign.contains("kernel.errand")
        return (state.isEmpty || isRefused) && rows == 0
    }
}
