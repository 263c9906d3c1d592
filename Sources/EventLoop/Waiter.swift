/// One wait of one task on a loop, for something to happen or for its own cancellation. Used once.
///
/// `@unchecked Sendable`: used on its loop's thread only.
@safe
final class Waiter: @unchecked Sendable {
    private let loop: Loop
    private var continuation: UnsafeContinuation<Void, Never>?
    private var isOver = false
    private var isCancelled = false

    init(_ loop: Loop) {
        self.loop = loop
        unsafe continuation = nil
    }

    /// Suspends until `wake`; false when the task was cancelled instead.
    func wait() async -> Bool {
        await withTaskCancellationHandler {
            await unsafe withUnsafeContinuation { continuation in
                if isOver { return unsafe continuation.resume() }
                unsafe self.continuation = unsafe continuation
            }
        } onCancel: {
            Task(executorPreference: loop) { self.cancel() }
        }
        return !isCancelled
    }

    func wake() {
        isOver = true
        guard let waiting = unsafe continuation else { return }
        unsafe continuation = nil
        unsafe waiting.resume()
    }

    private func cancel() {
        guard !isOver else { return }
        isCancelled = true
        wake()
    }
}
