import Testing

@testable import Kernel

@Suite("The marks of a migration")
struct MigrationMarkTests {
    @Test(
        "are refused when they mean nothing, or cannot be kept",
        arguments: [
            ("-- konak: outside\nSELECT 1", .unknown("outside")),
            ("-- konak:\nSELECT 1", .unknown("")),
            ("SELECT 1;\n-- konak: Outside a transaction\n", .unknown("Outside a transaction")),
            ("-- konak: outside a transaction\n-- konak: for each tenant\nSELECT 1", .unknown("for each tenant")),
            ("-- konak: outside a transaction\n-- nothing\n", .notOneStatement),
            ("-- konak: outside a transaction\nSELECT 1; SELECT 2", .notOneStatement),
            ("-- konak: for each tenant\nSELECT 1", .noCheck),
            ("-- konak: for each tenant\n-- konak: must be empty: DELETE", .unknown("must be empty: DELETE")),
            ("-- konak: must be empty: SELECT 1", .unknown("must be empty: SELECT 1")),
        ] as [(String, MigrationMarkFault)])
    func refusals(script: String, fault: MigrationMarkFault) {
        #expect(throws: fault) { try MigrationMode(script: script) }
    }

    @Test(
        "say how it is run",
        arguments: [
            ("SELECT 1", .transaction),
            ("-- konak is a mansion\nSELECT '-- konak: x'", .transaction),
            ("-- konak: outside a transaction\r\n-- why\nVACUUM;\n-- end", .outside),
            (
                "-- konak: for each tenant\n-- konak: must be empty: SELECT 1 FROM a WHERE b IS NULL\nUPDATE a SET b = 1",
                .eachTenant(mustBeEmpty: "1 FROM a WHERE b IS NULL")
            ),
        ] as [(String, MigrationMode)])
    func modes(script: String, mode: MigrationMode) throws {
        #expect(try MigrationMode(script: script) == mode)
    }

    @Test(
        "count statements as PostgreSQL parts them",
        arguments: [
            ("", 0), (" ;; ; ", 0), ("-- a; b", 0), ("/* a; /* b; */ c; */", 0), ("SELECT 1", 1), ("SELECT 1;", 1),
            ("SELECT ';' ; SELECT 'it''s; '", 2), ("SELECT E'\\'; ' ", 1), ("SELECT '\\'; SELECT 1", 2),
            ("SELECT \"a;b\"", 1), ("DO $$ a; b $$; SELECT 1", 2), ("SELECT $x$ $$; $y$ ; $x$", 1),
            ("SELECT $1; SELECT 2", 2), ("SELECT 1 /* open ; ", 1), ("SELECT 'open ; ", 1), ("SELECT $a$ open ; ", 1),
            ("$", 1), ("SELECT 1; -- end", 1), ("E'\\", 1),
        ])
    func statements(script: String, count: Int) { #expect(StatementCount.of(script) == count) }
}
