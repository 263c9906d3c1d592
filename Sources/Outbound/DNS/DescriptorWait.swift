import EventLoop

/// One task's wait for a descriptor: ended by news, by its deadline or by the task's cancellation.
///
/// `@unchecked Sendable`: used on its loop's thread only.
@safe
final class DescriptorWait: Selectable, TimerTarget, @unchecked Sendable {
    private let loop: Loop
    private var continuation: UnsafeContinuation<Void, Never>?
    private var failure: DNSError?
    private var isOver = false

    private init(_ loop: Loop) {
        self.loop = loop
        unsafe continuation = nil
    }

    /// Returns when the descriptor has news; throws when the deadline (on the loop's clock) or a cancellation comes first.
    static func until(
        _ readiness: Readiness, of descriptor: Int32, on loop: Loop, by deadline: UInt64
    ) async throws(DNSError) {
        let wait = DescriptorWait(loop)
        guard let registration = try? loop.watch(descriptor, readiness, wait) else { throw DNSError(.unreachable) }
        let timer = loop.timer(at: deadline, wait)
        await wait.suspend()
        loop.cancel(timer)
        loop.forget(registration, descriptor)
        if let failure = wait.failure { throw failure }
    }

    private func suspend() async {
        await withTaskCancellationHandler {
            await unsafe withUnsafeContinuation { continuation in
                if isOver { return unsafe continuation.resume() }
                unsafe self.continuation = unsafe continuation
            }
        } onCancel: {
            Task(executorPreference: loop) { self.end(DNSError(.cancelled)) }
        }
    }

    func ready(_ readiness: Readiness) { end(nil) }

    func timerFired() { end(DNSError(.timeout)) }

    private func end(_ failure: DNSError?) {
        guard !isOver else { return }
        (isOver, self.failure) = (true, failure)
        guard let waiting = unsafe continuation else { return }
        unsafe continuation = nil
        unsafe waiting.resume()
    }
}
