import Core
import Kernel

/// `konak jobs`: the queue for the operator.
enum JobsCommands {
    static let all = [list, show, retry, cancel, pause, resume, limit, prune]

    private static let choice: [CommandOption] = [
        .value("--kind", "KIND", "Only of this kind."), .value("--tenant", "ID", "Only of this tenant."),
    ]

    static let list = Command(
        "jobs list", "Show jobs, the newest first; without options how many there are of each kind.",
        options: choice + [
            .value("--state", "STATE", "Only in this state: waiting, running, done, dead, cancelled."),
            .value("--most", "N", "At most so many (100)."),
        ]
    ) { invocation in
        let work = CommandWork(invocation)
        guard let most = Int(invocation.values["--most"] ?? "100"), most > 0 else {
            return work.misused("--most must be a whole number")
        }
        let choice = choice(of: invocation)
        let isOverview = invocation.values.isEmpty
        return work.onQueue { roll in
            if isOverview { work.showCounts(try roll.counts()) } else { work.show(try roll.list(choice, most: most)) }
            return .ok
        }
    }

    static let show = Command("jobs show", "Show one job.", operands: ["ID"]) { invocation in
        let work = CommandWork(invocation)
        return work.onQueue { roll in
            let entries = try roll.list(choice(of: invocation, id: invocation.operands[0]))
            guard !entries.isEmpty else { return work.nothing(invocation.operands[0]) }
            work.show(entries, whole: true)
            return .ok
        }
    }

    static let retry = Command(
        "jobs retry", "Let a dead or cancelled job begin anew, or with --kind all dead ones of the kind.",
        options: choice, operands: ["ID|all"]
    ) { invocation in
        onSome(invocation, state: "dead", "begun anew") { try $0.retry($1) }
    }

    static let cancel = Command(
        "jobs cancel", "Cancel a job that waits or runs, or with --kind all of the kind.",
        options: choice, operands: ["ID|all"]
    ) { invocation in
        onSome(invocation, state: nil, "cancelled") { try $0.cancel($1) }
    }

    static let pause = Command("jobs pause", "Stop a queue on every node.", operands: ["QUEUE"]) { invocation in
        let work = CommandWork(invocation)
        return work.onQueue { roll in
            try roll.pause(invocation.operands[0], true)
            return work.sayQueue(invocation.operands[0], "paused")
        }
    }

    static let resume = Command("jobs resume", "Let a paused queue go on.", operands: ["QUEUE"]) { invocation in
        let work = CommandWork(invocation)
        return work.onQueue { roll in
            try roll.pause(invocation.operands[0], false)
            return work.sayQueue(invocation.operands[0], "running")
        }
    }

    static let limit = Command(
        "jobs limit", "Bound how many jobs of a queue run at once on all nodes together.",
        operands: ["QUEUE", "N|none"]
    ) { invocation in
        let work = CommandWork(invocation)
        let most = Int(invocation.operands[1])
        guard invocation.operands[1] == "none" || most.map({ (1...1_000_000).contains($0) }) == true else {
            return work.misused("“\(invocation.operands[1])” is neither a whole number nor none")
        }
        return work.onQueue { roll in
            try roll.limit(invocation.operands[0], to: most)
            return work.sayQueue(invocation.operands[0], most.map { "at most \($0) at once" } ?? "without a bound")
        }
    }

    static let prune = Command(
        "jobs prune", "Remove jobs that ended long ago.",
        options: [
            .value("--hours", "N", "How long ago at least (168)."), .flag("--dead", "Dead ones as well."),
        ]
    ) { invocation in
        let work = CommandWork(invocation)
        guard let hours = Int(invocation.values["--hours"] ?? "168"), (0...1_000_000).contains(hours) else {
            return work.misused("--hours must be a whole number")
        }
        return work.onQueue { roll in
            work.sayCount(try roll.prune(hours: hours, withDead: invocation.flags.contains("--dead")), "removed")
            return .ok
        }
    }

    private static func choice(of invocation: Invocation, id: String? = nil) -> JobRoll.Choice {
        var choice = JobRoll.Choice()
        choice.state = invocation.values["--state"]
        choice.kind = invocation.values["--kind"]
        choice.tenant = invocation.values["--tenant"]
        choice.id = id
        return choice
    }

    /// One by its id, or all of a kind: never all there are by a slip.
    private static func onSome(
        _ invocation: Invocation, state: String?, _ participle: String,
        _ act: (borrowing JobRoll, JobRoll.Choice) throws -> Int
    ) -> ExitCode {
        let work = CommandWork(invocation)
        let isAll = invocation.operands[0] == "all"
        guard !isAll || invocation.values["--kind"] != nil else { return work.misused("all needs --kind KIND") }
        var choice = choice(of: invocation, id: isAll ? nil : invocation.operands[0])
        if isAll { choice.state = state }
        return work.onQueue { roll in
            let count = try act(roll, choice)
            if count == 0, !isAll { return work.nothing(invocation.operands[0]) }
            work.sayCount(count, participle)
            return .ok
        }
    }
}

extension CommandWork {
    fileprivate func onQueue(_ work: (borrowing JobRoll) throws -> ExitCode) -> ExitCode {
        run { configuration in
            try withUpToDate(configuration) { access in try work(JobRoll(control: access.control())) }
        }
    }

    fileprivate func nothing(_ id: String) -> ExitCode {
        terminal.fail(.failed, [("not_found", "there is no such job as “\(id)”, or not in a state for this")])
    }

    fileprivate func sayCount(_ count: Int, _ participle: String) {
        terminal.say("\(count) \(participle)\n") { json in
            json.key("count")
            json.int(count)
        }
    }

    fileprivate func sayQueue(_ queue: String, _ state: String) -> ExitCode {
        terminal.say("queue \(queue): \(state)\n") { json in
            json.key("queue")
            json.string(queue)
            json.key("state")
            json.string(state)
        }
        return .ok
    }

    fileprivate func showCounts(_ counts: [(queue: String, kind: String, state: String, count: Int)]) {
        for row in counts { terminal.note("\(row.queue)  \(row.kind)  \(row.state)  \(row.count)") }
        if counts.isEmpty { terminal.note("no jobs") }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("counts")
            json.beginArray()
            for row in counts {
                json.beginObject()
                for (name, value) in [("queue", row.queue), ("kind", row.kind), ("state", row.state)] {
                    json.key(escaping: name)
                    json.string(value)
                }
                json.key("count")
                json.int(row.count)
                json.endObject()
            }
            json.endArray()
        }
    }

    fileprivate func show(_ entries: [JobRoll.Entry], whole: Bool = false) {
        for entry in entries where !whole {
            let words = ["id", "kind", "state", "attempt", "run_at", "reason"].compactMap { entry[$0] }
            terminal.note(words.joined(separator: "  "))
        }
        for entry in entries where whole {
            for (name, value) in zip(JobRoll.Entry.names, entry.values) { terminal.note("\(name)  \(value ?? "–")") }
        }
        if entries.isEmpty { terminal.note("no jobs") }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("jobs")
            json.beginArray()
            for entry in entries {
                json.beginObject()
                for (name, value) in zip(JobRoll.Entry.names, entry.values) {
                    json.key(escaping: name)
                    if let value { json.string(value) } else { json.null() }
                }
                json.endObject()
            }
            json.endArray()
        }
    }
}
