import EventLoop

/// Lets tasks wait until something has changed; whoever is woken looks for itself what it was.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
@safe
final class Bell: @unchecked Sendable {
    private let loop: Loop
    private var waiting: [UnsafeContinuation<Void, Never>] = unsafe []

    init(on loop: Loop) { self.loop = loop }

    /// Suspends until the bell rings or the task is cancelled.
    func wait() async {
        await withTaskCancellationHandler {
            await unsafe withUnsafeContinuation { continuation in
                if Task.isCancelled { unsafe continuation.resume() } else { unsafe waiting.append(continuation) }
            }
        } onCancel: {
            Task(executorPreference: loop) { self.ring() }
        }
    }

    /// Wakes everyone; they run later in the loop's turn.
    func ring() {
        guard unsafe !waiting.isEmpty else { return }
        for index in unsafe waiting.indices { unsafe waiting[index].resume() }
        unsafe waiting.removeAll()
    }
}
