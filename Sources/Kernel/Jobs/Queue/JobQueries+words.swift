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

/// What a worker says of a job it has in hand.
struct JobBeat: Sendable {
    let key: JobKey
    /// In thousandths; below zero for nothing to note.
    var progress: Int32 = -1
    /// False for work that does not heed its end: its lease is to run out.
    var isKept = true
}

/// What became of words.
struct JobHearing: Sendable {
    /// Noted.
    var heard: Set<JobKey> = []
    /// To be said again: somebody holds the row.
    var held: Set<JobKey> = []

    init(_ rows: Rows) throws {
        for row in rows {
            let key = JobKey(tenant: try row.decode(0), id: try row.decode(1), attempt: try row.decode(2))
            if try row.decode(3, as: Bool.self) { heard.insert(key) } else { held.insert(key) }
        }
    }
}

extension JobQueries {
    /// Notes how attempts ended, all in one statement. Answers with those that were heard, and with those whose row
    /// somebody else holds just now: they are passed by, so that no transaction of a module keeps the words about others
    /// waiting. A word about an attempt that is not the job's current one, or from another holder, changes nothing, and is
    /// not answered. As in a claim, the state is compared as an expression: the indexes of states are full of entries of
    /// jobs that have moved on, and the key needs none of them.
    ///
    /// The strongest lock: a transaction that holds the job through its fence is over before the job is said to have ended.
    static func acknowledge(_ words: [JobWord], by holder: UUIDv7) -> Query {
        """
        WITH said AS (
            SELECT * FROM unnest(
                \(words.map(\.key.tenant)), \(words.map(\.key.id)), \(words.map(\.key.attempt)),
                \(words.map(\.end.rawValue)), \(words.map(\.delay.inMicroseconds)), \(words.map(\.reason)))
                AS s (tenant_id, id, attempt, word, delay, reason)),
        held AS MATERIALIZED (
            SELECT s.* FROM said s JOIN kernel.job j ON j.tenant_id = s.tenant_id AND j.id = s.id
            WHERE j.state || '' = 'running' AND j.attempt = s.attempt AND j.holder = \(holder)
            ORDER BY j.tenant_id, j.id FOR UPDATE OF j SKIP LOCKED),
        noted AS (
            UPDATE kernel.job j SET
                state = CASE h.word WHEN 'released' THEN 'waiting' ELSE h.word END,
                stage = CASE WHEN h.delay > 0 THEN 'later' ELSE 'ready' END,
                run_at = CASE WHEN h.delay > 0 THEN now() + h.delay * interval '1 microsecond' ELSE j.run_at END,
                most_attempts = least(j.most_attempts + CASE h.word WHEN 'released' THEN 1 ELSE 0 END, 100000),
                holder = NULL, lease_until = NULL, reason = nullif(left(h.reason, 200), ''),
                progress = CASE h.word WHEN 'done' THEN 1000 ELSE j.progress END,
                finished_at = CASE WHEN h.word IN ('done', 'dead', 'cancelled') THEN now() END
            FROM held h WHERE j.tenant_id = h.tenant_id AND j.id = h.id
            RETURNING j.tenant_id, j.id, j.attempt, j.lane, j.finished_at),
        \(fragment: nextInLane)
        SELECT tenant_id, id, attempt, true FROM noted
        UNION ALL
        SELECT s.tenant_id, s.id, s.attempt, false FROM said s
        JOIN kernel.job j ON j.tenant_id = s.tenant_id AND j.id = s.id
        WHERE (SELECT count(*) FROM noted) < \(Int64(words.count))
          AND j.state || '' = 'running' AND j.attempt = s.attempt AND j.holder = \(holder)
          AND NOT EXISTS (SELECT FROM noted n WHERE n.tenant_id = s.tenant_id AND n.id = s.id)
        """
    }

    /// The end of a CTE `noted`: lets the next of each lane step forward where the one before it has finished. One that
    /// somebody holds is left to the sweep, and nobody waits for it.
    private static let nextInLane: Query = """
        heads AS MATERIALIZED (
            SELECT n.tenant_id, f.id
            FROM (SELECT DISTINCT tenant_id, lane FROM noted WHERE lane IS NOT NULL AND finished_at IS NOT NULL) n
            CROSS JOIN LATERAL (
                SELECT w.id FROM kernel.job w
                WHERE w.tenant_id = n.tenant_id AND w.lane = n.lane AND w.state IN ('waiting', 'running')
                  AND (w.tenant_id, w.id) NOT IN (SELECT tenant_id, id FROM noted)
                ORDER BY w.id LIMIT 1) f),
        \(fragment: stepForward)
        """

    /// The end of a CTE `heads`: what is behind nobody any more is ready, or waits for its time. Locked in the order of
    /// the key and never waited for, like all that the queue locks: two who do it at once cannot lock each other out.
    private static let stepForward: Query = """
        steppers AS MATERIALIZED (
            SELECT j.tenant_id, j.id FROM heads h JOIN kernel.job j ON j.tenant_id = h.tenant_id AND j.id = h.id
            WHERE j.state || '' = 'waiting' AND j.stage || '' = 'behind'
            ORDER BY j.tenant_id, j.id FOR NO KEY UPDATE OF j SKIP LOCKED),
        stepped AS (
            UPDATE kernel.job j SET stage = CASE WHEN j.run_at > now() THEN 'later' ELSE 'ready' END
            FROM steppers s WHERE j.tenant_id = s.tenant_id AND j.id = s.id)
        """

    /// Renews leases and notes how far their jobs are. Answers with those that are still the holder's, renewed or not. A
    /// row that is locked by somebody is passed by; a transaction of the job itself does not hinder it.
    static func beat(_ beats: [JobBeat], by holder: UUIDv7, for lease: Duration) -> Query {
        """
        WITH mine AS (
            SELECT * FROM unnest(
                \(beats.map(\.key.tenant)), \(beats.map(\.key.id)), \(beats.map(\.key.attempt)),
                \(beats.map(\.progress)), \(beats.map(\.isKept)))
                AS m (tenant_id, id, attempt, progress, is_kept)),
        held AS MATERIALIZED (
            SELECT m.* FROM mine m JOIN kernel.job j ON j.tenant_id = m.tenant_id AND j.id = m.id
            WHERE m.is_kept AND j.state = 'running' AND j.attempt = m.attempt AND j.holder = \(holder)
            ORDER BY j.tenant_id, j.id FOR NO KEY UPDATE OF j SKIP LOCKED),
        renewed AS (
            UPDATE kernel.job j SET lease_until = now() + \(lease.inMicroseconds) * interval '1 microsecond',
                progress = CASE WHEN h.progress < 0 THEN j.progress ELSE h.progress::smallint END
            FROM held h WHERE j.tenant_id = h.tenant_id AND j.id = h.id)
        SELECT m.tenant_id, m.id, m.attempt FROM mine m JOIN kernel.job j ON j.tenant_id = m.tenant_id AND j.id = m.id
        WHERE j.state = 'running' AND j.attempt = m.attempt AND j.holder = \(holder)
        """
    }

    /// Takes back what workers hold no longer, unless a transaction of the job is still open. A job that takes its worker down with it is dead in the end.
    static let recover: Query = """
        WITH lost AS MATERIALIZED (
            SELECT tenant_id, id FROM kernel.job WHERE state = 'running' AND lease_until < now()
            ORDER BY tenant_id, id LIMIT 1000 FOR UPDATE SKIP LOCKED),
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
               AND (tenant_id, lane) > (\(last?.tenant ?? JobCursor.start.tenant), \(last?.lane ?? ""))
             ORDER BY tenant_id, lane LIMIT 1)
            UNION ALL
            SELECT f.tenant_id, f.lane, w.step + 1 FROM walk w CROSS JOIN LATERAL (
                SELECT j.tenant_id, j.lane FROM kernel.job j
                WHERE j.state = 'waiting' AND j.stage = 'behind' AND (j.tenant_id, j.lane) > (w.tenant_id, w.lane)
                ORDER BY j.tenant_id, j.lane LIMIT 1) f
            WHERE w.step < 500),
        heads AS MATERIALIZED (
            SELECT f.tenant_id, f.id FROM walk w CROSS JOIN LATERAL (
                SELECT j.tenant_id, j.id, j.stage FROM kernel.job j
                WHERE j.tenant_id = w.tenant_id AND j.lane = w.lane AND j.state IN ('waiting', 'running')
                ORDER BY j.id LIMIT 1) f
            WHERE f.stage = 'behind'),
        \(fragment: stepForward)
        SELECT tenant_id, lane FROM walk WHERE step = 500
        """
    }

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
