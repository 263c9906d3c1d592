import Core
import Postgres
import SQL
import TestKit
import Testing

@testable import Kernel

@Suite("Rows for the drill", .serialized)
struct PlanterTests {
    /// Every kind of column and check that the drill must find a value for by itself.
    private static let odd = #"""
        CREATE TABLE sample.folder (
            tenant_id uuid NOT NULL, id uuid NOT NULL, parent_id uuid, head_id uuid,
            slug text NOT NULL CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
            address text NOT NULL CHECK (address ~ '^[^@ ]+@[^@ ]+\.[a-z]+$' AND char_length(address) <= 60),
            link text NOT NULL CHECK (link ~ '^https://'),
            host text NOT NULL CHECK (host ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
            word varchar(12) NOT NULL, tiny text CHECK (char_length(tiny) <= 5),
            currency text NOT NULL CHECK (char_length(currency) = 3), long text NOT NULL CHECK (char_length(long) >= 30),
            state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'old')),
            facts jsonb NOT NULL, labels text[] NOT NULL, raw bytea NOT NULL,
            amount bigint NOT NULL, rate numeric(8,2) NOT NULL, share double precision NOT NULL, rank smallint NOT NULL,
            is_new boolean NOT NULL, day date NOT NULL, at timestamptz NOT NULL, wait interval NOT NULL,
            place inet NOT NULL, code text CHECK (code ~ '^[0-9]{4}$'), kept text NOT NULL DEFAULT '0000' CHECK (kept ~ '^[0-9]+$'),
            whole text GENERATED ALWAYS AS (slug || '!') STORED,
            PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, rank),
            FOREIGN KEY (tenant_id, parent_id) REFERENCES sample.folder (tenant_id, id),
            FOREIGN KEY (tenant_id) REFERENCES kernel.tenant (id));
        CREATE TABLE sample.paper (
            tenant_id uuid NOT NULL, id uuid NOT NULL, folder_id uuid NOT NULL, customer_id uuid NOT NULL, text text NOT NULL,
            PRIMARY KEY (tenant_id, folder_id, id),
            FOREIGN KEY (tenant_id, folder_id) REFERENCES sample.folder (tenant_id, id),
            FOREIGN KEY (tenant_id, customer_id) REFERENCES sample.customer (tenant_id, id));
        SELECT guard.open_to_portal('sample.paper', 'customer_id');
        CREATE TABLE sample.article (
            tenant_id uuid NOT NULL, id uuid NOT NULL, title text NOT NULL, PRIMARY KEY (tenant_id, id));
        SELECT guard.share_with_portal('sample.article');
        GRANT SELECT, INSERT, UPDATE, DELETE ON sample.folder, sample.paper TO konak_app;
        GRANT SELECT ON sample.article TO konak_app;
        """#

    @Test("hold a canary in every column that can hold one, and what the database asks for in the others")
    func plants() async throws {
        try await DrillRig.with(script: Self.odd) { rig async throws in
            let drill = rig.ground.drill(over: try rig.registry(), .init(requests: 0, seed: 1))
            let house = try await drill.founding.found()
            #expect(
                house.without == [
                    "sample.folder.code", "sample.folder.currency", "sample.folder.kept", "sample.folder.tiny",
                ])
            for tenant in house.tenants {
                #expect(tenant.sets.count == 2)
                for set in tenant.sets {
                    let rows = Dictionary(uniqueKeysWithValues: set.rows.map { ($0.table.label, $0) })
                    let folder = try #require(rows["sample.folder"])
                    let paper = try #require(rows["sample.paper"])
                    for column in ["slug", "address", "link", "host", "word", "long", "facts", "labels"] {
                        let text = try #require(folder.text(of: column))
                        #expect(house.book.found(in: Array(text.utf8)).count == 1, "\(column): \(text)")
                    }
                    #expect(paper.text(of: "customer_id") == set.customer.description)
                    #expect(rows["sample.customer"]?.key == set.customer.description)
                    #expect(paper.text(of: "folder_id") == folder.key)
                    #expect(rows["sample.article"] != nil)
                }
                try await house.planter.restore(tenant)
            }
            #expect(try await rig.count("sample.folder") == 6)
            #expect(try await rig.count("sample.article") == 6)
            try await drill.founding.remove(house)
            #expect(try await rig.count("sample.folder") == 0)
            #expect(try await rig.count("sample.article") == 0)
        }
    }

    @Test("are summed up so that a change of one letter shows, of a tenant or of one customer")
    func sums() async throws {
        try await DrillRig.with { rig async throws in
            let drill = rig.ground.drill(over: try rig.registry(), .init(requests: 0, seed: 1))
            let house = try await drill.founding.found()
            let (planter, tenant) = (house.planter, house.tenants[0])
            let before = (try await planter.sums(of: tenant), try await planter.sums(of: tenant, set: 0))
            let other = try await planter.sums(of: tenant, set: 1)
            _ = try await rig.superuser.perform(
                "UPDATE sample.invoice SET total = total + 1 WHERE customer_id = \(tenant.sets[0].customer)")
            #expect(try await planter.sums(of: tenant) != before.0)
            #expect(try await planter.sums(of: tenant, set: 0) != before.1)
            #expect(try await planter.sums(of: tenant, set: 1) == other)
            try await planter.restore(tenant)
            _ = try await rig.superuser.perform(
                "UPDATE sample.task SET title = title || 'x' WHERE tenant_id = \(tenant.id)")
            #expect(try await planter.sums(of: tenant) != before.0)
            try await drill.founding.remove(house)
        }
    }

    @Test("that a killed drill left behind are taken out by a later one, those of one under way are not")
    func sweep() async throws {
        try await DrillRig.with { rig async throws in
            let drill = rig.ground.drill(over: try rig.registry(), .init(requests: 0, seed: 1))
            _ = try await drill.founding.found()
            let other = try await drill.founding.found()
            #expect(try await rig.count("kernel.tenant") == 6)
            try await drill.founding.remove(other)
            for age in [59, 61] {
                for table in ["agency", "plan"] {
                    _ = try await rig.superuser.perform(
                        Query(unsafeSQL: "UPDATE kernel.\(table) SET created_at = now() - interval '\(age) minutes'"))
                }
                let house = try await drill.founding.found()
                #expect(try await rig.count("kernel.tenant") == (age < 60 ? 6 : 3))
                try await drill.founding.remove(house)
            }
            for table: StaticString in [
                "kernel.tenant", "kernel.agency", "kernel.plan", "sample.customer", "sample.task",
            ] {
                #expect(try await rig.count(table) == 0, "\(table)")
            }
        }
    }
}
