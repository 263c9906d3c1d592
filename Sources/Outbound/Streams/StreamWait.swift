import EventLoop

/// One wait of one task for a stream's socket: ended by news, by its deadline or by the task's cancellation, whichever
/// comes first. Used once.
///
/// `@unchecked Sendable`: used on its loop's thread only.
@safe
final class StreamWait: TimerTarget, @unchecked Sendable {
    enum Outcome: Sendable { case news, timeout, cancelled }

    private let loop: Loop
    private var continuation: UnsafeContinuation<Void, Never>?
    private var outcome: Outcome?

    init(_ loop: Loop) {
        self.loop = loop
        unsafe continuation = nil
    }

    /// Suspends until one of the three happens; `deadline` is on the loop's clock.
    func wait(until deadline: UInt64) async -> Outcome {
        let timer = loop.timer(at: deadline, self)
        defer { loop.cancel(timer) }
        await withTaskCancellationHandler {
            await unsafe withUnsafeContinuation { continuation in
                if outcome != nil { return unsafe continuation.resume() }
                unsafe self.continuation = unsafe continuation
            }
        } onCancel: {
            Task(executorPreference: loop) { self.end(.cancelled) }
        }
        return outcome ?? .news
    }

    func wake() { end(.news) }

    func timerFired() { end(.timeout) }

    private func end(_ outcome: Outcome) {
        guard self.outcome == nil else { return }
        self.outcome = outcome
        guard let waiting = unsafe continuation else { return }
        unsafe continuation = nil
        unsafe waiting.resume()
    }
}
