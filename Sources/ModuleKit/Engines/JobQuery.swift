public import Core
public import SQL

extension Query {
    /// Adds a job of the tenant that the transaction has entered, in that transaction: with it the job comes into being,
    /// or not at all. Answers with the job's id, or with no row when one of its key is there already. Throws when the
    /// arguments cannot be written as JSON.
    public static func enqueue<J: Job>(
        _ job: J, _ order: JobOrder = JobOrder(), id: JobID = .make()
    ) throws -> Query {
        let arguments = JSONB(EventChain.marked(try JSONEncoding.encode(job), order.start))
        let start = order.start.fragment
        let lane = order.lane(of: J.kind)
        let policy = J.policy
        return """
            INSERT INTO kernel.job (tenant_id, id, kind, module, queue, priority, arguments, unique_key, \
            key_until_done, lane, stage, run_at, most_attempts) \
            SELECT kernel.tenant(), \(id), \(J.kind.text), \(J.kind.module), \(policy.queue.text), \
            \(order.priority.rawValue), \(arguments), \(order.key), \(order.keyHold == .untilDone), \(lane), \
            \(fragment: stage(of: order, start, lane)), \(fragment: start), \(Int32(clamping: policy.mostAttempts))\
            \(fragment: keyed(order, J.kind)) RETURNING id
            """
    }

    /// What keeps a second job of a key from being added.
    ///
    /// One that waits is held until this transaction ends: were it claimed before that, it would look at what the
    /// transaction has not committed yet, and nobody would look again. Held together with other orders, so that they do
    /// not wait for each other. The conflict, with its more jealous hold, is for what was committed since the statement
    /// began.
    private static func keyed(_ order: JobOrder, _ kind: JobKind) -> Query {
        guard let key = order.key else { return "" }
        switch order.keyHold {
        case .untilDone: return " ON CONFLICT DO NOTHING"
        case .whileWaiting:
            return """
                 WHERE NOT EXISTS (SELECT FROM kernel.job w WHERE w.tenant_id = kernel.tenant() \
                AND w.kind = \(kind.text) AND w.unique_key = \(key) AND w.state = 'waiting' AND w.attempt = 0 FOR SHARE) \
                ON CONFLICT (tenant_id, kind, unique_key) \
                WHERE unique_key IS NOT NULL AND state = 'waiting' AND attempt = 0 \
                DO UPDATE SET progress = excluded.progress WHERE false
                """
        }
    }

    /// What it waits for first. Behind another of its lane it stands even when that one was added a moment ago.
    private static func stage(of order: JobOrder, _ start: Query, _ lane: String?) -> Query {
        let own: Query =
            order.start == .now ? "'ready'" : "CASE WHEN \(fragment: start) > now() THEN 'later' ELSE 'ready' END"
        guard let lane else { return own }
        return """
            CASE WHEN EXISTS (SELECT FROM kernel.job e WHERE e.tenant_id = kernel.tenant() AND e.lane = \(lane) \
            AND e.state IN ('waiting', 'running')) THEN 'behind' ELSE \(fragment: own) END
            """
    }
}

extension JobOrder {
    /// The lane it takes. A key that may come again while a job of it runs has one, so that two never run at once; where
    /// it is cut off, two keys share it, which costs them time and nothing else.
    fileprivate func lane(of kind: JobKind) -> String? {
        guard lane == nil, let key, keyHold == .whileWaiting else { return lane }
        return String(String.UnicodeScalarView("\(kind.text) \(key)".unicodeScalars.prefix(200)))
    }
}

extension JobOrder.Start {
    /// The moment by the database's clock, the only one that all nodes share.
    fileprivate var fragment: Query {
        switch self {
        case .now: "now()"
        case .at(let moment): "\(moment)"
        case .after(let time): "now() + \(time.microseconds) * interval '1 microsecond'"
        }
    }
}

extension Duration {
    fileprivate var microseconds: Int64 {
        let (seconds, rest) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        // A hundred years bound it: PostgreSQL's own arithmetic has an end as well.
        return overflow ? 3_155_760_000_000_000 : min(product, 3_155_760_000_000_000) + rest / 1_000_000_000_000
    }
}

extension JobKind {
    /// The module it belongs to: what stands before the first dot.
    public var module: String { String(text.prefix { $0 != "." }) }
}

extension TenantContext {
    /// Adds a job in a transaction of its own. Nil when one of its key waits or runs already.
    @discardableResult
    public func enqueue(_ job: some Job, _ order: JobOrder = JobOrder()) async throws -> JobID? {
        try await query(.enqueue(job, order)).first.map { try $0.decode(0) }
    }
}

extension Database {
    /// Adds a job in this transaction. Nil when one of its key waits or runs already.
    @discardableResult
    public func enqueue(_ job: some Job, _ order: JobOrder = JobOrder()) async throws -> JobID? {
        try await query(.enqueue(job, order)).first.map { try $0.decode(0) }
    }
}
