import Kernel
import Postgres
import TestKit
import Testing

@Suite("That the walls are whole")
struct SoundnessTests {
    @Test("is known once it was found, by every role, and work in the tables does not make it unknown")
    func known() async throws {
        try await SampleSchema.with { walled in
            let owner = try walled.connect("konak_owner")
            let roles = DatabaseRole.allCases.filter { $0 != .backup }.map(\.rawValue)
            for role in roles { #expect(try !WallHole.areKnownToBeNone(on: walled.connect(role)), "\(role)") }
            #expect(try WallHole.keepThatThereIsNone(on: owner))
            for role in roles { #expect(try WallHole.areKnownToBeNone(on: walled.connect(role)), "\(role)") }

            let superuser = try walled.connect(TestCluster.owner)
            try superuser.run(
                script: "INSERT INTO kernel.agency (id, slug, name) VALUES (gen_random_uuid(), 'new', 'New')")
            try superuser.run(script: "VACUUM ANALYZE")
            #expect(try WallHole.areKnownToBeNone(on: owner))
        }
    }

    @Test("is not known any more after a change of the catalog, be it undone, until it is found anew")
    func forgotten() async throws {
        try await SampleSchema.with { walled in
            let superuser = try walled.connect(TestCluster.owner)
            let owner = try walled.connect("konak_owner")
            for change in [
                "GRANT USAGE ON LANGUAGE plpgsql TO konak_app; REVOKE USAGE ON LANGUAGE plpgsql FROM konak_app",
                "ALTER TABLE kernel.tenant ALTER COLUMN name SET STATISTICS 10",
                "UPDATE guard.sealed SET seal = seal",
            ] {
                #expect(try WallHole.keepThatThereIsNone(on: owner), "\(change)")
                try superuser.run(script: change)
                #expect(try !WallHole.areKnownToBeNone(on: owner), "\(change)")
            }
            // What came and went without a trace leaves the catalog as it was.
            #expect(try WallHole.keepThatThereIsNone(on: owner))
            try superuser.run(script: "CREATE FUNCTION public.some() RETURNS int LANGUAGE sql AS 'SELECT 1'")
            #expect(try !WallHole.areKnownToBeNone(on: owner))
            #expect(try !WallHole.keepThatThereIsNone(on: owner))
            try superuser.run(script: "DROP FUNCTION public.some()")
            #expect(try WallHole.areKnownToBeNone(on: owner))
        }
    }

    @Test("is not kept while there is a hole, whoever asks, and by nobody but those who migrate")
    func refused() async throws {
        try await SampleSchema.with { walled in
            let superuser = try walled.connect(TestCluster.owner)
            let owner = try walled.connect("konak_owner")
            try superuser.run(script: "GRANT USAGE ON LANGUAGE plpgsql TO konak_app")
            for connection in ["konak_owner", TestCluster.owner] {
                #expect(try !WallHole.keepThatThereIsNone(on: walled.connect(connection)))
            }
            try superuser.run(script: "REVOKE USAGE ON LANGUAGE plpgsql FROM konak_app")
            let odd = try walled.connect("konak_owner")
            try odd.run(script: "SET standard_conforming_strings = off")
            #expect(try !WallHole.keepThatThereIsNone(on: odd), "who reads patterns differently keeps nothing")
            #expect(try !WallHole.areKnownToBeNone(on: owner))
            for statement in [
                "INSERT INTO guard.sound (state) VALUES (guard.state())", "DELETE FROM guard.sound",
                "UPDATE guard.sound SET state = guard.state()",
            ] {
                let fault = #expect(throws: PostgresError.self) { try owner.run(script: statement) }
                #expect(fault?.sqlState?.text == "42501", "\(statement)")
            }
            for role in ["konak_control", "konak_app", "konak_portal"] {
                let connection = try walled.connect(role)
                let fault = #expect(throws: PostgresError.self) { try WallHole.keepThatThereIsNone(on: connection) }
                #expect(fault?.sqlState?.text == "42501", "\(role)")
            }
        }
    }

    @Test("is asked of every part of the catalog that a lint reads")
    func whole() async throws {
        try await SampleSchema.with { walled in
            let read = try walled.connect(TestCluster.owner).rows(
                """
                WITH words AS (
                    SELECT pg_get_viewdef(c.oid) AS text FROM pg_class c
                    WHERE c.relnamespace IN ('lint'::regnamespace, 'guard'::regnamespace) AND c.relkind = 'v'
                    UNION ALL SELECT prosrc FROM pg_proc
                    WHERE pronamespace = 'guard'::regnamespace AND provolatile <> 'v' AND proname <> 'state')
                SELECT DISTINCT c.relname FROM words, regexp_matches(words.text, '\\mpg_[a-z_]+', 'g') AS found (names)
                JOIN pg_class c ON c.relname = found.names[1] AND c.relnamespace = 'pg_catalog'::regnamespace
                ORDER BY 1
                """)
            let state = try walled.connect(TestCluster.owner).rows(
                "SELECT prosrc FROM pg_proc WHERE oid = 'guard.state()'::regprocedure")
            let names = read.compactMap { $0[0] }
            #expect(names.count > 15)
            let words = Set(state[0][0]?.split(whereSeparator: { !$0.isLetter && $0 != "_" }) ?? [])
            for name in names { #expect(words.contains(name[...]), "\(name)") }
        }
    }
}
