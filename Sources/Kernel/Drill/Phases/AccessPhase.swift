import Core
import HTTP
import ModuleKit

/// Asks every route as those whom its declared access keeps out, and as those whom it lets in. The declaration may come
/// from elsewhere than from the route itself: held against a list that was kept, a weakened route shows.
struct AccessPhase: Sendable {
    let course: DrillCourse
    let twins: [[DrillShot?]]

    /// One caller and what they must be answered; nil is success.
    struct Probe: Sendable {
        let name: String
        let shot: DrillShot
        let status: UInt16?
    }

    func run() async throws {
        for (route, shots) in zip(course.routes, twins) {
            guard let own = shots[0] else { continue }
            for fault in try await faults(of: route, own, declared: route.route.access) {
                course.ledger.note(DrillLeak(kind: .access, place: route.label, detail: fault))
            }
        }
    }

    /// Where a route does not keep to an access, in words.
    func faults(of route: DrillRoute, _ own: DrillShot, declared: AccessRule) async throws -> [String] {
        var faults: [String] = []
        for probe in probes(own, declared) {
            let answer = try await course.fire(probe.shot, at: route, as: probe.name)
            let isRight = probe.status.map { $0 == answer.status } ?? answer.isSuccess
            if !isRight {
                faults.append(
                    "\(probe.name) is answered \(answer.status), not \(probe.status.map(String.init) ?? "2xx")")
            }
        }
        if case .open(let limit) = declared { faults += try await limitFaults(of: route, own, limit) }
        if !route.route.method.isSafe { try await course.house.planter.restore(course.house.tenants[0]) }
        return faults
    }

    private func probes(_ own: DrillShot, _ declared: AccessRule) -> [Probe] {
        switch declared {
        case .staff(let permission):
            people(own, permission, at: .app(0), rightful: { .staff(0, $0) }, others: Self.notStaff)
        case .portal(let permission):
            people(own, permission, at: .portal(0), rightful: { .customer(0, set: 0, $0) }, others: Self.notCustomers)
        case .person: persons(own)
        case .agency: house(own, at: .agency(0), rightful: .agency(0), others: [.agency(1), .operator])
        case .operator: house(own, at: .operator, rightful: .operator, others: [.agency(0)])
        case .webhook: webhook(own)
        case .signedLink: link(own)
        case .open: [probe("nobody", own, at: .app(0), by: .nobody, nil)]
        }
    }

    private static let notStaff: [DrillCaller] = [
        .staff(1, .all), .staff(2, .all), .customer(0, set: 0, .all), .agency(0), .operator,
    ]
    private static let notCustomers: [DrillCaller] = [
        .customer(1, set: 0, .all), .customer(2, set: 0, .all), .staff(0, .all), .agency(0), .operator,
    ]

    private func people(
        _ own: DrillShot, _ permission: Permission, at door: DrillShot.Door,
        rightful: (DrillRights) -> DrillCaller, others: [DrillCaller]
    ) -> [Probe] {
        var probes = [DrillCaller.nobody, .forged].map { probe("\($0)", own, at: door, by: $0, 401) }
        probes += others.map { probe("\($0)", own, at: door, by: $0, 401) }
        probes.append(probe("without any permission", own, at: door, by: rightful(.none), 403))
        probes.append(probe("without the permission", own, at: door, by: rightful(.allBut(permission.text)), 403))
        probes.append(probe("with the permission alone", own, at: door, by: rightful(.only(permission.text)), nil))
        return probes
    }

    private func house(
        _ own: DrillShot, at door: DrillShot.Door, rightful: DrillCaller, others: [DrillCaller]
    ) -> [Probe] {
        let strangers = [.nobody, .forged, .staff(0, .all), .customer(0, set: 0, .all)] + others
        return strangers.map { probe("\($0)", own, at: door, by: $0, 401) }
            + [
                probe("rightfully", own, at: door, by: rightful, nil),
                probe("at a tenant's host", own, at: .app(0), by: rightful, 404),
            ]
    }

    private func persons(_ own: DrillShot) -> [Probe] {
        let strangers: [DrillCaller] = [
            .nobody, .forged, .staff(1, .all), .customer(0, set: 0, .all), .agency(0), .operator,
        ]
        return strangers.map { probe("\($0)", own, at: .app(0), by: $0, 401) } + [
            probe("without any permission", own, at: .app(0), by: .staff(0, .none), nil),
            probe("at the agency's", own, at: .agency(0), by: .agency(0), nil),
            probe("of another agency", own, at: .agency(0), by: .agency(1), 401),
            probe("at the portal", own, at: .portal(0), by: .staff(0, .all), 404),
        ]
    }

    private func webhook(_ own: DrillShot) -> [Probe] {
        [(DrillShot.Endpoint.unknown, UInt16?(404)), (.of(1), 404), (.of(0), nil)].map { endpoint, status in
            var shot = own
            (shot.door, shot.caller, shot.endpoint) = (.app(0), .nobody, endpoint)
            return Probe(name: "endpoint \(endpoint)", shot: shot, status: status)
        }
    }

    private func link(_ own: DrillShot) -> [Probe] {
        let subject = own.link?.subject ?? course.house.tenants[0].id.description
        let right = DrillShot.Link(tenant: 0, subject: subject)
        let links: [(String, DrillShot.Link?, UInt16?)] = [
            ("no link", nil, 403), ("a link", right, nil),
            ("another tenant's link", DrillShot.Link(tenant: 1, subject: subject), 403),
            ("a link of yesterday", DrillShot.Link(tenant: 0, subject: subject, isExpired: true), 403),
            ("a tampered link", DrillShot.Link(tenant: 0, subject: subject, isTampered: true), 403),
            ("a link for something else", DrillShot.Link(tenant: 0, subject: subject, isForOtherPurpose: true), 403),
        ]
        return links.map { name, link, status in
            var shot = own
            (shot.door, shot.caller, shot.link) = (.app(0), .nobody, link)
            return Probe(name: name, shot: shot, status: status)
        }
    }

    private func probe(
        _ name: String, _ own: DrillShot, at door: DrillShot.Door, by caller: DrillCaller, _ status: UInt16?
    ) -> Probe {
        var shot = own
        (shot.door, shot.caller) = (door, caller)
        return Probe(name: name, shot: shot, status: status)
    }

    /// As many as allowed, and one more, from an address that has asked nothing yet.
    private func limitFaults(of route: DrillRoute, _ own: DrillShot, _ limit: OpenLimit) async throws -> [String] {
        var shot = own
        shot.peer = Int(100_000 + course.ledger.nextNumber() % 900_000)
        for count in 1...max(1, limit.perMinute) {
            if try await course.fire(shot, at: route, as: "within the limit").status == 429 {
                return ["request \(count) of \(limit.perMinute) is turned away"]
            }
        }
        // While we ask, the bucket fills again: a slow machine is let through a little longer.
        for _ in 0...limit.perMinute / 2 {
            if try await course.fire(shot, at: route, as: "beyond the limit").status == 429 { return [] }
        }
        return ["half beyond \(limit.perMinute) a minute nothing is turned away"]
    }
}
