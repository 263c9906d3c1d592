import SQL
import Testing

/// A statement and why it must not be prepared.
struct RefusedStatement: Sendable, CustomTestStringConvertible {
    let sql: String
    let code: StatementRefusal.Code

    init(_ sql: String, _ code: StatementRefusal.Code = .notAllowed) { (self.sql, self.code) = (sql, code) }

    var testDescription: String { sql }
}

@Suite("Statements the driver refuses")
struct StatementRefusalTests {
    @Test(arguments: kinds + disguises)
    func `a kind that is not for the application`(_ statement: RefusedStatement) {
        #expect(throws: StatementRefusal.self) { try StatementKind.classify(statement.sql) }
        #expect(code(of: statement.sql) == statement.code)
    }

    @Test(arguments: several)
    func `a second statement`(_ statement: RefusedStatement) { #expect(code(of: statement.sql) == statement.code) }

    @Test(arguments: tables)
    func `a table made by SELECT INTO`(_ statement: RefusedStatement) {
        #expect(code(of: statement.sql) == statement.code)
    }

    @Test(arguments: unfinished)
    func `a text that cannot be read`(_ statement: RefusedStatement) {
        #expect(code(of: statement.sql) == statement.code)
    }

    @Test func `says little to people and more to the log`() {
        let refusal = StatementRefusal(.notAllowed, at: 7)
        #expect(refusal.description == "The statement was refused.")
        #expect(refusal.debugDescription == "statement refused: notAllowed at byte 7")
    }

    private func code(of sql: String) -> StatementRefusal.Code? {
        do {
            _ = try StatementKind.classify(sql)
            return nil
        } catch {
            return error.code
        }
    }

    static let kinds: [RefusedStatement] = [
        "SET konak.tenant = 'x'", "SET LOCAL role = konak_owner", "SET SESSION AUTHORIZATION postgres",
        "SET ROLE konak_owner", "SET TRANSACTION READ WRITE", "SET CONSTRAINTS ALL DEFERRED", "RESET ALL",
        "RESET ROLE", "DO 'BEGIN PERFORM 1; END'", "DO $$BEGIN PERFORM 1; END$$", "CALL work()", "DISCARD ALL",
        "CREATE TABLE t (a int)", "CREATE TABLE t AS SELECT 1", "CREATE TEMP TABLE t AS SELECT 1",
        "ALTER TABLE t DISABLE ROW LEVEL SECURITY", "ALTER ROLE konak_app BYPASSRLS", "DROP TABLE t",
        "GRANT ALL ON t TO PUBLIC", "REVOKE ALL ON t FROM PUBLIC", "TRUNCATE t", "COPY t FROM STDIN",
        "COPY t FROM PROGRAM 'id'", "COPY t (a) FROM '/etc/passwd'", "COPY t TO '/tmp/x'",
        "COPY t TO PROGRAM 'curl x'", "COPY t TO 'STDOUT'", "COPY t TO \"stdout\"", "COPY t TO $1",
        "COPY (SELECT 1) TO '/tmp/x'", "COPY (SELECT 1) TO PROGRAM 'id'", "COPY (SELECT 1 TO STDOUT",
        "COPY t (a TO STDOUT", "COPY BINARY t TO STDOUT", "COPY t", "COPY", "COPY t TO STDIN", "PREPARE p AS SELECT 1",
        "EXECUTE p", "DEALLOCATE ALL", "DECLARE c CURSOR FOR SELECT 1", "FETCH ALL FROM c", "CLOSE ALL", "MOVE c",
        "NOTIFY jobs, 'x'", "LOCK TABLE t", "VACUUM", "ANALYZE t", "CLUSTER", "REINDEX TABLE t", "CHECKPOINT",
        "SECURITY LABEL ON TABLE t IS 'x'", "SHOW ALL", "COMMENT ON TABLE t IS 'x'", "LOAD 'x'",
        "REFRESH MATERIALIZED VIEW v", "REASSIGN OWNED BY a TO b", "IMPORT FOREIGN SCHEMA s FROM SERVER x INTO y",
        "EXPLAIN SELECT 1", "EXPLAIN ANALYZE DELETE FROM t", "TABLE t", "START", "START REPLICA", "END", "ABORT",
        "PREPARE TRANSACTION 'x'", "COMMIT PREPARED 'x'", "ROLLBACK PREPARED 'x'", "COMMIT AND CHAIN",
        "ROLLBACK AND CHAIN", "COMMIT WORK AND CHAIN", "COMMIT AND NO CHAIN x", "INSERT t VALUES (1)",
        "MERGE t USING s ON true", "SELECTION", "select_1", "SELECT$1", "\"SELECT\" 1", "'SELECT' 1", "$1", "1", ",",
        "(SET ROLE x)", "((DO 'x'))", "(COPY t TO STDOUT)", "(BEGIN)", "(INSERT INTO t VALUES (1))", "(TABLE t)", "(",
        "()", "WITH x AS (SELECT 1) SET ROLE x", "WITH x AS (SELECT 1) DO 'x'", "WITH x AS (SELECT 1) TABLE x",
        "WITH x AS (SELECT 1) COPY x TO STDOUT", "WITH x AS (SELECT 1)", "WITH x AS (SELECT 1", "WITH x SELECT 1",
        "WITH x AS SELECT 1", "WITH", "WITH x AS NOT (SELECT 1) SELECT 1", "WITH 1 AS (SELECT 1) SELECT 1",
        "WITH x AS (SELECT 1), SELECT 1", "WITH x AS (SELECT 1) (DELETE FROM t)",
        "WITH x AS (SELECT 1) SEARCH SELECT 1", "WITH x AS (SELECT 1) CYCLE a SELECT 1",
    ].map { RefusedStatement($0) }

    static let disguises: [RefusedStatement] = [
        "-- SELECT\nSET ROLE x", "/* SELECT */ SET ROLE x", "/* /* */ SELECT 1 */ SET ROLE x", "\u{A0}SELECT 1",
        "\u{2003}SELECT 1", "\u{FEFF}SELECT 1", "\u{B}SELECT 1", "ＳＥＬＥＣＴ 1", "ſelect 1", "SELEKT 1", "ınsert INTO t",
        "İNSERT INTO t VALUES (1)", "\u{212A}", "sET role x", "SeT/**/ROLE/**/x", "--\rSET ROLE x", "\\set x 1",
        "E'\\'' SELECT 1", "$$SELECT$$", "s/**/elect 1",
    ].map { RefusedStatement($0) }

    static let several: [RefusedStatement] = [
        "SELECT 1; SELECT 2", "SELECT 1;SET ROLE x", "SELECT 1;;", "; SELECT 1", "BEGIN; COMMIT",
        "SELECT ';' ; SET ROLE x", "SELECT '''' ; SET ROLE x", "SELECT E'\\'' ; SET ROLE x",
        "SELECT E'\\\\' ; SET ROLE x", "SELECT '\\' ; SET ROLE x --'", "SELECT $$;$$ ; SET ROLE x",
        "SELECT $a$ $$ ; $a$ ; SET ROLE x", "SELECT \";\" ; SET ROLE x", "SELECT 1 -- ;\n; SET ROLE x",
        "SELECT 1 /* ; /* */ ; */ ; SET ROLE x", "SELECT a$b$; SET ROLE x; $b$", "SELECT 1--\r;SET ROLE x",
        "SELECT nE'\\'; SET ROLE x --'", "SELECT 'a'\n'\\'; SET ROLE x --'", "SELECT 'a' 'b'; SET ROLE x",
        "SELECT U&'\\'; SET ROLE x --'", "SELECT E'a' '\\'; SET ROLE x --'", "SELECT $1$; SET ROLE x",
        "SELECT $é$;$é$; SET ROLE x", "SELECT (1; SET ROLE x)", "WITH x AS (SELECT 1; SET ROLE x) SELECT 1",
        "SELECT 1 /**/;/**/ x",
    ].map { RefusedStatement($0, .severalStatements) }

    static let tables: [RefusedStatement] = [
        "SELECT 1 INTO t", "SELECT * into evil FROM s", "SELECT a INTO TEMP t FROM s", "(SELECT 1 INTO t)",
        "SELECT insert INTO t FROM s", "SELECT f(1) insert INTO t", "SELECT 1 AS merge INTO t", "SELECT 1/**/INTO/**/t",
        "SELECT 'x'INTO t", "SELECT E'a'\n'\\'' INTO evil -- '", "SELECT E'a' --\n  -- x\n'\\'' INTO evil -- '",
        "WITH x AS (SELECT 1) SELECT * INTO t FROM x", "WITH x AS (SELECT 1 INTO t) SELECT 1",
        "WITH x (insert) AS (SELECT 1) SELECT insert INTO t FROM x", "SELECT 1 UNION SELECT 2 INTO t",
        "VALUES (1) INTO t", "COPY (SELECT 1 INTO t) TO STDOUT", "SELECT (insert INTO t)",
        "INSERT INTO t SELECT 1 INTO u",
        "SELECT t.into FROM t",
    ].map { RefusedStatement($0, .selectInto) }

    static let unfinished: [RefusedStatement] =
        ["", "  \n\t", "-- SELECT 1", "/* SELECT 1 */", "--"].map { RefusedStatement($0, .empty) }
        + [
            "SELECT '", "SELECT '''", "SELECT E'\\'", "SELECT E'\\", "SELECT \"a", "SELECT $$ x", "SELECT $a$ $b$",
            "SELECT 1 /* ", "SELECT 1 /* /* */", "/*", "/*/", "SELECT 1\0", "SELECT 1; \0", "\0",
            "DELETE FROM t -- \0\n WHERE id = 1", "SELECT /* \0 */ 1", "SELECT '\0'",
        ].map { RefusedStatement($0, .malformed) }
}
