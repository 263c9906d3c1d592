import Core
import Postgres
import SQL

/// Takes events out of the outbox some weeks after they were handed out. What listeners still have to do stands in the
/// queue with all they need.
struct EventClearing: BackgroundWork {
    let database: PostgresDatabase
    let pace: EventPace
    let log: Log

    let name = "clearing of events"
    private static let batch: Int32 = 1_000

    func run(until drain: Drain) async {
        while !drain.isDraining {
            do {
                while try await clear() == Int(Self.batch), !drain.isDraining {
                    await drain.pause(for: .milliseconds(20))
                }
            } catch {
                log.warning("old events not cleared", cause: error)
            }
            await drain.pause(for: pace.clearing)
        }
    }

    /// One batch; how many rows went of the table of which most went. Two nodes at it pass each other by.
    func clear() async throws -> Int {
        let days = Int32(clamping: pace.keptDays)
        let answers = try await database.perform(all: [
            """
            DELETE FROM kernel.event WHERE (tenant_id, id) IN (
                SELECT tenant_id, id FROM kernel.event WHERE dispatched_at < now() - \(days) * interval '1 day'
                ORDER BY dispatched_at LIMIT \(Self.batch) FOR UPDATE SKIP LOCKED)
            """,
            // Of a record about which nothing was said for so long, the order begins anew.
            """
            DELETE FROM kernel.event_record WHERE (tenant_id, record) IN (
                SELECT tenant_id, record FROM kernel.event_record WHERE last_at < now() - \(days) * interval '1 day'
                LIMIT \(Self.batch) FOR UPDATE SKIP LOCKED)
            """,
        ])
        return answers.map(\.affected).max() ?? 0
    }
}
