import Core
import EventLoop

/// How jobs in hand stay this worker's, and how those that nobody keeps are found.
extension JobRunner {
    func keepLeases(until ended: Drain, on loop: Loop) async {
        var lane: (tenant: UUIDv7, lane: String)?
        var sincePruned = ContinuousClock.now - .seconds(3600)
        var lastBeat = ContinuousClock.now
        let alarm = Bell()
        let waker = Task(executorPreference: loop) {
            await ended.wait()
            alarm.ring()
        }
        while !ended.isDraining {
            await alarm.wait(atMost: min(settings.beat, .milliseconds(500)), on: loop)
            for job in desk.running where job.isOverdue { job.end(.overdue) }
            do {
                if ContinuousClock.now - lastBeat >= settings.beat * 0.8 {
                    lastBeat = .now
                    try await beat()
                }
                lane = try await tend(after: lane)
                if ContinuousClock.now - sincePruned > .seconds(30), try await store.prune() < 5_000 {
                    sincePruned = .now
                }
            } catch {
                log.warning("leases of jobs not kept", cause: error)
            }
        }
        await waker.value
    }

    private func tend(after lane: (tenant: UUIDv7, lane: String)?) async throws -> (tenant: UUIDv7, lane: String)? {
        let tended = try await store.tend(after: lane)
        if tended.lost > 0 {
            desk.noteLost(tended.lost)
            log.warning("leases of jobs ran out", ["jobs": "\(tended.lost)"])
            bell.ring()
        }
        return tended.lane
    }

    /// Keeps the leases of what runs and of what has ended without having been heard. Work that goes on for a lease's
    /// length after its time was up is kept no longer: its lease runs out, and nobody takes the job over while one of its
    /// transactions is open.
    private func beat() async throws {
        let running = desk.running
        let beats =
            running.map {
                JobBeat(key: $0.job.key, progress: $0.takeProgress(), isKept: !$0.isDeaf(after: settings.lease))
            } + desk.waitingWords.map { JobBeat(key: $0) }
        guard !beats.isEmpty else { return }
        let ours = try await store.beat(beats)
        // What has ended meanwhile is not lost: it is not running any more, here or there.
        let left = Set(desk.running.map(\.job.key))
        for job in running where !ours.contains(job.job.key) && left.contains(job.job.key) {
            job.end(.lost)
            if job.isDeaf(after: settings.lease) { abandon(job) }
        }
    }

    /// Its slot is another's from now on. What it still does within the house its fence refuses.
    private func abandon(_ job: RunningJob) {
        guard desk.abandon(job.job.key) else { return }
        log.error("job ignores its end", job.facts)
        bell.ring()
    }
}

extension RunningJob {
    /// For the log.
    var facts: KeyValuePairs<StaticString, String> {
        [
            "kind": job.kind, "job": "\(job.key.id)", "tenant": "\(job.key.tenant)", "attempt": "\(job.key.attempt)",
        ]
    }
}
