-- The queue of jobs. A module's transaction adds a row; konak_control claims it, and notes what became of it.

CREATE TABLE kernel.job (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9_]{0,39}\.[a-z0-9_.]{1,80}$'),
    module text NOT NULL,
    queue text NOT NULL DEFAULT 'default' CHECK (queue ~ '^[a-z][a-z0-9_]{0,39}$'),
    -- Within a tenant what has the smaller number goes first.
    priority smallint NOT NULL DEFAULT 0 CHECK (priority BETWEEN -100 AND 100),
    -- By its text: what is stored may be packed to a hundredth. A claim carries many of them.
    arguments jsonb NOT NULL CHECK (octet_length(arguments::text) <= 131072),
    unique_key text CHECK (char_length(unique_key) BETWEEN 1 AND 200),
    lane text CHECK (char_length(lane) BETWEEN 1 AND 200),
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'dead', 'cancelled')),
    -- What a waiting job waits for: a worker; its time; the one before it in its lane. So that the index for claims
    -- holds only what can be claimed: a lane that is held up, or a hundred thousand jobs of next week, cost it nothing.
    stage text NOT NULL DEFAULT 'ready' CHECK (stage IN ('ready', 'later', 'behind')),
    run_at timestamptz NOT NULL DEFAULT now() CHECK (isfinite(run_at)),
    attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    most_attempts integer NOT NULL DEFAULT 10 CHECK (most_attempts BETWEEN 1 AND 100000),
    lease_until timestamptz,
    holder uuid,
    -- In thousandths.
    progress smallint CHECK (progress BETWEEN 0 AND 1000),
    -- A code, never what an error said: that is in the log.
    reason text CHECK (char_length(reason) <= 200),
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    CHECK (kind LIKE module || '.%'),
    CHECK ((state = 'running') = (holder IS NOT NULL AND lease_until IS NOT NULL)),
    CHECK (stage <> 'behind' OR lane IS NOT NULL),
    CHECK ((state IN ('done', 'dead', 'cancelled')) = (finished_at IS NOT NULL))
);
COMMENT ON TABLE kernel.job IS 'bridge: work for later, and what became of it';

CREATE UNIQUE INDEX job_key ON kernel.job (tenant_id, kind, unique_key)
    WHERE unique_key IS NOT NULL AND state IN ('waiting', 'running');
CREATE INDEX job_lane ON kernel.job (tenant_id, lane, id) WHERE lane IS NOT NULL AND state IN ('waiting', 'running');
-- Claims walk it from one tenant's kind to the next, whatever lies between.
CREATE INDEX job_ready ON kernel.job (queue, tenant_id, kind, priority, id) WHERE state = 'waiting' AND stage = 'ready';
CREATE INDEX job_later ON kernel.job (run_at) WHERE state = 'waiting' AND stage = 'later';
CREATE INDEX job_behind ON kernel.job (tenant_id, lane, id) WHERE state = 'waiting' AND stage = 'behind';
CREATE INDEX job_running ON kernel.job (queue, tenant_id, kind, lease_until) WHERE state = 'running';
CREATE INDEX job_dead ON kernel.job (kind, id) WHERE state = 'dead';
CREATE INDEX job_finished ON kernel.job (finished_at) WHERE state IN ('done', 'cancelled');

-- Every job leaves three dead rows behind: they must not wait for a fifth of the table.
ALTER TABLE kernel.job SET (
    autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.2,
    autovacuum_analyze_scale_factor = 0.1, autovacuum_vacuum_cost_delay = 0);

-- The tenant's side adds, and sees how its own fare. UPDATE of one harmless column is what locking a row asks for.
GRANT INSERT (tenant_id, id, kind, module, queue, priority, arguments, unique_key, lane, stage, run_at, most_attempts)
    ON kernel.job TO konak_app;
GRANT SELECT (tenant_id, id, kind, module, queue, priority, unique_key, lane, state, stage, run_at, attempt,
    most_attempts, holder, progress, reason, created_at, finished_at) ON kernel.job TO konak_app;
GRANT UPDATE (progress) ON kernel.job TO konak_app;
GRANT INSERT, UPDATE, DELETE ON kernel.job TO konak_control;

-- Holds a job for the rest of the transaction, or ends the transaction: whoever lost the job writes nothing with it.
-- The weakest lock, so that the lease is renewed meanwhile, however long the transaction takes. Taking a job back or
-- cancelling it asks for the strongest: it waits for this transaction, or passes the row by.
CREATE FUNCTION kernel.hold_job(job uuid, job_attempt integer, job_holder uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM kernel.job j
    WHERE j.tenant_id = kernel.tenant() AND j.id = job AND j.state = 'running' AND j.attempt = job_attempt
      AND j.holder = job_holder
    FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the job is no longer held' USING ERRCODE = 'KJ001';
    END IF;
END $$;
GRANT EXECUTE ON FUNCTION kernel.hold_job(uuid, integer, uuid) TO konak_app;

-- Queues that somebody stopped, or bounded over all nodes. A queue that is not here runs.
CREATE TABLE kernel.job_queue (
    name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_]{0,39}$'),
    is_paused boolean NOT NULL DEFAULT false,
    most_running integer CHECK (most_running > 0),
    changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE kernel.job_queue IS 'control: queues that are paused or bounded';

-- Up to which moment a tenant's schedule has been served.
CREATE TABLE kernel.job_schedule (
    tenant_id uuid NOT NULL REFERENCES kernel.tenant (id) ON DELETE CASCADE,
    schedule text NOT NULL CHECK (char_length(schedule) BETWEEN 1 AND 200),
    moment timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, schedule)
);
COMMENT ON TABLE kernel.job_schedule IS 'control: the last moment of each schedule that was served';

-- Who does what only one node may do. The term grows with every new holder: an old one can be told from a new one.
CREATE TABLE kernel.lease (
    name text PRIMARY KEY CHECK (char_length(name) BETWEEN 1 AND 120),
    holder uuid NOT NULL,
    term bigint NOT NULL DEFAULT 1 CHECK (term > 0),
    lease_until timestamptz NOT NULL
);
COMMENT ON TABLE kernel.lease IS 'control: work that exactly one node does, and which';

GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.job_queue, kernel.job_schedule, kernel.lease TO konak_control;
