import HTTP

/// The owner's twin of every request: unless the owner is shown something, the silence towards others proves nothing.
struct TwinPhase: Sendable {
    let course: DrillCourse

    /// The shot that works for the owner, by route and tenant; a route without one does not count.
    func run() async throws -> [[DrillShot?]] {
        var found: [[DrillShot?]] = []
        for route in course.routes {
            var shots: [DrillShot?] = []
            for tenant in course.house.tenants { shots.append(try await shot(for: route, tenant)) }
            if shots.contains(where: { $0 == nil }) {
                course.ledger.leaveOut(route.label, because: try await reason(route))
            }
            found.append(shots)
        }
        return found
    }

    private func shot(for route: DrillRoute, _ tenant: DrillTenant) async throws -> DrillShot? {
        var random = SeededNumbers(seed: UInt64(tenant.place))
        let plain = course.maker.rightful(route, tenant, set: 0, &random)
        for attempt in course.maker.attempts(at: route, plain, tenant, set: 0) {
            let before = try await course.house.planter.sums(of: tenant)
            let answer = try await course.fire(attempt, at: route, as: "the owner's own")
            let hasWritten = try await course.house.planter.sums(of: tenant) != before
            if hasWritten { try await course.house.planter.restore(tenant) }
            guard answer.isSuccess else { continue }
            if !route.hasDataByNature || hasWritten || showsOwn(answer, tenant) { return attempt }
        }
        return nil
    }

    private func showsOwn(_ answer: DrillAnswer, _ tenant: DrillTenant) -> Bool {
        course.house.book.found(in: answer.bytes).contains { word in
            if case .row(tenant.place, _, _, _) = course.house.book.origin(of: word) { true } else { false }
        }
    }

    /// Why the owner is shown nothing, for the report.
    private func reason(_ route: DrillRoute) async throws -> String {
        let unknown = route.parameters.compactMap(\.table).filter {
            course.maker.key(of: $0, course.house.tenants[0], 0) == nil
        }
        if let table = unknown.first { return "no row of \(table) was planted: is its parameter named like a table?" }
        var random = SeededNumbers(seed: 0)
        let shot = course.maker.rightful(route, course.house.tenants[0], set: 0, &random)
        let answer = try await course.fire(shot, at: route, as: "the owner's own")
        return answer.isSuccess
            ? "its owner is answered \(answer.status), with nothing of his in it"
            : "its owner is answered \(answer.status)"
    }
}
