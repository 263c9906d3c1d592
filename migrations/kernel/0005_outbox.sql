-- What happened, for whoever wants to know: written in the transaction in which it did, handed out by the dispatcher.

-- The last time that something happened to a record. Its row is the lock by which two transactions that speak of the same
-- record wait for one another, so that the order of times is the order of commits.
CREATE TABLE kernel.event_record (
    tenant_id uuid NOT NULL,
    record uuid NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, record)
) WITH (fillfactor = 80);
COMMENT ON TABLE kernel.event_record IS 'bridge: when something last happened to a record';
CREATE INDEX event_record_by_time ON kernel.event_record USING brin (last_at);

CREATE TABLE kernel.event (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 3 AND 120),
    version integer NOT NULL CHECK (version > 0),
    module text NOT NULL GENERATED ALWAYS AS (split_part(name, '.', 1)) STORED,
    record uuid NOT NULL,
    content jsonb NOT NULL,
    -- Given by the trigger below; a tenant that moves in brings its own along.
    happened_at timestamptz NOT NULL,
    dispatched_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE kernel.event IS 'bridge: the outbox of events';
-- A sixteenth of the tenants is one shard: one dispatcher at a time hands out the events of a shard, in order.
CREATE INDEX event_waiting ON kernel.event ((get_byte(uuid_send(tenant_id), 15) & 15), happened_at, id)
    WHERE dispatched_at IS NULL;
CREATE INDEX event_dispatched ON kernel.event (dispatched_at) WHERE dispatched_at IS NOT NULL;

CREATE FUNCTION kernel.place_event() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO kernel.event_record AS r (tenant_id, record, last_at)
    VALUES (NEW.tenant_id, NEW.record, clock_timestamp())
    ON CONFLICT (tenant_id, record) DO UPDATE
        -- A clock that was set back must not turn the order round.
        SET last_at = greatest(clock_timestamp(), r.last_at + interval '1 microsecond')
    RETURNING last_at INTO NEW.happened_at;
    RETURN NEW;
END $$;
CREATE TRIGGER place BEFORE INSERT ON kernel.event
    FOR EACH ROW WHEN (NEW.happened_at IS NULL) EXECUTE FUNCTION kernel.place_event();

GRANT SELECT, INSERT (tenant_id, id, name, version, record, content) ON kernel.event TO konak_app;
GRANT SELECT, INSERT, UPDATE ON kernel.event_record TO konak_app;
GRANT SELECT, UPDATE (dispatched_at), DELETE ON kernel.event TO konak_control;
-- UPDATE is what locking a row asks for.
GRANT SELECT, UPDATE (last_at), DELETE ON kernel.event_record TO konak_control;

-- The processes of the house that keep a map of sites, and which state of the database that map has seen. Who switches
-- something off waits here until all of them know.
CREATE TABLE kernel.node (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    -- Null until the first map was read: such a process serves nothing yet, and will know what it reads.
    sites pg_snapshot
);
COMMENT ON TABLE kernel.node IS 'control: running processes, and what their maps of sites have seen';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.node TO konak_control;
