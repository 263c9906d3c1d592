import Core
import Kernel
import ModuleKit
import Postgres
import TestKit
import Testing

@testable import Security

@Suite("Doors of a tenant that moves or ends")
struct MovingTenantsTests {
    private static let acme = IdentityHouse.acme

    private static func session(_ house: IdentityHouse) throws -> OwnerSession {
        try OwnerSession(ScriptConnection(house.database.connection(as: "konak_owner")))
    }

    /// A session, a link, a handover and a key, a role and a policy.
    private static func furnish(_ house: IdentityHouse) async throws {
        let token = try await house.sessions.open(house.opening())
        let session = try #require(try await house.sessions.session(of: token, host: "acme.test"))
        let handovers = Handovers(house.control, sessions: house.sessions)
        #expect(try await handovers.make(for: session, to: IdentityHouse.bora, host: "bora.test") != nil)
        _ = try await OneTimeLinks(house.control, clock: house.clock).make(
            .invitation,
            OneTimeLinks.Link(about: IdentityHouse.ada.uuid, agency: IdentityHouse.agency, tenant: acme),
            host: "acme.test")
        _ = try await APIKeys(house.control, clock: house.clock).make(
            "robot", for: IdentityHouse.ada, in: acme, permissions: [Permission("crm.call")])
        try await house.database.run(
            """
            INSERT INTO security.role (tenant_id, id, name) VALUES ('\(acme)', gen_random_uuid(), 'Sales');
            INSERT INTO security.role_permission (tenant_id, role_id, permission)
            SELECT tenant_id, id, 'crm.call' FROM security.role;
            UPDATE security.membership SET built_in = NULL, role_id = (SELECT id FROM security.role)
            WHERE person_id = '\(IdentityHouse.can)';
            INSERT INTO security.tenant_policy (tenant_id, second_factor) VALUES ('\(acme)', 'required')
            """)
    }

    @Test("stay with the agency, while roles and policy move along")
    func moved() async throws {
        let place = LocalPath("/tmp/konak-doors-\(UUIDv7.make()).tar")
        defer { try? place.remove() }
        try await IdentityHouse.with { source in
            try await Self.furnish(source)
            let sent = try TenantArchive(house: "0.1.0").export("mavi/acme", on: Self.session(source), to: place)
            let tables = Set(sent.entries.map(\.name).filter { $0.hasPrefix("control/security/") })
            #expect(
                tables == [
                    "control/security/role.jsonl", "control/security/role_permission.jsonl",
                    "control/security/role_field.jsonl", "control/security/tenant_policy.jsonl",
                ])
            try await IdentityHouse.with { target in
                try await target.database.run("DELETE FROM kernel.tenant WHERE id = '\(Self.acme)'")
                try TenantArchive(house: "0.1.0").import(place, on: Self.session(target))
                let rows = try await target.database.rows(
                    """
                    SELECT permission, (SELECT count(*)::text FROM security.membership WHERE tenant_id = g.tenant_id)
                    FROM security.role_permission g
                    """)
                #expect(rows == [["crm.call", "0"]])
            }
        }
    }

    @Test("are shut for good when it is erased")
    func erased() async throws {
        try await IdentityHouse.with { house in
            try await Self.furnish(house)
            _ = try TenantErasure().erase("mavi/acme", on: Self.session(house), force: "test")
            let left = try await house.database.rows(
                """
                SELECT (SELECT count(*) FROM security.session)::text, (SELECT count(*) FROM security.handover)::text,
                    (SELECT count(*) FROM security.membership WHERE tenant_id = $1::uuid)::text,
                    (SELECT count(*) FROM security.link)::text, (SELECT count(*) FROM security.api_key)::text,
                    (SELECT count(*) FROM security.role)::text, (SELECT count(*) FROM security.tenant_policy)::text
                """, ["\(Self.acme)"])
            #expect(left == [["0", "0", "0", "0", "0", "0", "0"]])
        }
    }
}
