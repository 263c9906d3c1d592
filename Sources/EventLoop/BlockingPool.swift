import Glibc

/// Threads for work that would hold up a loop: password hashing, compression of large bodies, files, name look-ups.
/// Bounded twice: so many threads, and so many waiting; past that the work is refused, not queued for ever.
///
/// `@unchecked Sendable`: `state` is read and written under `lock` only.
@safe
public final class BlockingPool: @unchecked Sendable {
    /// The pool's queue is full: the caller should answer 503.
    public struct Saturated: Error, CustomStringConvertible {
        /// Bland on purpose.
        public var description: String { "too much work is waiting" }
    }

    private struct State {
        var waiting: [(@Sendable () -> Void)?] = []
        var next = 0
        var threads: [pthread_t] = []
        var idle = 0
        var stopping = false

        var depth: Int { waiting.count - next }

        mutating func pop() -> (@Sendable () -> Void)? {
            guard next < waiting.count else { return nil }
            // Taken out, not copied: what the work holds must not live on in the queue.
            let work = waiting[next].take()
            next += 1
            if next == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                next = 0
            } else if next > 64, next * 2 > waiting.count {
                waiting.removeFirst(next)
                next = 0
            }
            return work
        }
    }

    private let maximumThreads: Int
    private let maximumWaiting: Int
    private let niceness: Int32
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let arrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state = State()

    /// A pool that starts threads as they are needed. Those of a nicer one take the cores that the loops leave over.
    public init(threads: Int, waiting: Int, niceness: Int32 = 0) {
        (maximumThreads, maximumWaiting) = (max(threads, 1), max(waiting, 1))
        self.niceness = min(max(niceness, 0), 19)
        unsafe pthread_mutex_init(lock, nil)
        unsafe pthread_cond_init(arrived, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(arrived)
        unsafe pthread_mutex_destroy(lock)
        unsafe arrived.deallocate()
        unsafe lock.deallocate()
    }

    /// Runs the work on a thread of the pool; the caller goes on where it was, on its own loop.
    public func run<Success: Sendable>(_ work: @escaping @Sendable () throws -> Success) async throws -> Success {
        try await unsafe withUnsafeThrowingContinuation { continuation in
            let accepted = submit { unsafe continuation.resume(with: Result(catching: work)) }
            if !accepted { unsafe continuation.resume(throwing: Saturated()) }
        }
    }

    /// Hands in work whose end nobody waits for; false when the queue is full.
    public func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        guard !state.stopping, state.depth < maximumWaiting else { return false }
        if state.idle <= state.depth, state.threads.count < maximumThreads { startThread() }
        guard !state.threads.isEmpty else { return false }
        state.waiting.append(work)
        unsafe pthread_cond_signal(arrived)
        return true
    }

    /// Finishes what waits and ends the threads. Not to be called on a thread of the pool.
    public func stop() {
        unsafe pthread_mutex_lock(lock)
        state.stopping = true
        let threads = state.threads
        state.threads = []
        unsafe pthread_cond_broadcast(arrived)
        unsafe pthread_mutex_unlock(lock)
        for thread in threads { pthread_join(thread, nil) }
    }

    private func startThread() {
        let box = unsafe Unmanaged.passRetained(self)
        var thread = pthread_t()
        let code = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<BlockingPool>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, box.toOpaque())
        if code == 0 { state.threads.append(thread) } else { unsafe box.release() }
    }

    private func work() {
        // Of this thread alone: Linux keeps niceness by thread.
        if niceness > 0 { _ = nice(niceness) }
        unsafe pthread_mutex_lock(lock)
        while true {
            if let work = state.pop() {
                unsafe pthread_mutex_unlock(lock)
                work()
                unsafe pthread_mutex_lock(lock)
            } else if state.stopping {
                break
            } else {
                state.idle += 1
                unsafe pthread_cond_wait(arrived, lock)
                state.idle -= 1
            }
        }
        unsafe pthread_mutex_unlock(lock)
    }
}
