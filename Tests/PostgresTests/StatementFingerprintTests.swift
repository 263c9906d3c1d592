import Postgres
import Testing

@Suite struct StatementFingerprintTests {
    @Test(
        arguments: [
            ("", "? cbf29ce4"), ("a", "? af63dc4c"), ("foobar", "? 85944171"), ("SELECT 1", "SELECT"),
            ("  (select 1)", "SELECT"), ("\n\tWITH x AS (SELECT 1) SELECT", "WITH"), ("'ayse@example.com'", "?"),
            ("ayse SELECT", "?"), ("INSERTED", "?"),
        ])
    func `names a statement by its first word and a stable hash`(statement: String, expected: String) {
        let shown = StatementFingerprint(statement).description
        #expect(shown.hasPrefix(expected) && shown.utf8.count == expected.prefix { $0 != " " }.utf8.count + 9)
    }

    @Test func `tells statements apart`() {
        #expect(StatementFingerprint("SELECT 1") != StatementFingerprint("SELECT 2"))
        #expect(StatementFingerprint("SELECT 1") == StatementFingerprint("SELECT 1"))
    }
}
