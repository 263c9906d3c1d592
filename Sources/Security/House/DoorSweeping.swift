import Kernel

/// Forgets what has ended: sessions, links, challenges, moves between hosts, counted tries, browsers that never came
/// back. Every node does it; what one has taken away the next does not find.
struct DoorSweeping: BackgroundWork {
    let name = "sweeping of doors"
    private let identity: Identity
    private static let interval = Duration.seconds(600)

    init(_ identity: Identity) { self.identity = identity }

    func run(until drain: Drain) async {
        while true {
            await drain.pause(for: Self.interval)
            if drain.isDraining || Task.isCancelled { return }
            for fault in await sweep() {
                identity.services.log.warning("what has ended is not swept", cause: fault)
            }
        }
    }

    /// Each by itself: what fails for one does not keep the others. What failed.
    func sweep() async -> [any Error] {
        let steps: [@Sendable () async throws -> Void] = [
            identity.sessions.sweep, identity.links.sweep, identity.passkeys.sweep, identity.handovers.sweep,
            identity.throttle.sweep, identity.devices.sweep,
        ]
        var faults: [any Error] = []
        for step in steps {
            do { try await step() } catch { faults.append(error) }
        }
        return faults
    }
}
