import Core
import Postgres
import SQL

/// The queue as one worker uses it: each call is one round trip.
struct JobStore: Sendable {
    let control: PostgresDatabase
    let book: JobBook
    let settings: JobSettings
    /// Who this worker is. Each start has a new name, so that a row of an earlier life is nobody's.
    let holder: UUIDv7

    /// Jobs for so many free slots, beginning after a place.
    func claim(slots: Int, after cursor: JobCursor?) async throws -> JobBatch {
        let answers = try await control.perform(
            after: JobQueries.turn,
            all: [
                JobQueries.promoteLater,
                JobQueries.claim(book, settings, slots: slots, after: cursor ?? .start, by: holder),
            ])
        return try JobBatch(answers[1])
    }

    /// Whether a claim might find anything: for looks at a queue that was empty and where nothing was announced since. To
    /// plan a claim alone takes the database milliseconds.
    func isAnythingDue() async throws -> Bool {
        try await control.perform(JobQueries.isAnythingDue).first?.decode(0) ?? false
    }

    /// Notes what attempts ended with; gives back which of them were heard, and which are to be said again.
    func acknowledge(_ words: [JobWord]) async throws -> JobHearing {
        try JobHearing(await control.perform(JobQueries.acknowledge(words, by: holder), timeout: .seconds(10)))
    }

    /// Renews leases; gives back which jobs are still the holder's.
    func beat(_ beats: [JobBeat]) async throws -> Set<JobKey> {
        let query = JobQueries.beat(beats, by: holder, for: settings.lease)
        let rows = try await control.perform(query, timeout: min(settings.lease, .seconds(10)))
        return Set(try rows.map { JobKey(tenant: try $0.decode(0), id: try $0.decode(1), attempt: try $0.decode(2)) })
    }

    /// Takes back what was lost and lets stuck lanes go on; gives back how many were lost, and where the sweep ended.
    func tend(after lane: (tenant: UUIDv7, lane: String)?) async throws -> (
        lost: Int, lane: (tenant: UUIDv7, lane: String)?
    ) {
        let answers = try await control.perform(all: [JobQueries.recover, JobQueries.sweepLanes(after: lane)])
        let last = try answers[1].first.map {
            (tenant: try $0.decode(0, as: UUIDv7.self), lane: try $0.decode(1, as: String.self))
        }
        return (try answers[0].first.map { Int(try $0.decode(0, as: Int64.self)) } ?? 0, last)
    }

    /// Removes some of what is old; gives back how many.
    func prune() async throws -> Int {
        try await control.perform(JobQueries.prune(olderThan: settings.retention)).affected
    }
}
