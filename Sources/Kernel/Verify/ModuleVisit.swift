import Core
import HTTP
import ModuleKit

/// A module at work in a house made for it: what each of its routes is asked by its owner, and the means to ask it so
/// again under other circumstances.
struct ModuleVisit: Sendable {
    let drill: IsolationDrill
    let house: DrillHouse
    let module: RegisteredModule
    let sites: ChangingSites
    let course: DrillCourse
    let gate: Gate
    /// For every route of the course, what works for the owner in each of the tenants.
    let twins: [[DrillShot?]]

    init(drill: IsolationDrill, house: DrillHouse, module id: ModuleID) async throws {
        guard let module = drill.registry.module(id) else { throw ModuleUnknown(id: id.text) }
        let sites = ChangingSites(house.sites)
        let (course, gate) = try drill.course(in: house, DrillLog(), sites: sites)
        (self.drill, self.house, self.module, self.sites) = (drill, house, module, sites)
        (self.course, self.gate) = (course, gate)
        twins = try await TwinPhase(course: course).run()
    }

    /// The module's own routes, each with what works for the owner in the first tenant; a route for which nothing works
    /// is reported by the drill.
    var asked: [(route: DrillRoute, twins: [DrillShot?], own: DrillShot)] {
        zip(course.routes, twins).compactMap { route, shots in
            guard route.module.manifest.id == module.manifest.id, let own = shots.first ?? nil else { return nil }
            return (route, shots, own)
        }
    }

    /// Asks in one of the tenants, and puts its rows back if there may be others now.
    func ask(
        _ shot: DrillShot, at route: DrillRoute, in tenant: Int = 0, as name: String
    ) async throws -> DrillAnswer {
        let answer = try await course.fire(shot, at: route, as: name)
        if !route.route.method.isSafe, answer.isSuccess { try await house.planter.restore(house.tenants[tenant]) }
        return answer
    }
}
