import Core
import HTTP
import Markup
import Synchronization

/// What became of the sendings of one form that bore a key: the same one twice is done once and answered alike, whether the
/// second comes after the first or beside it. Kept in memory, for ten minutes and the last few hundred: enough for a double
/// click on the node that took the first, answered with whatever it was. What nodes know of each other is `FormMemory`'s.
final class SentForms: Sendable {
    /// One sending: who sent what where, under which key.
    struct Key: Hashable, Sendable {
        let place: String
        let who: String
        let key: String
        let digest: Int

        init(place: String, who: String, key: String, digest: Int) {
            (self.place, self.who, self.key, self.digest) = (place, who, key, digest)
        }

        init(_ sending: Sending) {
            self.init(place: sending.place, who: sending.who, key: sending.key, digest: sending.body.hashValue)
        }
    }

    private enum Entry {
        case running([CheckedContinuation<Void, Never>])
        case done(FormOutcome)
        /// Done, and the answer was too large to keep.
        case spent
    }

    private struct Shelf {
        var entries: [Key: Entry] = [:]
        /// Those that are done, the oldest first.
        var done: [(key: Key, at: ContinuousClock.Instant)] = []
    }

    private enum Claim {
        case mine, running, spent
        case answered(FormOutcome)
    }

    private let shelf = Mutex(Shelf())
    private static let most = 256
    private static let age = Duration.seconds(600)
    private static let mostBytes = 16_384

    /// Does the work unless it was done.
    func once(_ key: Key, _ work: () async throws -> FormOutcome) async throws -> FormOutcome {
        while true {
            switch claim(key) {
            case .mine: return try await run(key, work)
            case .answered(let outcome): return outcome
            case .spent: throw Problem(.alreadySent)
            case .running: await end(of: key)
            }
        }
    }

    private func run(_ key: Key, _ work: () async throws -> FormOutcome) async throws -> FormOutcome {
        do {
            let outcome = try await work()
            settle(key, Self.entry(outcome))
            return outcome
        } catch {
            settle(key, nil)
            throw error
        }
    }

    private func claim(_ key: Key) -> Claim {
        shelf.withLock { shelf in
            switch shelf.entries[key] {
            case .running: return .running
            case .done(let outcome): return .answered(outcome)
            case .spent: return .spent
            case nil:
                shelf.entries[key] = .running([])
                return .mine
            }
        }
    }

    /// Waits for the one that is at work. What it threw leaves the work to whoever asks next.
    private func end(of key: Key) async {
        await withCheckedContinuation { waiter in
            let isRunning = shelf.withLock { shelf in
                guard case .running(let others) = shelf.entries[key] else { return false }
                shelf.entries[key] = .running(others + [waiter])
                return true
            }
            if !isRunning { waiter.resume() }
        }
    }

    private func settle(_ key: Key, _ entry: Entry?) {
        let waiters = shelf.withLock { shelf -> [CheckedContinuation<Void, Never>] in
            let waiters =
                if case .running(let all) = shelf.entries[key] { all } else { [CheckedContinuation<Void, Never>]() }
            shelf.entries[key] = entry
            let now = ContinuousClock.now
            if entry != nil { shelf.done.append((key, now)) }
            while let oldest = shelf.done.first, shelf.done.count > Self.most || oldest.at + Self.age < now {
                shelf.entries[oldest.key] = nil
                shelf.done.removeFirst()
            }
            return waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// What is kept: refusals not at all, since the same form may be sent again, mended or at a better time.
    private static func entry(_ outcome: FormOutcome) -> Entry? {
        switch outcome {
        case .refused: nil
        case .see, .stay: .done(outcome)
        case .page(let content): content.body.bytes.count <= mostBytes ? .done(outcome) : .spent
        case .response(let response):
            switch response.body {
            case .empty: .done(outcome)
            case .bytes(let bytes) where bytes.count <= mostBytes: .done(outcome)
            default: .spent
            }
        }
    }
}
