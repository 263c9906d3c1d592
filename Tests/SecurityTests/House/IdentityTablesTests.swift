import Kernel
import Postgres
import TestKit
import Testing

@testable import Security

@Suite("The tables of identity")
struct IdentityTablesTests {
    @Test("have no hole in their walls")
    func holes() async throws {
        try await IdentityHouse.with { house in
            // The grants of a database do not travel with its template.
            let holes = try await house.database.rows(
                "SELECT code, object FROM guard.holes() WHERE object LIKE '%security%'")
            #expect(holes.isEmpty, "\(holes)")
        }
    }

    @Test("are closed to whoever serves tenants")
    func closed() async throws {
        try await IdentityHouse.with { house in
            let tables = try await house.database.rows(
                """
                SELECT relname FROM pg_class WHERE relnamespace = 'security'::regnamespace AND relkind = 'r'
                AND obj_description(oid, 'pg_class') LIKE 'control:%'
                """)
            #expect(tables.count >= 18)
            for role in ["konak_app", "konak_portal"] {
                let connection = try ScriptConnection(house.database.connection(as: role))
                for table in tables.compactMap(\.first).compactMap(\.self) {
                    #expect(throws: PostgresError.self, "\(role) \(table)") {
                        try connection.run(script: "SELECT FROM security.\(table)")
                    }
                }
            }
        }
    }

    @Test("refuse what no code should write")
    func checks() async throws {
        let person = "'\(IdentityHouse.ada)'"
        let refused = [
            "UPDATE security.person SET password_hash = 'secret'",
            "UPDATE security.person SET password_hash = '$argon2i$v=19$'",
            "INSERT INTO security.person (id, agency_id, address, address_key, name) SELECT gen_random_uuid(), agency_id, 'x@y', address_key, 'x' FROM security.person",
            "UPDATE security.membership SET built_in = NULL", "UPDATE security.membership SET built_in = 'root'",
            "INSERT INTO security.link (token_hash, purpose, subject_id, host, created_at, expires_at) VALUES (sha256(''), 'reset', \(person), 'a', now(), now() + interval '16 minutes')",
            "INSERT INTO security.ceremony (challenge, purpose, relying_party, expires_at) VALUES ('abc', 'registration', 'a', now())",
            "INSERT INTO security.session (id, token_hash, kind, person_id, tenant_id, host, label, stage, proved_at, created_at, last_used_at, idle_seconds, expires_at) VALUES (gen_random_uuid(), 'token', 'staff', \(person), '\(IdentityHouse.acme)', 'a', '', 'open', now(), now(), now(), 60, now() + interval '1 day')",
            "INSERT INTO security.session (id, token_hash, kind, person_id, host, label, stage, proved_at, created_at, last_used_at, idle_seconds, expires_at) VALUES (gen_random_uuid(), sha256(''), 'staff', \(person), 'a', '', 'open', now(), now(), now(), 60, now() + interval '1 day')",
        ]
        try await IdentityHouse.with { house in
            for statement in refused {
                await #expect(throws: PostgresError.self, "\(statement)") { try await house.database.run(statement) }
            }
        }
    }
}
