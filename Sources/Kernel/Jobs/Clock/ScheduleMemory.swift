import Core
import Synchronization

/// What this node has worked out and seen to already, so that it does neither again every few seconds.
final class ScheduleMemory: Sendable {
    private struct State {
        var seen: [String: (moments: [Timestamp], at: Timestamp)] = [:]
        var courses: [String: [String: MomentCourse]] = [:]
        var unknown: [String: Timestamp] = [:]
    }

    private let state = Mutex(State())

    /// The last moment of a schedule in a zone; the epoch when there was none.
    func moment(of planned: PlannedJob, in zone: String, _ rules: ZoneRules, upTo now: Timestamp) -> Timestamp {
        state.withLock { state in
            var course = state.courses[planned.name]?[zone] ?? MomentCourse()
            let moment = course.last(of: planned.cron, in: rules, upTo: now)
            state.courses[planned.name, default: [:]][zone] = course
            return moment
        }
    }

    func isNews(_ moments: [Timestamp], of name: String, at now: Timestamp) -> Bool {
        state.withLock { $0.seen[name].map { $0.moments != moments || now - $0.at > .seconds(60) } ?? true }
    }

    func note(_ moments: [Timestamp], of name: String, at now: Timestamp) {
        state.withLock { $0.seen[name] = (moments, now) }
    }

    /// Whether an unknown zone is to be spoken of again.
    func isUnsaid(_ zone: String, at now: Timestamp) -> Bool {
        state.withLock { state in
            if let said = state.unknown[zone], now - said < .seconds(3600), now >= said { return false }
            state.unknown[zone] = now
            return true
        }
    }
}

/// Where a schedule is in a zone: its last moment, and those that are left of the day. It is worked out anew when the day
/// is over, when the clock was put back, and when nobody asked for long.
struct MomentCourse: Sendable {
    private var last = Timestamp.epoch
    /// Descending: the next is at the end.
    private var left: [Timestamp] = []
    private var asked: Timestamp?
    /// How often it was worked out.
    private(set) var count = 0

    mutating func last(of cron: CronExpression, in zone: ZoneRules, upTo now: Timestamp) -> Timestamp {
        defer { asked = now }
        if let asked, now >= asked, let end = left.first, now < end {
            while let next = left.last, next <= now { last = left.removeLast() }
            return last
        }
        last = cron.last(upTo: now, in: zone) ?? .epoch
        left = cron.upcoming(after: now, in: zone).reversed()
        // A schedule that never comes again is asked about once a day.
        if left.isEmpty { left = [now + .seconds(86_400)] }
        count += 1
        return last
    }
}
