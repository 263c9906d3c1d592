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
    let log: Log
    /// Rings when a slot is free or a job was added on this node.
    let bell: Bell
    /// Rings when there is a word to deliver.
    let words = Bell()

    init(
        _ book: JobBook, _ settings: JobSettings, databases: Databases, loops: LoopGroup, log: Log, bell: Bell = Bell()
    ) {
        store = JobStore(control: databases.control, book: book, settings: settings, holder: .make())
        desk = JobDesk()
        (self.databases, self.loops, self.log, self.bell) = (databases, loops, log, bell)
    }

    var settings: JobSettings { store.settings }

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
            await finish(on: loop)
        } onCancel: {
            for job in desk.running { job.end(.drained) }
        }
        ended.begin()
        words.ring()
        for helper in helpers { await helper.value }
    }

    /// Waits for what runs; not for long for what does not heed that its time is up.
    private func finish(on loop: Loop) async {
        var cancelled: ContinuousClock.Instant?
        while desk.count > 0 {
            await bell.wait(atMost: .milliseconds(50), on: loop)
            guard Task.isCancelled else { continue }
            let since = cancelled ?? .now
            cancelled = since
            guard ContinuousClock.now - since < Self.patience else {
                for job in desk.running { log.error("job ignores its end", job.facts) }
                return
            }
        }
    }

    private static let patience = Duration.seconds(5)

    // MARK: Claims

    private func claim(until drain: Drain, on loop: Loop) async {
        var cursor: JobCursor?
        var pause = Self.shortest
        var next = 0
        var isFull = false
        while !drain.isDraining, !Task.isCancelled {
            let free = desk.room(slots: settings.slots, mostWords: settings.mostWords)
            guard free > 0 else {
                await bell.wait(atMost: settings.idle, on: loop)
                isFull = true
                continue
            }
            // A claim costs the same for one job as for many: wait for some slots, but not for long.
            if isFull, free < settings.slots / 2 {
                isFull = false
                try? await loop.sleep(for: Self.moment)
                continue
            }
            do {
                let wasWalking = cursor != nil
                let isQuiet = pause == settings.idle && !wasWalking
                let isIdle = isQuiet ? try await !store.isAnythingDue() : false
                let batch = isIdle ? JobBatch() : try await store.claim(slots: free, after: cursor)
                cursor = batch.cursor(slots: free)
                for job in batch.jobs {
                    start(job, on: loops.loops[next % loops.loops.count])
                    next += 1
                }
                isFull = batch.jobs.count == free
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
    private static let moment = Duration.milliseconds(2)

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
}
