-- A job of a key that already runs may wait once more, and services are fenced by their lease.

-- Whether a job keeps others of its key away while it runs as well, or only until its first attempt begins.
-- The queue is short: its table is altered in a moment.
-- squawk-ignore adding-field-with-default
ALTER TABLE kernel.job ADD COLUMN key_until_done boolean NOT NULL DEFAULT false;
GRANT INSERT (key_until_done), SELECT (key_until_done) ON kernel.job TO konak_app;

-- One of a key waits untried. Another attempt is no newcomer: it may wait beside one that was added while it ran.
-- In one transaction, so that the rule holds at any moment; jobs that wait and have a key are few.
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX kernel.job_key;
-- As above.
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX job_key ON kernel.job (tenant_id, kind, unique_key)
    WHERE unique_key IS NOT NULL AND state = 'waiting' AND attempt = 0;
-- As above.
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX job_key_until_done ON kernel.job (tenant_id, kind, unique_key)
    WHERE unique_key IS NOT NULL AND key_until_done AND state IN ('waiting', 'running');

-- For kernel.hold_lease, by which those who serve tenants hold a lease of which they know the term, and read none.
-- UPDATE of a column is what locking a row asks for.
GRANT SELECT, UPDATE (lease_until) ON kernel.lease TO konak_definer;
