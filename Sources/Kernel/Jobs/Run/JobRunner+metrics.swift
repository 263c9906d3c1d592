import Core
import Postgres
import SQL

extension JobRunner: MetricsSource {
    func write(into text: inout MetricsText) async {
        let counts = desk.counts
        text.single("konak_jobs_claimed_total", "counter", "Jobs claimed by this process.", counts.claimed)
        text.single("konak_jobs_refused_total", "counter", "Ends of jobs that were another's.", counts.refused)
        text.single("konak_jobs_unnoted_total", "counter", "Ends of jobs that the database refused.", counts.setAside)
        text.single("konak_jobs_abandoned", "gauge", "Attempts that ignore their end, and go on.", desk.abandoned)
        text.single("konak_jobs_recovered_total", "counter", "Leases found to have run out.", counts.recovered)
        text.single("konak_jobs_in_hand", "gauge", "Jobs that run in this process now.", desk.count)
        text.describe("konak_jobs_ended_total", "counter", "Attempts that ended in this process, by how.")
        for end in JobWord.End.all {
            text.sample("konak_jobs_ended_total", [("end", end.rawValue)], counts.ends[end] ?? 0)
        }
        guard let rows = try? await store.control.perform(JobQueries.figures, timeout: .seconds(2)) else { return }
        text.describe("konak_jobs", "gauge", "Jobs in the whole house, by queue and state.")
        var oldest: [(String, Double)] = []
        for row in rows {
            guard let queue = try? row.decode(0, as: String.self), let state = try? row.decode(1, as: String.self),
                let count = try? row.decode(2, as: Int64.self)
            else { continue }
            text.sample("konak_jobs", [("queue", queue), ("state", state)], count)
            if state == "waiting", let age = try? row.decode(3, as: Double.self) { oldest.append((queue, age)) }
        }
        text.describe(
            "konak_jobs_oldest_waiting_seconds", "gauge", "For how long the oldest job that could run has waited.")
        for (queue, age) in oldest { text.sample("konak_jobs_oldest_waiting_seconds", [("queue", queue)], age) }
    }
}

extension JobWord.End {
    static let all: [JobWord.End] = [.done, .waiting, .dead, .cancelled, .released]
}

extension JobQueries {
    /// How many there are of what is unfinished or dead, and since when the oldest that could run has.
    static let figures: Query = """
        SELECT queue, state, count(*),
            coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE stage = 'ready')), 0)::double precision
        FROM kernel.job WHERE state IN ('waiting', 'running', 'dead') GROUP BY 1, 2 ORDER BY 1, 2
        """
}
