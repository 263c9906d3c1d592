import Core
import ModuleKit
import Postgres
import SQL

/// Runs one attempt and finds the word for how it ended.
struct JobAttempt: Sendable {
    let running: RunningJob
    let registration: JobRegistration?
    let holder: UUIDv7
    let app: PostgresDatabase
    let log: Log

    private var job: ClaimedJob { running.job }

    /// The word to be noted; nil when the job is another's by now.
    func run() async -> JobWord? {
        guard let registration else {
            // A newer version added it, and put its kind under a name this one knows. It waits for a worker that can.
            return JobWord(key: job.key, end: .released, delay: .seconds(30), reason: "unknown_kind")
        }
        do {
            return word(for: try await perform(registration))
        } catch {
            return word(for: error, registration.policy)
        }
    }

    private func perform(_ registration: JobRegistration) async throws -> JobOutcome {
        let run = JobRun(
            id: JobID(job.key.id), attempt: Int(job.key.attempt), mostAttempts: job.mostAttempts, holder: holder,
            pulse: running)
        let door = TenantDoor(tenant: TenantID(job.key.tenant), holding: run.fence, app)
        let decoder: any Decoder
        do {
            // An older version may have written more than this one reads.
            decoder = try JSONReader.decode(CaughtDecoder.self, from: job.arguments, unknownKeys: .ignore).decoder
        } catch {
            throw UnreadableArguments(cause: error)
        }
        return try await registration.perform(decoder, door, run)
    }

    private func word(for outcome: JobOutcome) -> JobWord? {
        switch outcome {
        case .done: return running.stop == .lost ? nil : JobWord(key: job.key, end: .done)
        case .cancel(let reason): return JobWord(key: job.key, end: .cancelled, reason: Self.plain(reason))
        case .retry where isLast:
            log.error("job dead", running.facts, cause: nil)
            return JobWord(key: job.key, end: .dead, reason: "attempts_over")
        case .retry(let delay): return JobWord(key: job.key, end: .waiting, delay: delay, reason: "retry")
        }
    }

    /// A module's words as the queue can keep them: one that could not be written would hold up all others.
    private static func plain(_ reason: String) -> String {
        String(
            String.UnicodeScalarView(reason.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(200)))
    }

    private func word(for error: any Error, _ policy: JobPolicy) -> JobWord? {
        if running.stop == .lost || isFenced(error) { return nil }
        if running.stop == .drained { return JobWord(key: job.key, end: .released, reason: "drained") }
        let reason = running.stop == .overdue ? "timed_out" : reason(of: error)
        let isHopeless = error is any HopelessWork
        guard !isLast, !isHopeless else {
            log.error("job dead", running.facts, cause: error)
            return JobWord(key: job.key, end: .dead, reason: reason)
        }
        log.warning("job failed", running.facts, cause: error)
        var random = SystemRandomNumberGenerator()
        let delay = policy.backoff.wait(after: Int(job.key.attempt), using: &random)
        return JobWord(key: job.key, end: .waiting, delay: delay, reason: reason)
    }

    /// The job is another attempt's by now: the database said so to a transaction of this one.
    private func isFenced(_ error: any Error) -> Bool {
        let first = (error as? TransactionError)?.first ?? error
        return (first as? PostgresError)?.sqlState == .jobNotHeld
    }

    private var isLast: Bool { job.key.attempt >= job.mostAttempts }

    /// A code only: what an error says may hold what a row holds.
    private func reason(of error: any Error) -> String {
        (error as? any HopelessWork)?.code ?? Problem(answering: error).code.text
    }

}

/// Hands out the decoder it is made with.
private struct CaughtDecoder: Decodable {
    let decoder: any Decoder
    init(from decoder: any Decoder) { self.decoder = decoder }
}

extension SQLState {
    /// `kernel.hold_job`: the job is another attempt's by now.
    static let jobNotHeld = SQLState("KJ001")
}
