import SQL
import Testing

@Suite("Statements the driver prepares")
struct StatementKindTests {
    @Test(arguments: accepted)
    func `is known by its verb`(_ sql: String, _ kind: StatementKind) throws {
        #expect(try StatementKind.classify(sql) == kind)
    }

    @Test func `says which statements control a transaction`() {
        let controlling = StatementKind.allCases.filter(\.controlsTransaction)
        #expect(controlling == [.begin, .commit, .rollback, .savepoint, .release, .rollbackToSavepoint])
    }

    @Test func `no bytes trap`() {
        var state: UInt64 = 42
        var counts = (read: 0, refused: 0)
        let pieces = [
            "SELECT", " ", "(", ")", "'", "\"", "$a$", "$$", "$1", "E'", "\\", "--", "\n", "/*", "*/", ";", "INTO",
            "INSERT", "WITH x AS", ",", "é", "\0", "COPY", "TO", "STDOUT", "SET", "1",
        ].map { Array($0.utf8) }
        for _ in 0..<20_000 {
            var sql: [UInt8] = []
            for _ in 0..<(nextRandom(&state) % 12) { sql += pieces[Int(nextRandom(&state) % UInt64(pieces.count))] }
            if (try? StatementKind.classify(sql.span)) == nil { counts.refused += 1 } else { counts.read += 1 }
        }
        #expect(counts.read > 0 && counts.refused > counts.read)
    }

    static let accepted: [(String, StatementKind)] = [
        ("SELECT 1", .select), ("select 1", .select), ("SeLeCt 1;", .select), ("SELECT 1 ; -- end", .select),
        ("SELECT 1;/* end */\n", .select), (" \t\r\n\u{C}SELECT 1", .select), ("/* a */SELECT/**/1", .select),
        ("/* /* SET */ */ SELECT 1", .select), ("-- SET ROLE x\nSELECT 1", .select), ("--\rSELECT 1", .select),
        ("/**//**/SELECT 1", .select), ("/***/SELECT 1", .select), ("/*/**/*/SELECT 1", .select),
        ("SELECT-1", .select), ("SELECT(1)", .select), ("SELECT'x'", .select), ("SELECT\"x\"", .select),
        ("(SELECT 1)", .select), ("((SELECT 1))", .select), ("(SELECT 1) UNION (SELECT 2)", .select),
        ("(VALUES (1))", .values), ("( WITH x AS (SELECT 1) SELECT * FROM x )", .select), ("SELECT ';'", .select),
        ("SELECT '; SET ROLE x'", .select), ("SELECT ''''", .select), ("SELECT E'\\';'", .select),
        ("SELECT e'\\';\\''", .select), ("SELECT E'a'\n'\\'; x'", .select), ("SELECT $$; SET$$", .select),
        ("SELECT $tag$ ; $$ ; $other$ $tag$", .select), ("SELECT $é$;$é$", .select), ("SELECT $1", .select),
        ("SELECT $1 $x$;$x$", .select), ("SELECT \"a;b\"\"c\"", .select),
        ("SELECT 'into'", .select), ("SELECT \"into\" FROM t", .select), ("SELECT $$ INTO $$", .select),
        ("SELECT 1 -- INTO t", .select), ("SELECT 1 /* INTO */", .select), ("SELECT intox FROM t", .select),
        ("SELECT U&'\\0061'", .select), ("SELECT B'01', X'1F', N'x'", .select), ("SELECT '\\'", .select),
        ("SELECT 1e5, 0x1F, 1_000, .5", .select), ("SELECT a$b$c FROM t", .select), ("SELECT a-1--b\n", .select),
        ("SELECT a*/**/b", .select), ("SELECT set_config('a', 'b', true)", .select), ("SELECT ğ FROM müşteri", .select),
        ("SELECT * FROM t FOR UPDATE SKIP LOCKED", .select), ("SELECT", .select),
        ("VALUES (1), (2)", .values), ("INSERT INTO t VALUES ($1)", .insert),
        ("insert/**/into t DEFAULT VALUES", .insert),
        ("INSERT INTO t (a) SELECT a FROM unnest($1::uuid[]) a ON CONFLICT DO NOTHING RETURNING id", .insert),
        ("UPDATE t SET a = 1 WHERE id = $1", .update), ("DELETE FROM t", .delete),
        ("MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED THEN INSERT VALUES (s.a)", .merge),
        ("WITH x AS (SELECT 1) SELECT * FROM x", .select), ("WITH RECURSIVE x AS (SELECT 1) SELECT 1", .select),
        ("WITH x AS MATERIALIZED (SELECT 1) SELECT 1", .select), ("WITH \"x y\" AS (SELECT 1) SELECT 1", .select),
        ("WITH x AS NOT MATERIALIZED (SELECT 1) SELECT 1", .select),
        ("WITH x(a, b) AS (SELECT 1, 2) SELECT 1", .select),
        ("WITH x AS (SELECT 1), y AS (SELECT (2)) UPDATE t SET a = 1", .update),
        ("WITH x AS (SELECT 1) DELETE FROM t", .delete), ("WITH x AS (SELECT ')') INSERT INTO t SELECT 1", .insert),
        ("WITH x AS (INSERT INTO t VALUES (1) RETURNING a) SELECT a FROM x", .select),
        ("WITH x AS (SELECT 1) MERGE INTO t USING x ON true WHEN MATCHED THEN DELETE", .merge),
        ("WITH x AS (SELECT 1) (SELECT * FROM x)", .select), ("WITH x AS (SELECT 1) VALUES (1)", .values),
        ("WITH x AS (SELECT 1) SEARCH DEPTH FIRST BY a, b SET c SELECT 1", .select),
        ("WITH x AS (SELECT 1) SEARCH BREADTH FIRST BY a SET c CYCLE a, b SET d USING e SELECT 1", .select),
        ("WITH x AS (SELECT 1) CYCLE a SET b TO 'y' DEFAULT 'n' USING c, y AS (SELECT 1) SELECT 1", .select),
        ("COPY t TO STDOUT", .copyOut), ("copy crm.\"Customer\" (a, b) to stdout with (format csv)", .copyOut),
        ("COPY (SELECT 1) TO STDOUT", .copyOut), ("COPY \"from\" TO STDOUT", .copyOut), ("LISTEN jobs", .listen),
        ("UNLISTEN *", .unlisten), ("BEGIN", .begin), ("BEGIN ISOLATION LEVEL SERIALIZABLE, READ ONLY", .begin),
        ("START TRANSACTION READ ONLY", .begin), ("COMMIT", .commit), ("COMMIT WORK;", .commit),
        ("COMMIT AND NO CHAIN", .commit), ("COMMIT TRANSACTION", .commit), ("ROLLBACK", .rollback),
        ("ROLLBACK WORK", .rollback), ("SAVEPOINT a", .savepoint), ("RELEASE SAVEPOINT a", .release),
        ("ROLLBACK TO SAVEPOINT a", .rollbackToSavepoint), ("ROLLBACK TRANSACTION TO a", .rollbackToSavepoint),
    ]
}

/// Chance that repeats itself.
func nextRandom(_ state: inout UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
}
