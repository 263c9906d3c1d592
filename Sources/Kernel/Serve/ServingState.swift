import Synchronization

/// Whether this process wants requests. Set once, when it begins to stop.
final class ServingState: Sendable {
    private let draining = Atomic<Bool>(false)

    var isDraining: Bool { draining.load(ordering: .acquiring) }

    func drain() { draining.store(true, ordering: .releasing) }
}
