-- The data of `konak bench`: customers of many tenants behind the wall, and their audit rows. Run as konak_owner.
-- psql variables or the runner's own replacement: {tenants}, {customers}.
CREATE SCHEMA bench;
GRANT USAGE ON SCHEMA bench TO konak_app;

CREATE TABLE bench.customer (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    stage text NOT NULL CHECK (stage IN ('open', 'won', 'lost')),
    amount bigint NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX customer_recent ON bench.customer (tenant_id, updated_at DESC, id);

CREATE TABLE bench.audit (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    action text NOT NULL,
    subject uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);

GRANT SELECT, INSERT ON bench.customer, bench.audit TO konak_app;

-- Seeds through the wall, a tenant at a time, as any data migration must: CALL bench.seed(1000, 1000).
-- Ids count from 1 in the low half, so that a client can make them without asking.
CREATE PROCEDURE bench.seed(tenants integer, customers integer) LANGUAGE plpgsql AS $$
DECLARE
    tenant uuid;
BEGIN
    FOR number IN 1..tenants LOOP
        tenant := ('00000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;
        PERFORM kernel.enter(tenant);
        INSERT INTO bench.customer (tenant_id, id, name, email, stage, amount, updated_at)
        SELECT tenant, ('00000000-0000-7000-9000-' || lpad(to_hex(c), 12, '0'))::uuid, 'Müşteri ' || c,
            'musteri' || c || '@ornek.example', (ARRAY['open', 'won', 'lost'])[1 + c % 3], c * 100,
            timestamptz '2026-01-01 00:00:00Z' + c * interval '1 minute'
        FROM generate_series(1, customers) c
        ON CONFLICT DO NOTHING;
        COMMIT;
    END LOOP;
END $$;
