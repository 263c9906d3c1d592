/// What an attacker would send who got a statement of their own in: each of these in several spellings, all as konak_app.
enum Payloads {
    /// Every payload in every spelling, none twice.
    static let all: [String] = {
        var seen: Set<String> = []
        return (statements.flatMap(spellings) + dodges).filter { seen.insert($0).inserted }
    }()

    /// As written, in other letters, behind comments, with other space, with an end, and as the second of two.
    private static func spellings(_ statement: String) -> [String] {
        let spaced = statement.split(separator: " ").joined(separator: "\n\t")
        let commented = statement.split(separator: " ").joined(separator: "/* ; */ ")
        return [
            statement, statement.lowercased(), alternating(statement), "/* a /* b */ c */" + statement, spaced,
            commented,
            "-- SELECT\n" + statement + ";", "SELECT 1; " + statement, "(" + statement + ")",
            "WITH x AS (SELECT 1) " + statement,
        ]
    }

    /// Keywords in changing case; what stands in quotes stays.
    private static func alternating(_ statement: String) -> String {
        var (isQuoted, isUpper) = (false, false)
        return String(
            statement.map { character in
                if character == "'" { isQuoted.toggle() }
                guard !isQuoted, character.isLetter else { return character }
                isUpper.toggle()
                return Character(isUpper ? character.uppercased() : character.lowercased())
            })
    }

    private static let theirs = WalledDatabase.theirs

    private static let statements: [String] = [
        // another tenant for this transaction, for the session, for whoever comes next
        "SELECT set_config('konak.tenant', '\(theirs)', true)", "SELECT set_config('konak.tenant', '\(theirs)', false)",
        "SELECT pg_catalog.set_config('konak.tenant', '', false)", "SELECT kernel.enter('\(theirs)')",
        "SELECT d.* FROM (SELECT set_config('konak.tenant', '\(theirs)', true) OFFSET 0) x, LATERAL (SELECT * FROM crm.deal) d",
        "SELECT d.* FROM (SELECT kernel.enter('\(theirs)') OFFSET 0) x, LATERAL (SELECT * FROM crm.deal) d",
        "SET konak.tenant = '\(theirs)'", "SET LOCAL konak.tenant = '\(theirs)'",
        "SET SESSION konak.tenant = '\(theirs)'",
        "SET konak.tenant TO DEFAULT", "RESET konak.tenant", "RESET ALL", "DISCARD ALL", "SET row_security = off",
        "SET search_path = crm", "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
        "UPDATE pg_settings SET setting = '\(theirs)' WHERE name = 'konak.tenant'",
        "UPDATE pg_catalog.pg_settings SET setting = 'off' WHERE name = 'row_security'",
        "DO $$ BEGIN PERFORM set_config('konak.tenant', '\(theirs)', false); END $$", "DO LANGUAGE plpgsql 'BEGIN END'",
        // statements that are only a text
        "SELECT query_to_xml('SET konak.tenant = ''\(theirs)''', true, true, '')",
        "SELECT query_to_xml_and_xmlschema('SELECT * FROM crm.deal', true, true, '')",
        "SELECT table_to_xml('crm.deal', true, true, '')", "SELECT schema_to_xml('crm', true, true, '')",
        "SELECT database_to_xml(true, true, '')", "SELECT cursor_to_xml('c', 1, true, true, '')",
        "SELECT * FROM ts_stat('SELECT words FROM crm.deal')", "SELECT ts_rewrite('a'::tsquery, 'SELECT ''a'', ''b''')",
        // another role
        "SET ROLE konak_owner", "SET ROLE konak_search", "SET LOCAL ROLE konak_control",
        "SET SESSION AUTHORIZATION konak_owner",
        "ALTER ROLE konak_app BYPASSRLS", "ALTER ROLE konak_app SET konak.tenant = '\(theirs)'",
        "GRANT konak_owner TO konak_app",
        "CREATE ROLE x SUPERUSER", "GRANT ALL ON crm.deal TO PUBLIC",
        // the wall itself
        "ALTER TABLE crm.deal DISABLE ROW LEVEL SECURITY", "ALTER TABLE crm.deal NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY wall_always ON crm.deal", "CREATE POLICY p ON crm.deal USING (true)",
        "DROP TABLE crm.deal CASCADE",
        "CREATE RULE r AS ON SELECT TO crm.deal DO INSTEAD SELECT 1", "CREATE VIEW crm.v AS SELECT * FROM crm.deal",
        "CREATE MATERIALIZED VIEW crm.m AS SELECT * FROM crm.deal",
        "CREATE TRIGGER t AFTER INSERT ON crm.deal EXECUTE FUNCTION x()",
        "CREATE FUNCTION pg_temp.f() RETURNS text LANGUAGE sql AS 'SELECT 1'", "CREATE SCHEMA x",
        "CREATE EXTENSION dblink",
        "CREATE TEMP TABLE t (x int)", "CREATE TABLE crm.t AS SELECT * FROM crm.deal",
        "SELECT * INTO TEMP t FROM crm.deal",
        "TRUNCATE crm.deal", "TRUNCATE crm.deal CASCADE", "LOCK TABLE crm.deal IN ACCESS EXCLUSIVE MODE",
        "VACUUM crm.deal",
        // other tenants' rows, plainly
        "SELECT * FROM crm.deal WHERE tenant_id = '\(theirs)' OR true", "SELECT * FROM crm.won",
        "SELECT * FROM crm.deal FULL JOIN crm.note ON true FULL JOIN crm.customer ON true",
        "SELECT crm.search_deal('canary', 1000)", "SELECT crm.search_customer('canary', 1000)", "TABLE crm.deal",
        "SELECT * FROM kernel.errand", "SELECT * FROM kernel.landlord", "SELECT * FROM kernel.migration",
        "INSERT INTO crm.deal (tenant_id, id, title) VALUES ('\(theirs)', gen_random_uuid(), 'x')",
        "INSERT INTO crm.deal SELECT '\(theirs)', gen_random_uuid() FROM crm.deal",
        "INSERT INTO kernel.errand (tenant_id, id, kind) VALUES ('\(theirs)', gen_random_uuid(), 'x')",
        "UPDATE crm.deal SET title = 'mine' WHERE true", "UPDATE crm.deal SET tenant_id = '\(theirs)'",
        "UPDATE crm.note SET deal_id = '\(SampleSchema.id(2, "2"))'", "DELETE FROM crm.note", "DELETE FROM crm.deal",
        "MERGE INTO crm.deal d USING (SELECT 1) x ON true WHEN MATCHED THEN UPDATE SET tenant_id = '\(theirs)'",
        "INSERT INTO crm.customer VALUES ('\(theirs)', '\(SampleSchema.id(1, "2"))', 'x', 'x') ON CONFLICT DO NOTHING",
        // files, programs, large objects, other servers
        "COPY crm.deal TO STDOUT", "COPY crm.deal FROM STDIN", "COPY crm.deal TO PROGRAM 'cat'",
        "COPY crm.deal FROM PROGRAM 'id'",
        "COPY (SELECT * FROM crm.deal) TO '/tmp/konak-x'", "SELECT lo_create(0)", "SELECT lo_import('/etc/passwd')",
        "SELECT lo_export(1, '/tmp/konak-x')", "SELECT lo_from_bytea(0, 'x')", "SELECT lo_get(1)",
        "SELECT loread(0, 1)",
        "SELECT pg_read_file('/etc/passwd')", "SELECT pg_ls_dir('.')",
        "SELECT * FROM pg_read_binary_file('PG_VERSION')",
        "SELECT dblink('dbname=postgres', 'SELECT 1')", "SELECT dblink_exec('SET konak.tenant = 1')",
        "LOAD 'auto_explain'",
        // what outlives the transaction
        "PREPARE p AS SELECT * FROM crm.deal", "EXECUTE p", "DEALLOCATE ALL",
        "DECLARE c CURSOR WITH HOLD FOR SELECT * FROM crm.deal",
        "FETCH ALL FROM c", "LISTEN konak", "UNLISTEN *", "NOTIFY konak, 'x'", "SELECT pg_notify('konak', 'x')",
        "SELECT pg_advisory_lock(1)", "SELECT pg_try_advisory_lock(1)", "PREPARE TRANSACTION 'x'", "COMMIT", "ROLLBACK",
        "BEGIN",
        "COMMIT AND CHAIN", "SAVEPOINT s", "RELEASE konak", "SELECT setseed(0.5)", "SELECT extension.set_limit(0.1)",
        // other people's sessions and what is known of their rows
        "SELECT * FROM pg_stat_activity", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity",
        "SELECT pg_cancel_backend(1)",
        "SELECT * FROM pg_stats WHERE schemaname = 'crm'", "SELECT * FROM pg_statistic", "SELECT * FROM pg_locks",
        "SELECT * FROM pg_prepared_statements", "SELECT * FROM pg_cursors", "SELECT * FROM pg_authid",
        "EXPLAIN ANALYZE DELETE FROM crm.deal", "EXPLAIN SELECT * FROM crm.deal", "SHOW ALL", "CALL x()",
        "SELECT pg_export_snapshot()", "SELECT pg_logical_emit_message(false, 'a', 'b')", "SELECT pg_sleep(30)",
    ]

    /// Spellings that only make sense once.
    private static let dodges: [String] = [
        "SELECT U&\"\\0073et_config\"('konak.tenant', '\(theirs)', true)",
        "SELECT \"pg_catalog\".\"set_config\"(E'konak\\x2etenant', U&'\\0030', true)",
        "SELECT $$a$$; SET konak.tenant = '\(theirs)'", "SELECT $a$;$a$ ; SET LOCAL konak.tenant = '\(theirs)'",
        "SELECT 'it''s'; SET konak.tenant = '\(theirs)' --'", "SELECT E'\\'; SET konak.tenant = ''x'' --'",
        "SELECT '\\'; SET konak.tenant = '\(theirs)' --'", "SELECT \"a\"\"b\"; SET konak.tenant = 'x'",
        "SELECT /* /* */ ; SET konak.tenant = 'x' -- */ 1", "/*/**/*/SET konak.tenant = 'x'",
        "\u{FEFF}SET konak.tenant = 'x'",
        "\u{A0}SET konak.tenant = 'x'", "\u{B}SET konak.tenant = 'x'", "\u{C}SET konak.tenant = 'x'",
        "ＳＥＴ konak.tenant = 'x'",
        "SELECT 1;; SET konak.tenant = 'x'", ";SET konak.tenant = 'x'", "\u{0}SET konak.tenant = 'x'",
        "SELECT 1\u{0}; SET konak.tenant = 'x'",
        "WITH x AS (SELECT set_config('konak.tenant', '\(theirs)', true)) SELECT * FROM x, crm.deal",
        "WITH x AS MATERIALIZED (SELECT kernel.enter('\(theirs)')) SELECT d.* FROM x, LATERAL (SELECT * FROM crm.deal) d",
        "WITH x AS (DELETE FROM crm.deal RETURNING *) SELECT * FROM x",
        "WITH RECURSIVE t AS (SELECT 1) SET konak.tenant = 'x'",
        "SELECT (SELECT string_agg(title, ',') FROM crm.deal), kernel.tenant()",
        "SELECT CASE WHEN kernel.enter('\(theirs)') IS NULL THEN (SELECT max(title) FROM crm.deal) END",
        "SELECT * FROM crm.deal WHERE title = (SELECT set_config('konak.tenant', '\(theirs)', true))",
        "SELECT * FROM crm.deal ORDER BY set_config('konak.tenant', '\(theirs)', true)",
        "SELECT * FROM generate_series(1, 2), LATERAL set_config('konak.tenant', '\(theirs)', true)",
        "UPDATE crm.deal SET title = set_config('konak.tenant', '\(theirs)', false) RETURNING *",
        "SELECT xpath('/x', query_to_xml('SET konak.tenant = 1', true, true, ''))",
        "SELECT count(*) FROM generate_series(1, 1000000000)",
        "SELECT * FROM crm.deal FOR UPDATE", "SELECT 1 FROM crm.deal WHERE 1 / (amount - amount) = 1",
        "SELECT title::integer FROM crm.deal", "SELECT current_setting('konak.tenant')", "SELECT * FROM pg_settings",
        "SELECT pg_get_functiondef('kernel.enter(uuid)'::regprocedure)", "SELECT crm.search_deal(NULL, -1)",
        "SELECT crm.search_customer('%'' OR true OR ''%', 2147483647)", "SELECT kernel.enter(kernel.tenant())",
        "SELECT kernel.enter('\(theirs)', '\(SampleSchema.id(1, "2"))')",
        "SELECT guard.adopt_search('crm.search_deal(text,integer)')",
        "SELECT guard.build_wall('crm.deal'::regclass)", "SELECT * FROM guard.sealed", "DELETE FROM guard.sealed",
    ]
}
