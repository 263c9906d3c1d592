import Core
import HTTP
import ModuleKit
import Synchronization

/// Takes the module away from one tenant, by its switch or by its plan, and gives it back: meanwhile nothing of it is
/// there for that tenant, all of it for the others, and no row changes.
struct SwitchCheck: Sendable {
    enum Means: Sendable { case `switch`, plan }

    private let visit: ModuleVisit
    private let means: Means
    private var tenant: DrillTenant { visit.house.tenants[0] }
    private var neighbour: DrillTenant { visit.house.tenants[1] }
    private var id: ModuleID { visit.module.manifest.id }

    init(visit: ModuleVisit, by means: Means) { (self.visit, self.means) = (visit, means) }

    func finding() async throws -> ModuleFinding {
        guard let off = taking else {
            return ModuleFinding(.plan, scope: "every plan has it, as its manifest names no feature", faults: [])
        }
        let before = try await visit.house.planter.sums(of: tenant)
        var faults = try await workFaults(when: "before", isOn: true)
        visit.sites.change(tenant.id, off)
        faults += try await routesOff() + workFaults(when: words, isOn: false)
        let meanwhile = try await visit.house.planter.sums(of: tenant)
        visit.sites.change(tenant.id, nil)
        let after = try await visit.house.planter.sums(of: tenant)
        faults += try await routesBack() + workFaults(when: "back again", isOn: true)
        if before != meanwhile { faults.append("the tenant's rows have changed \(words)") }
        if after != before {
            faults.append("the tenant's rows are not as they were once the module is back")
        }
        faults += try await QueueProbe(visit: visit, tenant: tenant, means: means).faults(words)
        let registrar = visit.module.registrar
        let scope =
            "\(visit.asked.count) routes, \(registrar.jobs.count) jobs, \(registrar.listeners.count) listeners, "
            + "\(registrar.navigation.count) menu entries, \(registrar.capabilities.count) capabilities"
        return ModuleFinding(means == .switch ? .toggling : .plan, scope: scope, faults: faults)
    }

    private var words: String { means == .switch ? "while switched off" : "without the plan's feature" }

    /// What takes it away; nil when nothing does.
    private var taking: (@Sendable (SiteEntry) -> SiteEntry)? {
        let id = id
        if means == .switch { return { $0.switchingOff(id) } }
        guard let feature = visit.module.manifest.planFeature else { return nil }
        return { $0.lacking(feature) }
    }

    // MARK: Routes

    /// Routes for a tenant; those of agencies and the operator belong to no tenant and stay.
    private var routes: [(route: DrillRoute, twins: [DrillShot?], own: DrillShot)] {
        visit.asked.filter { asked in
            switch asked.route.route.access {
            case .agency, .operator: false
            case .staff, .portal, .person, .webhook, .signedLink, .open: true
            }
        }
    }

    private func routesOff() async throws -> [String] {
        var faults: [String] = []
        for (route, twins, own) in routes {
            let answer = try await visit.ask(own, at: route, as: words)
            if answer.status != 404 { faults.append("\(route.label) is answered \(answer.status) \(words), not 404") }
            if !isSafe(answer) { faults.append("\(route.label) names the tenant's data \(words)") }
            guard let other = twins[neighbour.place] else { continue }
            let next = try await visit.ask(other, at: route, in: neighbour.place, as: "the neighbour's own")
            if !next.isSuccess {
                faults.append("\(route.label) is answered \(next.status) for a tenant who has the module, not 2xx")
            }
        }
        return faults
    }

    private func isSafe(_ answer: DrillAnswer) -> Bool {
        visit.house.book.found(in: answer.bytes).subtracting(visit.house.book.found(in: answer.sent)).isEmpty
    }

    private func routesBack() async throws -> [String] {
        var faults: [String] = []
        for (route, _, own) in routes {
            let answer = try await visit.ask(own, at: route, as: "back again")
            if !answer.isSuccess {
                faults.append("\(route.label) is answered \(answer.status) once the module is back, not 2xx")
            }
        }
        return faults
    }

    // MARK: What runs or shows without a route

    private func workFaults(when: String, isOn: Bool) async throws -> [String] {
        let door = TenantDoor(tenant: tenant.id, visit.gate.databases.app)
        var faults: [String] = []
        func expect(_ found: Bool, _ what: String) {
            if found != isOn { faults.append("\(what) \(found ? "is still there" : "is missing") \(when)") }
        }
        for capability in visit.module.registrar.capabilities {
            expect(visit.drill.offers(capability.name, to: door), "the capability \(capability.name)")
        }
        guard let entry = visit.sites.entry(for: tenant.id) else { return faults }
        let offer = visit.gate.registry.offer(at: entry)
        let registrar = visit.module.registrar
        for item in registrar.navigation where item.surface == .app {
            expect(offer.navigation.contains(item), "the menu entry \(item.path)")
        }
        for listener in registrar.listeners {
            let isTold = offer.listeners(to: listener.event).contains { $0.module == id }
            expect(isTold, "the listener to \(listener.event)")
        }
        for search in registrar.searches {
            expect(offer.searches.contains { $0.table == search.table }, "the search of \(search.table)")
        }
        expect(try await isVisited(), "the tenant in the module's work over all tenants")
        return faults
    }

    /// Whether the module's services and schedules come to the tenant.
    private func isVisited() async throws -> Bool {
        let work = HouseWork(
            of: id, visit.gate.registry, sites: visit.sites, databases: visit.gate.databases,
            log: Log(into: DrillLog()))
        let seen = Mutex<Set<TenantID>>([])
        try await work.eachTenant { tenant in seen.withLock { _ = $0.insert(tenant.tenant) } }
        return seen.withLock { $0.contains(tenant.id) }
    }
}
