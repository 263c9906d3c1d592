import HTTP
import Markup
import ModuleKit
import SampleModule
import TestKit
import Testing

@testable import Kernel

@Suite("The access of every route")
struct AccessMutantTests {
    @Test("stands in the list that is kept beside the sample, so that a change of it is seen")
    func snapshot() throws {
        let kept = try (WalledDatabase.folder.path.parent / "Tests/Sample/routes.txt").readText()
        let registry = try Registry([SampleModule.self], services: .test)
        #expect(Self.list(registry.modules[0].registrar.routes) == kept)
    }

    @Test("is kept to; and of every mutant of it both the list and the answers tell")
    func mutants() async throws {
        try await DrillRig.with { rig async throws in
            let registry = try rig.registry()
            let drill = rig.ground.drill(over: registry, .init(requests: 0, seed: 1))
            let house = try await drill.founding.found()
            let (course, gate) = try drill.course(in: house, DrillLog())
            let twins = try await TwinPhase(course: course).run()
            let declared = registry.modules[0].registrar.routes
            var (made, caught) = (0, 0)
            for (place, route) in course.routes.enumerated() {
                let own = try #require(twins[place][0])
                let phase = AccessPhase(course: course, twins: twins)
                #expect(try await phase.faults(of: route, own, declared: route.route.access) == [])
                for mutant in AccessMutant.all(of: route.route, in: registry) {
                    var routes = declared
                    routes[place] = mutant.route
                    #expect(Self.list(routes) != Self.list(declared))
                    let weak = try weakened(course, gate, place, mutant.route, rig)
                    let faults = try await AccessPhase(course: weak, twins: twins)
                        .faults(of: route, own, declared: route.route.access)
                    #expect(!faults.isEmpty, "\(route.label) \(mutant.kind)")
                    made += 1
                    caught += faults.isEmpty ? 0 : 1
                }
            }
            try await drill.founding.remove(house)
            #expect(made >= declared.count * 8)
            #expect(caught == made)
            print("access mutants: routes=\(declared.count) made=\(made) caught=\(caught)")
        }
    }

    /// One line a route, as the kept list has it.
    private static func list(_ routes: [RouteRegistration]) -> String {
        routes.map { "\($0.method.rawValue) \($0.path) \($0.access)\n" }.sorted().joined()
    }

    /// The same course with one route changed.
    private func weakened(
        _ course: DrillCourse, _ gate: Gate, _ place: Int, _ route: RouteRegistration, _ rig: DrillRig
    ) throws -> DrillCourse {
        var routes = gate.routes
        let module = gate.registry.modules[0]
        routes[place] = Route(route.method, route.path, on: route.access.surfaces) { context in
            guard let entry = context.entry else { throw Unplaced() }
            let call = GateCall(
                guarded: GuardedRoute(route, of: module, gate), context: context, entry: entry)
            switch try await call.answer().content {
            case .response(let response): return response
            case .page(let page): return .text(page.body.description)
            // The sample has no forms.
            default: throw Unplaced()
            }
        }
        let chain = try WebChain(
            routes: routes, sites: course.house.sites, metrics: RouteMetrics(loops: rig.loops, routes: routes.count),
            log: Log(into: KeptLines()))
        let range = DrillRange(chain: chain, words: course.range.words, series: course.range.series)
        return DrillCourse(
            house: course.house, range: range, maker: course.maker, routes: course.routes,
            houseRoutes: [], ledger: course.ledger,
            recorder: course.recorder, places: course.places, loops: course.loops)
    }

    private struct Unplaced: Error {}
}
