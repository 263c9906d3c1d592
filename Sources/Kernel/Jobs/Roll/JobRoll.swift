import Core
public import Postgres

/// The queue as the operator sees it: what waits, what is dead and why; to try again, to cancel, to stop.
public struct JobRoll: ~Copyable {
    private let control: ScriptConnection

    /// Works on a connection of konak_control.
    public init(control: consuming ScriptConnection) { self.control = control }

    /// One job, every value as text.
    public struct Entry: Sendable, Hashable {
        /// The names of what is known of a job, in the order of the values.
        public static let names = [
            "id", "tenant", "kind", "queue", "state", "attempt", "most_attempts", "run_at", "reason", "progress",
            "created_at", "finished_at", "unique_key", "lane",
        ]
        /// The values; nil for none.
        public let values: [String?]
        /// The value of a name.
        public subscript(_ name: String) -> String? { Self.names.firstIndex(of: name).flatMap { values[$0] } }
    }

    /// Which jobs are meant; what is nil does not matter.
    public struct Choice: Sendable {
        /// The state.
        public var state: String?
        /// The kind.
        public var kind: String?
        /// The tenant's id.
        public var tenant: String?
        /// The job's id.
        public var id: String?
        /// All of them.
        public init() {}

        var parameters: [String] { [state ?? "", kind ?? "", tenant ?? "", id ?? ""] }
    }

    /// The newest of them, at most so many.
    public func list(_ choice: Choice, most: Int = 100) throws -> [Entry] {
        try control.rows(
            """
            SELECT id::text, tenant_id::text, kind, queue, state, attempt::text, most_attempts::text, run_at::text,
                reason, (progress / 10.0)::numeric(4, 1)::text, created_at::text, finished_at::text, unique_key, lane
            FROM kernel.job
            WHERE ($1 = '' OR state = $1) AND ($2 = '' OR kind = $2) AND ($3 = '' OR tenant_id::text = $3)
              AND ($4 = '' OR id::text = $4)
            ORDER BY id DESC LIMIT $5::integer
            """, choice.parameters + [String(most)]
        ).map { Entry(values: $0) }
    }

    /// How many there are of each queue, kind and state.
    public func counts() throws -> [(queue: String, kind: String, state: String, count: Int)] {
        try control.rows(
            "SELECT queue, kind, state, count(*)::text FROM kernel.job GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
        ).map { ($0[0] ?? "", $0[1] ?? "", $0[2] ?? "", Int($0[3] ?? "") ?? 0) }
    }

    /// Lets dead or cancelled ones begin anew, with as many attempts as they had; gives back how many. The number of
    /// their attempt goes on, so that nothing of an earlier life is heard. One whose key has a job again stays where it is.
    public func retry(_ choice: Choice) throws -> Int {
        try control.rows(
            """
            WITH meant AS (
                SELECT tenant_id, id, row_number() OVER (
                    PARTITION BY tenant_id, kind, coalesce(unique_key, id::text) ORDER BY id DESC) AS place
                FROM kernel.job j
                WHERE state IN ('dead', 'cancelled') AND ($1 = '' OR state = $1) AND ($2 = '' OR kind = $2)
                  AND ($3 = '' OR tenant_id::text = $3) AND ($4 = '' OR id::text = $4)
                  AND (unique_key IS NULL OR NOT EXISTS (
                    SELECT FROM kernel.job o
                    WHERE o.tenant_id = j.tenant_id AND o.kind = j.kind AND o.unique_key = j.unique_key
                      AND o.state IN ('waiting', 'running')))),
            held AS MATERIALIZED (
                SELECT j.tenant_id, j.id FROM meant m
                JOIN kernel.job j ON j.tenant_id = m.tenant_id AND j.id = m.id
                WHERE m.place = 1 AND j.state IN ('dead', 'cancelled')
                ORDER BY j.tenant_id, j.id FOR UPDATE OF j SKIP LOCKED),
            begun AS (
                UPDATE kernel.job j SET state = 'waiting', stage = 'ready', run_at = now(), finished_at = NULL,
                    reason = NULL, progress = NULL, most_attempts = j.attempt + least(j.most_attempts, 10)
                FROM held h WHERE j.tenant_id = h.tenant_id AND j.id = h.id
                RETURNING 1)
            SELECT count(*) FROM begun
            """, choice.parameters
        ).number
    }

    /// Cancels what waits or runs; gives back how many. A worker that runs one learns of it with its next beat, and
    /// nothing it says afterwards is heard.
    ///
    /// What a transaction holds is left for another round, and never waited for with other rows in hand: whoever orders
    /// jobs of two keys would wait for one of them, and this for the other. After a while it stays as it is.
    public func cancel(_ choice: Choice) throws -> Int {
        var sum = 0
        for _ in 0..<Self.mostRounds {
            sum += try cancelUnheld(choice)
            let left = try control.rows(
                """
                SELECT count(*) FROM (
                    SELECT FROM kernel.job
                    WHERE state IN ('waiting', 'running') AND ($1 = '' OR state = $1) AND ($2 = '' OR kind = $2)
                      AND ($3 = '' OR tenant_id::text = $3) AND ($4 = '' OR id::text = $4) LIMIT 1) j
                """, choice.parameters
            ).number
            guard left > 0 else { break }
            _ = try control.rows("SELECT pg_sleep(0.2)")
        }
        return sum
    }

    /// Longer than a transaction may rest.
    private static let mostRounds = 60

    private func cancelUnheld(_ choice: Choice) throws -> Int {
        try control.rows(
            """
            WITH meant AS MATERIALIZED (
                SELECT tenant_id, id FROM kernel.job
                WHERE state IN ('waiting', 'running') AND ($1 = '' OR state = $1) AND ($2 = '' OR kind = $2)
                  AND ($3 = '' OR tenant_id::text = $3) AND ($4 = '' OR id::text = $4)
                ORDER BY tenant_id, id FOR UPDATE SKIP LOCKED),
            ended AS (
                UPDATE kernel.job j SET state = 'cancelled', finished_at = now(), holder = NULL, lease_until = NULL,
                    reason = 'cancelled_by_operator'
                FROM meant m WHERE j.tenant_id = m.tenant_id AND j.id = m.id
                RETURNING 1)
            SELECT count(*) FROM ended
            """, choice.parameters
        ).number
    }

    /// Stops a queue, or lets it go on: on every node, from the next claim.
    public func pause(_ queue: String, _ isPaused: Bool) throws {
        _ = try control.rows(
            """
            INSERT INTO kernel.job_queue (name, is_paused) VALUES ($1, $2::boolean)
            ON CONFLICT (name) DO UPDATE SET is_paused = excluded.is_paused, changed_at = now()
            """, [queue, isPaused ? "true" : "false"])
    }

    /// Bounds how many jobs of a queue run at once on all nodes together; nil for no bound.
    public func limit(_ queue: String, to most: Int?) throws {
        _ = try control.rows(
            """
            INSERT INTO kernel.job_queue (name, most_running) VALUES ($1, nullif($2, '')::integer)
            ON CONFLICT (name) DO UPDATE SET most_running = excluded.most_running, changed_at = now()
            """, [queue, most.map(String.init) ?? ""])
    }

    /// Removes what ended so many hours ago or earlier, with the dead only when it is said; gives back how many.
    public func prune(hours: Int, withDead: Bool) throws -> Int {
        var sum = 0
        while true {
            let removed = try control.rows(
                """
                WITH old AS (
                    SELECT tenant_id, id FROM kernel.job
                    WHERE (state IN ('done', 'cancelled') OR $2::boolean AND state = 'dead')
                      AND finished_at < now() - $1::integer * interval '1 hour'
                    LIMIT 5000 FOR UPDATE SKIP LOCKED),
                gone AS (
                    DELETE FROM kernel.job j USING old o WHERE j.tenant_id = o.tenant_id AND j.id = o.id RETURNING 1)
                SELECT count(*) FROM gone
                """, [String(hours), withDead ? "true" : "false"]
            ).number
            sum += removed
            if removed < 5000 { return sum }
        }
    }
}

extension [[String?]] {
    /// The single number of an answer.
    fileprivate var number: Int { first?.first.flatMap { $0 }.flatMap { Int($0) } ?? 0 }
}
