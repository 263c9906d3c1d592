import Core
import HTTP
import ModuleKit

/// Every route with everything of another's that it could be given, one thing at a time: what is shown, what is changed,
/// and whether another's id can be told from one that nobody has.
struct ForeignPhase: Sendable {
    let course: DrillCourse
    let twins: [[DrillShot?]]

    func run() async throws {
        for (route, shots) in zip(course.routes, twins) {
            for tenant in course.house.tenants {
                guard let own = shots[tenant.place] else { continue }
                for victim in course.house.tenants where victim.place != tenant.place {
                    for shot in course.maker.foreign(route, own, tenant, victim: victim) {
                        try await fire(shot, at: route)
                    }
                }
                for shot in course.maker.foreignCustomer(route, own, tenant) { try await fire(shot, at: route) }
                if !route.route.method.isSafe { try await course.house.planter.restore(tenant) }
            }
        }
        try await course.look()
    }

    private func fire(_ foreign: ForeignShot, at route: DrillRoute) async throws {
        let victim = course.house.tenants[foreign.victim]
        let earned = Self.earned(by: foreign.shot, at: route, course)
        let isSafe = earned == victim.place && foreign.victimSet == nil
        let before = try await course.house.planter.sums(of: victim, set: foreign.victimSet)
        let (answer, statements) = try await course.recorder.during {
            try await course.fire(foreign.shot, at: route, as: foreign.name)
        }
        course.ledger.count(route.label)
        if !isSafe, try await course.house.planter.sums(of: victim, set: foreign.victimSet) != before {
            course.ledger.note(
                DrillLeak(kind: .written, place: route.label, detail: "\(foreign.name): rows of another were changed"))
            try await course.house.planter.restore(victim)
        }
        if let id = foreign.id { try await compare(answer, statements, foreign, id, at: route) }
    }

    /// The tenant whose rows the shot may rightfully reach.
    static func earned(by shot: DrillShot, at route: DrillRoute, _ course: DrillCourse) -> Int? {
        switch course.range.words.view(of: shot, to: route).rows {
        case .none: nil
        case .tenant(let place), .customer(let place, _): place
        }
    }

    /// The same with an id that nobody has: same status, same fields, same body, same statements.
    private func compare(
        _ answer: DrillAnswer, _ statements: [String], _ foreign: ForeignShot, _ id: String, at route: DrillRoute
    ) async throws {
        var random = SystemRandomNumberGenerator()
        let unknown = CanaryBook.id(using: &random).description
        let shot = foreign.shot.replacing(id, by: unknown)
        let (other, otherStatements) = try await course.recorder.during {
            try await course.fire(shot, at: route, as: "an id that nobody has")
        }
        course.ledger.count(route.label)
        if answer.likeness(without: id) != other.likeness(without: unknown) {
            course.ledger.note(
                DrillLeak(
                    kind: .distinguished, place: route.label,
                    detail: "\(foreign.name): answered \(answer.status), an unknown one \(other.status)"))
        } else if statements != otherStatements {
            course.ledger.note(
                DrillLeak(
                    kind: .distinguished, place: route.label,
                    detail:
                        "\(foreign.name): \(statements.count) statements, for an unknown one \(otherStatements.count)"))
        }
    }
}
