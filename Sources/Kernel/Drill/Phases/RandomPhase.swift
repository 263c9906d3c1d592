import Core
import EventLoop
import HTTP

/// Requests by chance, many at a time: things of others in every combination, at every route.
struct RandomPhase: Sendable {
    let course: DrillCourse
    let twins: [[DrillShot?]]
    let requests: Int
    let seed: UInt64

    /// So many requests of one actor, then everybody else's rows are looked at.
    private static let round = 2_000
    private static let workersPerLoop = 8

    func run() async throws {
        var left = requests
        var round: UInt64 = 0
        while left > 0 {
            let count = min(left, Self.round)
            try await run(
                count, round: round, of: course.house.tenants[Int(round % UInt64(course.house.tenants.count))])
            left -= count
            round += 1
        }
    }

    private func run(_ count: Int, round: UInt64, of actor: DrillTenant) async throws {
        let before = try await course.sums(without: [actor.place])
        let workers = course.loops.loops.count * Self.workersPerLoop
        try await withThrowingTaskGroup { group in
            for worker in 0..<workers {
                let share = count / workers + (worker < count % workers ? 1 : 0)
                let loop = course.loops.loops[worker % course.loops.loops.count]
                group.addTask(executorPreference: loop) {
                    var random = SeededNumbers(seed: seed ^ round &* 0x1_0001 ^ UInt64(worker) &* 0x9E37_79B9)
                    try await fire(share, of: actor, startingAt: worker, &random)
                }
            }
            try await group.waitForAll()
        }
        try await course.compare(before, at: "random round \(round) of tenant \(actor.place)", as: "seed \(seed)")
        try await course.house.planter.restore(actor)
        try await course.look()
    }

    /// Every route in turn, so that each has its share whatever the chance.
    private func fire(_ count: Int, of actor: DrillTenant, startingAt start: Int, _ random: inout SeededNumbers)
        async throws
    {
        let fit = course.routes.indices.filter { twins[$0][actor.place] != nil }
        guard !fit.isEmpty else { return }
        for index in 0..<count {
            let place = fit[(start + index) % fit.count]
            guard let base = twins[place][actor.place] else { continue }
            let route = course.routes[place]
            let shot = cross(route, base, actor, &random)
            try await course.fire(shot, at: route, as: "by chance")
            course.ledger.count(route.label)
        }
    }

    /// What chance has made into another's own request would be no trespass, and may change what is the other's.
    private func cross(
        _ route: DrillRoute, _ base: DrillShot, _ actor: DrillTenant, _ random: inout SeededNumbers
    ) -> DrillShot {
        for _ in 0..<8 {
            let shot = course.maker.random(route, from: base, actor, &random)
            let earned = ForeignPhase.earned(by: shot, at: route, course)
            if earned == nil || earned == actor.place { return shot }
        }
        var shot = base
        shot.fields = [("X-Forwarded-Host", course.range.words.host(of: .unknown))]
        return shot
    }
}
