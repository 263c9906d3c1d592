import Core
import EventLoop
import HTTP
import ModuleKit
import Postgres

/// Everything that the phases of a drill work with.
struct DrillCourse: Sendable {
    let house: DrillHouse
    let range: DrillRange
    let maker: ShotMaker
    let routes: [DrillRoute]
    /// Routes of the house itself, which no module registered.
    let houseRoutes: [Route]
    let ledger: DrillLedger
    let recorder: StatementRecorder
    let places: [any DrillPlace]
    let loops: LoopGroup

    /// Fires a shot and looks at what came back.
    @discardableResult
    func fire(_ shot: DrillShot, at route: DrillRoute, as name: String) async throws -> DrillAnswer {
        let answer = try await range.fire(shot, at: route, number: ledger.nextNumber())
        judge(answer, by: range.words.view(of: shot, to: route), knowing: shot.link?.subject, at: route.label, as: name)
        return answer
    }

    /// Whatever stands in an answer and may not be shown there, unless the caller himself said it.
    func judge(
        _ answer: DrillAnswer, by view: DrillView, knowing known: String? = nil, at place: String, as name: String
    ) {
        ledger.answered(answer.status)
        var found = house.book.found(in: answer.bytes)
        guard !found.isEmpty else { return }
        found.subtract(house.book.found(in: answer.sent))
        if let known { found.remove(known) }
        for word in found {
            guard let origin = house.book.origin(of: word), !view.mayShow(origin) else { continue }
            ledger.note(DrillLeak(kind: .shown, place: place, detail: "\(name): \(origin.place)"))
        }
    }

    /// What the tenants other than those have behind their walls.
    func sums(without earned: Set<Int>) async throws -> [Int: [String]] {
        var sums: [Int: [String]] = [:]
        for tenant in house.tenants where !earned.contains(tenant.place) {
            sums[tenant.place] = try await house.planter.sums(of: tenant)
        }
        return sums
    }

    /// Every table of theirs that is not as it was.
    func changes(since before: [Int: [String]]) async throws -> [String] {
        var changed: [String] = []
        for (place, sums) in before {
            let now = try await house.planter.sums(of: house.tenants[place])
            for (was, new) in zip(sums, now) where was != new {
                changed.append(String(was.split(separator: " ").first ?? ""))
            }
        }
        return changed.sorted()
    }

    /// Notes every table of theirs that is not as it was.
    func compare(_ before: [Int: [String]], at place: String, as name: String) async throws {
        for table in try await changes(since: before) {
            ledger.note(DrillLeak(kind: .written, place: place, detail: "\(name): \(table) of another tenant"))
        }
    }

    /// Looks wherever else a tenant's value could have ended up.
    func look() async throws {
        for place in places {
            for word in house.book.found(in: try await place.take()) {
                guard let origin = house.book.origin(of: word) else { continue }
                // Ids and names of hosts are how a log says where something happened.
                if case .row(_, _, _, _) = origin, word.hasPrefix("cnry") {
                    ledger.note(DrillLeak(kind: .kept, place: place.name, detail: origin.place))
                }
            }
        }
    }
}
