import EventLoop
import Synchronization

/// Lets a test and a handler wait for one another without guessing how long it takes.
final class Gate: Sendable {
    private let isOpen = Atomic<Bool>(false)

    func open() { isOpen.store(true, ordering: .releasing) }

    var isOpenNow: Bool { isOpen.load(ordering: .acquiring) }

    /// Returns when the gate has been opened; throws when the task is cancelled, or after some minutes: under a sanitizer
    /// much takes twenty times as long.
    func passed() async throws {
        for _ in 0..<90_000 {
            if isOpen.load(ordering: .acquiring) { return }
            if let loop = Loop.current {
                try await loop.sleep(for: .milliseconds(2))
            } else {
                try await Task.sleep(for: .milliseconds(2))
            }
        }
        throw CancellationError()
    }
}
