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
    /// Where the walk was cut short, when there may be more after it.
    var last: JobCursor?

    /// Nothing at all.
    init() {}

    init(_ rows: Rows) throws {
        for row in rows {
            if let tenant = try row.decodeIfPresent(0, as: UUIDv7.self) {
                last = JobCursor(tenant: tenant, kind: try row.decode(1))
            }
            guard let tenant = try row.decodeIfPresent(2, as: UUIDv7.self) else { continue }
            let key = JobKey(tenant: tenant, id: try row.decode(3), attempt: try row.decode(5))
            jobs.append(
                ClaimedJob(
                    key: key, kind: try row.decode(4), mostAttempts: Int(try row.decode(6, as: Int32.self)),
                    arguments: try row.decode(7, as: JSONB.self).text, rank: Int(try row.decode(8, as: Int64.self))))
        }
    }

    /// After which place the next look begins; nil for the first. Whoever was not served because the batch was full of
    /// first jobs is served first; and a walk that was cut short goes on where it ended.
    func cursor(slots: Int) -> JobCursor? {
        if jobs.count >= slots, jobs.allSatisfy({ $0.rank == 1 }) {
            return jobs.map(\.key.tenant).max().flatMap(JobCursor.init(behind:))
        }
        return last
    }
}

/// A place in the order in which claims walk what waits: one kind of one tenant. The kind belongs to it, or whoever has
/// more kinds waiting than a walk has steps would begin at the first of them for ever.
struct JobCursor: Sendable, Hashable {
    let tenant: UUIDv7
    let kind: String

    static let start = JobCursor(tenant: UUIDv7(high: 0, low: 0), kind: "")

    init(tenant: UUIDv7, kind: String) { (self.tenant, self.kind) = (tenant, kind) }

    /// Behind all kinds of a tenant, whatever the database's order of letters is: before the first of the next id. Nil
    /// when there is none.
    init?(behind tenant: UUIDv7) {
        let (low, carry) = tenant.low.addingReportingOverflow(1)
        let (high, isOver) = tenant.high.addingReportingOverflow(carry ? 1 : 0)
        if isOver { return nil }
        self.init(tenant: UUIDv7(high: high, low: low), kind: "")
    }
}
