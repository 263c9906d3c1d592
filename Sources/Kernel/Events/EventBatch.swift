import ModuleKit
import SQL

/// The statements by which events leave the outbox.
///
/// A sixteenth of the tenants is a shard. Whoever hands out events of a shard holds its lock until the end of the
/// transaction, and looks only then: so two dispatchers never have events of one record in hand at the same time, and a
/// later one is never handed out before an earlier one. Within the shard nothing is skipped, for the same reason.
enum EventBatch {
    /// The first half of the locks' numbers.
    static let lock: Int32 = 0x6B65_7665
    static let shards: Int32 = 16

    /// The shards in which something waits. LIMIT keeps the planner from reading all that waits.
    static let waiting: Query = """
        SELECT s FROM generate_series(0, 15) AS s CROSS JOIN LATERAL (
            SELECT FROM kernel.event e
            WHERE (get_byte(uuid_send(e.tenant_id), 15) & 15) = s AND e.dispatched_at IS NULL
            ORDER BY e.happened_at, e.id LIMIT 1) AS first
        """

    static func hold(_ shard: Int32) -> Query { "SELECT pg_try_advisory_xact_lock(\(lock), \(shard))" }

    /// Marks a batch as handed out and writes a job for each listener whose module the tenant's plan has, though it may
    /// be switched off: then the job waits for it. Answers with the events when they are wanted, else with their number.
    ///
    /// The job's id is made of the event's time, so that jobs of a lane stand in the order of events whichever node writes
    /// them, and of event and listener, so that there can be no second one.
    static func handOut(_ shard: Int32, most: Int32, to audience: EventAudience, showing: Bool) -> Query {
        let answer: Query =
            showing
            ? """
            SELECT tenant_id, id, name, version, module, record, content, happened_at, depth FROM marked
            ORDER BY happened_at, id
            """ : "SELECT count(*) FROM marked"
        return """
            WITH batch AS MATERIALIZED (
                SELECT tenant_id, id FROM kernel.event
                WHERE (get_byte(uuid_send(tenant_id), 15) & 15) = \(shard) AND dispatched_at IS NULL
                ORDER BY happened_at, id LIMIT \(most) FOR UPDATE
            ), marked AS (
                UPDATE kernel.event e SET dispatched_at = clock_timestamp() FROM batch b
                WHERE e.tenant_id = b.tenant_id AND e.id = b.id
                RETURNING e.tenant_id, e.id, e.name, e.version, e.module, e.record, e.content, e.happened_at, e.depth,
                    (extract(epoch FROM e.happened_at) * 1000000)::bigint AS at
            ), due AS (
                SELECT m.*, l.module AS of, l.listener, m.record || ':' || l.module || ':' || l.listener AS lane,
                    (lpad(to_hex(m.at / 1000), 12, '0') || '7' || lpad(to_hex(m.at % 1000 * 4096 / 1000), 3, '0')
                        || '8' || left(md5(m.id || ':' || l.module || ':' || l.listener), 15))::uuid AS job
                FROM marked m
                JOIN unnest(\(audience.events), \(audience.modules), \(audience.listeners), \(audience.features))
                    AS l (event, module, listener, features) ON l.event = m.name
                LEFT JOIN kernel.tenant t ON t.id = m.tenant_id
                LEFT JOIN kernel.plan p ON p.id = t.plan_id
                WHERE p.id IS NULL OR string_to_array(l.features, ',') <@ p.modules
            ), added AS (
                INSERT INTO kernel.job
                    (tenant_id, id, kind, module, queue, arguments, lane, stage, run_at, most_attempts)
                SELECT d.tenant_id, d.job, d.of || '.hear_event', d.of, \(EventHearing.policy.queue.text),
                    jsonb_build_object(
                        'listener', d.listener, 'id', d.id, 'name', d.name, 'version', d.version, 'record', d.record,
                        'at', d.at, 'depth', d.depth, 'content', d.content),
                    d.lane,
                    CASE WHEN row_number() OVER (PARTITION BY d.tenant_id, d.lane ORDER BY d.job) > 1 OR EXISTS (
                        SELECT FROM kernel.job e WHERE e.tenant_id = d.tenant_id AND e.lane = d.lane
                            AND e.state IN ('waiting', 'running')) THEN 'behind' ELSE 'ready' END,
                    now(), \(Int32(clamping: EventHearing.policy.mostAttempts))
                FROM due d ORDER BY d.job
                ON CONFLICT DO NOTHING
            )
            \(fragment: answer)
            """
    }
}
