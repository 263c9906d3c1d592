import EventLoop

/// The work beside requests while it runs: each piece on a loop of its own turn, all told to drain at once.
struct WorkCrew: Sendable {
    private let drainMoment = Drain()
    private let tasks: [Task<Void, Never>]
    private let clock = ContinuousClock()

    init(_ work: [any BackgroundWork], _ services: HouseServices) {
        let loops = services.loops.loops
        tasks = work.enumerated().map { [drainMoment] index, piece in
            Task(executorPreference: loops[index % loops.count]) { await piece.run(until: drainMoment) }
        }
    }

    /// Nothing new is to be begun.
    func drain() { drainMoment.begin() }

    /// Waits for what was begun. False when the time ran out, and what was left was cancelled.
    func finish(within time: Duration) async -> Bool {
        let deadline = Task { [tasks, clock] in
            try await clock.sleep(for: time)
            for task in tasks { task.cancel() }
        }
        for task in tasks { await task.value }
        let isInTime = !tasks.contains(where: \.isCancelled)
        deadline.cancel()
        return isInTime
    }
}
