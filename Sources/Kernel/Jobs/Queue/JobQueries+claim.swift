import Core
import SQL

/// The statements of the queue. All of them run as konak_control.
enum JobQueries {
    /// One claim at a time in the whole house: what is counted cannot change before it is taken, and the look at the
    /// queue is shorter than a quarrel about its rows. A number like any other.
    static let turn: Query = "SELECT pg_advisory_xact_lock(469886198640)"

    /// Without binds, so that it is planned once.
    static let isAnythingDue: Query = """
        SELECT EXISTS (SELECT FROM kernel.job WHERE state = 'waiting' AND stage = 'ready')
            OR EXISTS (SELECT FROM kernel.job WHERE state = 'waiting' AND stage = 'later' AND run_at <= now())
        """

    /// Lets in what has waited for its time.
    static let promoteLater: Query = """
        WITH due AS MATERIALIZED (
            SELECT tenant_id, id FROM kernel.job
            WHERE state = 'waiting' AND stage = 'later' AND run_at <= now()
            ORDER BY run_at LIMIT 1000 FOR NO KEY UPDATE SKIP LOCKED)
        UPDATE kernel.job j SET stage = 'ready' FROM due d WHERE j.tenant_id = d.tenant_id AND j.id = d.id
        """

    /// Takes up to `slots` jobs, round the tenants: every tenant's first before any tenant's second.
    ///
    /// `line` walks the index from one tenant's kind to the next, so a tenant with a hundred thousand jobs costs as
    /// much as one with a single job. `locked` is a CTE of its own because LIMIT and FOR UPDATE in a subquery of the
    /// UPDATE may be run anew for every row, and lock more than the limit; SKIP LOCKED passes by what a transaction
    /// holds or somebody is about to cancel. There the state is compared as an expression: compared plainly, it would let the
    /// planner read all that waits by the partial index, where the key leads to the row. It is one long statement because it is one round trip.
    static func claim(_ book: JobBook, _ settings: JobSettings, slots: Int, after cursor: JobCursor, by holder: UUIDv7)
        -> Query
    {
        """
        WITH RECURSIVE running AS MATERIALIZED (
            SELECT queue, tenant_id, kind, count(*) AS n FROM kernel.job WHERE state = 'running' GROUP BY 1, 2, 3),
        room AS MATERIALIZED (
            SELECT q.queue, coalesce(s.most_running, 1000000)
                - coalesce((SELECT sum(r.n) FROM running r WHERE r.queue = q.queue), 0) AS n
            FROM unnest(\(book.queues)) AS q (queue) LEFT JOIN kernel.job_queue s ON s.name = q.queue
            WHERE s.is_paused IS NOT TRUE),
        line AS (
            SELECT r.queue, f.tenant_id, f.kind, 1 AS step FROM room r CROSS JOIN LATERAL (
                SELECT j.tenant_id, j.kind FROM kernel.job j
                WHERE j.state = 'waiting' AND j.stage = 'ready' AND j.queue = r.queue
                  AND (j.tenant_id, j.kind) > (\(cursor.tenant), \(cursor.kind))
                ORDER BY j.tenant_id, j.kind LIMIT 1) f
            WHERE r.n > 0
            UNION ALL
            SELECT l.queue, f.tenant_id, f.kind, l.step + 1 FROM line l CROSS JOIN LATERAL (
                SELECT j.tenant_id, j.kind FROM kernel.job j
                WHERE j.state = 'waiting' AND j.stage = 'ready' AND j.queue = l.queue
                  AND (j.tenant_id, j.kind) > (l.tenant_id, l.kind)
                ORDER BY j.tenant_id, j.kind LIMIT 1) f
            WHERE l.step < 128),
        size AS (SELECT greatest(1, count(*)) AS n FROM line),
        known AS (
            SELECT * FROM unnest(\(book.kinds), \(book.modules), \(book.bounds)) AS k (kind, module, bound)),
        open AS MATERIALIZED (
            SELECT l.queue, l.tenant_id, l.kind, least(
                \(Int64(slots)), greatest(1, 2 * \(Int64(slots)) / z.n), k.bound - coalesce((
                    SELECT sum(r.n) FROM running r WHERE r.tenant_id = l.tenant_id AND r.kind = l.kind), 0)) AS most,
                \(Int64(settings.slotsPerTenant)) - coalesce((
                    SELECT sum(r.n) FROM running r WHERE r.tenant_id = l.tenant_id), 0) AS room
            FROM line l CROSS JOIN size z
            JOIN known k ON k.kind = l.kind
            JOIN kernel.tenant t ON t.id = l.tenant_id AND t.state IN ('trial', 'active')
            JOIN kernel.agency a ON a.id = t.agency_id AND a.state = 'active'
            JOIN kernel.plan p ON p.id = t.plan_id
            WHERE NOT EXISTS (
                SELECT FROM unnest(\(book.needing), \(book.features)) AS n (module, feature)
                WHERE n.module = k.module AND n.feature <> ALL (p.modules))
              AND NOT EXISTS (
                SELECT FROM kernel.module_switch s
                JOIN unnest(\(book.depending), \(book.members)) AS m (module, member) ON m.member = s.module
                WHERE s.tenant_id = l.tenant_id AND NOT s.is_on AND m.module = k.module)),
        candidate AS (
            SELECT o.queue, o.tenant_id, o.room, c.id,
                row_number() OVER (PARTITION BY o.tenant_id ORDER BY c.priority, c.id) AS rank
            FROM open o CROSS JOIN LATERAL (
                SELECT j.id, j.priority FROM kernel.job j
                WHERE j.state = 'waiting' AND j.stage = 'ready' AND j.queue = o.queue AND j.tenant_id = o.tenant_id
                  AND j.kind = o.kind AND (j.lane IS NULL OR NOT EXISTS (
                    SELECT FROM kernel.job e
                    WHERE e.tenant_id = j.tenant_id AND e.lane = j.lane AND e.state IN ('waiting', 'running')
                      AND (e.id < j.id OR e.state = 'running')))
                ORDER BY j.priority, j.id LIMIT greatest(0, least(o.most, o.room))) c),
        picked AS (
            SELECT c.tenant_id, c.id, c.rank FROM (
                SELECT *, row_number() OVER (PARTITION BY queue ORDER BY rank, tenant_id) AS place
                FROM candidate WHERE rank <= room) c
            JOIN room r ON r.queue = c.queue AND c.place <= r.n
            ORDER BY c.rank, c.tenant_id LIMIT \(Int64(slots))),
        locked AS MATERIALIZED (
            SELECT j.tenant_id, j.id, p.rank FROM picked p
            JOIN kernel.job j ON j.tenant_id = p.tenant_id AND j.id = p.id
            WHERE j.state || '' = 'waiting'
            FOR NO KEY UPDATE OF j SKIP LOCKED),
        taken AS (
            UPDATE kernel.job j SET state = 'running', attempt = j.attempt + 1, holder = \(holder),
                lease_until = now() + \(settings.lease.inMicroseconds) * interval '1 microsecond'
            FROM locked l WHERE j.tenant_id = l.tenant_id AND j.id = l.id
            RETURNING j.tenant_id, j.id, j.kind, j.attempt, j.most_attempts, j.arguments, l.rank)
        SELECT w.tenant_id, w.kind, t.* FROM (SELECT) one
        LEFT JOIN (SELECT tenant_id, kind FROM line WHERE step = 128 ORDER BY 1, 2 LIMIT 1) w ON true
        LEFT JOIN taken t ON true
        """
    }
}
