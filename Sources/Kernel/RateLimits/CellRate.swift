/// The generic cell rate algorithm: one number a key, the time at which the next is due if all came at an even pace.
/// A bucket of tokens computed backwards: nothing has to be refilled, and a key that is not kept is a full bucket.
enum CellRate {
    /// Whether one more may come now, and what is due next. Times are nanoseconds.
    static func step(due: Int64, now: Int64, _ rule: RateRule) -> (isAllowed: Bool, due: Int64) {
        let furthest = now &+ rule.slack &+ rule.interval
        // Further ahead than anybody can get: the clock was set back, which gives nothing, but is believed from now on.
        let due = min(max(due, now), furthest)
        guard due <= now &+ rule.slack else { return (false, due) }
        return (true, due &+ rule.interval)
    }

    /// How many more may come at this moment.
    static func remaining(due: Int64, now: Int64, _ rule: RateRule) -> Int {
        let room = now &+ rule.slack &+ rule.interval &- max(due, now)
        return min(max(Int(room / rule.interval), 0), rule.burst)
    }
}
