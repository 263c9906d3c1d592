import Core
import HTTP
import ModuleKit

/// The house's own routes, which no module registered and which show no tenant's records to anybody: asked at every host,
/// by everybody, with everything of others in the query and the header fields.
struct HousePhase: Sendable {
    let course: DrillCourse

    func run() async throws {
        for route in course.houseRoutes {
            let label = "\(route.method.rawValue) \(route.path)"
            let before = try await course.sums(without: [])
            var statuses: Set<UInt16> = []
            for (door, view) in doors { statuses.formUnion(try await ask(route, label, door, view)) }
            // What never answers at any host has shown nothing because it does nothing.
            if !statuses.contains(where: { (200..<400).contains($0) }) {
                course.ledger.leaveOut(label, because: "nobody is answered: \(statuses.sorted())")
            }
            try await course.compare(before, at: label, as: "asked by everybody")
        }
        try await course.look()
    }

    private var doors: [(DrillShot.Door, DrillView)] {
        let tenants = course.house.tenants.flatMap { tenant -> [(DrillShot.Door, DrillView)] in
            let view = DrillView(agency: tenant.agency, tenant: tenant.place)
            return [(.app(tenant.place), view), (.portal(tenant.place), view)]
        }
        let agencies = course.house.agencies.indices.map { place -> (DrillShot.Door, DrillView) in
            (.agency(place), DrillView(agency: place))
        }
        return tenants + agencies + [(.operator, DrillView()), (.unknown, DrillView())]
    }

    private var callers: [DrillCaller] {
        course.house.tenants.flatMap { [.staff($0.place, .all), .customer($0.place, set: 0, .all)] }
            + [.agency(0), .agency(1), .operator, .forged, .nobody]
    }

    private func ask(
        _ route: Route, _ label: String, _ door: DrillShot.Door, _ view: DrillView
    ) async throws -> [UInt16] {
        var statuses: [UInt16] = []
        for caller in callers {
            for victim in course.house.tenants {
                let head = try text(route, door, caller, victim)
                let answer = try await course.range.send(head, from: 1, number: course.ledger.nextNumber())
                course.judge(answer, by: view, at: label, as: "asked by \(caller)")
                course.ledger.count(label)
                statuses.append(answer.status)
            }
        }
        return statuses
    }

    private func text(
        _ route: Route, _ door: DrillShot.Door, _ caller: DrillCaller, _ victim: DrillTenant
    ) throws -> String {
        let id = victim.sets.first?.rows.compactMap(\.key).first ?? victim.id.description
        let values = Dictionary(route.path.parameterNames.map { ($0, id) }) { first, _ in first }
        let query = QueryNames.ids.map { "\($0)=\(id)" }.joined(separator: "&")
        var lines = [
            "\(route.method.rawValue) \(try route.path.link(values))?\(query) HTTP/1.1",
            "Host: \(course.range.words.host(of: door))", "X-Forwarded-Host: \(victim.app.site.host)",
            "X-Tenant: \(victim.id)",
        ]
        if let token = course.house.token(of: caller) {
            lines.append("Authorization: \(DrillPrincipals.scheme)\(token)")
        }
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }
}
