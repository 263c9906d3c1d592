import EventLoop
import Synchronization

/// Wakes one sleeper before its time. A ring while nobody sleeps is kept for the next who would.
final class Bell: Sendable {
    private struct State {
        var hasRung = false
        var hasNews = false
        var sleeper: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func ring() {
        let sleeper = state.withLock { state in
            defer { state.sleeper = nil }
            state.hasRung = state.sleeper == nil
            return state.sleeper
        }
        sleeper?.resume()
    }

    /// Rings because there may be something new to find, now or in a moment.
    func announce() {
        state.withLock { $0.hasNews = true }
        ring()
    }

    /// Whether anything was announced since this was last asked.
    func takeNews() -> Bool {
        state.withLock { state in
            defer { state.hasNews = false }
            return state.hasNews
        }
    }

    /// Sleeps for so long, or until the bell rings. A cancelled task sleeps as well: its work has an end of its own.
    func wait(atMost time: Duration, on loop: Loop) async {
        let alarm = Task(executorPreference: loop) { [self] in
            guard (try? await loop.sleep(for: time)) != nil else { return }
            ring()
        }
        await withCheckedContinuation { continuation in
            let isDue = state.withLock { state in
                if state.hasRung {
                    state.hasRung = false
                    return true
                }
                state.sleeper = continuation
                return false
            }
            if isDue { continuation.resume() }
        }
        alarm.cancel()
    }
}
