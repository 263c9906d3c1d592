import Core
import EventLoop
import ModuleKit
import Synchronization

/// One attempt under way: its task, and what is known of its lease.
final class RunningJob: JobPulse {
    /// Why an attempt is to end before it is done.
    enum Stop: Sendable {
        /// The job is another's by now, or was cancelled: nothing this attempt says is heard.
        case lost
        /// It took too long.
        case overdue
        /// The node stops.
        case drained
    }

    private struct State {
        var stop: Stop?
        var stoppedAt: ContinuousClock.Instant?
        var progress: Int32 = -1
        var task: Task<Void, Never>?
    }

    let job: ClaimedJob
    private let deadline: ContinuousClock.Instant
    private let state = Mutex(State())

    init(_ job: ClaimedJob, timeout: Duration) {
        self.job = job
        deadline = ContinuousClock.now + timeout
    }

    var isLost: Bool { stop != nil }
    var stop: Stop? { state.withLock { $0.stop } }
    var isOverdue: Bool { ContinuousClock.now > deadline }

    /// Whether it goes on so long after its end was asked for. What is given back as the node stops is no matter of this:
    /// the node's own end is near.
    func isDeaf(after patience: Duration) -> Bool {
        state.withLock { state in
            guard let stop = state.stop, stop != .drained, let since = state.stoppedAt else { return false }
            return ContinuousClock.now - since > patience
        }
    }

    func note(thousandths: Int) { state.withLock { $0.progress = Int32(clamping: thousandths) } }

    /// What has been noted since it was last asked for; below zero for nothing.
    func takeProgress() -> Int32 {
        state.withLock { state in
            defer { state.progress = -1 }
            return state.progress
        }
    }

    func start(on loop: Loop, _ work: @escaping @Sendable () async -> Void) {
        let task = Task(executorPreference: loop) { await work() }
        let isLate = state.withLock { state in
            state.task = task
            return state.stop != nil
        }
        if isLate { task.cancel() }
    }

    /// The first reason stays: what is lost is not released.
    func end(_ reason: Stop) {
        let task = state.withLock { state in
            if state.stop == nil { (state.stop, state.stoppedAt) = (reason, .now) }
            return state.task
        }
        task?.cancel()
    }
}
