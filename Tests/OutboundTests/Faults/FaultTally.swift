import Synchronization

/// What became of attempts through a proxy that breaks things.
final class FaultTally: Sendable {
    struct Count {
        var successes = 0
        var failures = 0
        var wrong: [String] = []
        var slowest = Duration.zero
    }

    private let count = Mutex(Count())

    func note(_ took: Duration, succeeded: Bool, wrong: String? = nil) {
        count.withLock { count in
            if succeeded { count.successes += 1 } else { count.failures += 1 }
            if let wrong { count.wrong.append(wrong) }
            count.slowest = max(count.slowest, took)
        }
    }

    var result: Count { count.withLock { $0 } }
}
