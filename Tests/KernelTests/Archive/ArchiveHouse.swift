import Core
import Crypto
import Kernel
import Postgres
import TestKit

/// A house with an agency, a plan, two tenants and a module with a column of every type, for the tests of archives.
struct ArchiveHouse {
    let walled: WalledDatabase
    var session: OwnerSession { get throws { try OwnerSession(walled.connect("konak_owner")) } }

    static let ours = "01980000-0000-7000-8000-000000000001"
    static let theirs = "01980000-0000-7000-8000-000000000002"

    /// The house with its module, without tenants unless asked for.
    static func with(tenants: Bool = true, _ body: (ArchiveHouse) async throws -> Void) async throws {
        try await WalledDatabase.with { walled in
            let house = ArchiveHouse(walled: walled)
            let owner = try walled.connect("konak_owner")
            try owner.run(script: schema)
            try owner.run(script: levels(agency: tenants ? 1 : 9))
            if tenants {
                for tenant in [ours, theirs] {
                    try owner.run(script: tenantRows(tenant))
                    try owner.run(script: "BEGIN; SELECT kernel.enter('\(tenant)'); \(rows(tenant)); COMMIT")
                }
            }
            try await body(house)
        }
    }

    func text(_ sql: String) throws -> String? {
        try walled.connect(TestCluster.owner).rows(unsafeSQL: sql).first?.first ?? nil
    }

    static func passphrase(_ text: String) -> HeldSecret {
        var bytes = Array(text.utf8)
        return HeldSecret(SecretBytes(wiping: &bytes))
    }

    /// A path for a file, free now.
    static func place() -> LocalPath { LocalPath("/tmp/konak-archive-\(UUIDv7.make()).tar") }

    private static func levels(agency: Int) -> String {
        """
        INSERT INTO kernel.agency (id, slug, name) VALUES ('01980000-0000-7000-8000-0000000000a\(agency)', 'kuzey', 'Kuzey');
        INSERT INTO kernel.plan (id, agency_id, key, name_tr, name_en)
        VALUES ('01980000-0000-7000-8000-0000000000b\(agency)', NULL, 'pro', 'Pro', 'Pro');
        """
    }

    private static func tenantRows(_ id: String) -> String {
        let name = "t\(id.suffix(1))"
        let agency = "'01980000-0000-7000-8000-0000000000a1'"
        let challenge = String(repeating: "c", count: 24)
        return """
            INSERT INTO kernel.tenant (id, agency_id, slug, name, plan_id, settings)
            VALUES ('\(id)', \(agency), '\(name)', 'Çağrı \(name)', '01980000-0000-7000-8000-0000000000b1', '{"a": 1.50}');
            INSERT INTO kernel.team (tenant_id, id, parent_id, name) VALUES
                ('\(id)', '01980000-0000-7000-8000-00000000000f', NULL, 'Satış'),
                ('\(id)', '01980000-0000-7000-8000-00000000000e', '01980000-0000-7000-8000-00000000000f', 'İç satış');
            INSERT INTO kernel.brand (id, agency_id, tenant_id, name, sender_address)
            VALUES (gen_random_uuid(), \(agency), '\(id)', 'CANARY-\(name)-brand', 'canary@\(name).example');
            INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, challenge)
            VALUES ('\(name).example', 'app', \(agency), '\(id)', '\(challenge)');
            INSERT INTO kernel.module_switch (tenant_id, module, is_on) VALUES ('\(id)', 'crm', false);
            """
    }

    /// Values that are hard to copy, and more rows than fit a page.
    private static func rows(_ id: String) -> String {
        """
        INSERT INTO types.house (tenant_id, id, note)
            SELECT '\(id)', n, 'CANARY-' || right('\(id)', 1) || '-' || n FROM generate_series(1, 1203) n;
        UPDATE types.house SET next = id + 1 WHERE id < 1203;
        INSERT INTO types.everything VALUES
            ('\(id)', 'a', '', 'İıŞşĞğÜüÖöÇç 🏠 \u{1F468}\u{200D}\u{1F469} e\u{301} "\\x27\\n', E'tab\\tline\\nback\\\\slash\\r',
             '\\x00ff10', '{"b": null, "a": [1.10, "İ"]}', 'null', -9223372036854775808, 1.50, 'NaN', -0.0,
             '2026-03-01 09:30:00.123456+03', 'infinity', '-infinity', '0001-01-01 BC', '10:11:12.000001',
             '1 year 2 mons -3 days 04:05:06.789', '10.1.2.3/24', '{a,NULL,"NULL","x\\"y",""}',
             '[2:3]={7,8}', '{{1,2},{3,4}}', true, '[1,5)', 'word', 3, DEFAULT, DEFAULT),
            ('\(id)', 'ı', 'x', '', NULL, NULL, NULL, '"text"', NULL, NULL, 'Infinity', 1e-300, NULL, NULL, NULL, NULL,
             NULL, NULL, NULL, '{}', NULL, NULL, NULL, NULL, NULL, 1, DEFAULT, DEFAULT),
            ('\(id)', 'I', 'x', 'null', NULL, '', '{}', '[]', 0, 0.000, 'NaN', 'NaN', NULL, NULL, NULL, NULL,
             NULL, '00:00', '::1', NULL, NULL, NULL, false, 'empty', '', 2, DEFAULT, DEFAULT)
        """
    }

    private static let schema = """
        CREATE SCHEMA types;
        CREATE TABLE types.house (
            tenant_id uuid NOT NULL, id integer NOT NULL, next integer, note text, PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, next) REFERENCES types.house (tenant_id, id));
        CREATE TABLE types.everything (
            tenant_id uuid NOT NULL, id text NOT NULL, fixed char(5) NOT NULL, words text NOT NULL, raw text,
            bytes bytea, json_b jsonb, json_n jsonb NOT NULL, minor bigint, price numeric(12, 2), odd numeric, float float8,
            at timestamptz, ever timestamptz, never timestamptz, day date, hour time, span interval, net inet,
            texts text[], bounds integer[], grid integer[], flag boolean, range int4range, code varchar(9),
            house integer NOT NULL, number bigserial, length integer GENERATED ALWAYS AS (char_length(words)) STORED,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, house) REFERENCES types.house (tenant_id, id));
        """
}
