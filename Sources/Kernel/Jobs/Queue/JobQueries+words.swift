import Core
import SQL

/// What an attempt ended with, as the queue notes it.
struct JobWord: Sendable {
    enum End: String, Sendable {
        case done, dead, cancelled
        /// Failed, to be tried again.
        case waiting
        /// Given back untried: it costs no attempt.
        case released
    }

    let key: JobKey
    let end: End
    var delay = Duration.zero
    var reason = ""
}

extension JobQueries {
    /// Notes how attempts ended, all in one statement. Answers with those that were heard: a word about an attempt that
    /// is not the job's current one, or from another holder, changes nothing.
    static func acknowledge(_ words: [JobWord], by holder: UUIDv7) -> Query {
        """
        WITH said AS (
            SELECT * FROM unnest(
                \(words.map(\.key.tenant)), \(words.map(\.key.id)), \(words.map(\.key.attempt)),
                \(words.map(\.end.rawValue)), \(words.map(\.delay.inMicroseconds)), \(words.map(\.reason)))
                AS s (tenant_id, id, attempt, word, delay, reason)),
        held AS MATERIALIZED (
            SELECT s.* FROM said s JOIN kernel.job j ON j.tenant_id = s.tenant_id AND j.id = s.id
            WHERE j.state = 'running' AND j.attempt = s.attempt AND j.holder = \(holder)
            ORDER BY j.tenant_id, j.id FOR NO KEY UPDATE OF j),
        noted AS (
            UPDATE kernel.job j SET
                state = CASE h.word WHEN 'released' THEN 'waiting' ELSE h.word END,
                stage = CASE WHEN h.delay > 0 THEN 'later' ELSE 'ready' END,
                run_at = CASE WHEN h.delay > 0 THEN now() + h.delay * interval '1 microsecond' ELSE j.run_at END,
                most_attempts = j.most_attempts + CASE h.word WHEN 'released' THEN 1 ELSE 0 END,
                holder = NULL, lease_until = NULL, reason = nullif(left(h.reason, 200), ''),
                progress = CASE h.word WHEN 'done' THEN 1000 ELSE j.progress END,
                finished_at = CASE WHEN h.word IN ('done', 'dead', 'cancelled') THEN now() END
            FROM held h WHERE j.tenant_id = h.tenant_id AND j.id = h.id
            RETURNING j.tenant_id, j.id, j.attempt, j.lane, j.finished_at),
        \(fragment: nextInLane)
        SELECT tenant_id, id, attempt FROM noted
        """
    }

    /// The end of a CTE `noted`: lets the next of each lane step forward where the one before it has finished.
    private static let nextInLane: Query = """
        next AS (
            UPDATE kernel.job j SET stage = CASE WHEN j.run_at > now() THEN 'later' ELSE 'ready' END
            FROM (SELECT DISTINCT tenant_id, lane FROM noted WHERE lane IS NOT NULL AND finished_at IS NOT NULL) n
            CROSS JOIN LATERAL (
                SELECT w.id FROM kernel.job w
                WHERE w.tenant_id = n.tenant_id AND w.lane = n.lane AND w.state IN ('waiting', 'running')
                  AND (w.tenant_id, w.id) NOT IN (SELECT tenant_id, id FROM noted)
                ORDER BY w.id LIMIT 1) f
            WHERE j.tenant_id = n.tenant_id AND j.id = f.id AND j.state = 'waiting' AND j.stage = 'behind')
        """

    /// Renews leases and notes how far their jobs are. Answers with those that are still the holder's. A row that a
    /// transaction of the job itself holds is passed by: it cannot be taken over meanwhile either.
    static func beat(_ keys: [JobKey], progress: [Int32], by holder: UUIDv7, for lease: Duration) -> Query {
        """
        WITH mine AS (
            SELECT * FROM unnest(
                \(keys.map(\.tenant)), \(keys.map(\.id)), \(keys.map(\.attempt)), \(progress))
                AS m (tenant_id, id, attempt, progress)),
        held AS MATERIALIZED (
            SELECT m.* FROM mine m JOIN kernel.job j ON j.tenant_id = m.tenant_id AND j.id = m.id
            WHERE j.state = 'running' AND j.attempt = m.attempt AND j.holder = \(holder)
            FOR NO KEY UPDATE OF j SKIP LOCKED),
        renewed AS (
            UPDATE kernel.job j SET lease_until = now() + \(lease.inMicroseconds) * interval '1 microsecond',
                progress = CASE WHEN h.progress < 0 THEN j.progress ELSE h.progress::smallint END
            FROM held h WHERE j.tenant_id = h.tenant_id AND j.id = h.id)
        SELECT m.tenant_id, m.id, m.attempt FROM mine m JOIN kernel.job j ON j.tenant_id = m.tenant_id AND j.id = m.id
        WHERE j.state = 'running' AND j.attempt = m.attempt AND j.holder = \(holder)
        """
    }

    /// Takes back what workers hold no longer. A job that takes its worker down with it is dead in the end.
    static let recover: Query = """
        WITH lost AS MATERIALIZED (
            SELECT tenant_id, id FROM kernel.job WHERE state = 'running' AND lease_until < now()
            ORDER BY tenant_id, id LIMIT 1000 FOR NO KEY UPDATE SKIP LOCKED),
        noted AS (
            UPDATE kernel.job j SET state = CASE WHEN j.attempt < j.most_attempts THEN 'waiting' ELSE 'dead' END,
                stage = 'ready', holder = NULL, lease_until = NULL, reason = 'lease_lost',
                finished_at = CASE WHEN j.attempt < j.most_attempts THEN NULL ELSE now() END
            FROM lost l WHERE j.tenant_id = l.tenant_id AND j.id = l.id
            RETURNING j.tenant_id, j.id, j.lane, j.finished_at),
        \(fragment: nextInLane)
        SELECT count(*) FROM noted
        """

    /// Lets the first of a lane step forward that was added while the one before it finished: neither saw the other.
    /// Some lanes at a time; answers with the last, or nothing when there are no more.
    static func sweepLanes(after last: (tenant: UUIDv7, lane: String)?) -> Query {
        """
        WITH RECURSIVE walk AS (
            (SELECT tenant_id, lane, 1 AS step FROM kernel.job
             WHERE state = 'waiting' AND stage = 'behind'
               AND (tenant_id, lane) > (\(last?.tenant ?? nobodyAtAll), \(last?.lane ?? ""))
             ORDER BY tenant_id, lane LIMIT 1)
            UNION ALL
            SELECT f.tenant_id, f.lane, w.step + 1 FROM walk w CROSS JOIN LATERAL (
                SELECT j.tenant_id, j.lane FROM kernel.job j
                WHERE j.state = 'waiting' AND j.stage = 'behind' AND (j.tenant_id, j.lane) > (w.tenant_id, w.lane)
                ORDER BY j.tenant_id, j.lane LIMIT 1) f
            WHERE w.step < 500),
        head AS MATERIALIZED (
            SELECT f.tenant_id, f.id FROM walk w CROSS JOIN LATERAL (
                SELECT j.tenant_id, j.id, j.stage FROM kernel.job j
                WHERE j.tenant_id = w.tenant_id AND j.lane = w.lane AND j.state IN ('waiting', 'running')
                ORDER BY j.id LIMIT 1) f
            WHERE f.stage = 'behind'),
        stepped AS (
            UPDATE kernel.job j SET stage = CASE WHEN j.run_at > now() THEN 'later' ELSE 'ready' END
            FROM head h WHERE j.tenant_id = h.tenant_id AND j.id = h.id AND j.state = 'waiting' AND j.stage = 'behind')
        SELECT tenant_id, lane FROM walk WHERE step = 500
        """
    }

    private static let nobodyAtAll = UUIDv7(high: 0, low: 0)

    /// Removes what has been finished for long, some at a time, so that nobody waits for it.
    static func prune(olderThan retention: Duration, most: Int = 5_000) -> Query {
        """
        WITH old AS MATERIALIZED (
            SELECT tenant_id, id FROM kernel.job
            WHERE state IN ('done', 'cancelled')
              AND finished_at < now() - \(retention.inMicroseconds) * interval '1 microsecond'
            ORDER BY finished_at LIMIT \(Int64(most)) FOR UPDATE SKIP LOCKED)
        DELETE FROM kernel.job j USING old o WHERE j.tenant_id = o.tenant_id AND j.id = o.id
        """
    }
}
