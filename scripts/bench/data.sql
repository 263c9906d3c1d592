-- Customers of every tenant. Ids end in sixteen decimal digits, so that a yardstick which knows numbers only can make
-- them: tenants 8000000000000000…, customers 9000000000000000….
INSERT INTO bench.customer (tenant_id, id, name, email, stage, amount, updated_at)
SELECT
    ('0000000000007000' || 8000000000000000 + t)::uuid,
    ('0000000000007000' || 9000000000000000 + c)::uuid,
    'Müşteri ' || t || '-' || c,
    'musteri' || c || '@kiraci' || t || '.example',
    (ARRAY['open', 'won', 'lost'])[c % 3 + 1],
    (c * 7919 + t * 104729) % 10000000,
    timestamptz '2026-01-01 00:00Z' + make_interval(secs => (c * 48271 + t * 16807) % 10000000)
FROM generate_series(0, :tenants - 1) t, generate_series(0, :customers - 1) c;
VACUUM (ANALYZE) bench.customer, bench.audit;
CHECKPOINT;
