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
        var number: UInt64 = 0
        while left > 0 {
            let actor = course.house.tenants[Int(number % UInt64(course.house.tenants.count))]
            let round = Round(number: number, count: min(left, Self.round), actor: actor)
            try await run(round)
            left -= round.count
            number += 1
        }
    }

    /// So many requests that one actor sends.
    private struct Round: Sendable {
        let number: UInt64
        let count: Int
        let actor: DrillTenant
    }

    private var workers: Int { course.loops.loops.count * Self.workersPerLoop }

    private func run(_ round: Round) async throws {
        let before = try await course.sums(without: [round.actor.place])
        try await withThrowingTaskGroup { group in
            for worker in 0..<workers {
                let loop = course.loops.loops[worker % course.loops.loops.count]
                group.addTask(executorPreference: loop) {
                    try await shots(of: worker, in: round) { shot, route in
                        try await course.fire(shot, at: route, as: "by chance")
                        course.ledger.count(route.label)
                    }
                }
            }
            try await group.waitForAll()
        }
        let changed = try await course.changes(since: before)
        if !changed.isEmpty { try await name(changed, round) }
        try await course.house.planter.restore(round.actor)
        try await course.look()
    }

    /// Every route in turn, so that each has its share whatever the chance. The same for the same seed.
    private func shots(
        of worker: Int, in round: Round, _ body: (DrillShot, DrillRoute) async throws -> Void
    ) async throws {
        var random = SeededNumbers(seed: seed ^ round.number &* 0x1_0001 ^ UInt64(worker) &* 0x9E37_79B9)
        let fit = course.routes.indices.filter { twins[$0][round.actor.place] != nil }
        guard !fit.isEmpty else { return }
        let share = round.count / workers + (worker < round.count % workers ? 1 : 0)
        for index in 0..<share {
            let place = fit[(worker + index) % fit.count]
            guard let base = twins[place][round.actor.place] else { continue }
            try await body(cross(course.routes[place], base, round.actor, &random), course.routes[place])
        }
    }

    /// Somebody's rows were changed by one of many: the same once more, one after the other, until it is known by which.
    private func name(_ changed: [String], _ round: Round) async throws {
        for tenant in course.house.tenants { try await course.house.planter.restore(tenant) }
        let before = try await course.sums(without: [round.actor.place])
        for worker in 0..<workers {
            var culprit: String?
            try await shots(of: worker, in: round) { shot, route in
                guard culprit == nil else { return }
                try await course.fire(shot, at: route, as: "by chance")
                if try await !course.changes(since: before).isEmpty { culprit = route.label }
            }
            guard let culprit else { continue }
            for table in changed {
                course.ledger.note(
                    DrillLeak(kind: .written, place: culprit, detail: "by chance: \(table) of another tenant"))
            }
            for tenant in course.house.tenants { try await course.house.planter.restore(tenant) }
            return
        }
        let place = "random round \(round.number) of tenant \(round.actor.place)"
        for table in changed {
            course.ledger.note(
                DrillLeak(kind: .written, place: place, detail: "seed \(seed): \(table) of another tenant"))
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
