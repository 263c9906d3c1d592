import HTTP
import ModuleKit

/// Every route without and with its permission, by the other tenant's people, by strangers, and at the other faces.
struct RightsCheck: Sendable {
    let visit: ModuleVisit

    func finding() async throws -> ModuleFinding {
        var faults: [String] = []
        let phase = AccessPhase(course: visit.course, twins: visit.twins)
        for (route, _, own) in visit.asked {
            let found = try await phase.faults(of: route, own, declared: route.route.access)
            faults += found.map { "\(route.label): \($0)" }
            faults += try await surfaceFaults(route, own)
        }
        return ModuleFinding(.rights, scope: "\(visit.asked.count) routes", faults: faults)
    }

    /// A route is as unknown at another face as any path, whoever asks. Where a path stands there too, it is another route.
    private func surfaceFaults(_ route: DrillRoute, _ own: DrillShot) async throws -> [String] {
        var faults: [String] = []
        for surface in Site.Surface.allCases where !route.route.access.surfaces.contains(surface) {
            guard !stands(route, at: surface) else { continue }
            var shot = own
            shot.door = door(surface)
            let answer = try await visit.ask(shot, at: route, as: "at the face \(surface.rawValue)")
            if answer.status != 404 {
                faults.append("\(route.label) is answered \(answer.status) at the face “\(surface.rawValue)”, not 404")
            }
        }
        return faults
    }

    private func stands(_ route: DrillRoute, at surface: Site.Surface) -> Bool {
        visit.course.routes.contains { other in
            other.route.access.surfaces.contains(surface) && other.route.path.overlaps(route.route.path)
        }
    }

    private func door(_ surface: Site.Surface) -> DrillShot.Door {
        switch surface {
        case .app: .app(0)
        case .portal: .portal(0)
        case .agency: .agency(0)
        case .operator: .operator
        }
    }
}

extension PathTemplate {
    /// Whether some path could be of both.
    fileprivate func overlaps(_ other: PathTemplate) -> Bool {
        let pairs = zip(segments, other.segments)
        return segments.count == other.segments.count
            && pairs.allSatisfy { $0 == $1 || $0.parameterName != nil || $1.parameterName != nil }
    }
}
