public import Core
public import Postgres
import SQL

/// What all nodes remember of forms together, in two tables of konak_control: which sendings were taken, and what was typed
/// by those who had to prove anew who they are.
public struct FormStore: Sendable {
    let control: PostgresDatabase
    let seal: FormSeal
    let clock: any WallClock

    /// A store.
    public init(_ control: PostgresDatabase, seal: FormSeal, clock: any WallClock) {
        (self.control, self.seal, self.clock) = (control, seal, clock)
    }

    /// Forgets what is over.
    func sweep() async throws {
        let now = clock.now()
        _ = try await control.perform(all: [
            "DELETE FROM kernel.sent_form WHERE expires_at < \(now)",
            "DELETE FROM kernel.kept_form WHERE expires_at < \(now)",
        ])
    }
}

/// Forgets forms that are over. Every node does it; what one has taken away the next does not find.
struct FormSweeping: BackgroundWork {
    let name = "sweeping of forms"
    let store: FormStore
    let log: Log
    private static let interval = Duration.seconds(900)

    func run(until drain: Drain) async {
        while true {
            await drain.pause(for: Self.interval)
            if drain.isDraining || Task.isCancelled { return }
            do { try await store.sweep() } catch { log.warning("forms that are over are not swept", cause: error) }
        }
    }
}
