import Kernel
import Postgres
import TestKit

/// Customers behind the wall: a tenant of 200,000 beside 1,000 others of 20 each, with the indexes their lists need.
enum PlansDatabase {
    static let template = TestTemplate("plans") { database in
        let walled = WalledDatabase(database: database)
        try walled.prepare()
        let owner = try walled.connect("konak_owner")
        try MigrationRunner(files: WalledDatabase.folder.files()).apply(on: owner)
        try owner.run(script: schema)
        for script in [data, indexes] { try await database.run(script) }
        try owner.run(script: opening)
        try await PlanBudget.prepare(database)
    }

    /// The big tenant, and one of the others.
    static let big = "00000000-0000-7000-8000-000000000001"
    static let small = "00000000-0000-7000-8000-0000000003e9"

    private static let schema = """
        CREATE SCHEMA sample;
        GRANT USAGE ON SCHEMA sample TO konak_app, konak_portal;
        CREATE TABLE sample.company (
            tenant_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL,
            PRIMARY KEY (tenant_id, id));
        CREATE TABLE sample.customer (
            tenant_id uuid NOT NULL, id uuid NOT NULL, company_id uuid, owner_id uuid NOT NULL,
            name text NOT NULL, email text NOT NULL, state text NOT NULL CHECK (state IN ('new', 'won', 'lost')),
            amount bigint NOT NULL, share numeric(5, 2) NOT NULL, created_at timestamptz NOT NULL,
            words tsvector NOT NULL,
            PRIMARY KEY (tenant_id, id));
        CREATE TABLE sample.customer_field (
            tenant_id uuid NOT NULL, customer_id uuid NOT NULL, field text NOT NULL, number bigint, text text,
            PRIMARY KEY (tenant_id, customer_id, field));
        GRANT SELECT ON sample.company, sample.customer, sample.customer_field TO konak_app;
        """

    /// As superuser, who stands above the wall.
    private static let data = """
        CREATE TEMPORARY TABLE one AS
        SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(t), 12, '0'))::uuid AS tenant_id,
            ('00000000-0000-7000-9000-' || lpad(to_hex(c), 12, '0'))::uuid AS id, t, c
        FROM generate_series(1, 1001) t CROSS JOIN LATERAL generate_series(1, CASE t WHEN 1 THEN 200000 ELSE 20 END) c;
        INSERT INTO sample.company SELECT tenant_id, id, 'Firma ' || c FROM one WHERE c <= 2000;
        INSERT INTO sample.customer
        SELECT tenant_id, id, ('00000000-0000-7000-9000-' || lpad(to_hex(c % 2000 + 1), 12, '0'))::uuid,
            ('00000000-0000-7000-a000-' || lpad(to_hex(c % 50), 12, '0'))::uuid, 'Ad' || c % 5000 || ' Soyad' || c % 997,
            'm' || c || '@k' || t || '.example', CASE WHEN c % 100 = 0 THEN 'lost' WHEN c % 10 = 0 THEN 'won' ELSE 'new' END,
            c::bigint * 7919 % 10000000, c % 100, timestamptz '2026-01-01Z' + make_interval(secs => c::bigint * 48271 % 10000000),
            to_tsvector('simple', 'Ad' || c % 5000 || ' Soyad' || c % 997)
        FROM one;
        INSERT INTO sample.customer_field SELECT tenant_id, id, 'vade', c % 1000, NULL FROM one WHERE c % 2 = 0;
        """

    private static let indexes = """
        CREATE INDEX ON sample.customer (tenant_id, created_at DESC, id DESC);
        CREATE INDEX ON sample.customer (tenant_id, state, created_at DESC, id DESC);
        CREATE INDEX ON sample.customer (tenant_id, owner_id, created_at DESC, id DESC);
        CREATE INDEX ON sample.customer (tenant_id, company_id, created_at DESC, id DESC);
        CREATE INDEX ON sample.customer (tenant_id, amount, id);
        CREATE INDEX ON sample.customer_field (tenant_id, field, number, customer_id);
        CREATE INDEX ON sample.customer USING gin (tenant_id, words);
        ANALYZE sample.company, sample.customer, sample.customer_field;
        """

    /// What the search function does inside, where EXPLAIN does not look.
    static func search(_ needle: String, _ most: String) -> String {
        """
        SELECT id FROM sample.customer
        WHERE tenant_id = kernel.tenant() AND (words @@ plainto_tsquery('simple', \(needle)))
        LIMIT least(\(most), 1000)
        """
    }

    private static let opening = """
        CREATE FUNCTION sample.search_customer(needle text, most integer) RETURNS SETOF uuid
        LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
        \(search("needle", "most"))
        $$;
        SELECT guard.adopt_search('sample.search_customer(text, integer)');
        SELECT guard.open_to_portal('sample.customer', 'company_id')
        """
}
