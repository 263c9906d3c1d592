import EventLoop
import Synchronization

/// A context that is made when it is first asked for: to read the system's authorities costs as much as all the rest of
/// a start, and megabytes.
final class LazyTLSContext: Sendable {
    private let trust: TLSContext.Trust
    private let blocking: BlockingPool?
    private let made: Mutex<TLSContext?>

    /// Authorities in a file are read at once, so that a wrong name is told when it is given.
    init(trust: TLSContext.Trust, blocking: BlockingPool?) throws(StreamError) {
        (self.trust, self.blocking) = (trust, blocking)
        if case .system = trust { made = Mutex(nil) } else { made = Mutex(try TLSContext(trust: trust)) }
    }

    /// The context. The first is made on a thread of the pool, where there is one; two who ask at once may make two.
    func get() async throws(StreamError) -> TLSContext {
        if let known = made.withLock({ $0 }) { return known }
        let new = try await make()
        return made.withLock { known in
            if let known { return known }
            known = new
            return new
        }
    }

    private func make() async throws(StreamError) -> TLSContext {
        guard let blocking else { return try TLSContext(trust: trust) }
        do {
            return try await blocking.run { [trust] in try TLSContext(trust: trust) }
        } catch {
            throw error as? StreamError ?? StreamError(.busy, "no thread is free to read the authorities")
        }
    }
}
