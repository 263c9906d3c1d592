import Core
import SQL

/// A job that a worker has been given, for as long as it keeps the lease.
struct ClaimedJob: Sendable {
    let key: JobKey
    let kind: String
    let mostAttempts: Int
    let arguments: [UInt8]
    /// Which of its tenant's jobs it was in the batch, counted from 1.
    let rank: Int
}

/// One attempt at one job: what every word about it names. A word that names an older attempt is not heard.
struct JobKey: Sendable, Hashable {
    let tenant: UUIDv7
    let id: UUIDv7
    let attempt: Int32
}

/// What one look at the queue brought.
struct JobBatch: Sendable {
    var jobs: [ClaimedJob] = []
    /// The last tenant that was looked at, when there may be others after it.
    var last: UUIDv7?

    init(_ rows: Rows) throws {
        for row in rows {
            last = try row.decodeIfPresent(0)
            guard let tenant = try row.decodeIfPresent(1, as: UUIDv7.self) else { continue }
            let key = JobKey(tenant: tenant, id: try row.decode(2), attempt: try row.decode(4))
            jobs.append(
                ClaimedJob(
                    key: key, kind: try row.decode(3), mostAttempts: Int(try row.decode(5, as: Int32.self)),
                    arguments: try row.decode(6, as: JSONB.self).text, rank: Int(try row.decode(7, as: Int64.self))))
        }
    }

    /// After which tenant the next look begins; nil for the first. Whoever was not served because the batch was full of
    /// first jobs is served first; and a walk that was cut short goes on where it ended.
    func cursor(slots: Int) -> UUIDv7? {
        if jobs.count >= slots, jobs.allSatisfy({ $0.rank == 1 }) { return jobs.map(\.key.tenant).max() }
        return last
    }
}
