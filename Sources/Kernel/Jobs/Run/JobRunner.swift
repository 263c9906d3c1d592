import Core
import EventLoop
import ModuleKit

/// Works through the queue: claims in batches, runs each job within its tenant, keeps the leases, notes how it ended.
struct JobRunner: BackgroundWork {
    let name = "jobs"
    let store: JobStore
    let desk: JobDesk
    private let databases: Databases
    private let loops: LoopGroup
    private let log: Log
    /// Rings when a slot is free or a job was added on this node.
    let bell: Bell
    private let words = Bell()

    init(
        _ book: JobBook, _ settings: JobSettings, databases: Databases, loops: LoopGroup, log: Log, bell: Bell = Bell()
    ) {
        store = JobStore(control: databases.control, book: book, settings: settings, holder: .make())
        desk = JobDesk()
        (self.databases, self.loops, self.log, self.bell) = (databases, loops, log, bell)
    }

    private var settings: JobSettings { store.settings }

    func run(until drain: Drain) async {
        guard !store.book.kinds.isEmpty else { return }
        let loop = Loop.current ?? loops.first
        let ended = Drain()
        // Not children of this task: when it is cancelled, what was begun is still to be given back.
        let helpers = [
            Task(executorPreference: loop) { await keepLeases(until: ended, on: loop) },
            Task(executorPreference: loop) { await deliverWords(until: ended, on: loop) },
            Task(executorPreference: loop) {
                await drain.wait()
                bell.ring()
            },
        ]
        await withTaskCancellationHandler {
            await claim(until: drain, on: loop)
            while desk.count > 0 { await bell.wait(atMost: .milliseconds(50), on: loop) }
        } onCancel: {
            for job in desk.running { job.end(.drained) }
        }
        ended.begin()
        words.ring()
        for helper in helpers { await helper.value }
    }

    // MARK: Claims

    private func claim(until drain: Drain, on loop: Loop) async {
        var cursor: UUIDv7?
        var pause = Self.shortest
        var next = 0
        while !drain.isDraining, !Task.isCancelled {
            let free = settings.slots - desk.count
            // A claim costs the same for one job as for many: wait for some slots, but not for long.
            guard free > 0 else {
                await bell.wait(atMost: settings.idle, on: loop)
                continue
            }
            do {
                let wasWalking = cursor != nil
                let batch = try await store.claim(slots: free, after: cursor)
                cursor = batch.cursor(slots: free)
                for job in batch.jobs {
                    start(job, on: loops.loops[next % loops.loops.count])
                    next += 1
                }
                if !batch.jobs.isEmpty {
                    pause = Self.shortest
                    // Its first jobs end soon: then several are claimed at once instead of one after the other.
                    if batch.jobs.count < free { await bell.wait(atMost: Self.shortest, on: loop) }
                } else if !wasWalking {
                    await bell.wait(atMost: pause, on: loop)
                    // What was announced may be committed only in a moment.
                    pause = bell.takeNews() ? Self.shortest : min(pause * 2, settings.idle)
                }
            } catch {
                if !Task.isCancelled { log.warning("no jobs claimed", cause: error) }
                await bell.wait(atMost: .seconds(1), on: loop)
            }
        }
    }

    private static let shortest = Duration.milliseconds(5)

    private func start(_ job: ClaimedJob, on loop: Loop) {
        let registration = store.book.registrations[job.kind]
        let running = RunningJob(job, timeout: registration?.policy.timeout ?? .seconds(60))
        let attempt = JobAttempt(
            running: running, registration: registration, holder: store.holder, app: databases.app, log: log)
        desk.begin(running)
        running.start(on: loop) {
            desk.end(job.key, await attempt.run())
            words.ring()
            bell.ring()
        }
    }

    // MARK: Words

    private func deliverWords(until ended: Drain, on loop: Loop) async {
        var failures = 0
        while true {
            let batch = desk.takeWords()
            guard !batch.isEmpty else {
                if ended.isDraining { return }
                await words.wait(atMost: .seconds(1), on: loop)
                continue
            }
            do {
                let heard = try await store.acknowledge(batch)
                desk.note(batch, heard: heard.count)
                failures = 0
                for word in batch where !heard.contains(word.key) {
                    log.warning("job was another's", ["job": "\(word.key.id)", "attempt": "\(word.key.attempt)"])
                }
            } catch {
                failures += 1
                desk.giveBack(batch)
                log.warning("ends of jobs not noted", ["jobs": "\(batch.count)"], cause: error)
                // At the end of the process the leases run out by themselves.
                if ended.isDraining, failures > 5 { return }
                await words.wait(atMost: .milliseconds(200), on: loop)
            }
        }
    }

    // MARK: Leases

    private func keepLeases(until ended: Drain, on loop: Loop) async {
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
                let tended = try await store.tend(after: lane)
                lane = tended.lane
                if tended.lost > 0 {
                    desk.noteLost(tended.lost)
                    log.warning("leases of jobs ran out", ["jobs": "\(tended.lost)"])
                    bell.ring()
                }
                if ContinuousClock.now - sincePruned > .seconds(30), try await store.prune() < 5_000 {
                    sincePruned = .now
                }
            } catch {
                log.warning("leases of jobs not kept", cause: error)
            }
        }
        await waker.value
    }

    private func beat() async throws {
        let running = desk.running
        guard !running.isEmpty else { return }
        let ours = try await store.beat(running.map { ($0.job.key, $0.takeProgress()) })
        // What has ended meanwhile is not lost: it is not running any more, here or there.
        let left = Set(desk.running.map(\.job.key))
        for job in running where !ours.contains(job.job.key) && left.contains(job.job.key) { job.end(.lost) }
    }
}
