import Synchronization

/// Work of the house that goes on beside requests: runners of jobs, dispatchers of events. It is started with the
/// listeners and ends with them.
public protocol BackgroundWork: Sendable {
    /// How logs call it.
    var name: String { get }
    /// Works until it is told to drain, then finishes what it has begun and returns. Cancelled when the time for that is
    /// over. It does not throw: it knows best how to go on after a failure.
    func run(until drain: Drain) async
}

/// The moment from which on nothing new is to be begun. It comes once.
public final class Drain: Sendable {
    private struct State {
        var isDraining = false
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// A moment that has not come.
    public init() {}

    /// Whether it has come.
    public var isDraining: Bool { state.withLock { $0.isDraining } }

    /// It has come.
    public func begin() {
        let waiters = state.withLock { state in
            state.isDraining = true
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Waits for it, or for the task's cancellation.
    public func wait() async {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.isDraining || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }
}
