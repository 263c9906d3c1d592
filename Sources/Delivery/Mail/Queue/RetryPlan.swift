import Core

/// When a mail that could not be sent now is tried again: soon, then ever more rarely, for a day.
struct RetryPlan: Sendable {
    /// Waits after the first try, the second and so on; the last one again and again.
    var waits: [Duration] = [
        .seconds(30), .seconds(60), .seconds(120), .seconds(300), .seconds(600), .seconds(1_200), .seconds(1_800),
        .seconds(3_600), .seconds(3_600), .seconds(7_200),
    ]
    /// How long it is tried in all.
    var patience = Duration.seconds(24 * 3_600)

    /// The next try; nil when the time is over. The last one is at the very end. `chance` from 0 to 1 spreads the tries
    /// of many mails that failed together.
    func next(after attempt: Int64, queued: Timestamp, now: Timestamp, chance: Double) -> Timestamp? {
        let end = queued + patience
        guard now < end else { return nil }
        let index = Int(clamping: max(attempt, 1) - 1)
        let wait = waits[min(index, waits.count - 1)] * (0.8 + 0.4 * min(max(chance, 0), 1))
        return min(now + wait, end)
    }
}
