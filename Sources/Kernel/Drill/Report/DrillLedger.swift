import Synchronization

/// What the drill has done and found so far.
final class DrillLedger: Sendable {
    struct Entries: Sendable {
        var requests = 0
        var byRoute: [String: Int] = [:]
        var leaks: [DrillLeak] = []
        var leakCount = 0
        var uncounted: [String: String] = [:]
        var number: UInt64 = 0
        /// By the first digit of the status.
        var answers: [Int: Int] = [:]
    }

    /// More than this of one kind at one place says nothing new.
    private static let mostLeaksKept = 200
    private let entries = Mutex(Entries())

    var sum: Entries { entries.withLock { $0 } }

    /// The number of the next request.
    func nextNumber() -> UInt64 {
        entries.withLock { entries in
            entries.number &+= 1
            return entries.number
        }
    }

    func count(_ label: String) {
        entries.withLock { entries in
            entries.requests += 1
            entries.byRoute[label, default: 0] += 1
        }
    }

    func answered(_ status: UInt16) {
        entries.withLock { $0.answers[Int(status / 100), default: 0] += 1 }
    }

    func note(_ leak: DrillLeak) {
        entries.withLock { entries in
            entries.leakCount += 1
            if entries.leaks.count < Self.mostLeaksKept, !entries.leaks.contains(leak) { entries.leaks.append(leak) }
        }
    }

    func leaveOut(_ label: String, because reason: String) {
        entries.withLock { $0.uncounted[label] = reason }
    }
}
