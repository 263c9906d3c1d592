extension Loop {
    /// Calls the target once, no earlier than `deadline` (this loop's `now`). On the loop's thread only.
    public func timer(at deadline: UInt64, _ target: any TimerTarget) -> TimerID {
        timers.add(at: deadline, .tell(target))
    }

    /// The timer will not fire.
    public func cancel(_ timer: TimerID) { _ = timers.cancel(timer) }

    /// Nanoseconds on the clock of `now`, so long from now. Absurdly long times are clipped, never overflow.
    public func deadline(in duration: Duration) -> UInt64 {
        now &+ duration.clippedNanoseconds
    }

    /// Suspends the calling task. Ends early, by throwing, when the task is cancelled.
    public func sleep(for duration: Duration) async throws(CancellationError) {
        let timer = SleepingTask(loop: self)
        let finished = await withTaskCancellationHandler {
            await unsafe withUnsafeContinuation { continuation in
                if isCurrent { return unsafe timer.begin(continuation, for: duration) }
                Task(executorPreference: self) { unsafe timer.begin(continuation, for: duration) }
            }
        } onCancel: {
            Task(executorPreference: self) { timer.cancel() }
        }
        if !finished || Task.isCancelled { throw CancellationError() }
    }
}

/// A sleep that can be cut short. `@unchecked Sendable`: used on its loop's thread only.
private final class SleepingTask: @unchecked Sendable {
    private let loop: Loop
    private var timer: TimerID?
    private var cancelled = false

    init(loop: Loop) { self.loop = loop }

    func begin(_ continuation: UnsafeContinuation<Bool, Never>, for duration: Duration) {
        if cancelled { return unsafe continuation.resume(returning: false) }
        timer = unsafe loop.timers.add(at: loop.deadline(in: duration), .resume(continuation))
    }

    func cancel() {
        cancelled = true
        guard let timer, case .resume(let continuation)? = loop.timers.cancel(timer) else { return }
        unsafe continuation.resume(returning: false)
    }
}

extension Duration {
    /// Whole nanoseconds, between zero and a hundred years.
    package var clippedNanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0 else { return 0 }
        return UInt64(min(seconds, 3_155_760_000)) * 1_000_000_000 + UInt64(max(attoseconds, 0) / 1_000_000_000)
    }
}
